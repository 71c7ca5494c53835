import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assess } from "../../../src/assess/assess.ts";
import { gather } from "../../../src/engine/engine.ts";
import { filesEngine } from "../../../src/engine/files.ts";
import { readLedger } from "../../../src/engine/ledger/read-ledger.ts";
import { wayOf } from "../../../src/engine/ledger/ways.ts";
import { resolveInputs } from "../../../src/ingest/inputs.ts";
import { defaultLimits } from "../../../src/ingest/reader.ts";
import type { Assessment } from "../../../src/model/assessment.ts";
import { parseDay } from "../../../src/model/day.ts";
import type { FoundGroup } from "../../../src/model/ledger.ts";
import { isAsked, ledgerAsks, mustFall } from "../../../src/model/ledger-asks.ts";
import type { Indicator, Plan } from "../../../src/model/plan.ts";
import type { IndicatorReport, Report } from "../../../src/model/report.ts";
import { loadPlan } from "../../../src/plan/load.ts";
import { sampleWorkbook } from "../../../src/render/sample-workbook.ts";
import { sampleOf } from "../../../src/sample/sample.ts";

const cwd = process.cwd();
/** Of 3 rows each: how many there are must not depend on how many are listed. */
const MOST = 3;

interface Made {
  readonly plan: Plan;
  readonly report: Report;
  readonly groups: readonly FoundGroup[];
}

async function made(id: string, file: string | null, day: string, folder: string): Promise<Made> {
  const plan = await loadPlan(id, { cwd });
  const path = file ?? join(folder, `${id}.xlsx`);
  if (file === null) {
    const sheets = sampleOf(plan, { rows: 120, seed: 7 });
    await writeFile(path, await sampleWorkbook(sheets, plan.title, new Date(0)));
  }
  const inputs = await resolveInputs([path], cwd);
  const asOf = parseDay(day) ?? Number.NaN;
  const reading = { asOf, limits: defaultLimits, stdin: Readable.from([]) };
  const evidence = await gather(plan, filesEngine(inputs, { ...reading, allowEmpty: false }));
  const report = assess(plan, evidence, { asOf, language: "zh", version: "0" });
  const asks = ledgerAsks(report, { strangers: true });
  const { groups } = await readLedger(plan, inputs, asks, { ...reading, most: MOST });
  return { plan, report, groups };
}

const stories: [id: string, file: string | null, day: string][] = [
  ["jiayuguan-2022", "fixtures/jiayuguan-2022/data.xlsx", "2022-10-25"],
  ["jiayuguan-2022", "fixtures/jiayuguan-2022/data.xlsx", "2022-12-31"],
  ["jiayuguan-2022", null, "2022-10-25"],
  ["pingdingshan-2021", null, "2021-12-01"],
  ["pingdingshan-2021", null, "2021-12-31"],
  ["jilin-2021", null, "2021-12-31"],
  ["shizong-2019", null, "2019-12-31"],
];

/** What the report's own figures say that must be listed: rows, or what they weigh. */
interface Expected {
  readonly total?: number;
  readonly amount?: number;
  readonly atLeast?: number;
}

function expectedOf(indicator: Indicator, own: IndicatorReport, found: Assessment, plan: Plan): Expected {
  const { numerator, denominator, needed } = found;
  const falls = mustFall(own, found);
  if (found.source === "reported" || indicator.measure.of === null) return { total: 1 };
  const way = wayOf(indicator.measure, falls, plan.dictionary);
  switch (way.kind) {
    case "rows":
    case "values":
      if (falls) return { total: numerator ?? 0 };
      return denominator === null ? {} : { total: denominator - (numerator ?? 0) };
    case "partners":
      return { amount: (denominator ?? 0) - (numerator ?? 0) };
    case "levers":
    case "last":
      // Rows beyond the target make up for others: what falls short is never less than the whole need.
      return way.to === null ? {} : { atLeast: (needed?.move ?? (needed?.fix ?? 1) - 1) - 1e-6 };
    case "figure":
      return { total: 1 };
    default:
      return way satisfies never;
  }
}

