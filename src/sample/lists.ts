import type { Dataset } from "../model/dataset.ts";
import type { Plan } from "../model/plan.ts";
import type { Unit } from "../model/unit.ts";
import { readingOrder, usageOf } from "../model/usage.ts";
import type { Aims } from "./aims.ts";
import { apportion, EvenChance } from "./apportion.ts";
import { rowsOfHundred, stagesOf } from "./habits.ts";
import { Random } from "./random.ts";
import { type ListContext, RowMaker } from "./row-maker.ts";
import { isSeries, seriesRows } from "./series.ts";
import { bySource, sourceOf } from "./sources.ts";
import type { TimeSpan } from "./time-span.ts";
import type { UnitPool } from "./unit-pool.ts";
import type { ListRow, SampleValue } from "./values.ts";

export interface SampleContext {
  readonly plan: Plan;
  readonly rows: number;
  readonly seed: number;
  readonly span: TimeSpan;
  readonly aims: Aims;
  readonly pool: UnitPool;
}

export interface SampleList {
  readonly dataset: Dataset;
  readonly rows: readonly ListRow[];
  readonly used: ReadonlySet<string>;
}

/** The rows of all datasets that the plan reads, in the dictionary's order. */
export function listsOf(context: SampleContext): SampleList[] {
  const { dictionary, indicators } = context.plan;
  const usage = usageOf(
    dictionary,
    indicators.map(({ measure }) => measure),
  );
  const reading = readingOrder(usage);
  const names = "order" in reading ? reading.order : [...usage.fields.keys()];
  const needed = names
    .map((name) => dictionary.datasets.get(name))
    .filter((dataset) => dataset !== undefined);
  const made = new Map<string, SampleList>();
  for (const dataset of bySource(needed)) {
    const rows = new ListMaker(dataset, needed, made, context).make();
    made.set(dataset.name, { dataset, rows, used: usage.fields.get(dataset.name) ?? new Set() });
  }
  return [...dictionary.datasets.keys()].flatMap((name) => made.get(name) ?? []);
}

class ListMaker {
  private readonly units: readonly Unit[];
  private readonly list: ListContext;
  private readonly source: SampleList | undefined;
  private readonly dataset: Dataset;
  private readonly needed: readonly Dataset[];
  private readonly context: SampleContext;

  constructor(
    dataset: Dataset,
    needed: readonly Dataset[],
    made: ReadonlyMap<string, SampleList>,
    context: SampleContext,
  ) {
    const { plan, seed, span, aims, pool } = context;
    this.dataset = dataset;
    this.needed = needed;
    this.context = context;
    this.units = pool.of(dataset.name);
    this.source = made.get(sourceOf(dataset, needed)?.name ?? "");
    this.list = {
      dataset,
      codes: plan.dictionary.codes,
      aims,
      span,
      random: Random.for(seed, dataset.name),
      even: new EvenChance(),
      shareOf: (unit, share) => pool.shareOf(unit, share),
    };
  }

  make(): ListRow[] {
    const { dataset, list, units, context } = this;
    if (isSeries(dataset)) {
      return seriesRows(list, units, context.pool.weights(dataset.name, units, true));
    }
    const rows = this.source === undefined ? this.ownRows() : this.rowsFrom(this.source);
    for (const field of dataset.fields.keys()) scaleToTotal(rows, field, context.aims, dataset);
    return rows;
  }

  private ownRows(): ListRow[] {
    const { dataset, units, context } = this;
    const count = this.size();
    const sizes = apportion(count, context.pool.weights(dataset.name, units, false));
    const [shared, kinds] = this.kinds(count);
    let row = 0;
    const rows = units.flatMap((unit, index) =>
      Array.from({ length: sizes[index] ?? 0 }, (_, rowOfUnit) => {
        row += 1;
        const given = shared === null || row <= kinds ? new Map() : new Map([[shared, row - kinds]]);
        return this.rowOf(unit, row - 1, rowOfUnit, this.anyDay(), given);
      }),
    );
    // A further unit has the same kind of thing as an earlier one.
    for (const { values } of rows) {
      const again = shared === null ? null : values.get(shared);
      if (shared === null || typeof again !== "number") continue;
      for (const name of [shared, dataset.title]) {
        if (name !== null) values.set(name, rows[again - 1]?.values.get(name) ?? null);
      }
    }
    return rows;
  }

