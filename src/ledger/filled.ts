import type { Filled, LedgerColumnId } from "../model/ledger-columns.ts";

/** Text of the columns that the program writes. */
export type Cells = Readonly<Partial<Record<LedgerColumnId, string>>>;

/** A row of a ledger as it came back. */
export interface FilledRow {
  /** As the user would name it. */
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly cells: Cells;
  /** What people wrote into the columns that are there for it; the progress that rows begin with is nothing. */
  readonly filled: Filled;
  /** In columns that they added, by heading. */
  readonly added: ReadonlyMap<string, string>;
  /** Put right already when the ledger was written. */
  readonly closed: boolean;
}

/** A ledger as it came back. */
export interface FilledLedger {
  readonly file: string;
  /** What stands above the headings, which names the plan; "" in a CSV file. */
  readonly title: string;
  readonly rows: readonly FilledRow[];
  /** Sheets with content that is no part of a ledger. */
  readonly others: readonly string[];
}

/** A row with its cells as text. */
export interface TextRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export function isTyped({ filled, added, closed }: FilledRow): boolean {
  return closed || Object.keys(filled).length > 0 || added.size > 0;
}

/** "a.xlsx › 市公安局 › 第 9 行" */
export function placeOf({ file, sheet, row }: FilledRow, language: "zh" | "en"): string {
  return `${file} › ${sheet} › ${language === "zh" ? `第 ${row} 行` : `row ${row}`}`;
}
