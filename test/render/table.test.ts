import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/model/language.ts";
import { renderTable } from "../../src/render/table.ts";
import { cityReport } from "./city-report.ts";
import { at, emptyReport, found, indicator, task, unit } from "./small-report.ts";

const plain = (width: number, language: Language = "zh") => ({ width, language, colour: false });
const ESCAPE = "\u001b";

describe("the terminal report", () => {
  it.each([
    ["zh", 80],
    ["zh", 120],
    ["en", 80],
    ["en", 120],
  ] as const)("reads well in %s at %i columns", async (language, width) => {
    const text = renderTable(cityReport(), plain(width, language));
    await expect(text).toMatchFileSnapshot(`../golden/render/city.${language}.${width}.txt`);
  });

  it.each([40, 60, 72, 80, 100, 120, 200])("stays within %i columns", (width) => {
    for (const language of ["zh", "en"] as const)
      for (const line of renderTable(cityReport(), plain(width, language)).split("\n"))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  it("loses no character of a name, however narrow the terminal", () => {
    const name =
      "行政许可事项承诺办结时限压缩比、即办件占比以及平均到办事现场次数综合指标(含依申请的公共服务事项)";
    const report = emptyReport({ indicators: [indicator({ id: "long", name })] });
    const text = renderTable(report, plain(40));
    for (const character of name) expect(text).toContain(character);
    expect(text).not.toContain("…");
  });

  it("cuts what no name is as long as", () => {
    const name = "长".repeat(100_000);
    const report = emptyReport({ indicators: [indicator({ id: "long", name })], units: [unit(name, null)] });
    expect(renderTable(report, plain(80))).toContain("长…");
  });

  it("uses no escape sequence without colour, and only around words with it", () => {
    expect(renderTable(cityReport(), plain(80))).not.toContain(ESCAPE);
    const coloured = renderTable(cityReport(), { ...plain(80), colour: true });
    expect(coloured).toContain(ESCAPE);
    expect(withoutColour(coloured)).toBe(renderTable(cityReport(), plain(80)));
  });

  it("prints data that carries escape sequences, controls and direction overrides as plain words", () => {
    const hostile = `市公${ESCAPE}[2J安局\u0007\u202e\u200b\r\n${ESCAPE}]0;owned\u0007科`;
    const group = `部${ESCAPE}[31m门`;
    const short = found({ status: "open", gap: 5, needed: { fix: 5, new: null, move: null } });
    const report = emptyReport({
      plan: { ...emptyReport().plan, title: `方案${ESCAPE}[1m` },
      indicators: [indicator({ id: "x", name: hostile, whole: short, units: [at(hostile, group, short)] })],
      tasks: [task({ id: "t", name: hostile })],
      units: [unit(hostile, group, { score: 50, rank: 1 })],
      inputs: [{ file: hostile, sha256: "", format: "csv", sheets: [] }],
    });
    const text = renderTable(report, plain(120));
    expect(text).toContain("市公安局");
    for (const forbidden of ["\u001b", "\u0007", "\u202e", "\u200b", "\r"])
      expect(text).not.toContain(forbidden);
  });
});

describe("what a leader asks first", () => {
  const text = renderTable(cityReport(), plain(120));

  it("ranks ties alike and leaves provisional units unranked", () => {
    expect(text).toMatch(/^ +2 {2}市民政局 +91\.00/m);
    expect(text).toMatch(/^ +2 {2}市公安局 +91\.00/m);
    expect(text).toMatch(/^ +4 {2}市政管局 +63\.33/m);
    expect(text).toMatch(/^暂定 {2}市应急管理局 .* 79\.9%/m);
  });

  it("names who is last, what is late and what helps most", () => {
    expect(text).toContain("末位（市政府各部门）：市政管局 63.33 分，第 4 名，共 4 个单位排名");
    expect(text).toContain("已逾期 1 项：三(二) 差评整改率");
    expect(text).toContain("失分最多 1：三(十一) 平均到现场办事次数(行政许可)");
    expect(text).toContain("最省力（共 +1.13 分）：二 电子印章全部申领");
  });

  it("says a status by sign and word", () => {
    for (const word of ["✓ 达标", "✗ 未达标", "! 逾期", "? 无数据", "- 不计分", "~ 已豁免"])
      expect(text).toContain(word);
  });

  it("lists the overdue gap of a unit before a worse open one", () => {
    const own = text.slice(text.indexOf("市公安局 · 第 2 名"));
    expect(own.indexOf("差评整改率")).toBeLessThan(own.indexOf("即办件占比"));
  });

  it("lists a shared indicator under its lead only", () => {
    const gaps = text.slice(text.indexOf("各单位差距"), text.indexOf("全域共同承担"));
    expect(gaps.match(/个人用户注册总量/g)).toHaveLength(1);
    expect(gaps.indexOf("个人用户注册总量")).toBeLessThan(gaps.indexOf("市公安局 · "));
  });

  it("shows a missed earlier stage and weight 0", () => {
    expect(text).toContain("第 1 阶段到期未完成：2021-12-31，≥ 70%");
    expect(text).toContain("超期投诉（不计分）");
  });

  it("says so when there is no task ledger", () => {
    const bare = renderTable(emptyReport({ tasks: [task({ id: "t", name: "任务" })] }), plain(80));
    expect(bare).toContain("输入中没有任务台账，1 项任务未核对，也未计入得分。");
  });
});

function withoutColour(text: string): string {
  return text.replaceAll(new RegExp(`${ESCAPE}\\[[\\d;]*m`, "g"), "");
}
