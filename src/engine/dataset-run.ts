import { compileDerived, type Derive } from "../measure/derive.ts";
import { FilterTree, filterKey } from "../measure/filter-tree.ts";
import { KeyTable } from "../measure/key-table.ts";
import { type Layout, layoutOf } from "../measure/layout.ts";
import { type Keys, keyOf, noKeys, type Surroundings } from "../measure/surroundings.ts";
import { NO_UNIT, type Tally, type Totals, tallyOf, type UnitNumber } from "../measure/tally.ts";
import type { Dataset, Field } from "../model/dataset.ts";
import { type Aggregate, everyRow, type SemiJoin, testsOf } from "../model/measure.ts";
import type { Row, Value } from "../model/value.ts";
import { ProblemError } from "../problem.ts";
import { KeyIndex } from "./key-index.ts";
import type { UnitTable } from "./unit-table.ts";
import { ValueColumn } from "./value-column.ts";

/** What a dataset is read for. */
export interface Demand {
  readonly fields: ReadonlySet<string>;
  readonly aggregates: readonly Aggregate[];
  readonly joins: readonly SemiJoin[];
  /** Fields that other datasets look up by this one's key. */
  readonly lookedUp: ReadonlySet<string>;
}

/** One tally for all aggregates that say the same. */
interface Running {
  readonly tally: Tally;
  /** Which of the row's unit fields the aggregate goes by. */
  readonly by: number;
  /** What the rows so far came to, and how many these were. */
  totals: Totals | null;
  rows: number;
}

interface JoinSet {
  readonly keys: KeyTable;
  readonly at: number;
}

interface LookedUp {
  readonly field: string;
  readonly at: number;
  readonly values: ValueColumn;
}

/** Literals of filters that no used row has had in a field. */
interface Unseen {
  readonly at: number;
  readonly literals: Set<string>;
  /** The value of the row before, which need not be looked up again. */
  last: Value;
}

/** A value that could not be computed, such as a working day outside the calendar. */
export interface DerivationFailure {
  readonly field: Field;
  readonly problem: ProblemError;
}

const noFailures: readonly DerivationFailure[] = [];

interface Deriving {
  readonly at: number;
  readonly field: Field;
  readonly compute: Derive;
}

/** All tallies of one dataset; rows are handed to it once they are known to be used. */
export class DatasetRun {
  readonly dataset: Dataset;
  readonly layout: Layout;
  readonly keys = new KeyIndex();
  /** Fields that a column of one of its sheets holds. */
  readonly bound = new Set<string>();
  /** Used rows in which a field is missing, by the field's place in the layout. */
  readonly blanks: Uint32Array;
  used = 0;
  /** Used rows that name a unit which the directory lacks, in any of the columns that rules go by. */
  readonly strangers = new Map<UnitNumber, number>();
  private readonly unseen: readonly Unseen[];
  private readonly derive: readonly Deriving[];
  private readonly byFields: readonly (string | null)[];
  private readonly byPlaces: readonly number[];
  private readonly presence: readonly Running[];
  private readonly running = new Map<string, Running>();
  private readonly joinSets = new Map<string, JoinSet>();
  private readonly tallied: FilterTree<Running>;
  private readonly joined: FilterTree<JoinSet>;
  private readonly lookups: readonly LookedUp[];
  private readonly units: UnitTable;
  private readonly unitNumbers: UnitNumber[];

  constructor(dataset: Dataset, demand: Demand, around: Surroundings, units: UnitTable) {
    this.dataset = dataset;
    this.units = units;
    const base = [...dataset.key, ...(dataset.unit === null ? [] : [dataset.unit]), ...dataset.date];
    this.layout = layoutOf(dataset, new Set([...base, ...demand.fields]));
    const { layout } = this;
    this.blanks = new Uint32Array(layout.fields.length);
    this.derive = layout.derived.flatMap((field) =>
      field.derived === null
        ? []
        : [
            {
              at: layout.indexOf(field.name),
              field,
              compute: compileDerived(field, field.derived, layout, around),
            },
          ],
    );
    this.byFields = [...new Set([dataset.unit, ...demand.aggregates.map((aggregate) => aggregate.by)])];
    this.byPlaces = this.byFields.map((field) => (field === null ? -1 : layout.indexOf(field)));
    this.unitNumbers = this.byFields.map(() => NO_UNIT);
    this.presence = this.byFields.map((field, by) => this.start(everything(dataset.name, field), by));
    this.tallied = new FilterTree(layout, around, (running, row) =>
      running.tally.step(row, this.unitNumbers[running.by] ?? NO_UNIT),
    );
    for (const aggregate of demand.aggregates) {
      const key = filterKey(aggregate);
      if (this.running.has(key)) continue;
      const running = this.start(aggregate, this.byFields.indexOf(aggregate.by));
      this.running.set(key, running);
      this.tallied.add(aggregate.where, running);
    }
    this.joined = new FilterTree(layout, around, ({ keys, at }, row) => {
      const value = row[at];
      if (value != null) keys.enter(keyOf(value));
    });
    for (const join of demand.joins) {
      const key = filterKey(join);
      if (this.joinSets.has(key)) continue;
      const joinSet = { keys: new KeyTable(), at: layout.indexOf(join.field) };
      this.joinSets.set(key, joinSet);
      this.joined.add(join.where, joinSet);
    }
    this.lookups = [...demand.lookedUp].map((field) => {
      return { field, at: layout.indexOf(field), values: new ValueColumn() };
    });
    this.unseen = this.literalsOf(demand);
  }

