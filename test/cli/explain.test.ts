import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CountedChain } from "../../src/model/explanation.ts";
import { evaluate } from "./fake-process.ts";

const fixture = fileURLToPath(new URL("../../fixtures/jiayuguan-2022/data.xlsx", import.meta.url));
const asOf = ["--as-of", "2022-10-30"];

/** 1,000 licences, 430 of them instant, by two departments, beside what must be left out. */
function items(): string {
  const line = (at: number) => {
    const type = at <= 1000 ? "行政许可" : "公共服务";
    const unit = at % 2 === 0 ? "市公安局" : "嘉峪关市教育局";
    const instant = at <= 430 || at > 1000 ? "即办件" : at % 10 === 0 ? "" : "承诺件";
    return `${String(at).padStart(12, "0")},${type},${unit},${instant}`;
  };
  const rows = Array.from({ length: 1010 }, (_, at) => line(at + 1));
  return ["实施编码,事项类型,实施主体,办件类型", ...rows, line(7), "合计,,,", "注：省平台导出,,,"].join("\n");
}

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "explain-"));
  await writeFile(join(cwd, "事项清单.csv"), items());
  await writeFile(
    join(cwd, "用户.csv"),
    "统计日期,统计单位,注册总量,月活跃用户数\n2022-09-30,市公安局,100,9\n2022-10-24,市公安局,200,10\n2022-10-24,市教育局,100,11\n",
  );
  await writeFile(
    join(cwd, "指标填报.csv"),
    "指标编号,责任单位,统计日期,数值,分子,分母\nseals-registered,全市,2022-10-24,,91,100\nitems-refined,市公安局,2022-10-24,,3,10\nitems-refined,市教育局,2022-10-24,,1,10\n",
  );
});
afterAll(() => rm(cwd, { recursive: true }));

const explain = (indicator: string, ...args: string[]) =>
  evaluate(["explain", "jiayuguan-2022", indicator, ...args], { cwd });

