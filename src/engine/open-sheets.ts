import type { Readable } from "node:stream";
import { AnswerNames } from "../ingest/answer-names.ts";
import { heldFields, type SheetBinding } from "../ingest/binding.ts";
import { type Filling, filledDown, fillingOf } from "../ingest/fill-down.ts";
import type { HeadRow } from "../ingest/heading-rows.ts";
import { HeadingBook, type Recognition } from "../ingest/headings.ts";
import { compareInputs } from "../ingest/input-order.ts";
import type { ResolvedInputs } from "../ingest/inputs.ts";
import { Labels } from "../ingest/labels.ts";
import { openInput } from "../ingest/open.ts";
import type { ReadLimits, SheetSource, SourceFile } from "../ingest/reader.ts";
import { regionOf } from "../ingest/region.ts";
import { scaledColumns, withSheetUnit } from "../ingest/sheet-unit.ts";
import { tablesOf } from "../ingest/tables.ts";
import { textsOf } from "../ingest/text-row.ts";
import { turnedTable } from "../ingest/turned.ts";
import { wideAnswers } from "../ingest/wide-answers.ts";
import type { Dictionary } from "../model/dataset.ts";
import { type Mapping, type MappingRule, ruleFor } from "../model/mapping.ts";
import type { Plan } from "../model/plan.ts";
import { isDigits } from "../model/reading/codes.ts";
import { clean } from "../model/reading/text.ts";
import { isExample, isMarkedTemplatePage } from "../model/template.ts";
import { type Problem, ProblemError } from "../problem.ts";
import type { QualityBook } from "./quality.ts";
import { REPORTED } from "./reserved.ts";

/** How far a sheet is looked into before it is read. */
const HEAD_ROWS = 120;
/** Rows below given headings that are looked at. */
const SAMPLE_ROWS = 80;
const SYNTHETIC = "合成数据";

export interface OpenSheet {
  readonly file: SourceFile;
  readonly source: SheetSource;
  readonly binding: SheetBinding | null;
  /** The datasets that it may hold, best first. */
  readonly candidates: readonly Recognition[];
  readonly synthetic: boolean;
  /** A page of a template that holds no data: instructions, or lists for drop-downs. */
  readonly page: boolean;
  /** A sheet of a template that nobody has touched: nothing but its example below the headings. */
  readonly unfilled: boolean;
  /** What a mapping says of it. */
  readonly rule: MappingRule | null;
  /** Labels that hold for the rows below them, too. */
  readonly filling: Filling | null;
}

const blank = {
  binding: null,
  candidates: [],
  synthetic: false,
  page: false,
  unfilled: false,
  filling: null,
};

export interface OpenOptions {
  readonly limits: ReadLimits;
  readonly stdin: Readable;
  readonly quality: QualityBook;
  readonly open?: typeof openInput;
  readonly mapping?: Mapping | null;
  /** The units and indicators by which answers are known that run across. */
  readonly asked?: Pick<Plan, "directory" | "indicators">;
}

/** Opens every input and recognises its sheets, in reading order; every bad file is reported at once. */
export async function openSheets(
  inputs: ResolvedInputs,
  dictionary: Dictionary,
  options: OpenOptions,
): Promise<{ files: SourceFile[]; sheets: OpenSheet[] }> {
  const mapping = options.mapping ?? null;
  const recogniser = new Recogniser(dictionary, mapping, options);
  const files: SourceFile[] = [];
  const sheets: OpenSheet[] = [];
  const problems: Problem[] = [];
  const gathering = gatherer(problems);
  for (const input of inputs.paths) {
    await gathering(async () => {
      const opened = await (options.open ?? openInput)(input, options.stdin, options.limits);
      files.push(...opened.files);
      for (const { file, code } of opened.skipped) options.quality.note(code, { file });
    });
  }
  // An archive holds files of any name: only now is the reading order known.
  files.sort((a, b) => compareInputs({ display: a.file }, { display: b.file }));
  for (const file of files) {
    await gathering(async () => {
      for (const source of file.sheets) sheets.push(...(await recogniser.recognise(file, source)));
    });
  }
  if (problems.length > 0) {
    await Promise.all(files.map((file) => file.close()));
    throw new ProblemError(problems);
  }
  recogniser.noteUnused();
  return { files, sheets };
}

