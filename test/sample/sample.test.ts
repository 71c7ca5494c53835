import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import { gather } from "../../src/engine/engine.ts";
import { filesEngine } from "../../src/engine/files.ts";
import { HeadingBook } from "../../src/ingest/headings.ts";
import { defaultLimits } from "../../src/ingest/reader.ts";
import { type Day, parseDay } from "../../src/model/day.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Report } from "../../src/model/report.ts";
import { isMarkedSynthetic } from "../../src/model/synthetic.ts";
import { sampleWorkbook } from "../../src/render/sample-workbook.ts";
import { sampleOf } from "../../src/sample/sample.ts";
import { city, toyPlan } from "./plans.ts";

const toy = await toyPlan();
const folder = await mkdtemp(join(tmpdir(), "sample-"));
afterAll(() => rm(folder, { recursive: true }));

const cases = [
  { plan: city, rows: 400, asOf: "2022-10-25" },
  { plan: city, rows: 30, asOf: "2022-10-25" },
  { plan: toy, rows: 80, asOf: "2023-06-30" },
].map((one) => ({ ...one, name: `${one.plan.id}, ${one.rows} rows` }));

function day(text: string): Day {
  return parseDay(text) ?? Number.NaN;
}

async function reportOn(plan: Plan, rows: number, asOf: string) {
  const data = await sampleWorkbook(sampleOf(plan, { rows, seed: 1 }), plan.title, new Date(0));
  const path = join(folder, `${plan.id}-${rows}.xlsx`);
  await writeFile(path, data);
  const inputs = { paths: [{ path, display: "data.xlsx" }], skipped: [] };
  const options = { asOf: day(asOf), limits: defaultLimits, allowEmpty: false, stdin: Readable.from([]) };
  const evidence = await gather(plan, filesEngine(inputs, options));
  return assess(plan, evidence, { asOf: day(asOf), language: "zh", version: "0.0.0" });
}

describe.each(cases)("a sample of $name", ({ plan, rows, asOf }) => {
  const sheets = sampleOf(plan, { rows, seed: 1 });

  test("is the same for the same seed, and another for another", () => {
    expect(sampleOf(plan, { rows, seed: 1 })).toEqual(sheets);
    expect(sampleOf(plan, { rows, seed: 2 })).not.toEqual(sheets);
  });

  test("says above the headings of every sheet that it is synthetic", () => {
    expect(sheets.filter(({ above }) => !above.some(isMarkedSynthetic))).toEqual([]);
  });

  test("is recognised sheet by sheet as the dataset that it was made for", () => {
    const book = new HeadingBook(plan.dictionary);
    for (const { name, above, headings, rows } of sheets) {
      const texts = [...above.map((line) => [line]), headings, ...rows.slice(0, 5)];
      const head = texts.map((row, index) => ({
        number: index + 1,
        text: row.map((cell) => (cell === null ? "" : String(cell))),
      }));
      // Under a name that says nothing.
      const found = book.recognise("Sheet1", head);
      expect([found?.dataset.name, found?.headerRow, found?.doubled]).toEqual([name, above.length + 1, []]);
    }
  });

  test("accounts for every row and has no column that nobody knows but the serial number", async () => {
    const report = await reportOn(plan, rows, asOf);
    const read = report.inputs.flatMap((input) => input.sheets);
    expect(read.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
    for (const [index, { used, excluded, rejected, ...sheet }] of read.entries()) {
      const excludedRows = Object.values(excluded).reduce((sum, count) => sum + count, 0);
      expect(sheet.rows).toBe((sheets[index]?.rows.length ?? 0) + (sheets[index]?.below.length ?? 0));
      expect(used + excludedRows + rejected).toBe(sheet.rows);
      expect(sheet.unmatched.filter((heading) => heading !== "序号")).toEqual([]);
    }
    expect(report.synthetic).toBe(true);
    expect(report.quality.totals.filter(({ agrees }) => !agrees)).toEqual([]);
  });
});

describe("the sample of jiayuguan-2022", () => {
  const sheets = sampleOf(city, { rows: 400, seed: 1 });
  let report: Report;
  beforeAll(async () => {
    report = await reportOn(city, 400, "2022-10-25");
  });

  test("shows every status, of the whole and of units", () => {
    const { indicators } = report;
    const whole = new Set(indicators.map((indicator) => indicator.whole.status));
    expect([...whole].sort()).toEqual(["met", "no-data", "not-scored", "open", "overdue"]);
    const units = new Set(indicators.flatMap((indicator) => indicator.units.map(({ status }) => status)));
    expect([...units].sort()).toEqual(["met", "no-data", "not-applicable", "not-scored", "open", "overdue"]);
  });

  test("reads like a city: neither all met nor all unmet, and units apart from each other", () => {
    const { overall, units } = report;
    expect(overall.met).toBeGreaterThan(7);
    expect(overall.open).toBeGreaterThan(7);
    const scores = units.map(({ score }) => score).filter((score) => score !== null);
    expect(Math.min(...scores)).toBeLessThan(80);
    expect(Math.max(...scores)).toBeGreaterThan(97);
  });

  test("has what is wrong with real exports", () => {
    const { inputs, quality } = report;
    const fates = new Set(
      inputs.flatMap((input) => input.sheets.flatMap(({ excluded }) => Object.keys(excluded))),
    );
    expect([...fates].sort()).toEqual(["duplicate", "note", "outside-period", "total"]);
    expect(quality.unknownUnits.map(({ name, rows }) => [name, rows])).toEqual([["嘉峪关市大数据管理局", 2]]);
    expect(quality.rejectedCells.map(({ value }) => value).sort()).toEqual(["", "待定", "待核实"]);
    const repeats = quality.duplicates.map(({ rows, conflicts }) => rows - conflicts);
    expect(repeats.every((plain) => plain >= 1)).toBe(true);
    expect(quality.duplicates.some(({ conflicts }) => conflicts > 0)).toBe(true);
  });

  test("has bad ratings whose five working days are not over", () => {
    const { indicators } = report;
    const rows = (id: string) => indicators.find((one) => one.id === id)?.whole.denominator ?? 0;
    expect(rows("bad-rating-rectified-in-time")).toBeLessThan(rows("bad-rating-rectified"));
  });

  test("keeps ids of 18 and more digits as text", () => {
    const cases = sheets.find(({ name }) => name === "办件明细");
    const ids = cases?.rows.map((row) => row[cases.headings.indexOf("办件编号")]) ?? [];
    expect(ids.filter((id) => !/^\d{18,}$/.test(String(id)) || typeof id !== "string")).toEqual([]);
  });

  test("has nothing dated after its own export, but what is due later", () => {
    const late = sheets.flatMap(({ headings, rows }) =>
      rows.flatMap((row) =>
        row.filter((cell, at) => {
          const due = /承诺|期限|应/.test(headings[at] ?? "");
          return cell instanceof Date && !due && cell.getTime() / 86_400_000 > day("2022-10-20");
        }),
      ),
    );
    expect(late).toEqual([]);
  });

  test("leaves out the one column that a single indicator needs", () => {
    const items = sheets.find(({ name }) => name === "事项清单");
    expect(items?.headings.some((heading) => heading.includes("精细化"))).toBe(false);
  });
});