function hold(groups: readonly FoundGroup[], { total, amount, atLeast }: Expected, what: string): void {
  const sum = (pick: (group: FoundGroup) => number) => groups.reduce((so, group) => so + pick(group), 0);
  expect(groups.length, what).toBeGreaterThan(0);
  if (total !== undefined)
    expect(
      sum((group) => group.total),
      what,
    ).toBe(total);
  if (amount !== undefined)
    expect(
      sum((group) => group.amount ?? 0),
      what,
    ).toBe(amount);
  if (atLeast !== undefined)
    expect(
      sum((group) => group.amount ?? 0),
      what,
    ).toBeGreaterThanOrEqual(atLeast);
  for (const { rows, total } of groups) expect(rows.length, what).toBe(Math.min(total, MOST));
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ledger-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(stories)("the ledger of %s over %s as of %s", (id, file, day) => {
  let it: Made;
  beforeAll(async () => {
    it = await made(id, file, day, folder);
  }, 120_000);

  test("lists for every unit and indicator what the report calls needed or failing", () => {
    const { plan, report, groups } = it;
    let looked = 0;
    for (const own of report.indicators) {
      const indicator = plan.indicators.find((one) => one.id === own.id);
      if (indicator === undefined) throw new Error(own.id);
      const mine = groups.filter((group) => group.indicator === own.id);
      if (own.scope === "shared") {
        looked += isAsked(own.whole, own) ? 1 : 0;
        if (!isAsked(own.whole, own)) expect(mine, own.id).toEqual([]);
        else hold(mine, expectedOf(indicator, own, own.whole, plan), own.id);
        continue;
      }
      for (const unit of own.units) {
        const group = mine.filter((one) => one.unit === unit.unit);
        const what = `${own.id} ${unit.unit}`;
        if (!isAsked(unit, own)) {
          expect(group, what).toEqual([]);
          continue;
        }
        looked += 1;
        hold(group, expectedOf(indicator, own, unit, plan), what);
      }
    }
    expect(looked).toBeGreaterThan(0);
  });

  test("lists unknown units' rows as they stand in the whole, under nobody", () => {
    const { plan, report, groups } = it;
    const strangers = new Set(report.units.filter(({ unknown }) => unknown).map(({ unit }) => unit));
    for (const own of report.indicators) {
      const indicator = plan.indicators.find((one) => one.id === own.id);
      if (indicator?.measure.kind !== "share" || own.scope === "shared") continue;
      const unknown = own.others.filter(({ unit }) => strangers.has(unit));
      const named = groups.filter((one) => one.indicator === own.id && one.unit === null);
      const failing = unknown.reduce(
        (sum, { numerator, denominator }) =>
          sum + (mustFall(own, own.whole) ? (numerator ?? 0) : (denominator ?? 0) - (numerator ?? 0)),
        0,
      );
      const total = named.reduce((sum, group) => sum + group.total, 0);
      if (!isAsked(own.whole, own)) expect(total, own.id).toBe(0);
      // Rows that name no unit at all are there, too.
      else expect(total, own.id).toBeGreaterThanOrEqual(failing);
    }
  });

  test("has one row for each task that a unit has not done, and none for others", () => {
    const { report, groups } = it;
    for (const task of report.tasks) {
      const pending = task.units.filter(({ status }) => status === "open" || status === "overdue");
      const listed = groups.filter((group) => group.indicator === task.id);
      expect(listed.map(({ unit }) => unit).toSorted(), task.id).toEqual(
        pending.map(({ unit }) => unit).toSorted(),
      );
      expect(listed.every(({ rows }) => rows.length === 1)).toBe(true);
    }
  });

  test("names a place that was read for every record", () => {
    const { report, groups } = it;
    const sheets = new Set(
      report.inputs.flatMap(({ file, sheets }) => sheets.map(({ name }) => `${basename(file)} ${name}`)),
    );
    for (const { rows } of groups)
      for (const { place, fault } of rows) {
        if (place === null) expect(["figure", "task-missing"]).toContain(fault.kind);
        else expect(sheets.has(`${place.file} ${place.sheet}`)).toBe(true);
      }
  });
});
