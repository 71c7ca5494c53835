import type { ParsingOptions, WorkBook } from "@e965/xlsx";
import { fail } from "../../problem.ts";
import { refuse } from "../refuse.ts";

type SheetJs = typeof import("@e965/xlsx");

// Without WTF errors are swallowed and sheets vanish; formulas are not needed, their values are.
const options: ParsingOptions = {
  WTF: true,
  dense: true,
  UTC: true,
  cellNF: true,
  cellFormula: false,
  cellHTML: false,
  raw: true,
};

let loading: Promise<SheetJs> | null = null;

/** Reads a workbook of an old or rare format whole; text has been decoded. Throws ProblemError. */
export async function parseWorkbook(data: Buffer | string): Promise<WorkBook> {
  loading ??= load();
  const sheetJs = await loading;
  forgetFormats(sheetJs);
  try {
    return sheetJs.read(data, { ...options, type: typeof data === "string" ? "string" : "buffer" });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(detail)) fail("D008", {});
    return refuse("D005", {}, "unreadable", { detail });
  }
}

async function load(): Promise<SheetJs> {
  const [sheetJs, codepages] = await Promise.all([
    import("@e965/xlsx"),
    import("@e965/xlsx/dist/cpexcel.full.mjs"),
  ]);
  sheetJs.set_cptable(codepages);
  return sheetJs;
}

// The table of formats is the library's own and outlives a file: what one .xls declared must not colour
// the next, and the dates of Chinese editions (27-36, 50-58) are not in it.
function forgetFormats({ SSF }: SheetJs): void {
  for (let id = 23; id < 0x188; id++) {
    const date = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    if (date) SSF.load("yyyy/m/d", id);
    else if (id >= 59) SSF.load("General", id);
  }
}
