import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { renderers } from "../../src/render/index.ts";
import { evaluate } from "../cli/fake-process.ts";
import {
  type ReadLanguage,
  type ReadTable,
  ranksOf,
  readCsv,
  readHtml,
  readList,
  readMarkdown,
  readTerminal,
  readWorkbook,
  standingsOf,
} from "./read-back.ts";

const headings = {
  zh: {
    details: "指标明细",
    tasks: "任务台账",
    whole: "全域",
    id: "指标编号",
    task: "任务编号",
    unit: "单位",
    responsible: "责任单位",
    value: "现状",
    gap: "差距",
    top: "分子",
    of: "分母",
    done: "完成日期",
    csv: { id: "指标编号", unit: "单位", value: "现状", gap: "差距", top: "分子", of: "分母" },
  },
  en: {
    details: "Indicators",
    tasks: "Tasks",
    whole: "whole area",
    id: "Id",
    task: "Id",
    unit: "Unit",
    responsible: "Unit",
    value: "Value",
    gap: "Gap",
    top: "Numerator",
    of: "Denominator",
    done: "Done on",
    csv: {
      id: "indicator",
      unit: "unit",
      value: "value",
      gap: "gap",
      top: "numerator",
      of: "denominator",
    },
  },
};

interface Written {
  readonly report: Report;
  readonly csv: string;
  readonly markdown: string;
  readonly html: string;
  readonly xlsx: Uint8Array;
}

const fixture = resolve("fixtures/jiayuguan-2022/data.xlsx");
const SLOW = 120_000;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-agreement-"));
  const made = await evaluate(["sample", "shizong-2019", "-o", "sample.xlsx", "-q"], { cwd: folder });
  expect(made).toMatchObject({ code: 0 });
}, SLOW);
afterAll(() => rm(folder, { recursive: true }));

async function write(language: ReadLanguage, ...args: readonly string[]): Promise<Written> {
  const outputs = ["json", "csv", "md", "html", "xlsx"].flatMap((ending) => ["-o", `r.${ending}`]);
  const run = await evaluate([...args, ...outputs, "--lang", language, "-q"], { cwd: folder });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const text = (ending: string) => readFile(join(folder, `r.${ending}`), "utf8");
  return {
    report: reportSchema.parse(JSON.parse(await text("json"))),
    csv: await text("csv"),
    markdown: await text("md"),
    html: await text("html"),
    xlsx: await readFile(join(folder, "r.xlsx")),
  };
}

/** Of the JSON report, the raw numbers of every indicator and unit, the whole first. */
function numbersOf(report: Report, whole: string): [key: string, numbers: (number | null)[]][] {
  return report.indicators.flatMap((indicator) =>
    [{ ...indicator.whole, unit: whole }, ...indicator.units].map((one): [string, (number | null)[]] => [
      `${indicator.id} @ ${one.unit}`,
      [one.value, one.gap === 0 ? null : one.gap, one.numerator, one.denominator],
    ]),
  );
}

const numberOrNull = (text: unknown) =>
  text === "" || text === null || text === undefined || Number(text) === 0 ? null : Number(text);
const zeroAsNull = (numbers: readonly (number | null)[]) => numbers.map((one) => (one === 0 ? null : one));

describe.each([
  ["zh", "jiayuguan-2022", fixture, "2022-10-25", 40, 50],
  ["en", "jiayuguan-2022", fixture, "2022-10-25", 40, 50],
  ["zh", "shizong-2019", "sample.xlsx", "2019-12-31", 10, 20],
] as const)("%s, %s: what every format says", (language, plan, data, asOf, leastStandings, leastRanks) => {
  let written: Written;
  let read: Record<"xlsx" | "markdown" | "html" | "terminal", ReadTable[]>;
  const say = headings[language];

  beforeAll(async () => {
    written = await write(language, "--plan", plan, data, "--as-of", asOf);
    const wide = await renderers.table(written.report, { language, width: 1000, colour: false });
    read = {
      xlsx: readWorkbook(written.xlsx),
      markdown: readMarkdown(written.markdown),
      html: readHtml(written.html),
      terminal: readTerminal(wide),
    };
  }, SLOW);

  test("exact numbers are the same in JSON, CSV and the workbook", () => {
    const expected = numbersOf(written.report, say.whole).map(([key, numbers]) => [key, zeroAsNull(numbers)]);
    const { id, unit, value, gap, top, of } = say.csv;
    const csv = readCsv(written.csv).map((row) => [
      `${row.get(id)} @ ${row.get(unit)}`,
      [value, gap, top, of].map((heading) => numberOrNull(row.get(heading))),
    ]);
    expect(csv).toEqual(expected);
    const xlsx = readList(written.xlsx, say.details).map((row) => [
      `${row.get(say.id)} @ ${row.get(say.unit)}`,
      [say.value, say.gap, say.top, say.of].map((heading) => numberOrNull(row.get(heading))),
    ]);
    expect(xlsx).toEqual(expected);
  });

  test.each(["markdown", "html", "terminal"] as const)(
    "values, targets, gaps, status and what is needed: %s as in the workbook",
    (format) => {
      const workbook = standingsOf(read.xlsx, language);
      const other = standingsOf(read[format], language);
      expect(other.size).toBeGreaterThan(leastStandings);
      const wholes = [...other.keys()].filter((key) => key.endsWith(`@ ${say.whole}`));
      expect(wholes).toHaveLength(written.report.indicators.length);
      for (const [key, standing] of other) {
        const found = workbook.get(key);
        // The terminal's targets are as wide as a column may be; what is longer goes on in the next line.
        const target = format === "terminal" ? expect.stringContaining(standing.target) : standing.target;
        expect([key, found]).toEqual([key, { ...standing, target }]);
      }
    },
  );

  test.each(["xlsx", "html", "terminal"] as const)("ranks and scores: %s as in Markdown", (format) => {
    const markdown = ranksOf(read.markdown, language);
    expect(markdown.size).toBeGreaterThan(leastRanks);
    expect([...ranksOf(read[format], language)].sort()).toEqual([...markdown].sort());
  });

  test("tasks: the workbook has each of every unit, with its day", () => {
    const expected = written.report.tasks.flatMap((task) =>
      task.units.map(({ unit, completedOn }) => `${task.id} @ ${unit}: ${completedOn}`),
    );
    const rows = readList(written.xlsx, say.tasks).map((row) => {
      const done = row.get(say.done);
      const day = done instanceof Date ? new Date(Math.round(done.getTime() / 1000) * 1000) : null;
      return `${row.get(say.task)} @ ${row.get(say.responsible)}: ${day?.toISOString().slice(0, 10) ?? null}`;
    });
    expect(expected.length).toBeGreaterThan(100);
    expect(rows.sort()).toEqual(expected.sort());
  });
});
