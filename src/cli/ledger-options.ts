import { extname } from "node:path";
import { problem } from "../problem.ts";
import type { OptionReader } from "./options.ts";

export interface LedgerOptions {
  /** A file, or a folder that gets a file for each unit. */
  readonly path: string;
  readonly form: "xlsx" | "csv" | "folder";
  /** Of rows for each unit and indicator; 0 for all. */
  readonly limit: number;
  /** Whether what looks like ID and phone numbers is hidden in labels. */
  readonly mask: boolean;
}

const DEFAULT_LIMIT = 1_000;
const forms = { ".xlsx": "xlsx", ".csv": "csv", "": "folder" } as const;

/** --ledger FILE.xlsx | FILE.csv | DIR, --ledger-limit and --no-mask. */
export function ledgerOptions(read: OptionReader): LedgerOptions | null {
  const path = read.text("ledger");
  const limit = read.number("ledgerLimit", "whole", 0) ?? DEFAULT_LIMIT;
  const mask = !read.refused("mask");
  if (path === undefined) return null;
  const ending = /[/\\]$/.test(path) ? "" : extname(path).toLowerCase();
  const form = Object.entries(forms).find(([known]) => known === ending)?.[1];
  if (form === undefined) {
    read.add(problem("U007", {}, { file: path, extension: ending, known: ".xlsx .csv" }));
    return null;
  }
  return { path, form, limit, mask };
}

/** --ledger-from FILES, which takes part in --ledger. */
export function ledgersFrom(read: OptionReader): readonly string[] {
  const from = read.texts("ledgerFrom");
  if (from.length === 0) return from;
  if (read.text("ledger") === undefined && read.text("render") === undefined)
    read.add(
      problem("U004", {}, { what: "--ledger", example: `--ledger-from ${from[0]} --ledger ${from[0]} …` }),
    );
  if (from.includes("-"))
    read.add(problem("U003", {}, { flag: "--ledger-from", value: "-", expected: "FILE" }));
  return from;
}
