import type { Why } from "../model/assessment.ts";
import type {
  IndicatorRef,
  InspectedFile,
  InspectedSheet,
  Inspection,
  MissingField,
} from "../model/inspection.ts";
import type { Language } from "../model/language.ts";
import { phraseOf } from "../model/phrases.ts";
import { type Block, cell, heading, type Line, line, plainTable, row } from "./blocks.ts";
import { counted } from "./figures.ts";
import { inspectionWords } from "./inspection-words.ts";
import type { RenderOptions } from "./renderer.ts";
import { rowsText } from "./sections/rows.ts";
import { printBlocks } from "./terminal.ts";

const SHORT_HASH = 12;
const DECISIVE = 5;

/** How every sheet was understood, column by column, for people who mend exports. */
export function renderInspection(inspection: Inspection, options: RenderOptions): string {
  const { language } = options;
  return printBlocks(
    [
      ...headBlocks(inspection, language),
      ...inspection.inputs.flatMap((file) => fileBlocks(file, inspection.plan !== null, language)),
      ...lackingBlocks(inspection, language),
      ...section(inspectionWords[language].general, notesOf(inspection.notes, language)),
    ],
    options,
  );
}

/** The same for programs: every reason also in words. */
export function inspectionAsJson(inspection: Inspection, language: Language) {
  const worded = (notes: readonly Why[]) =>
    notes.map((why) => ({ code: why.code, text: phraseOf(why, language), why }));
  return {
    ...inspection,
    inputs: inspection.inputs.map((file) => ({
      ...file,
      sheets: file.sheets.map((sheet) => ({
        ...sheet,
        rejectedCells: sheet.rejectedCells.map((one) => ({ ...one, reason: phraseOf(one.why, language) })),
        notes: worded(sheet.notes),
      })),
    })),
    skipped: worded(inspection.skipped),
    notes: worded(inspection.notes),
  };
}

function headBlocks({ plan, asOf, synthetic, inputs, skipped }: Inspection, language: Language): Block[] {
  const say = inspectionWords[language];
  const sheets = inputs.reduce((sum, file) => sum + file.sheets.length, 0);
  const about = [
    plan === null ? say.withoutPlan : say.plan(plan),
    ...(asOf === null ? [] : [say.asOf(asOf)]),
    say.counts(counted(inputs.length), counted(sheets)),
  ];
  const lines = [
    line(about.join(" · ")),
    ...(synthetic ? [line(say.synthetic, "warn")] : []),
    ...skipped.map((why) => line(phraseOf(why, language), "muted")),
  ];
  return [heading(1, say.title), { kind: "lines", lines }];
}

function fileBlocks(file: InspectedFile, withPlan: boolean, language: Language): Block[] {
  const say = inspectionWords[language];
  const about = [
    file.format,
    ...(file.encoding === null ? [] : [say.encoding(file.encoding)]),
    `SHA-256 ${file.sha256.slice(0, SHORT_HASH)}…`,
  ];
  return [
    heading(2, file.file),
    { kind: "lines", lines: [line(about.join(" · "), "muted")] },
    ...file.sheets.flatMap((sheet) => sheetBlocks(sheet, withPlan, language)),
  ];
}

function sheetBlocks(sheet: InspectedSheet, withPlan: boolean, language: Language): Block[] {
  const say = inspectionWords[language];
  const { dataset, columns, unmatched, rejectedCells, rejectedCellCount, unknownUnits } = sheet;
  const name = sheet.hidden ? `${sheet.name}${say.hidden}` : sheet.name;
  const cells = rejectedCells.map((one) =>
    line(say.cell(one.cell, one.field, one.value, phraseOf(one.why, language))),
  );
  const more = rejectedCellCount - rejectedCells.length;
  return [
    { kind: "fields", title: say.sheet(name, dataset), fields: standing(sheet, language) },
    ...(columns.length === 0 ? [] : [columnTable(columns, language)]),
    ...section(
      dataset === null ? say.headings : say.unmatched,
      unmatched.map((one) => line(say.near(one.heading, one.nearest))),
    ),
    ...section(say.missing, missingLines(sheet.missing, withPlan, language)),
    ...section(say.cells(counted(rejectedCellCount)), [
      ...cells,
      ...(more > 0 ? [line(say.more(counted(more)), "muted")] : []),
    ]),
    ...section(
      say.units,
      (unknownUnits ?? []).map(({ name, rows, nearest, yaml }) =>
        line(say.unit(name, counted(rows), nearest, yaml), "warn"),
      ),
    ),
    ...section(say.notes, notesOf(sheet.notes, language)),
  ];
}