  private start(aggregate: Aggregate, by: number): Running {
    return { tally: tallyOf(aggregate, this.layout), by, totals: null, rows: 0 };
  }

  private literalsOf({ aggregates }: Demand): Unseen[] {
    const literals = new Map<number, Set<string>>();
    for (const { field, test } of aggregates.flatMap(({ where }) => [...testsOf(where)])) {
      if (test.op !== "equals") continue;
      const at = this.layout.indexOf(field);
      const unseen = literals.get(at) ?? new Set();
      for (const value of test.values) if (typeof value === "string") unseen.add(this.compared(at, value));
      literals.set(at, unseen);
    }
    return [...literals].map(([at, unseen]) => ({ at, literals: unseen, last: null }));
  }

  /** Computes the derived fields of a row whose read fields are in place. */
  complete(row: Value[]): readonly DerivationFailure[] {
    let failures = noFailures;
    for (let at = 0; at < this.derive.length; at += 1) {
      const derive = this.derive[at] as Deriving;
      try {
        row[derive.at] = derive.compute(row);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        row[derive.at] = null;
        failures = [...failures, { field: derive.field, problem: error }];
      }
    }
    return failures;
  }

  /** Tallies a used, completed row; `ordinal` is its number by key, -1 where the sheet has no key. */
  use(row: Row, ordinal: number): void {
    this.used += 1;
    const { blanks, unseen, lookups } = this;
    for (let at = 0; at < blanks.length; at += 1) {
      if (row[at] == null) blanks[at] = (blanks[at] as number) + 1;
    }
    for (let at = 0; at < unseen.length; at += 1) this.see(unseen[at] as Unseen, row);
    this.countUnits(row);
    this.tallied.take(row);
    this.joined.take(row);
    if (ordinal < 0) return;
    for (let of = 0; of < lookups.length; of += 1) {
      const { at, values } = lookups[of] as LookedUp;
      values.put(ordinal, row[at] ?? null);
    }
  }

  private countUnits(row: Row): void {
    const { byPlaces, unitNumbers, units } = this;
    for (let by = 0; by < byPlaces.length; by += 1) {
      const unit = units.numberOf(row[byPlaces[by] as number]);
      unitNumbers[by] = unit;
      this.presence[by]?.tally.step(row, unit);
      if (units.isStranger(unit) && unitNumbers.indexOf(unit) === by)
        this.strangers.set(unit, (this.strangers.get(unit) ?? 0) + 1);
    }
  }

  /** Whether filters name literals for the field at a place of the layout, and no used row has this one. */
  isUnseen(at: number, literal: string): boolean {
    const unseen = this.unseen.find((each) => each.at === at);
    return unseen?.literals.has(this.compared(at, literal)) ?? false;
  }

  private see(unseen: Unseen, row: Row): void {
    const { at, literals, last } = unseen;
    const value = row[at] ?? null;
    if (literals.size === 0 || value === last) return;
    unseen.last = value;
    if (typeof value === "string") literals.delete(this.compared(at, value));
    else if (Array.isArray(value)) for (const member of value) literals.delete(member);
  }

  /** Filters compare units by any of their names. */
  private compared(at: number, text: string): string {
    return this.layout.fields[at]?.name === this.dataset.unit ? this.units.canonical(text) : text;
  }

  totalsOf(aggregate: Aggregate): Totals | undefined {
    return this.finished(this.running.get(filterKey(aggregate)));
  }

  /** Used rows by unit, for the unit field that an aggregate goes by. */
  presenceOf(by: string | null): Totals | undefined {
    return this.finished(this.presence[this.byFields.indexOf(by)]);
  }

  private finished(running: Running | undefined): Totals | undefined {
    if (running === undefined) return undefined;
    if (running.totals === null || running.rows !== this.used) {
      running.totals = running.tally.finish(this.units.upwards);
      running.rows = this.used;
    }
    return running.totals;
  }

  keysOf(join: SemiJoin): Keys {
    return this.joinSets.get(filterKey(join))?.keys ?? noKeys;
  }

  lookUp(field: string): (key: string) => Value | undefined {
    const values = this.lookups.find((lookup) => lookup.field === field)?.values;
    return (key) => {
      const ordinal = this.keys.ordinalOf(key);
      return ordinal < 0 ? undefined : values?.at(ordinal);
    };
  }

  /** The rows that the dataset's own unit field attributes to each unit number. */
  get ownPresence(): Totals | undefined {
    return this.presenceOf(this.dataset.unit);
  }
}

function everything(dataset: string, by: string | null): Aggregate {
  return { kind: "count", dataset, fields: [], where: everyRow, by, together: [] };
}