async function asJson(indicator: string, ...args: string[]) {
  const { code, stdout, stderr } = await explain(indicator, ...args, ...asOf, "-f", "json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

describe("explain", () => {
  test.each([
    ["zh", 80],
    ["zh", 120],
    ["en", 80],
    ["en", 120],
  ])("fills the formula with its numbers, in %s at %i columns", async (lang, columns) => {
    const args = ["explain", "jiayuguan-2022", "三(十二)", "事项清单.csv", "--unit", "市公安局", ...asOf];
    const { code, stdout, stderr } = await evaluate([...args, "--lang", lang], { cwd, columns });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await expect(stdout).toMatchFileSnapshot(`../golden/cli/explain.${lang}.${columns}.txt`);
    for (const line of stdout.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
  });

  test.each([
    ["zh", 80],
    ["en", 120],
  ])("without data says what the rule is, in %s at %i columns", async (lang, columns) => {
    const args = ["explain", "jiayuguan-2022", "bad-rating-rectified-in-time", "--lang", lang];
    const { code, stdout } = await evaluate(args, { cwd, columns });
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`../golden/cli/explain.rule.${lang}.${columns}.txt`);
  });

  test("says all of it as JSON too", async () => {
    const told = await asJson("instant-share", "事项清单.csv", "--unit", "教育局");
    expect(told).toMatchObject({
      plan: { id: "jiayuguan-2022" },
      indicator: { id: "instant-share", clause: "三(十二)", threshold: 45, that: "办件类型=即办件" },
      unit: { name: "市教育局", responsible: true },
      asOf: "2022-10-30",
      whole: {
        numerator: 430,
        denominator: 1000,
        assessment: { status: "overdue", value: 43, needed: { fix: 20, new: 37 } },
        working: {
          attainment: "43 ÷ 45 = 0.955556",
          needed: { fix: "⌈45% × 1,000⌉ − 430 = 20", new: "⌈(450 − 430) ÷ (1 − 0.45)⌉ = 37" },
        },
        chains: [{ side: "both", steps: [{ rows: 1010 }, { rows: 1000 }, { rows: 430 }] }],
        blanks: [{ dataset: "事项清单", field: "办件类型", rows: 57 }],
      },
      ofUnit: { numerator: 215, denominator: 500, blanks: [] },
      datasets: [
        {
          dataset: "事项清单",
          rows: 1013,
          used: 1010,
          excluded: { duplicate: 1, total: 1, note: 1 },
          rejected: 0,
          sheets: [{ file: "事项清单.csv", sheet: "事项清单", rows: 1013, used: 1010 }],
        },
      ],
    });
    expect(told.whole.formula).toBe(
      "行数(事项清单 | 事项类型=行政许可 且 办件类型=即办件) 430 ÷ 行数(事项清单 | 事项类型=行政许可) 1,000 × 100 = 43.00%",
    );
  });

  test("of a shared indicator says what the unit brought in", async () => {
    const { whole, ofUnit } = await asJson("monthly-active", "用户.csv", "--unit", "市公安局");
    expect(whole).toMatchObject({ numerator: 21, denominator: 300, assessment: { value: 7 } });
    expect(ofUnit).toMatchObject({ numerator: 21, denominator: 300, contribution: 10 });
  });

  test("of a unit that is not responsible says so, and what its rows hold", async () => {
    const { stdout } = await explain("instant-share", "事项清单.csv", "--unit", "雄关街道", ...asOf);
    expect(stdout).toContain("雄关街道办事处不是这项指标的责任单位");
  });

  test.each([
    ["seals-registered", "取自指标填报（指标填报.csv › 指标填报 › A2）：分子 91 ÷ 分母 100 × 100 = 91.00%"],
    ["items-refined", "取自指标填报，各单位的分子、分母合计：分子 4 ÷ 分母 20 × 100 = 20.00%"],
  ])("of a reported value says where it stands: %s", async (id, formula) => {
    const { whole, datasets } = await asJson(id, "指标填报.csv");
    expect(whole.formula).toBe(formula);
    expect(datasets).toEqual([expect.objectContaining({ dataset: "指标填报", used: 3 })]);
  });

  test("names the column that is lacking", async () => {
    const { stdout } = await explain("三(二十五)", "事项清单.csv", ...asOf);
    expect(stdout).toContain("“事项清单”缺少列：是否精细化梳理");
    expect(stdout).toMatch(/分子：是否精细化梳理=是 +缺列/);
  });
});

describe("every indicator of the fixture", async () => {
  const args = [fixture, "--as-of", "2022-10-25"];
  const { stdout } = await evaluate(["--plan", "jiayuguan-2022", ...args, "-f", "json"]);
  const { indicators } = JSON.parse(stdout);

  test.each<string>(indicators.map(({ id }: { id: string }) => id))(
    "%s is explained with the numbers of run",
    async (id) => {
      const reported = indicators.find((one: { id: string }) => one.id === id);
      const told = await evaluate(["explain", "jiayuguan-2022", id, ...args, "-f", "json"]);
      expect(told).toMatchObject({ code: 0, stderr: "" });
      const { whole, datasets } = JSON.parse(told.stdout);
      expect(whole.assessment).toEqual(reported.whole);
      for (const { rows, used, excluded, rejected } of datasets)
        expect(used + rejected + Object.values<number>(excluded).reduce((sum, n) => sum + n, 0)).toBe(rows);
      for (const { steps } of whole.chains as CountedChain[]) {
        const rows = steps.map((step) => step.rows ?? 0);
        expect([...rows].sort((a, b) => b - a)).toEqual(rows);
      }
      if (reported.measure !== "share" || reported.whole.numerator === null) return;
      const [{ steps }] = whole.chains;
      expect(steps.at(-1).rows).toBe(reported.whole.numerator);
      expect(steps.filter(({ role }: { role: string }) => role !== "that").at(-1).rows).toBe(
        reported.whole.denominator,
      );
    },
  );
});

describe("what explain does not know", () => {
  test.each([
    [["instant-shares"], 2, "error U006 方案里没有指标“instant-shares”。是不是“instant-share”？\n"],
    [["三(十二)", "--unit", "市公安据"], 2, "error U006 方案里没有责任单位“市公安据”。是不是“市公安局”？\n"],
    [
      ["三(十二)", "事项清单.csv", "--unit", "市公安据", ...asOf],
      2,
      "error U006 方案里没有责任单位“市公安据”。",
    ],
    [["三(十二)", "无.csv"], 3, "无.csv: error D001"],
    [["三(十二)", "--as-of", "昨天"], 2, "error U020"],
  ] as const)("%j", async ([id, ...args], code, message) => {
    const told = await explain(id, ...args);
    expect(told).toMatchObject({ code, stdout: "" });
    expect(told.stderr).toContain(message);
  });

  test.each(["三（十二）", "即办件占比(行政许可)", "instant-share"])("%s is found", async (name) => {
    const { stdout } = await explain(name);
    expect(stdout).toContain("jiayuguan-2022 · instant-share");
  });
});
