import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type BenchReport, CaseTally, differences, neededColumns } from "../../bench/aggregates.ts";
import { caseAt, casesSheet } from "../../bench/generate/cases.ts";
import { casesCsv, csvFolder, excel, sheetsOf, workbook, worldOf } from "../../bench/generate/data.ts";
import { grown } from "../../bench/generate/growing.ts";
import { shortNames } from "../../bench/generate/place-data.ts";
import { Stamp, stampText, Unique } from "../../bench/generate/sheet.ts";
import type { Form } from "../../bench/generate/xlsx.ts";
import { measured } from "../../bench/measure/child.ts";
import { interleaved, median } from "../../bench/measure/interleave.ts";
import { reportRight, rowsRight } from "../../bench/parts/checks.ts";
import { csvParse } from "../../bench/peers/csv-parse.ts";
import { duckdb } from "../../bench/peers/duckdb.ts";
import { exceljs } from "../../bench/peers/exceljs.ts";
import { hucre } from "../../bench/peers/hucre.ts";
import { inflate } from "../../bench/peers/inflate.ts";
import { papaparse } from "../../bench/peers/papaparse.ts";
import type { PeerResult } from "../../bench/peers/peer.ts";
import { sheetjs } from "../../bench/peers/sheetjs.ts";
import { casesPlan } from "../../bench/place.ts";
import { targetRow } from "../../bench/report/targets.ts";
import { evaluate } from "../cli/fake-process.ts";

const folder = await mkdtemp(join(tmpdir(), "evaluate-bench-test-"));
afterAll(() => rm(folder, { recursive: true }));

const CASES = 1000;
const UNITS = 16;
const world = { ...worldOf(CASES), units: worldOf(CASES).units.slice(0, UNITS) };
const sheets = sheetsOf(world).map(({ name, rows }) => ({ name, rows }));
const quiet = () => {};

