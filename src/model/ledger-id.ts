import { hash } from "node:crypto";

/** What makes a record of a ledger the same one in every export and every later run. */
export interface LedgerIdentity {
  readonly plan: string;
  /** Of the indicator or the task. */
  readonly rule: string;
  /** Under which the record is listed; null for 待确认. */
  readonly unit: string | null;
  /** Its key, or what its content tells of it; never its file or row. */
  readonly record: string;
  /** Among records that nothing tells apart, from 0. */
  readonly nth: number;
}

const BYTES = 8;
const BETWEEN = "\u001f";

/** 16 hexadecimal digits, the same as long as plan, rule, unit and record are. */
export function ledgerId({ plan, rule, unit, record, nth }: LedgerIdentity): string {
  const parts = [plan, rule, unit ?? "", record, ...(nth === 0 ? [] : [String(nth)])];
  // Not a part of a longer text, which it would keep in memory.
  return hash("sha256", parts.join(BETWEEN), "buffer").toString("hex", 0, BYTES);
}

/** Whether text could be one. */
export function isLedgerId(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}
