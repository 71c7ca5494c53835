import type { Field } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import type { SemiJoin } from "../model/measure.ts";
import type { Value } from "../model/value.ts";
import type { WorkingDays } from "./working-days.ts";

/** Keys of rows, to be asked for and no more. */
export interface Keys {
  has(key: string): boolean;
}

export const noKeys: Keys = { has: () => false };

/** What filters and derived fields look at besides their row. */
export interface Surroundings {
  readonly asOf: Day;
  readonly calendar: WorkingDays;
  /** The values found by a semi-join's dataset, which has been read before. */
  keysOf(join: SemiJoin): Keys;
  /** A field of the row of another dataset with a key; undefined when no used row has it. */
  lookUp(dataset: string, field: string): (key: string) => Value | undefined;
  /** The one name of a unit under any of its written forms; without it unit fields are compared as text. */
  readonly unitName?: (written: string) => string;
  /** Reads a literal as a cell of a field would be. */
  literal(field: Field, text: string): readonly Value[];
}

/** One text for each distinct value, so that 1, 1.0 and １ are one key. */
export function keyOf(value: Exclude<Value, null>): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  return "toFraction" in value ? value.toFraction() : value.join("\u001f");
}
