import { compileDerived } from "../../src/measure/derive.ts";
import { compileFilter } from "../../src/measure/filter.ts";
import { type Layout, layoutOf } from "../../src/measure/layout.ts";
import { keyOf, type Surroundings } from "../../src/measure/surroundings.ts";
import {
  NO_UNIT,
  type Tally,
  type Total,
  type Totals,
  tallyOf,
  type UnitNumber,
} from "../../src/measure/tally.ts";
import { stateCouncilCalendar } from "../../src/measure/working-days.ts";
import { CellKind } from "../../src/model/cell.ts";
import type { Dataset, Dictionary } from "../../src/model/dataset.ts";
import { type Day, parseDay } from "../../src/model/day.ts";
import type { Aggregate, Measure } from "../../src/model/measure.ts";
import { readingOf } from "../../src/model/reading/reading.ts";
import { usageOf } from "../../src/model/usage.ts";
import type { Row, Value } from "../../src/model/value.ts";
import { Literals } from "../../src/plan/literals.ts";
import { load, planOf } from "../plan/rules.ts";

/** A row as a person sees it: cells by heading; what is not there is blank. */
export type Cells = Readonly<Record<string, string>>;

const dayIn = (text: string): Day => parseDay(text) ?? Number.NaN;

export interface World {
  readonly asOf?: string;
  /** Values found by semi-joins, whichever they are. */
  readonly joined?: readonly string[];
  /** What look-ups find, by key. */
  readonly found?: Readonly<Record<string, Value>>;
  /** The plan's derived fields. */
  readonly fields?: string;
}

export interface Bench {
  readonly measure: Measure;
  readonly dictionary: Dictionary;
  rowsOf(dataset: string, cells: readonly Cells[]): { layout: Layout; rows: Row[] };
  around: Surroundings;
}

/** Loads an indicator's measure and makes ready to read rows for it. */
export async function bench(measure: string, world: World = {}, measuredIn = "件"): Promise<Bench> {
  const fields = world.fields === undefined ? "" : `fields:\n${world.fields.replace(/^/gm, "  ")}\n`;
  const plan = await load(
    planOf(
      `${fields}indicators:\n  - { id: a, clause: 一, name: 甲, measure: ${measure}, measuredIn: "${measuredIn}", threshold: 1 }\n`,
    ),
  );
  const { dictionary } = plan;
  const [indicator] = plan.indicators;
  if (indicator === undefined) throw new Error("no indicator");
  const literals = new Literals(dictionary, plan.timezone);
  const around: Surroundings = {
    asOf: dayIn(world.asOf ?? "2022-10-25"),
    calendar: stateCouncilCalendar(),
    keysOf: () =>
      ({ has: (value: string) => (world.joined ?? []).includes(value) }) as ReturnType<
        Surroundings["keysOf"]
      >,
    lookUp: () => (key) => world.found?.[key],
    literal: (field, text) => literals.read(field, text) ?? [],
  };
  const usage = usageOf(dictionary, [indicator.measure]);
  const readingFor = readingOf({ dictionary, timezone: plan.timezone, date1904: false });
  return {
    measure: indicator.measure,
    dictionary,
    around,
    rowsOf: (name, cells) => {
      const dataset = dictionary.datasets.get(name) as Dataset;
      const base = [...dataset.key, dataset.unit ?? "", ...dataset.date];
      const layout = layoutOf(dataset, [...base, ...(usage.fields.get(name) ?? [])]);
      const derived = layout.derived.map((field) => ({
        at: layout.indexOf(field.name),
        compute: compileDerived(field, field.derived as never, layout, around),
      }));
      const rows = cells.map((row) => {
        const values = layout.fields.map((field): Value => {
          const text = row[field.name];
          if (field.derived !== null || text === undefined) return null;
          return readingFor(field)(text, CellKind.text, null) ?? null;
        });
        for (const { at, compute } of derived) values[at] = compute(values);
        return values;
      });
      return { layout, rows };
    },
  };
}

