import type { Surroundings } from "../../measure/surroundings.ts";
import type { UnitNumber } from "../../measure/tally.ts";
import { type Exact, fraction } from "../../model/exact.ts";
import type { Fault, FoundGroup, FoundRow, LedgerOrder } from "../../model/ledger.ts";
import type { Ease } from "../../model/plan.ts";
import type { Row } from "../../model/value.ts";
import type { DatasetRun } from "../dataset-run.ts";
import type { UnitTable } from "../unit-table.ts";
import { BestFew } from "./best-few.ts";
import type { Owners } from "./owners.ts";
import type { Records, SeenRow } from "./records.ts";

/** What collectors of one indicator work with. */
export interface Collecting {
  readonly indicator: string;
  readonly owners: Owners;
  readonly units: UnitTable;
  readonly falls: boolean;
  /** One value for the whole area. */
  readonly shared: boolean;
  /** 100 where a quotient is said in %. */
  readonly scale: number;
  readonly ease: Ease | null;
  /** Of rows to keep for each unit. */
  readonly most: number;
}

/** A dataset as it is being read. */
export interface Reading {
  readonly run: DatasetRun;
  readonly around: Surroundings;
  readonly records: Records;
}

/** Gathers the rows of one indicator as datasets are read, the first time only to know partners. */
export interface Collector {
  /** Datasets whose rows it looks at in advance. */
  readonly surveyed: readonly string[];
  /** The dataset whose rows it lists. */
  readonly listed: string;
  survey?(reading: Reading): (row: Row) => void;
  collect(reading: Reading): (seen: SeenRow) => void;
  groups(): FoundGroup[];
}

export type FoundRecord = Omit<FoundRow, "fault" | "weight" | "owner">;

interface Draft {
  readonly record: FoundRecord;
  readonly fault: Fault;
  /** Where a value is the record, and not the row that it was found in. */
  readonly value?: string;
}

/** The rows found, by unit, no more of each than are wanted. */
export class Groups {
  private readonly byUnit = new Map<string | null, { rows: BestFew<FoundRow>; amount: number | null }>();
  private readonly about: Collecting;
  private readonly order: LedgerOrder;

  constructor(about: Collecting, order: LedgerOrder) {
    this.about = about;
    this.order = order;
  }

  /** `draft` makes the row, once it is known to be listed. */
  offer(
    unit: string | null,
    rank: number,
    weight: number | null,
    written: string | null,
    draft: () => Draft,
  ): void {
    let group = this.byUnit.get(unit);
    if (group === undefined) {
      group = { rows: new BestFew(this.about.most), amount: 0 };
      this.byUnit.set(unit, group);
    }
    group.amount = weight === null || group.amount === null ? null : group.amount + weight;
    group.rows.offer(rank, () => {
      // Written out: an object that is spread into another takes three times the memory.
      const { record, fault, value } = draft();
      const { key, identity, label, day, place } = record;
      const owner = this.about.owners.writtenFor(unit, written);
      const own = { key: value ?? key, identity: value ?? identity };
      return { key: own.key, identity: own.identity, label, owner, day, fault, weight, place };
    });
  }

  get found(): FoundGroup[] {
    return [...this.byUnit].map(([unit, { rows, amount }]) => ({
      indicator: this.about.indicator,
      unit,
      rows: rows.best,
      total: rows.offered,
      amount,
      order: this.order,
    }));
  }
}

/** The unit of a row, by number and as written. */
export function unitReader(by: string | null, { run }: Reading, units: UnitTable) {
  const at = by === null ? -1 : run.layout.indexOf(by);
  return (row: Row): { number: UnitNumber; written: string | null } => {
    const written = row[at] ?? null;
    return { number: units.numberOf(written), written: typeof written === "string" ? written : null };
  };
}

/** Ranks rows by ease, the easiest lowest; those of which it is not known come last. */
export function easeOf(ease: Ease | null, { run }: Reading): (row: Row) => number {
  const at = ease === null ? -1 : run.layout.indexOf(ease.field);
  if (ease === null || at < 0) return () => 0;
  const sign = ease.order === "descending" ? -1 : 1;
  return (row) => {
    const value = row[at];
    return value == null || typeof value === "string" || Array.isArray(value)
      ? Number.MAX_VALUE
      : sign * numberOf(value as Exact);
  };
}

export function numberOf(value: Exact): number {
  return typeof value === "number" ? value : fraction(value).valueOf();
}
