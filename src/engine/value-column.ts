import { PagedInts } from "../measure/paged.ts";
import { keyOf } from "../measure/surroundings.ts";
import type { Value } from "../model/value.ts";

/** The values of one field over millions of rows: each different one is kept once, rows keep its number. */
export class ValueColumn {
  private readonly values: Value[] = [null];
  private readonly numbers = new Map<string, number>();
  private readonly rows = new PagedInts();

  put(row: number, value: Value): void {
    if (value !== null) this.rows.put(row, this.numberOf(value));
  }

  at(row: number): Value {
    return this.values[this.rows.at(row)] ?? null;
  }

  private numberOf(value: Exclude<Value, null>): number {
    const key = keyOf(value);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.push(value) - 1;
    this.numbers.set(key, number);
    return number;
  }
}
