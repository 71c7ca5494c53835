import { describe, expect, it } from "vitest";
import { cell, heading, line, plainTable, row } from "../../src/render/blocks.ts";
import { fitBlocks } from "../../src/render/fit-blocks.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { at, emptyReport, found, indicator, unit } from "./small-report.ts";

const rows = (count: number) => Array.from({ length: count }, (_, index) => row([cell(String(index))]));
const blocks = [
  heading(1, "甲"),
  plainTable([{ title: "数" }], rows(3)),
  heading(2, "乙"),
  { kind: "list", items: [line("一"), line("二")] } as const,
  heading(2, "丙"),
  { kind: "details", summary: "丁", blocks: [plainTable([{ title: "数" }], rows(4))] } as const,
];
const shortenedTo = (limit: number) =>
  JSON.stringify(
    fitBlocks(blocks, {
      limit,
      lengthOf: (section) => JSON.stringify(section).length,
      leftOut: (n) => `少 ${n}`,
    }),
  );

describe("blocks that have to fit", () => {
  it("are left alone where there is room", () => expect(shortenedTo(10_000)).toBe(JSON.stringify(blocks)));

  it("lose the last rows of the longest section first, and say how many", () => {
    const full = JSON.stringify(blocks).length;
    expect(shortenedTo(full - 10)).toMatch(/少 \d/);
    expect(shortenedTo(full - 10)).toContain("一");
    expect(shortenedTo(full - 10)).toContain('"2"');
  });

  it("keep their headings whatever happens", () => {
    const text = shortenedTo(0);
    for (const word of ["甲", "乙", "丙", "少 3", "少 2", "少 4"]) expect(text).toContain(word);
  });
});

describe("Markdown for a comment", () => {
  const names = Array.from({ length: 400 }, (_, index) => `第${index}号责任单位`);
  const report = emptyReport({
    overall: { ...emptyReport().overall, score: 80 },
    units: names.map((name) => unit(name, "市政府各部门", { score: 50, rank: 1 })),
    indicators: ["a", "b", "c"].map((id) =>
      indicator({
        id,
        name: `指标${id}`,
        units: names.map((name) =>
          at(name, "市政府各部门", found({ status: "open", met: false, value: 1, gap: 44, attainment: 0.1 })),
        ),
      }),
    ),
  });

  it.each(["zh", "en"] as const)("stays postable in %s, with the figures of the whole", (language) => {
    const text = renderMarkdown(report, { language, width: 80, colour: false });
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.length).toBeGreaterThan(55_000);
    expect(text).toContain("指标a");
    expect(text).toMatch(language === "zh" ? /此处略去 \d+ 行/ : /\d+ rows are left out here/);
    expect(text.split("<details>").length).toBe(text.split("</details>").length);
  });
});