  /** A field whose distinct values an indicator counts, and how many there shall be. */
  private kinds(count: number): [field: string | null, kinds: number] {
    const { dataset, context } = this;
    for (const field of dataset.key.length > 1 ? dataset.key : []) {
      const kinds = context.aims.kinds.get(`${dataset.name}.${field}`);
      if (kinds !== undefined) return [field, Math.min(Math.round(kinds), Math.ceil(count * 0.9))];
    }
    return [null, count];
  }

  private size(): number {
    const hundred = (name: string) => rowsOfHundred[name] ?? 40;
    const lists = this.needed.filter((one) => !isSeries(one));
    const largest = Math.max(1, ...lists.map(({ name }) => hundred(name)));
    return Math.max(3, Math.round((this.context.rows * hundred(this.dataset.name)) / largest));
  }

  private rowsFrom(source: SampleList): ListRow[] {
    const stages = stagesOf[this.dataset.name];
    if (stages === undefined) return this.rowsReferring(source);
    const { even } = this.list;
    const rows: ListRow[] = [];
    for (const from of source.rows) {
      const values = stages.values[String(from.values.get(stages.by))] ?? stages.otherwise;
      for (const value of values) {
        const share = this.context.pool.shareOf(from.unit, stages.of100 / 100);
        if (even.says("stage", share)) rows.push(this.rowAfter(from, rows.length, [stages.field, value]));
      }
    }
    return rows;
  }

  /** First each row of the source that shall be reached at all, then the busier ones again. */
  private rowsReferring(source: SampleList): ListRow[] {
    const { even, random } = this.list;
    const [key = ""] = source.dataset.key;
    const share = this.context.aims.reached.get(`${source.dataset.name}.${key}`) ?? 0.97;
    const reached = source.rows.filter(({ unit }) =>
      even.says("reach", this.context.pool.shareOf(unit, share)),
    );
    const count = Math.max(this.size(), reached.length);
    return Array.from({ length: count }, (_, row) => {
      const busy = Math.floor(random.next() ** 2 * reached.length);
      const from = reached[row] ?? reached[busy] ?? source.rows[0];
      return from === undefined ? undefined : this.rowAfter(from, row);
    }).filter((row) => row !== undefined);
  }

  private rowAfter(from: ListRow, row: number, stage?: readonly [string, string]): ListRow {
    const { dataset, list } = this;
    const { random, span } = list;
    const own = (name: string) => dataset.fields.get(name);
    const given = new Map<string, SampleValue>();
    for (const [name, value] of from.values) {
      const type = own(name)?.type;
      const refers =
        (type === "id" || type === "text") && name !== dataset.unit && !dataset.key.includes(name);
      if (refers && !name.includes("状态")) given.set(name, value);
    }
    if (stage !== undefined && own(stage[0]) !== undefined) given.set(stage[0], stage[1]);
    const dated = this.source?.dataset.date.length !== 0;
    const day = dated ? Math.min(span.end, from.day + random.integer(0, 6)) : this.anyDay();
    const unit = this.units.find(({ name }) => name === from.unit) ?? this.units[0];
    if (unit === undefined) return { values: new Map(given), unit: from.unit, day };
    return this.rowOf(unit, row, row, day, given);
  }

  /** More of the recent past, as platforms grow. */
  private anyDay(): number {
    const { random, span } = this.list;
    return span.start + Math.floor((span.end - span.start + 1) * random.next() ** 0.6);
  }

  private rowOf(
    unit: Unit,
    row: number,
    rowOfUnit: number,
    day: number,
    given: ReadonlyMap<string, SampleValue>,
  ): ListRow {
    const unitNumber = this.context.plan.directory.units.indexOf(unit) + 1;
    const values = new RowMaker(this.list, { unit, unitNumber, row, rowOfUnit, day, given }).make();
    return { values, unit: unit.name, day };
  }
}

/** Brings the sum of a column to what the plan's indicator should see. */
function scaleToTotal(rows: readonly ListRow[], field: string, aims: Aims, { name }: Dataset): void {
  const total = aims.totals.get(`${name}.${field}`);
  if (total === undefined) return;
  const weights = rows.map(({ values }) => {
    const value = values.get(field);
    return typeof value === "number" ? value : 0;
  });
  const parts = apportion(Math.round(total), weights);
  for (const [index, { values }] of rows.entries()) {
    if (typeof values.get(field) === "number") values.set(field, parts[index] ?? 0);
  }
}