/** Runs steps and keeps what each of them finds wrong, so that it is said all at once. */
function gatherer(problems: Problem[]): (step: () => Promise<void>) => Promise<void> {
  return async (step) => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  };
}

/** Tells what sheets hold: by the first rule of a mapping that is theirs, else by their headings alone. */
class Recogniser {
  private readonly book: HeadingBook;
  private readonly labels: Labels;
  private readonly names: AnswerNames | null;
  private readonly applied = new Set<MappingRule>();
  private readonly dictionary: Dictionary;
  private readonly mapping: Mapping | null;
  private readonly quality: QualityBook;

  constructor(
    dictionary: Dictionary,
    mapping: Mapping | null,
    { quality, asked }: Pick<OpenOptions, "quality" | "asked">,
  ) {
    this.dictionary = dictionary;
    this.mapping = mapping;
    this.quality = quality;
    this.book = new HeadingBook(dictionary);
    this.labels = new Labels(dictionary.words);
    const reported = dictionary.datasets.get(REPORTED);
    this.names =
      asked === undefined || reported === undefined
        ? null
        : new AnswerNames(reported, asked.directory, asked.indicators, dictionary.words.whole);
  }

  /** One entry for each table of the sheet; a sheet that holds none has one, too. */
  async recognise(file: SourceFile, source: SheetSource): Promise<OpenSheet[]> {
    const rule = ruleFor(this.mapping, file.file, source.name) ?? null;
    if (rule !== null) this.applied.add(rule);
    const nothing = { ...blank, file, source, rule };
    if (rule?.skip) return [nothing];
    const most = Math.max(HEAD_ROWS, (rule?.headerRow ?? 0) + SAMPLE_ROWS);
    const head = await headOf(source, most);
    if (isMarkedTemplatePage(head.map(({ text }) => text))) return [{ ...nothing, page: true }];
    const place = { file: file.file, sheet: source.name };
    if (rule === null) {
      const across = this.across(source, head);
      if (across !== null) return [{ ...nothing, binding: across, synthetic: isSynthetic(source, head) }];
      const turned = turnedTable(head, this.book);
      const rows = this.book.candidates(source.name, head)[0]?.binding.columns.length ?? 0;
      if (turned !== null && rows < Math.min(3, turned.columns.length)) {
        const fields = turned.columns.map(({ heading }) => heading).join("、");
        this.quality.note("transposed-table", { ...place, dataset: turned.dataset.name, fields });
        return [nothing];
      }
    }
    const tables = rule === null ? tablesOf(source.name, head, this.book) : [];
    const parts =
      tables.length > 0
        ? tables.map((table) => ({ ...table, source: regionOf(source, table.region) }))
        : [{ source, head, candidates: this.candidates(source, head, rule) }];
    if (tables.length > 0)
      this.quality.note("several-tables", { ...place, tables: tables.length, rows: headerRows(tables) });
    const sheets: OpenSheet[] = [];
    for (const part of parts) {
      if (part.candidates.length === 0 && rule !== null)
        this.quality.note("mapping-unfit", { ...place, match: rule.match, row: rule.headerRow ?? "" });
      sheets.push(await this.understand({ ...nothing, ...part }, part.head, head.length < most));
    }
    return sheets;
  }

  /** Answers with units or indicators in columns, where nothing else fits the sheet as well. */
  private across({ name }: SheetSource, head: readonly HeadRow[]): SheetBinding | null {
    if (this.names === null) return null;
    const found = wideAnswers(head, this.names, this.labels);
    const other = this.book.candidates(name, head)[0]?.binding;
    if (found === null || other === undefined) return found;
    const held = heldFields(other);
    const isLong =
      other.dataset.name === REPORTED && other.dataset.key.slice(0, 2).every((key) => held.has(key));
    const better = other.dataset.name !== REPORTED && other.columns.length >= found.columns.length;
    return isLong || better ? null : found;
  }

