import { compileFilter } from "../../measure/filter.ts";
import type { Layout } from "../../measure/layout.ts";
import type { Surroundings } from "../../measure/surroundings.ts";
import { NO_UNIT, type UnitNumber } from "../../measure/tally.ts";
import { type Day, formatDay } from "../../model/day.ts";
import type { Exact } from "../../model/exact.ts";
import type { Fact } from "../../model/ledger.ts";
import type { Aggregate } from "../../model/measure.ts";
import { firstOf, type Row } from "../../model/value.ts";
import {
  type Collecting,
  type Collector,
  type FoundRecord,
  Groups,
  numberOf,
  type Reading,
  unitReader,
} from "./collector.ts";
import { factOf } from "./row-words.ts";
import type { Way } from "./ways.ts";

/** Below this a difference is what binary fractions make of nothing. */
const NOTHING = 1e-9;

/** Rows by what they do to a sum, an average or a ratio of sums, those first that move it most. */
export function leversCollector(way: Extract<Way, { kind: "levers" }>, about: Collecting): Collector {
  const { of, to } = way;
  const groups = new Groups(about, "lever");
  return {
    surveyed: [],
    listed: of.dataset,
    collect(reading) {
      const { run, around, records } = reading;
      const facts = amountFacts([of, to], run.layout);
      const unitOf = unitReader(of.by, reading, about.units);
      const parts = { of: partOf(of, run.layout, around), to: to && partOf(to, run.layout, around) };
      return (seen) => {
        const { row } = seen;
        const amount = parts.of(row);
        const base = parts.to === null ? null : parts.to(row);
        if (amount === null && base === null) return;
        const { number, written } = unitOf(row);
        const owners = about.owners.count(number);
        for (const unit of owners) {
          const lever = leverOf(amount, base, about, about.owners.targetOf(unit));
          if (lever === null) continue;
          groups.offer(unit, lever.rank, lever.weight, written, () => ({
            record: records.of(seen),
            fault: { kind: "contributes", facts: facts(row), ofTotal: to === null },
          }));
        }
      };
    },
    groups: () => groups.found,
  };
}

/** What a row adds to an aggregate, 0 for a blank cell; null where the aggregate is not about the row. */
function partOf(side: Aggregate, layout: Layout, around: Surroundings): (row: Row) => number | null {
  const passes = compileFilter(side.where, layout, around);
  const at = side.kind === "count" ? -1 : layout.indexOf(side.fields[0] ?? "");
  return (row) => {
    if (!passes(row)) return null;
    const value = at < 0 ? 1 : ((row[at] ?? null) as Exact | null);
    return value === null ? 0 : numberOf(value);
  };
}

/**
 * How much of the total to move lies in a row: at a target of 72 %, an item of 20 legal days that promises
 * 10 of them less falls 4.4 short. Rows on the right side of the target are no levers.
 */
function leverOf(
  amount: number | null,
  base: number | null,
  { falls, scale }: Pick<Collecting, "falls" | "scale">,
  target: number | null,
): { rank: number; weight: number | null } | null {
  const value = amount ?? 0;
  if (base === null || target === null) {
    // Of a plain sum every row is one: the smallest where it must rise, the largest where it must fall.
    if (!falls) return { rank: value, weight: null };
    return value <= NOTHING ? null : { rank: -value, weight: value };
  }
  const short = ((target / scale) * base - value) * (falls ? -1 : 1);
  return short <= NOTHING ? null : { rank: -short, weight: short };
}

interface Last {
  readonly day: Day;
  readonly unit: UnitNumber;
  readonly written: string | null;
  readonly amount: number | null;
  readonly base: number | null;
  readonly record: FoundRecord;
  readonly facts: readonly Fact[];
}

/** Each unit's last row, which alone says how things stand. */
export function lastCollector(way: Extract<Way, { kind: "last" }>, about: Collecting): Collector {
  const { of, to } = way;
  const last = new Map<UnitNumber, Last>();
  return {
    surveyed: [],
    listed: of.dataset,
    collect(reading) {
      const { run, around, records } = reading;
      const { layout, dataset } = run;
      const passes = compileFilter(of.where, layout, around);
      const dates = dataset.date.map((field) => layout.indexOf(field));
      const facts = amountFacts([of, to], layout);
      const unitOf = unitReader(of.by, reading, about.units);
      const valueAt = (side: Aggregate | null) => (side === null ? -1 : layout.indexOf(side.fields[0] ?? ""));
      const places = { of: valueAt(of), to: valueAt(to) };
      const value = (row: Row, at: number) => (row[at] == null ? null : numberOf(row[at] as Exact));
      return (seen) => {
        const { row } = seen;
        const day = firstOf(row, dates) as Day | null;
        if (day === null || !passes(row)) return;
        const { number, written } = unitOf(row);
        if (number === NO_UNIT || (last.get(number)?.day ?? Number.NEGATIVE_INFINITY) >= day) return;
        last.set(number, {
          day,
          unit: number,
          written,
          amount: value(row, places.of),
          base: value(row, places.to),
          record: records.of(seen),
          facts: facts(row),
        });
      };
    },
    groups() {
      const groups = new Groups(about, "lever");
      for (const { unit, written, amount, base, day, record, facts } of last.values()) {
        const owners = about.owners.count(unit);
        for (const owner of owners) {
          const complete = amount !== null && (to === null || base !== null);
          const target = about.owners.targetOf(owner);
          const lever = complete
            ? leverOf(amount, to === null ? null : base, about, target)
            : { rank: Number.MAX_VALUE, weight: null };
          if (lever === null) continue;
          groups.offer(owner, lever.rank, lever.weight, written, () => ({
            // A year's rows of a unit are one record, which the next export brings up to date.
            record: { ...record, identity: about.units.nameOf(unit) ?? String(written) },
            fault: { kind: "last", facts, day: formatDay(day) },
          }));
        }
      }
      return groups.found;
    },
  };
}

function amountFacts(sides: readonly (Aggregate | null)[], layout: Layout): (row: Row) => Fact[] {
  const names = new Set(
    sides.flatMap((side) => (side?.fields ?? []).flatMap((name) => operandsOfAmount(name, layout))),
  );
  const facts = [...names].flatMap((name) => {
    const field = layout.fields[layout.indexOf(name)];
    return field === undefined ? [] : [factOf(field, layout)];
  });
  return (row) => facts.map((fact) => fact(row));
}

/** 压缩天数 is told by the two limits that it lies between. */
function operandsOfAmount(name: string, layout: Layout): string[] {
  const derived = layout.fields[layout.indexOf(name)]?.derived;
  return derived?.kind === "difference" ? [derived.minuend, derived.subtrahend] : [name];
}

/** Nothing of the rows: the figure itself has to move. */
export function figureCollector(dataset: string): Collector {
  return { surveyed: [], listed: dataset, collect: (_: Reading) => () => {}, groups: () => [] };
}
