import type { WorkBook } from "@e965/xlsx";
import { within } from "../place.ts";
import type { ReadLimits, SheetSource } from "../reader.ts";
import { refuse } from "../refuse.ts";
import { parseWorkbook } from "./parse.ts";
import { scanSheet } from "./scan-sheet.ts";
import { Unsaid } from "./unsaid.ts";

interface WorkbookOptions {
  readonly limits: ReadLimits;
  readonly nameOf?: (name: string, index: number, count: number) => string;
  /** OpenDocument tells percentages without a style by the text that is shown. */
  readonly shownText?: boolean;
  /** What the library leaves unsaid, found by a look of our own. */
  readonly unsaid?: Unsaid | undefined;
}

/**
 * The sheets of a workbook that is read whole, from what `load` hands over, checked and decoded. It may be
 * forgotten between two scans, and is then read again, so that many files do not add up in memory.
 */
export async function openWorkbook(
  load: () => Promise<Buffer | string>,
  file: string,
  { limits, nameOf = (name) => name, shownText = false, unsaid = new Unsaid() }: WorkbookOptions,
): Promise<readonly SheetSource[]> {
  const read = () => within({ file }, async () => parseWorkbook(await load(), shownText, limits.patience));
  const first = await read();
  if (first.SheetNames.length === 0) refuse("D004", { file }, "sheetless");
  let kept = new WeakRef(first);
  const workbook = async (): Promise<WorkBook> => {
    const known = kept.deref();
    if (known !== undefined) return known;
    const again = await read();
    kept = new WeakRef(again);
    return again;
  };
  const properties = first.Workbook?.Sheets ?? [];
  const date1904 = first.Workbook?.WBProps?.date1904 === true;
  return first.SheetNames.map((own, index) => {
    const name = nameOf(own, index, first.SheetNames.length);
    return {
      name,
      hidden: (properties[index]?.Hidden ?? 0) > 0,
      date1904,
      scan: (sink) =>
        within({ file, sheet: name }, async () => {
          const sheet = (await workbook()).Sheets[own];
          if (sheet === undefined) refuse("D005", {}, "missing", { part: own });
          scanSheet(sheet, limits, (number) => unsaid.isHidden(index, number), sink);
          return { formulasWithoutValue: unsaid.formulasOf(index) };
        }),
      merges: async () =>
        ((await workbook()).Sheets[own]?.["!merges"] ?? []).map(({ s, e }) => ({
          top: s.r + 1,
          bottom: e.r + 1,
          left: s.c,
          right: e.c,
        })),
    };
  });
}
