import { compileDerived, type Derive } from "../measure/derive.ts";
import { compileFilter, type RowTest } from "../measure/filter.ts";
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

/** What a dataset is read for. */
export interface Demand {
  readonly fields: ReadonlySet<string>;
  readonly aggregates: readonly Aggregate[];
  readonly joins: readonly SemiJoin[];
  /** Fields that other datasets look up by this one's key. */
  readonly lookedUp: ReadonlySet<string>;
}

interface Running {
  readonly where: RowTest;
  readonly tally: Tally;
  /** Which of the row's unit fields the aggregate goes by. */
  readonly by: number;
}

/** A value that could not be computed, such as a working day outside the calendar. */
export interface DerivationFailure {
  readonly field: Field;
  readonly problem: ProblemError;
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
  /** Literals of filters that no used row has had yet, by the place of their field. */
  readonly unseen = new Map<number, Set<string>>();
  private readonly derive: readonly { at: number; field: Field; compute: Derive }[];
  private readonly byFields: readonly (string | null)[];
  private readonly byPlaces: readonly number[];
  private readonly presence: readonly Tally[];
  private readonly running = new Map<Aggregate, Running>();
  private readonly joinSets = new Map<SemiJoin, { keys: KeyTable; at: number; where: RowTest }>();
  private readonly lookups = new Map<string, { at: number; values: (Value | undefined)[] }>();
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
    this.presence = this.byFields.map((by) => tallyOf(everything(dataset.name, by), layout));
    for (const aggregate of demand.aggregates) {
      this.running.set(aggregate, {
        where: compileFilter(aggregate.where, layout, around),
        tally: tallyOf(aggregate, layout),
        by: this.byFields.indexOf(aggregate.by),
      });
    }
    for (const join of demand.joins) {
      const where = compileFilter(join.where, layout, around);
      this.joinSets.set(join, { keys: new KeyTable(), at: layout.indexOf(join.field), where });
    }
    for (const field of demand.lookedUp) this.lookups.set(field, { at: layout.indexOf(field), values: [] });
    for (const { field, test } of demand.aggregates.flatMap(({ where }) => [...testsOf(where)])) {
      if (test.op !== "equals") continue;
      const at = layout.indexOf(field);
      const unseen = this.unseen.get(at) ?? new Set();
      for (const value of test.values) if (typeof value === "string") unseen.add(this.compared(at, value));
      this.unseen.set(at, unseen);
    }
  }

  /** Computes the derived fields of a row whose read fields are in place. */
  complete(row: Value[]): DerivationFailure[] {
    const failures: DerivationFailure[] = [];
    for (const { at, field, compute } of this.derive) {
      try {
        row[at] = compute(row);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        row[at] = null;
        failures.push({ field, problem: error });
      }
    }
    return failures;
  }

  /** Tallies a used, completed row; `ordinal` is its number by key, absent where the sheet has no key. */
  use(row: Row, ordinal: number | undefined): void {
    this.used += 1;
    for (let at = 0; at < this.blanks.length; at += 1) {
      if (row[at] == null) this.blanks[at] = (this.blanks[at] ?? 0) + 1;
    }
    for (const [at, unseen] of this.unseen) if (unseen.size > 0) this.see(unseen, at, row[at] ?? null);
    for (let by = 0; by < this.byPlaces.length; by += 1) {
      const unit = this.units.numberOf(row[this.byPlaces[by] ?? -1]);
      this.unitNumbers[by] = unit;
      this.presence[by]?.step(row, unit);
      if (this.units.isStranger(unit) && this.unitNumbers.indexOf(unit) === by)
        this.strangers.set(unit, (this.strangers.get(unit) ?? 0) + 1);
    }
    for (const { where, tally, by } of this.running.values()) {
      if (where(row)) tally.step(row, this.unitNumbers[by] ?? NO_UNIT);
    }
    for (const { keys, at, where } of this.joinSets.values()) {
      const value = row[at];
      if (value != null && where(row)) keys.enter(keyOf(value));
    }
    if (ordinal === undefined) return;
    for (const { at, values } of this.lookups.values()) values[ordinal] = row[at] ?? null;
  }

  /** Whether no used row has a literal in the field at a place of the layout. */
  isUnseen(at: number, literal: string): boolean {
    return this.unseen.get(at)?.has(this.compared(at, literal)) ?? false;
  }

  private see(unseen: Set<string>, at: number, value: Value): void {
    if (typeof value === "string") unseen.delete(this.compared(at, value));
    else if (Array.isArray(value)) for (const member of value) unseen.delete(member);
  }

  /** Filters compare units by any of their names. */
  private compared(at: number, text: string): string {
    return this.layout.fields[at]?.name === this.dataset.unit ? this.units.canonical(text) : text;
  }

  totalsOf(aggregate: Aggregate): Totals | undefined {
    return this.running.get(aggregate)?.tally.finish(this.units.upwards);
  }

  /** Used rows by unit, for the unit field that an aggregate goes by. */
  presenceOf(by: string | null): Totals | undefined {
    return this.presence[this.byFields.indexOf(by)]?.finish(this.units.upwards);
  }

  keysOf(join: SemiJoin): Keys {
    return this.joinSets.get(join)?.keys ?? noKeys;
  }

  lookUp(field: string): (key: string) => Value | undefined {
    const values = this.lookups.get(field)?.values ?? [];
    return (key) => {
      const ordinal = this.keys.ordinalOf(key);
      return ordinal === undefined ? undefined : values[ordinal];
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
