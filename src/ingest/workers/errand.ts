import type { Problem } from "../../problem.ts";
import type { RangeEnd, TextRange } from "../csv/read-range.ts";
import type { ReadLimits, ScanEnd } from "../reader.ts";
import type { StoredTexts } from "../xlsx/text-store.ts";
import type { RowBatch } from "./row-batch.ts";

/** A worksheet of a workbook that is open. */
export interface SheetErrand {
  readonly kind: "sheet";
  readonly descriptor: number;
  readonly part: string;
  readonly strings: StoredTexts;
  readonly styles: readonly number[];
  readonly limits: ReadLimits;
}

/** Records of a text file; ranges of one scan share their words. */
export interface RangeErrand {
  readonly kind: "range";
  readonly scan: number;
  readonly range: TextRange;
}

/** What a thread is asked to read, in words that can be sent. */
export type Errand = SheetErrand | RangeErrand;

/** What each errand comes to, beside its rows. */
export interface Ends {
  readonly sheet: ScanEnd;
  readonly range: RangeEnd;
}

export interface Task {
  readonly number: number;
  readonly errand: Errand;
  /** 1 once its rows are not wanted any more. */
  readonly cancelled: Int32Array<SharedArrayBuffer>;
}

export function isWanted({ cancelled }: Task): boolean {
  return Atomics.load(cancelled, 0) === 0;
}

/** What a thread says of its tasks. */
export type Report = { readonly task: number } & (
  | { readonly kind: "rows"; readonly batch: RowBatch; readonly slot: number; readonly read: number }
  | { readonly kind: "end"; readonly end: Ends[keyof Ends] | null }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  | { readonly kind: "bug"; readonly error: unknown }
);
