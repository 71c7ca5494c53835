import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { parse } from "csv-parse";
import { filledColumns, ledgerHeadings, progressWords } from "../model/ledger-columns.ts";
import { ownLedgerMark } from "../model/own-report.ts";
import { headOf, isOwnLedgerText, propertiesOf } from "./own-report.ts";
import { defaultLimits } from "./reader.ts";
import { openContainer } from "./zip/container.ts";

/** What stands where a ledger is to be written; `edited`: a ledger of ours that someone has worked in. */
export type LedgerStanding = "absent" | "untouched" | "edited" | "foreign";

const mark = new RegExp(`<(?:\\w+:)?keywords>[^<]*\\b${ownLedgerMark}\\b`);
const BYTE_ORDER_MARK = "\ufeff";

/** What people have written into a ledger is nowhere else: it must not be overwritten. */
export async function ledgerStanding(path: string): Promise<LedgerStanding> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.size === 0) return "absent";
  // Whoever writes there says what is in the way.
  if (!found.isFile()) return "absent";
  try {
    const head = await headOf(path);
    if (head.subarray(0, 2).toString() === "PK") return await workbookStanding(path);
    return isOwnLedgerText(head) ? await textStanding(path, head) : "foreign";
  } catch {
    return "foreign";
  }
}

/** Ours have one author and one time; whoever saves it again leaves a name or a time. */
async function workbookStanding(path: string): Promise<LedgerStanding> {
  const container = await openContainer(path, defaultLimits);
  try {
    const core = await propertiesOf(container);
    if (!mark.test(core)) return "foreign";
    const value = (tag: string) => new RegExp(`<(?:\\w+:)?${tag}\\b[^>]*>([^<]*)<`).exec(core)?.[1];
    const [author, last] = [value("creator"), value("lastModifiedBy")];
    const [created, modified] = [value("created"), value("modified")];
    return author !== undefined && author === last && created === modified ? "untouched" : "edited";
  } finally {
    container.close();
  }
}

/** Text has no author: what counts is whether anything is filled in. */
async function textStanding(path: string, head: Buffer): Promise<LedgerStanding> {
  // As we never write it.
  if (!head.toString("utf8", 0, 3).startsWith(BYTE_ORDER_MARK)) return "edited";
  const rows = createReadStream(path).pipe(parse({ bom: true, relax_column_count: true }));
  let toFill: number[] | null = null;
  for await (const row of rows as AsyncIterable<string[]>) {
    if (toFill === null) toFill = placesToFill(row);
    else if (toFill.some((at) => isFilled(row[at] ?? ""))) return "edited";
  }
  return "untouched";
}

function placesToFill(headings: readonly string[]): number[] {
  const names = filledColumns.flatMap((id) => Object.values(ledgerHeadings[id]) as string[]);
  return headings.flatMap((heading, at) => (names.includes(heading) ? [at] : []));
}

function isFilled(text: string): boolean {
  const { zh, en } = progressWords[0];
  return text !== "" && text !== zh && text !== en;
}
