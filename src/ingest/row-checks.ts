import type { Place } from "../problem.ts";
import type { ReadLimits } from "./reader.ts";
import { refuse } from "./refuse.ts";

/** The limits of rows, columns and cells, each with the flag that raises it. */
export function tooManyRows(at: Place, limits: ReadLimits): never {
  return refuse("D006", at, "rows", { limit: limits.maxRows, flag: "--max-rows" });
}

export function tooManyColumns(at: Place, line: number, limits: ReadLimits): never {
  return refuse("D006", at, "columns", { line, limit: limits.maxColumns, flag: "--max-columns" });
}

export function tooLongCell(at: Place, limits: ReadLimits): never {
  return refuse("D006", at, "cell", { limit: limits.maxCellLength, flag: "--max-cell-length" });
}