async function run(plan: string, ...inputs: string[]): Promise<string> {
  const args = ["--plan", plan, ...inputs, "--as-of", "2022-10-25", "-f", "json", "-q"];
  const { code, stdout, stderr } = await evaluate(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

const bundled = (...inputs: string[]) => run("jiayuguan-2022", ...inputs);
const numbersOf = (report: BenchReport) =>
  report.indicators.map(({ id, whole, units }) => ({ id, whole, units }));

/** The cases straight from the generator, added up in the obvious way. */
function naive(): Map<string, readonly number[]> {
  const sheet = casesSheet(world);
  const places = neededColumns.map((name) => sheet.headings.indexOf(name));
  const tally = new CaseTally();
  for (let at = 0; at < sheet.rows; at++) {
    const texts = sheet.row(at).map((cell) => {
      if (cell instanceof Stamp) return stampText(cell);
      return cell instanceof Unique ? cell.text : String(cell ?? "");
    });
    tally.add(places.map((place) => texts[place] ?? ""));
  }
  return new Map(Object.entries(tally.result().units));
}

describe("made workbooks", () => {
  const forms: readonly Form[] = [
    { strings: "shared", order: "excel", titles: false },
    { strings: "shared", order: "wps", titles: true },
    { strings: "shared", order: "exceljs", titles: false },
    { strings: "inline", order: "excel", titles: true },
    { strings: "inline", order: "wps", titles: false },
    { strings: "inline", order: "exceljs", titles: false },
  ];

  test("say the same in every form and as CSV, and leave no indicator without data", async () => {
    const files = [];
    for (const form of forms) files.push(await workbook(folder, world, form));
    files.push(await csvFolder(folder, world, "utf-8"), await csvFolder(folder, world, "gb18030"));
    const reports = [];
    for (const file of files) {
      const stdout = await bundled(file);
      expect(reportRight(stdout, sheets)).toEqual([]);
      reports.push(JSON.parse(stdout) as BenchReport);
    }
    const [first, ...others] = reports;
    expect(first?.overall.noData).toBe(0);
    for (const other of others) expect(numbersOf(other)).toEqual(first && numbersOf(first));
    const reported = Array.from({ length: CASES }, (_, at) => caseAt(world, at)).filter(
      ({ reported }, at) => reported && at % 500 !== 499,
    );
    const counted = first?.indicators.find(({ id }) => id === "cases-reported")?.whole.numerator;
    expect(counted).toBe(reported.length);
  }, 120_000);

  test.each<[string, (file: string) => Promise<PeerResult>]>([
    ["exceljs", (file) => exceljs(file, {})],
    ["hucre", (file) => hucre(file, {})],
    ["SheetJS", (file) => sheetjs(file, {})],
  ])("%s finds every row", async (_, read) => {
    for (const strings of ["shared", "inline"] as const) {
      const file = await workbook(folder, world, { ...excel, strings });
      expect(rowsRight(JSON.stringify(await read(file)), sheets)).toEqual([]);
    }
  });

  test("inflate to what was written", async () => {
    const { bytes } = await inflate(await workbook(folder, world), {});
    expect(bytes).toBeGreaterThan(CASES * 500);
  });
});

describe("made CSV files", () => {
  const cases = [{ name: `办件明细-${CASES}-${UNITS}-7-utf-8`, rows: CASES }];
  const report = casesCsv(folder, world, "utf-8").then((file) => run(casesPlan, file));

  test("every way of counting comes to the same numbers, unit by unit", async () => {
    const stdout = await report;
    expect(reportRight(stdout, cases)).toEqual([]);
    const ours = JSON.parse(stdout) as BenchReport;
    const file = await casesCsv(folder, world, "utf-8");
    const expected = naive();
    expect(expected.size).toBe(UNITS + 1);
    expect(differences(ours, expected, shortNames())).toEqual([]);
    for (const peer of [papaparse, duckdb]) {
      const { rows, units = {} } = await peer(file, { threads: 1 });
      expect(rows).toBe(CASES);
      expect(new Map(Object.entries(units))).toEqual(expected);
    }
    expect(await csvParse(file, {})).toEqual({ rows: CASES });
  });

  test("a wrong number is told", async () => {
    const ours = JSON.parse(await report) as BenchReport;
    const off = new Map([...naive()].map(([unit, [first = 0, ...more]]) => [unit, [first + 1, ...more]]));
    const found = differences(ours, off, shortNames());
    expect(found.length).toBeGreaterThan(10);
    expect(found).toContainEqual(`whole cases: ours ${CASES - 2}, theirs ${CASES - 1}`);
  });
});

test("growing lists count each key once", async () => {
  const { plan, csv } = await grown(folder, { rows: 3000, units: 12, indicators: 26, keys: 700 });
  const { indicators } = JSON.parse(await run(plan, csv)) as BenchReport;
  expect(indicators).toHaveLength(26);
  expect(indicators[0]?.whole.numerator).toBe(700);
  expect(indicators[0]?.units).toHaveLength(12);
});

describe("the measuring", () => {
  const node = (script: string) => [process.execPath, "-e", script];

  test("sees the process, its threads and its memory", async () => {
    const { exit, stdout, cpu, peak } = await measured(node("console.log(1); setTimeout(() => {}, 200)"));
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "1\n" });
    expect(cpu).toBeGreaterThan(0);
    if (process.platform === "linux") expect(peak).toBeGreaterThan(10);
  });

  test("goes round and stops at what is wrong", async () => {
    const costs = await interleaved(
      [
        { name: "good", command: node("console.log(2)"), check: (out) => (out === "2\n" ? [] : [out]) },
        { name: "once", command: node("0"), rounds: 1 },
        { name: "wrong", command: node("console.log(3)"), check: () => ["3 of 2", "and more"] },
        { name: "fails", command: node("process.exit(3)") },
      ],
      2,
      quiet,
    );
    expect(costs.map(({ name, rounds, right }) => [name, rounds, right])).toEqual([
      ["good", 2, "yes"],
      ["once", 1, "yes"],
      ["wrong", 1, "3 of 2 (and 1 more)"],
      ["fails", 1, "ended with exit code 3"],
    ]);
  });

  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[5], 5],
  ])("the median of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test.each([
    [2, "met"],
    [2.5, "met"],
    [3, "not met: 20 % over"],
    [null, "not measured"],
  ])("a target of 2.5 measured at %d is %s", (value, result) => {
    expect(targetRow({ name: "t", limit: 2.5, measured: value, unit: "×" })[3]).toBe(result);
  });
});
