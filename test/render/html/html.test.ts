import { createHash } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { renderHtml } from "../../../src/render/html/index.ts";
import { renderMarkdown } from "../../../src/render/markdown.ts";
import { cityReport } from "../city-report.ts";
import { crowdedReport, hostile } from "../crowded-report.ts";
import { emptyReport } from "../small-report.ts";

const zh = { language: "zh", width: 80, colour: false } as const;
const en = { ...zh, language: "en" } as const;

/** Tags of a page in order, as a browser would meet them; the script and the styles hold none. */
function tagsOf(page: string): string[] {
  const bare = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, "<$1></$1>");
  return bare.match(/<\/?[a-z][a-z0-9]*/gi) ?? [];
}

describe("the HTML report", () => {
  it("is the page that was looked at", async () => {
    await expect(await renderHtml(cityReport(), zh)).toMatchFileSnapshot("../../golden/render/city.zh.html");
  });

  it("has the same bytes when it is made again, however many charts were drawn before", async () => {
    const first = await renderHtml(crowdedReport(7, 5), zh);
    await renderHtml(cityReport(), en);
    expect(await renderHtml(crowdedReport(7, 5), zh)).toBe(first);
  });

  it("says in English what it says in Chinese, part for part", async () => {
    const [chinese, english] = [await renderHtml(cityReport(), zh), await renderHtml(cityReport(), en)];
    const ids = (page: string) => page.match(/ id="[^"]+"/g);
    expect(ids(english)).toEqual(ids(chinese));
    expect(english).toContain('<html lang="en">');
    const words = english.replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, "");
    for (const word of ["总体", "指标明细", "未达标", "逾期", "单位排名", "目录", "条款", "需要做的", "口径"])
      expect(words).not.toContain(word);
  });

  it("answers in the order in which leaders ask", async () => {
    const page = await renderHtml(cityReport(), zh);
    const sections = [...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(sections).toEqual([
      "summary",
      "ranking",
      "distance",
      "matrix",
      "indicators",
      "units",
      "tasks",
      "quality",
      "method",
    ]);
  });

  it("shows the figures of every other format", async () => {
    const page = (await renderHtml(cityReport(), zh)).replace(/<(?:[^>"]|"[^"]*")*>/g, " ");
    const figures = renderMarkdown(cityReport(), zh).match(/\d[\d,]*\.\d+%?|\d{1,3}(?:,\d{3})+/g) ?? [];
    expect(figures.length).toBeGreaterThan(30);
    expect([...new Set(figures)].filter((figure) => !page.includes(figure))).toEqual([]);
  });

  it("leads only to places that it has, once each", async () => {
    for (const page of [await renderHtml(cityReport(), zh), await renderHtml(crowdedReport(7, 5), en)]) {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      const links = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(links.filter((link) => !ids.includes(link))).toEqual([]);
    }
  });

  it("has a heading of each level before one of the next", async () => {
    const levels = [...(await renderHtml(cityReport(), zh)).matchAll(/<h([1-6])/g)].map(([, level]) =>
      Number(level),
    );
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("allows its own script and no other, and names nothing outside", async () => {
    const page = await renderHtml(cityReport(), zh);
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(script).digest("base64");
    expect(page).toContain(`script-src &#39;sha256-${hash}&#39;`);
    expect(page).toContain("default-src &#39;none&#39;");
    expect(page.match(/(?:src|href|action)="(?!#|data:)[^"]*"|url\(|@import|\bon[a-z]+="/g)).toBeNull();
    expect(page.match(/<[^>]*https?:\/\/(?!www\.w3\.org\/)[^>]*>/g)).toBeNull();
  });

  test.each(hostile)("takes %j for words", async (name) => {
    const report = crowdedReport(7, 7);
    const tame = await renderHtml(
      JSON.parse(
        JSON.stringify(report, (_, value) =>
          typeof value === "string"
            ? hostile.reduce((text, one) => text.replaceAll(one, "甲"), value)
            : value,
        ),
      ),
      zh,
    );
    const page = await renderHtml(report, zh);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may come out again
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u200b\u202e\uffff]/);
    if (/[<>"']/.test(name)) expect(page).not.toContain(name);
    expect(tagsOf(page)).toEqual(tagsOf(tame));
  });

  it("says plainly that data is synthetic, and does not where it is not", async () => {
    expect(await renderHtml(cityReport({ synthetic: true }), zh)).toContain("不是真实情况");
    expect(await renderHtml(cityReport({ synthetic: false }), zh)).not.toContain("合成数据");
  });

  it("is made of a report with nothing in it", async () => {
    const page = await renderHtml(emptyReport(), zh);
    expect(page).toContain("没有读入任何文件");
    const words = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, "");
    expect(words).not.toMatch(/undefined|NaN|null|object Object/);
  });
});
