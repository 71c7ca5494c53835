import type { Language } from "../model/language.ts";
import type { Ledger, LedgerUnit } from "../model/ledger.ts";
import { stateWords } from "../model/ledger-columns.ts";
import { ownLedgerMark, ownReportMark } from "../model/own-report.ts";
import { countOf } from "./ledger/lines.ts";
import { listSheet } from "./ledger/list-sheet.ts";
import { type Book, ledgerTitle } from "./ledger/page.ts";
import { type Sink, Taker } from "./ledger/sink.ts";
import { summarySheet } from "./ledger/summary-sheet.ts";
import { unconfirmed } from "./ledger/words.ts";
import { type LibraryWriter, withoutClock } from "./ledger/writer.ts";
import { MOST_UNIT_SHEETS } from "./sheets/limits.ts";
import { unitSheetNames } from "./sheets/names.ts";

const sheets = { notes: { zh: "说明", en: "About" }, all: { zh: "全部", en: "All" } } as const;

/** Every unit's rows, in a sheet of its own each, and all together to look through. */
export async function ledgerWorkbook(ledger: Ledger, language: Language, sink: Sink): Promise<void> {
  const { units } = ledger;
  const [notes, all] = [sheets.notes[language], sheets.all[language]];
  const apart = units.length > 1 && units.length <= MOST_UNIT_SHEETS;
  await write(ledger, language, sink, async (book) => {
    await summarySheet(book, { name: notes, unit: "", where: apart ? "unit-sheets" : "one-sheet" }, units);
    const list = { units, which: "open", purpose: apart ? "overview" : "to-fill" } as const;
    await listSheet(book, { ...list, name: all, unit: "" });
    const others = otherSheets(units, language);
    const nameOf = ({ unit }: LedgerUnit) => unit ?? unconfirmed[language];
    const taken = [notes, all, ...others.map(({ name }) => name)];
    const names = unitSheetNames([...taken, ...units.map(nameOf)], language).slice(taken.length);
    for (const [at, one] of apart ? units.entries() : []) {
      if (one.unit === null && isEmpty(one)) continue;
      const own = { units: [one], which: "open", purpose: "to-fill" } as const;
      await listSheet(book, { ...own, name: names[at] ?? "", unit: nameOf(one) });
    }
    for (const { name, which } of others)
      await listSheet(book, { name, unit: name, units, which, purpose: "to-fill" });
  });
}

/** One unit's rows, to be handed to it. */
export async function unitLedgerWorkbook(
  ledger: Ledger,
  one: LedgerUnit,
  language: Language,
  sink: Sink,
): Promise<void> {
  const unit = one.unit ?? unconfirmed[language];
  const others = otherSheets([one], language);
  const notes = sheets.notes[language];
  const name = unitSheetNames([notes, ...others.map((other) => other.name), unit], language).at(-1) ?? "";
  const list = { units: [one], purpose: "to-fill" } as const;
  await write(ledger, language, sink, async (book) => {
    await listSheet(book, { ...list, name, unit, which: "open" });
    for (const other of others) await listSheet(book, { ...list, ...other, unit: `${unit} ${other.name}` });
    await summarySheet(book, { name: notes, unit, where: "own-file" }, [one]);
  });
}

function isEmpty(unit: LedgerUnit): boolean {
  const { listed, past } = countOf([unit], "open");
  return listed + past === 0;
}

/** What earlier ledgers have beside the list. */
function otherSheets(units: readonly LedgerUnit[], language: Language) {
  const states = ["closed", "unmatched"] as const;
  return states
    .filter((which) => countOf(units, which).past > 0)
    .map((which) => ({ name: stateWords[which][language], which }));
}

/** Packs sheets as they are filled; the same ledger gives the same bytes. */
async function write(
  ledger: Ledger,
  language: Language,
  sink: Sink,
  fill: (book: Book) => Promise<void>,
): Promise<void> {
  const { default: ExcelJS } = await import("exceljs");
  const taker = new Taker(sink);
  const created = new Date(`${ledger.asOf}T00:00:00Z`);
  const creator = `${ledger.tool.name} ${ledger.tool.version}`;
  const options = { stream: taker, useStyles: true, created, modified: created, creator };
  const Library = withoutClock(ExcelJS.stream.xlsx.WorkbookWriter as unknown as typeof LibraryWriter);
  const writer = new Library({ ...options, lastModifiedBy: creator });
  const keywords = `${ownReportMark} ${ownLedgerMark}`;
  Object.assign(writer, { title: ledgerTitle(ledger, language), keywords });
  await fill({ writer, ledger, language });
  await writer.commit();
  taker.check();
}
