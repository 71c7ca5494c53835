import Fraction from "fraction.js";
import { LatestTally } from "../../measure/latest-tally.ts";
import { Roll } from "../../measure/roll.ts";
import { NO_UNIT, type Total, type Totals, type UnitNumber } from "../../measure/tally.ts";
import { type Day, formatDay } from "../../model/day.ts";
import { type Exact, fraction, parseExact } from "../../model/exact.ts";
import type { UnitTable } from "../unit-table.ts";
import type { Additive } from "./aggregates.ts";
import type { AnswerRow } from "./database.ts";

/** Answers by unit as written: the name first, then figures by their number. */
export interface ByUnit {
  readonly rows: readonly AnswerRow[];
  readonly units: UnitTable;
}

export function countsIn({ rows, units }: ByUnit, at: number): Totals {
  const counts = new Map<UnitNumber, number>();
  let whole = 0;
  for (const row of rows) {
    const count = Number(row[at + 1] ?? 0);
    if (count === 0) continue;
    whole += count;
    for (const unit of units.upwards(units.numberOf(row[0])))
      counts.set(unit, (counts.get(unit) ?? 0) + count);
  }
  return distinctTotals(whole, counts);
}

export function sumsIn({ rows, units }: ByUnit, { amount, rows: count }: Additive): Totals {
  const roll = new Roll(units.upwards);
  for (const row of rows) {
    const behind = Number(row[count + 1] ?? 0);
    if (behind > 0) roll.add(units.numberOf(row[0]), exactly(row[amount + 1]), behind);
  }
  return roll.totals();
}

function exactly(text: string | null | undefined): Fraction {
  const value = parseExact(text ?? "");
  if (value === null) throw new Error(`a sum came back as ${JSON.stringify(text)}`);
  return fraction(value);
}

/** Rows of each unit's last day: unit, day, value; null where the row lacks a field that goes with it. */
export function latestIn(
  last: readonly AnswerRow[],
  leftOut: { readonly undated: number; readonly unitless: number },
  units: UnitTable,
  ambiguous: (at: { unit: string; day: string }) => never,
): Totals {
  const tally = new LatestTally(0, [1], []);
  const seen = new Map<string, string | null>();
  for (const [unit, day, value] of last) {
    const amount: Exact | null = value == null ? null : parseExact(value);
    const number = units.numberOf(unit);
    if (number === NO_UNIT) continue;
    const key = `${number} ${day}`;
    if (seen.has(key) && seen.get(key) !== (value ?? null))
      ambiguous({ unit: unit ?? "", day: formatDay(Number(day)) });
    seen.set(key, value ?? null);
    tally.step([amount, Number(day) as Day], number);
  }
  const totals = tally.finish(units.upwards);
  return { ...totals, leftOut: { ...leftOut, incomplete: totals.leftOut.incomplete ?? 0 } };
}

/** Counted anew for the whole and for each unit: distinct values do not add up. */
export function distinctTotals(whole: number, byUnit: ReadonlyMap<UnitNumber, number>): Totals {
  const units = new Map<UnitNumber, Total>();
  for (const [unit, rows] of byUnit) if (rows > 0) units.set(unit, { value: new Fraction(rows), rows });
  return { whole: { value: new Fraction(whole), rows: whole }, units, leftOut: {} };
}
