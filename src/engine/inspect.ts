import type { Readable } from "node:stream";
import type { ResolvedInputs } from "../ingest/inputs.ts";
import type { ReadLimits, SourceFile } from "../ingest/reader.ts";
import { textsOf } from "../ingest/text-row.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Counts, InspectedSheet, Inspection } from "../model/inspection.ts";
import type { Mapping } from "../model/mapping.ts";
import { columnsSeen, unmatchedOf, whyOf } from "./columns-seen.ts";
import { type Scanned, type Subject, scanEveryColumn } from "./every-column.ts";
import { everyLack } from "./lacks.ts";
import { type OpenSheet, openSheets, unusedAs } from "./open-sheets.ts";
import { type PlanNeeds, planNeeds } from "./plan-needs.ts";
import { QualityBook } from "./quality.ts";

const MOST_CELLS = 20;
/** Formats that store a date as a number of days; the others write it out. */
const countsDays: readonly SourceFile["format"][] = ["xlsx", "xls", "xlsb"];

export interface InspectOptions {
  /** Null without a plan: then no row is too late. */
  readonly asOf: Day | null;
  readonly limits: ReadLimits;
  readonly stdin: Readable;
  readonly mapping?: Mapping | null;
}

/** Reads every column of every sheet and says how it was understood; refuses unreadable files only. */
export async function inspectInputs(
  inputs: ResolvedInputs,
  subject: Subject,
  options: InspectOptions,
): Promise<Inspection> {
  const general = new QualityBook();
  const { files, sheets } = await openSheets(inputs, subject.dictionary, {
    ...options,
    quality: general,
    asked: subject,
  });
  try {
    const needs = planNeeds(subject, sheets);
    const scanned = await scanEveryColumn(subject, sheets, general, options.asOf);
    const remarks = general.finish([]).notes;
    const inspected = new Map<OpenSheet, InspectedSheet>();
    for (const sheet of sheets)
      inspected.set(sheet, await inspectSheet(sheet, scanned.get(sheet), subject, needs));
    const ofSheet = ({ file, source }: OpenSheet) =>
      remarks.filter(({ with: at }) => at.file === file.file && at.sheet === source.name);
    return {
      plan: subject.id,
      asOf: options.asOf === null ? null : formatDay(options.asOf),
      synthetic: sheets.some(({ synthetic }) => synthetic),
      inputs: files.map((file) => ({
        file: file.file,
        format: file.format,
        encoding: file.encoding,
        sha256: file.sha256,
        sheets: [...inspected].flatMap(([sheet, seen]) =>
          sheet.file === file ? [{ ...seen, notes: [...ofSheet(sheet), ...seen.notes] }] : [],
        ),
      })),
      skipped: inputs.skipped.map(({ file, code }) => ({ code, with: { file } })),
      notes: remarks.filter(({ with: at }) => at.sheet === undefined),
      lacking: needs.lacking,
      lacks: everyLack(subject, sheets).map((lack) => ({
        ...lack,
        indicators: subject.indicators
          .filter(({ id }) => lack.indicators.includes(id))
          .map(({ id, clause, name }) => ({ id, clause, name })),
      })),
    };
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

async function inspectSheet(
  sheet: OpenSheet,
  scanned: Scanned | undefined,
  { dictionary }: Subject,
  needs: PlanNeeds,
): Promise<InspectedSheet> {
  const { source, binding, file } = sheet;
  const quality = scanned?.quality.finish([]);
  const strange = scanned === undefined ? await lookOver(sheet) : undefined;
  return {
    name: source.name,
    hidden: source.hidden,
    dateSystem: countsDays.includes(file.format) ? (source.date1904 ? 1904 : 1900) : null,
    dataset: binding?.dataset.name ?? null,
    ...(binding?.across === undefined ? {} : { form: binding.across.form }),
    why: whyOf(sheet),
    ...columnsSeen(sheet, dictionary, needs),
    ...(strange === undefined ? {} : { unmatched: unmatchedOf(strange.headings, dictionary, null) }),
    ...(scanned?.counts ?? strange?.counts ?? { rows: 0, used: 0, excluded: {}, rejected: 0 }),
    rejectedCells: (quality?.rejectedCells ?? [])
      .slice(0, MOST_CELLS)
      .map(({ cell, row, field, value, why }) => ({ cell, row, field, value, why })),
    rejectedCellCount: quality?.rejectedCellCount ?? 0,
    unknownUnits: scanned?.strangers ?? null,
    notes: quality?.notes ?? [],
  };
}

/** Of a sheet that fits nothing: its rows, and the fullest of the first, which may be its headings. */
async function lookOver(sheet: OpenSheet): Promise<{ counts: Counts; headings: string[] }> {
  const { source } = sheet;
  let rows = 0;
  let headings: string[] = [];
  await source.scan((row) => {
    rows += 1;
    if (rows > 20) return true;
    const filled = textsOf(row).filter((text) => text.trim() !== "");
    if (filled.length > headings.length) headings = filled;
    return true;
  });
  const fate = unusedAs(sheet);
  const excluded: Record<string, number> = rows === 0 && fate !== "skipped" ? {} : { [fate]: rows };
  return {
    counts: { rows, used: 0, excluded, rejected: 0 },
    headings: fate === "unmatched-sheet" ? headings : [],
  };
}
