import { describe, expect, test } from "vitest";
import { openBytes } from "../ingest/read.ts";
import { differences, type Grid, ourGrid, roughly } from "./grid.ts";
import { hucreGrid, sheetJsErrs, sheetJsGrid } from "./oracles.ts";
import { byExceljs, byHand, byHucre, bySheetJs, someTable } from "./well-formed.ts";

const files: readonly [name: string, bytes: () => Buffer | Promise<Buffer>][] = [
  ["markup as Excel writes it", byHand],
  ["written by exceljs", () => byExceljs(someTable(1, 300, 12))],
  ["written by exceljs, days from 1904", () => byExceljs(someTable(2, 100, 8), true)],
  ["written by SheetJS, shared strings", () => bySheetJs(someTable(3, 300, 12), true)],
  ["written by SheetJS, inline strings", () => bySheetJs(someTable(4, 300, 12), false)],
  ["written by hucre", () => byHucre(someTable(5, 300, 12))],
  ["wide", () => bySheetJs(someTable(6, 5, 700), true)],
  ["long", () => bySheetJs(someTable(7, 20_000, 4), true)],
];

async function ours(bytes: Buffer, day: (serial: number) => number): Promise<Grid> {
  const file = await openBytes(bytes);
  try {
    return await ourGrid(file, day);
  } finally {
    await file.close();
  }
}

describe("two other readers see the same cells", () => {
  test.each(files)("%s", async (_, make) => {
    const bytes = await make();
    const grid = await ours(bytes, (serial) => serial);
    expect(grid.size).toBeGreaterThan(5);
    expect(differences(grid, sheetJsGrid(bytes), sheetJsErrs)).toEqual([]);
    expect(differences(await ours(bytes, roughly), await hucreGrid(bytes), [])).toEqual([]);
  });
});
