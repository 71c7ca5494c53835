import type { CellObject } from "@e965/xlsx";
import { isBlankText } from "../blank-text.ts";
import { CellKind } from "../reader.ts";
import { kindOfCode } from "../xlsx/number-format.ts";

export interface CellValue {
  readonly kind: number;
  readonly text: string;
}

const blank: CellValue = { kind: CellKind.blank, text: "" };

const errors: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

/** A cell as the xlsx reader would hand it on: numbers unrounded, dates as serials. */
export function cellValue(cell: CellObject | undefined): CellValue {
  const value = cell?.v;
  if (cell === undefined || value === undefined || value === null) return blank;
  switch (cell.t) {
    case "n":
      return Number.isFinite(value) ? { kind: kindOfNumber(cell), text: String(value) } : blank;
    case "s":
      return isBlankText(String(value)) ? blank : { kind: CellKind.text, text: String(value) };
    case "b":
      return { kind: CellKind.boolean, text: value === true ? "1" : "0" };
    case "e":
      return { kind: CellKind.error, text: errors[Number(value)] ?? cell.w ?? "#ERROR" };
    default:
      return blank;
  }
}

function kindOfNumber({ z, w }: CellObject): number {
  if (typeof z === "string") return kindOfCode(z);
  // Formats without a code of their own show by how the number is shown.
  if (w === undefined) return CellKind.number;
  if (w.endsWith("%")) return CellKind.percent;
  return /^\d+\/\d+\/\d+$|^\d+:\d+:\d+$/.test(w) ? CellKind.date : CellKind.number;
}