function standing(sheet: InspectedSheet, language: Language): [string, string][] {
  const say = inspectionWords[language];
  const system: [string, string][] =
    sheet.dateSystem === null ? [] : [[say.dates, say.dateSystem(sheet.dateSystem)]];
  const page = sheet.excluded["template-page"] !== undefined;
  if (sheet.dataset === null) {
    const skipped = sheet.excluded.skipped !== undefined;
    const why = skipped ? say.skipped : page ? say.templatePage : say.fitsNothing;
    return [[say.why, why], [say.rows, counted(sheet.rows)], ...system];
  }
  return [
    [say.why, whyText(sheet, language)],
    [say.header, say.headerRows(sheet.headerRows)],
    [say.rows, rowsText(sheet, language)],
    ...system,
  ];
}

function whyText({ why, columns, form }: InspectedSheet, language: Language): string {
  const say = inspectionWords[language];
  if (form !== undefined) return say.forms[form];
  if (why === null) return "";
  const parts = [
    say.matched(columns.length, why.fit),
    why.decisive.length === 0
      ? say.nothingDecisive
      : say.decisive(why.decisive.slice(0, DECISIVE), why.decisive.length - DECISIVE),
    why.runnerUp === null
      ? say.noRunnerUp
      : say.runnerUp(why.runnerUp.dataset, why.runnerUp.matched, why.runnerUp.fit),
    ...(why.nameDecided ? [say.nameDecided] : []),
  ];
  return parts.join(say.semicolon);
}

function columnTable(columns: InspectedSheet["columns"], language: Language): Block {
  const say = inspectionWords[language];
  const [letter = "", title = "", field = "", by = ""] = say.columns;
  return plainTable(
    [{ title: letter }, { title, grows: true }, { title: field, grows: true }, { title: by }],
    columns.map((one) =>
      row(
        [one.column, one.heading, one.field, say.by[one.by]].map((text, at) =>
          cell(text, mutedBy(one.by, at)),
        ),
      ),
    ),
  );
}

function mutedBy(by: InspectedSheet["columns"][number]["by"], column: number): "muted" | undefined {
  return by === "name" && column === 3 ? "muted" : undefined;
}

/** Fields that the plan needs one by one, the others in a line. */
function missingLines(missing: readonly MissingField[], withPlan: boolean, language: Language): Line[] {
  const say = inspectionWords[language];
  const blocked = missing.filter(({ blocks }) => blocks.length > 0).map(({ field }) => field);
  const needed = missing.filter(({ needed, blocks }) => needed && blocks.length === 0);
  const others = missing.filter((field) => !field.needed).map(({ field }) => field);
  return [
    ...(blocked.length === 0 ? [] : [line(say.blocked(blocked), "bad")]),
    ...needed.map(({ field, absent, namesUnit }) => {
      if (namesUnit) return line(say.namesUnit(field), "warn");
      return absent === null ? line(say.needed(field), "warn") : line(say.absent(field, absent));
    }),
    ...(others.length === 0 ? [] : [line(withPlan ? say.unneeded(others) : others.join(say.comma), "muted")]),
  ];
}

function lackingBlocks({ lacks }: Inspection, language: Language): Block[] {
  const say = inspectionWords[language];
  if (lacks.length === 0) return [];
  const items = lacks.map(({ dataset, field, indicators, nearest }) => {
    const what = field === null ? dataset : `${dataset}.${field}`;
    return line(say.lacks(what, refs(indicators, language), nearest), field === null ? "warn" : "bad");
  });
  return [heading(2, say.lacking), { kind: "list", items }];
}

function refs(indicators: readonly IndicatorRef[], language: Language): string {
  return indicators.map(({ clause, name }) => `${clause} ${name}`).join(inspectionWords[language].comma);
}

function notesOf(notes: readonly Why[], language: Language): Line[] {
  return notes.map((why) => line(phraseOf(why, language)));
}

function section(title: string, items: readonly Line[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "lines", lines: [line(title, "strong")] },
    { kind: "list", items },
  ];
}
