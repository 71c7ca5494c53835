import type Fraction from "fraction.js";
import { addressOf } from "../ingest/address.ts";
import type { TotalLevel } from "../ingest/labels.ts";
import { type Exact, ExactSum, fraction } from "../model/exact.ts";

export interface StatedTotal {
  readonly field: string;
  readonly column: number;
  readonly stated: Exact;
}

export interface CheckedTotal {
  readonly field: string;
  readonly cell: string;
  readonly stated: Fraction;
  readonly computed: Fraction;
  readonly agrees: boolean;
}

interface Column {
  open: ExactSum;
  rows: number;
  closed: Fraction[];
  /** What a grand total has closed: a later one may say it again, or sum a table of its own. */
  everything: Fraction | null;
}

/** Holds total rows against the rows above them, one column at a time. */
export class TotalsCheck {
  private readonly columns = new Map<string, Column>();
  /** A table whose totals stand above their rows is not compared. */
  private leading = false;
  private rows = 0;

  add(field: string, value: Exact): void {
    this.rows += 1;
    const column = this.column(field);
    column.open.add(value);
    column.rows += 1;
  }

  /** The sum of the rows since the last grand total. */
  sumOf(field: string): Fraction {
    const { open, closed } = this.column(field);
    return closed.reduce((sum, block) => sum.add(block), open.total);
  }

  private column(field: string) {
    const known = this.columns.get(field);
    if (known !== undefined) return known;
    const column: Column = { open: new ExactSum(), rows: 0, closed: [], everything: null };
    this.columns.set(field, column);
    return column;
  }

  /** Compares a total row and closes the block that it sums. */
  close(level: Exclude<TotalLevel, "average">, row: number, stated: readonly StatedTotal[]): CheckedTotal[] {
    if (this.rows === 0) this.leading = true;
    if (this.leading) return [];
    const results = stated.map(({ field, column, stated: value }) => {
      const { open, rows, closed, everything: before } = this.column(field);
      const block = open.total;
      // A subtotal sums the rows before it; one without rows of its own, and a total, the last so many blocks.
      const sums = [block];
      const own = level === "block" && rows > 0;
      if (!own) for (const earlier of closed.toReversed()) sums.push((sums.at(-1) ?? block).add(earlier));
      const everything = sums.at(-1) ?? block;
      const expected = own ? block : everything;
      const figure = fraction(value);
      const candidates = sums.slice(rows > 0 || sums.length === 1 ? 0 : 1);
      if (before !== null && !own) candidates.push(before.add(everything));
      const agrees = candidates.some((sum) => sum.equals(figure));
      const cell = addressOf(column, row);
      return { field, cell, stated: figure, computed: agrees ? figure : expected, agrees };
    });
    for (const [field, column] of this.columns) {
      if (level === "grand") {
        const all = this.sumOf(field);
        column.everything = column.everything?.add(all) ?? all;
        column.closed = [];
      } else if (column.rows > 0) column.closed.push(column.open.total);
      column.open = new ExactSum();
      column.rows = 0;
    }
    return results;
  }
}
