import * as XLSX from "@e965/xlsx";
import { readXlsx } from "hucre/xlsx";
import { at, type Excuse, type Grid, roughly, textWord } from "./grid.ts";

const errors: Readonly<Record<number, string>> = { 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 42: "#N/A" };

export function sheetJsGrid(bytes: Buffer): Grid {
  const book = XLSX.read(bytes, { type: "buffer", dense: true, WTF: true, UTC: true });
  const grid = new Map<string, string>();
  for (const name of book.SheetNames) {
    const rows: (XLSX.CellObject | undefined)[][] = book.Sheets[name]?.["!data"] ?? [];
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of (cells ?? []).entries()) {
        const word = sheetJsWord(cell);
        if (word !== null) grid.set(at(name, row + 1, column + 1), word);
      }
    }
  }
  return grid;
}

function sheetJsWord(cell: XLSX.CellObject | undefined): string | null {
  if (cell?.v === undefined || cell.v === null) return null;
  if (cell.t === "s") return textWord(String(cell.v));
  if (cell.t === "b") return `b ${cell.v === true ? 1 : 0}`;
  if (cell.t === "e") return `e ${errors[Number(cell.v)] ?? cell.w}`;
  return `n ${Number(cell.v)}`;
}

export const sheetJsErrs: readonly Excuse[] = [
  {
    why: "In strings that are not shared it keeps only the low byte of an escape: _x4E2D_ is 中, not -.",
    holds: (ours, theirs) => ours.startsWith("s 中") && theirs.startsWith("s -"),
  },
];

const DAY = 86_400_000;
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

export async function hucreGrid(bytes: Buffer): Promise<Grid> {
  const book = await readXlsx(bytes);
  const epoch = EPOCH[book.dateSystem === "1904" ? 1904 : 1900];
  const grid = new Map<string, string>();
  for (const { name, rows, cells } of book.sheets) {
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of values.entries()) {
        const isError = cells?.get(`${row},${column}`)?.type === "error";
        const word = hucreWord(value, isError, epoch);
        if (word !== null) grid.set(at(name, row + 1, column + 1), word);
      }
    }
  }
  return grid;
}

function hucreWord(value: unknown, isError: boolean, epoch: number): string | null {
  if (value === null || value === undefined) return null;
  if (isError) return `e ${String(value)}`;
  if (typeof value === "boolean") return `b ${value ? 1 : 0}`;
  if (typeof value === "number") return `n ${value}`;
  if (value instanceof Date) return `n ${roughly((value.getTime() - epoch) / DAY)}`;
  return textWord(String(value));
}