  /** `complete`: the head is the whole sheet. */
  private async understand(
    sheet: OpenSheet,
    head: readonly HeadRow[],
    complete: boolean,
  ): Promise<OpenSheet> {
    const { file, source, candidates, rule } = sheet;
    const found = candidates[0]?.binding;
    const above = found === undefined ? head : head.filter((row) => row.number < found.headerRow);
    const synthetic = isSynthetic(source, above);
    if (found === undefined) return { ...sheet, synthetic };
    const named = this.book.namedAfter(source.name);
    if (named !== undefined && named !== found.dataset.name && rule === null) {
      const place = { file: file.file, sheet: source.name };
      this.quality.note("named-otherwise", { ...place, named, dataset: found.dataset.name });
    }
    const refused = digitColumns(found, head, rule);
    for (const { field, heading } of refused) {
      const place = { file: file.file, sheet: source.name };
      this.quality.note("digits-column", { ...place, field: field.name, heading });
    }
    const kept = found.columns.filter((column) => !refused.includes(column));
    const columns = withSheetUnit(kept, above);
    for (const { heading, unit } of scaledColumns(columns)) {
      this.quality.note("scaled-column", { file: file.file, sheet: source.name, heading, unit: unit ?? "" });
    }
    const binding = { ...found, columns };
    const filling = await fillingOf(binding, head, complete, source, this.labels);
    return {
      ...sheet,
      synthetic,
      binding,
      source: filling === null ? source : filledDown(source, filling, binding.headerRow, this.labels),
      filling,
      unfilled: complete && holdsExampleOnly(head, found.headerRow),
    };
  }

  private candidates(
    { name }: SheetSource,
    head: readonly HeadRow[],
    rule: MappingRule | null,
  ): Recognition[] {
    if (rule === null) return this.book.candidates(name, head);
    const dataset = this.dictionary.datasets.get(rule.dataset ?? "");
    const datasets = dataset === undefined ? this.dictionary.datasets : new Map([[dataset.name, dataset]]);
    const book = new HeadingBook({ ...this.dictionary, datasets }, rule.headings);
    return book.candidates(dataset?.name ?? name, head, rule.headerRow ?? undefined);
  }

  /** Rules that were written for sheets which are not there. */
  noteUnused(): void {
    for (const [index, rule] of (this.mapping?.rules ?? []).entries()) {
      if (this.applied.has(rule)) continue;
      this.quality.note("mapping-unused", { rule: index + 1, match: rule.match, of: rule.sheet ?? "" });
    }
    if (this.mapping?.tables) this.quality.note("mapping-tables", { mapping: this.mapping.name });
  }
}

function isSynthetic({ name }: SheetSource, above: readonly HeadRow[]): boolean {
  return [name, ...above.flatMap(({ text }) => text)].some((text) => text.includes(SYNTHETIC));
}

function headerRows(tables: readonly { candidates: readonly Recognition[] }[]): string {
  return tables.map(({ candidates }) => candidates[0]?.binding.headerRow ?? "?").join("、");
}

async function headOf(source: SheetSource, most: number): Promise<HeadRow[]> {
  const head: HeadRow[] = [];
  await source.scan((row) => {
    head.push({ number: row.number, text: textsOf(row) });
    return head.length < most;
  });
  return head;
}

/** Code columns that hold digits only: what these mean differs between platforms and has to be declared. */
function digitColumns(
  binding: SheetBinding,
  head: readonly HeadRow[],
  rule: MappingRule | null,
): SheetBinding["columns"] {
  const below = head.filter((row) => row.number > binding.headerRow);
  return binding.columns.filter(({ field, column }) => {
    if (rule?.codes.has(field.name) || (field.type !== "code" && field.type !== "set")) return false;
    const texts = below.map((row) => clean(row.text[column] ?? "")).filter((text) => text !== "");
    return texts.length > 0 && texts.every(isDigits);
  });
}

function holdsExampleOnly(head: readonly HeadRow[], headerRow: number): boolean {
  const below = head.filter(({ number }) => number > headerRow);
  return below.length > 0 && below.every(({ text }) => isExample(text.find((cell) => cell !== "") ?? ""));
}

/** What becomes of the rows of a sheet that is not read. */
export function unusedAs({ page, rule }: OpenSheet): "template-page" | "skipped" | "unmatched-sheet" {
  if (page) return "template-page";
  return rule?.skip ? "skipped" : "unmatched-sheet";
}