/** Units get numbers by first mention; 交警支队 stands below 市公安局. */
export class Units {
  private readonly names: string[] = [];
  private readonly parents: Readonly<Record<string, string>> = { 交警支队: "市公安局", 一大队: "交警支队" };

  numberOf(name: Value): UnitNumber {
    if (typeof name !== "string") return NO_UNIT;
    if (!this.names.includes(name)) this.names.push(name);
    return this.names.indexOf(name) + 2;
  }

  upwards = (number: UnitNumber): UnitNumber[] => {
    const chain: UnitNumber[] = [];
    for (let name = this.names[number - 2]; name !== undefined; name = this.parents[name])
      chain.push(this.numberOf(name));
    return chain;
  };

  nameOf(number: UnitNumber): string {
    return this.names[number - 2] ?? "";
  }
}

/** Tallies the rows of an aggregate, in parts where `cuts` says so, merged in reading order. */
export function tally(
  aggregate: Aggregate,
  { layout, rows }: { layout: Layout; rows: readonly Row[] },
  around: Surroundings,
  units: Units,
  cuts: readonly number[] = [],
): Totals {
  const where = compileFilter(aggregate.where, layout, around);
  const by = aggregate.by === null ? -1 : layout.indexOf(aggregate.by);
  const bounds = [0, ...cuts, rows.length];
  const parts = bounds.slice(1).map((end, at): Tally => {
    const part = tallyOf(aggregate, layout);
    for (const row of rows.slice(bounds[at], end))
      if (where(row)) part.step(row, units.numberOf(row[by] ?? null));
    return part;
  });
  const [first, ...later] = parts;
  if (first === undefined) throw new Error("no part");
  for (const part of later) first.merge(part);
  return first.finish(units.upwards);
}

const showTotal = (total: Total | undefined): string =>
  total === undefined || total.value === null ? "missing" : total.value.toFraction();

/** What a measure comes to: "430 ÷ 1000" for the whole and each unit. */
export async function measured(
  measure: string,
  rows: Readonly<Record<string, readonly Cells[]>>,
  world: World = {},
) {
  const { measure: parsed, rowsOf, around } = await bench(measure, world);
  const units = new Units();
  const sides = [parsed.of, parsed.to].flatMap((side) => {
    if (side === null) return [];
    return [tally(side, rowsOf(side.dataset, rows[side.dataset] ?? []), around, units)];
  });
  const numbers = [...new Set(sides.flatMap((side) => [...side.units.keys()]))];
  return {
    whole: sides.map((side) => showTotal(side.whole)).join(" ÷ "),
    units: Object.fromEntries(
      numbers.map((number) => [
        units.nameOf(number),
        sides.map((side) => showTotal(side.units.get(number))).join(" ÷ "),
      ]),
    ),
    leftOut: sides[0]?.leftOut ?? {},
  };
}

/** The numbers, from 1, of the rows of 办件 that a filter lets through. */
export async function passing(filter: string, cells: readonly Cells[], world: World = {}): Promise<number[]> {
  const { measure, rowsOf, around } = await bench(`{ count: 办件, where: ${filter} }`, world);
  if (measure.of === null) throw new Error("no aggregate");
  const { layout, rows } = rowsOf("办件", cells);
  const test = compileFilter(measure.of.where, layout, around);
  return rows.flatMap((row, at) => (test(row) ? [at + 1] : []));
}

/** The values of a derived field of 办件, row by row, as keys. */
export async function derived(
  spec: string,
  cells: readonly Cells[],
  world: World = {},
): Promise<(string | null)[]> {
  const fields = [`办件.导出: ${spec}`, ...(world.fields === undefined ? [] : [world.fields])].join("\n");
  const { rowsOf } = await bench("{ count: 办件, where: { 导出: { exists: true } } }", { ...world, fields });
  const { layout, rows } = rowsOf("办件", cells);
  return rows.map((row) => {
    const value = row[layout.indexOf("导出")] ?? null;
    return value === null ? null : keyOf(value);
  });
}
