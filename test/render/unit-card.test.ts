import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/model/language.ts";
import type { Report } from "../../src/model/report.ts";
import { renderMarkdown } from "../../src/render/markdown.ts";
import { renderTable } from "../../src/render/table.ts";
import { cityReport } from "./city-report.ts";

/** The city's report, narrowed to the police as `--unit` does. */
function police(): Report {
  const report = cityReport();
  const own = <Line extends { unit: string }>(lines: readonly Line[]) =>
    lines.filter(({ unit }) => unit === "市公安局");
  return {
    ...report,
    units: own(report.units),
    indicators: report.indicators
      .map((indicator) => ({ ...indicator, units: own(indicator.units) }))
      .filter(({ units }) => units.length > 0),
    tasks: report.tasks
      .map((task) => ({ ...task, units: own(task.units) }))
      .filter(({ units }) => units.length > 0),
  };
}

const card = (width: number, language: Language = "zh") =>
  renderTable(police(), { width, language, colour: false, cards: true });

describe("one unit's card", () => {
  it.each([
    ["zh", 80],
    ["zh", 100],
    ["zh", 120],
    ["en", 80],
    ["en", 120],
  ] as const)("reads well in %s at %i columns", async (language, width) => {
    await expect(card(width, language)).toMatchFileSnapshot(`../golden/render/card.${language}.${width}.txt`);
  });

  it.each([40, 60, 80, 100, 120, 200])("stays within %i columns, and loses no name", (width) => {
    for (const language of ["zh", "en"] as const) {
      const text = card(width, language);
      for (const line of text.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      const flat = text.replace(/\s/g, "");
      for (const { name } of [...police().indicators, ...police().tasks])
        for (const character of name.replace(/\s/g, "")) expect(flat).toContain(character);
    }
  });

  it("says score, rank, needed work, what pays and which tasks are due", () => {
    const text = card(120);
    for (const words of ["第 ", "还差 5 项，或新增合格 10 项", "哪里下功夫最见效", "任务（按时限）"])
      expect(text).toContain(words);
  });

  it("is Markdown too", () => {
    const text = renderMarkdown(police(), { width: 80, language: "zh", colour: false, cards: true });
    expect(text.startsWith("# 市公安局\n")).toBe(true);
  });
});
