import {
  filledColumns,
  type LedgerColumnId,
  ledgerHeadings,
  progressWords,
} from "../model/ledger-columns.ts";
import { spelling } from "../model/reading/text.ts";
import { dayText } from "./cell-text.ts";
import type { Cells, FilledRow, TextRow } from "./filled.ts";
import { type Column, columnsIn } from "./headings.ts";
import { isOurMark, saysSettled, stateIn } from "./said-marks.ts";

/** Headings stand no further down. */
const HEAD = 40;
const nothingToDo = ["没有需要整改的记录。", "There is nothing to put right."].map(spelling);
const notStarted = Object.values(progressWords[0]).map(spelling);
const days: readonly LedgerColumnId[] = ["deadline", "closed"];
const closedSheets = ["已销号", "closed"];

export interface SheetOfLedger {
  readonly title: string;
  readonly rows: readonly FilledRow[];
}

/** The rows of a sheet that is a ledger, whatever the order of its columns; null where it is none. */
export function readSheet(
  { file, sheet }: { readonly file: string; readonly sheet: string },
  rows: readonly TextRow[],
): SheetOfLedger | null {
  const head = rows.slice(0, HEAD).findIndex(({ cells }) => columnsIn(cells) !== null);
  const columns = columnsIn(rows[head]?.cells ?? []);
  if (columns === null) return null;
  const toFill = columns.some((column) => "id" in column && filledColumns.some((id) => id === column.id));
  const headings = rows[head]?.cells.map(spelling).join("\u001f");
  const own = rows
    .slice(head + 1)
    .filter(({ cells }) => cells.map(spelling).join("\u001f") !== headings && !saysNothing(cells))
    .map(({ number, cells }) => ({ file, sheet, row: number, ...read(cells, columns, sheet) }));
  return {
    title: rows
      .slice(0, head)
      .flatMap(({ cells }) => cells.filter(Boolean))
      .join(" "),
    // A sheet to look through repeats the others: only what people added to it is theirs.
    rows: toFill ? own : own.filter(({ added }) => added.size > 0),
  };
}

function saysNothing(cells: readonly string[]): boolean {
  const texts = cells.map((text) => spelling(text)).filter((text) => text !== "");
  return texts.length === 0 || (texts.length === 1 && nothingToDo.includes(texts[0] ?? ""));
}

function read(texts: readonly string[], columns: readonly Column[], sheet: string) {
  const cells: { -readonly [Id in keyof Cells]: string } = {};
  const added = new Map<string, string>();
  for (const [at, heading] of headingsFor(texts, columns)) {
    const text = (texts[at] ?? "").trim();
    if (text === "") continue;
    if (typeof heading === "string") put(added, heading, text);
    else if (isSomebodys(heading.id, text)) put(added, `${ledgerHeadings[heading.id].zh}（填写）`, text);
    else cells[heading.id] = days.includes(heading.id) ? dayText(text) : text;
  }
  const filled = Object.fromEntries(
    filledColumns.flatMap((id) => {
      const text = cells[id];
      const blank = text === undefined || (id === "progress" && notStarted.includes(spelling(text)));
      return blank ? [] : [[id, text]];
    }),
  );
  const state = stateIn(cells.state ?? "");
  const settled = closedSheets.includes(spelling(sheet)) || saysSettled(cells.mark ?? "");
  return { cells, filled, added, closed: state === undefined ? settled : state === "closed" };
}

/** Each column's own heading; text beside the headings has a column, too. */
function headingsFor(texts: readonly string[], columns: readonly Column[]) {
  const known = columns.map(
    (column) => [column.at, "id" in column ? { id: column.id } : column.added] as const,
  );
  const taken = new Set(columns.map(({ at }) => at));
  const beside = texts.flatMap((text, at) =>
    text.trim() === "" || taken.has(at) ? [] : [[at, `附加列${letterOf(at)}`] as const],
  );
  return [...known, ...beside];
}

/** Columns that the program fills in may be a unit's own, of the same name; notes stand below the numbers. */
function isSomebodys(id: LedgerColumnId, text: string): boolean {
  if (id === "number") return !/^[\d.]+$/.test(text);
  return (id === "mark" && !isOurMark(text)) || (id === "state" && stateIn(text) === undefined);
}

function put(added: Map<string, string>, heading: string, text: string): void {
  const before = added.get(heading);
  added.set(heading, before === undefined ? text : `${before}\n${text}`);
}

function letterOf(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest === 0 ? "" : letterOf(rest - 1)) + String.fromCharCode(65 + (at % 26));
}
