import { Script } from "node:vm";
import type { ParsingOptions, WorkBook } from "@e965/xlsx";
import { fail, ProblemError } from "../../problem.ts";
import { refuse } from "../refuse.ts";

type SheetJs = typeof import("@e965/xlsx");

/** Reads a workbook of an old or rare format whole; text has been decoded. Throws ProblemError. */
export async function parseWorkbook(
  data: Buffer | string,
  shownText: boolean,
  patience: number,
): Promise<WorkBook> {
  loading ??= load();
  const sheetJs = await loading;
  forgetFormats(sheetJs);
  try {
    const seconds = patience + (data.length / 1024 ** 2) * SECONDS_PER_MEGABYTE;
    return quietly(() => inTime(seconds, () => sheetJs.read(data, optionsFor(data, shownText, sheetJs))));
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(detail)) fail("D008", {});
    return refuse("D005", {}, "unreadable", { detail });
  }
}

let loading: Promise<SheetJs> | null = null;

async function load(): Promise<SheetJs> {
  const [sheetJs, codepages] = await Promise.all([
    import("@e965/xlsx"),
    import("@e965/xlsx/dist/cpexcel.full.mjs"),
  ]);
  sheetJs.set_cptable(codepages);
  return sheetJs;
}

// Without WTF errors are swallowed and sheets vanish. The text that a cell shows is made by formats the
// library may not know, and then ends the reading: values and format codes will do.
function optionsFor(data: Buffer | string, shownText: boolean, sheetJs: SheetJs): ParsingOptions {
  return {
    type: typeof data === "string" ? "string" : "buffer",
    WTF: true,
    dense: true,
    UTC: true,
    raw: true,
    cellText: shownText,
    cellFormula: false,
    cellHTML: false,
    // Asked for before each look into the table of formats, which a file may have made anew.
    get cellNF() {
      addChineseDates(sheetJs);
      return true;
    },
  };
}

const CUSTOM = 59;

// The table of formats is the library's own and outlives a file: what one .xls declared must not colour
// the next.
function forgetFormats({ SSF }: SheetJs): void {
  const table = SSF.get_table();
  for (const id of Object.keys(table).map(Number)) if (id >= CUSTOM) delete table[id];
}

// The dates of Chinese editions, which the library's table lacks.
function addChineseDates({ SSF }: SheetJs): void {
  if (SSF.get_table()[27] !== undefined) return;
  for (let id = 27; id <= 36; id++) SSF.load("yyyy/m/d", id);
  for (let id = 50; id <= 58; id++) SSF.load("yyyy/m/d", id);
}

const SECONDS_PER_MEGABYTE = 5;

// Damaged records can lead the library round in circles; only a script of its own can be stopped.
function inTime(seconds: number, read: () => WorkBook): WorkBook {
  let book: WorkBook | undefined;
  const run = () => {
    book = read();
  };
  try {
    new Script("run()").runInNewContext({ run }, { timeout: Math.ceil(seconds * 1000) });
  } catch (error) {
    // Made in the other context, it may be no Error of this one.
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      refuse("D005", {}, "endless", { seconds: Math.ceil(seconds) });
    throw error;
  }
  return book ?? refuse("D005", {}, "unreadable", { detail: "-" });
}

/** The library remarks on what it meets by console; stderr is ours. */
function quietly<T>(read: () => T): T {
  const { log, warn, error } = console;
  const silence = () => {};
  Object.assign(console, { log: silence, warn: silence, error: silence });
  try {
    return read();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}
