import type { SheetBinding } from "../ingest/binding.ts";
import { headingKey } from "../ingest/heading-key.ts";
import { hasHan, type Labels, type TotalLevel } from "../ingest/labels.ts";
import type { RawRow } from "../ingest/reader.ts";
import { CellKind } from "../model/cell.ts";
import { clean } from "../model/reading/text.ts";
import { isExample } from "../model/template.ts";
import { CellWords, looksLikeId } from "./cell-words.ts";
import type { UnitTable } from "./unit-table.ts";

const REMEMBERED = 10_000;

interface Repeated {
  readonly column: number;
  readonly forms: ReadonlySet<string>;
  /** Whether one of its forms looks like an id. */
  readonly odd: boolean;
}

export interface RowKindsContext {
  readonly labels: Labels;
  readonly units: UnitTable;
  /** 指标填报: rows of the whole are values there, not totals. */
  readonly wholeIsUnit: boolean;
  /** Headings of any dataset, by which another table below is told. */
  readonly headings: ReadonlySet<string>;
}

/** Tells the rows of a sheet that are no records by what is written in them. */
export class RowKinds {
  private readonly binding: SheetBinding;
  private readonly around: RowKindsContext;
  private readonly labelColumns: readonly number[];
  readonly unitColumn: number;
  private readonly words: CellWords;
  private readonly repeated: readonly Repeated[];
  /** Whether a name in the unit column stands for the whole. */
  private readonly wholes = new Map<string, boolean>();

  constructor(
    binding: SheetBinding,
    labelColumns: readonly number[],
    unitColumn: number,
    around: RowKindsContext,
  ) {
    this.binding = binding;
    this.around = around;
    this.labelColumns = labelColumns;
    this.unitColumn = unitColumn;
    this.words = new CellWords(around.headings, around.labels);
    this.repeated = binding.columns.slice(0, 4).map(({ column, heading, field }) => {
      const forms = new Set([heading, ...heading.split("/"), field.name, ...field.aliases].map(headingKey));
      return { column, forms, odd: [...forms].some(looksLikeId) };
    });
  }

  /** Headings, but not those of this table. */
  beginsTable(row: RawRow): boolean {
    let filled = 0;
    let known = 0;
    for (let column = 0; column < row.width; column += 1) {
      if (row.kind[column] === CellKind.blank) continue;
      if (this.words.at(row, column).heading) known += 1;
      filled += 1;
      // Nearly every row is told by its first two cells.
      if (filled === 2 && known === 0) return false;
    }
    return known >= 3 && known * 5 >= filled * 4 && !this.repeatsHeadings(row);
  }

  isRemark(row: RawRow): boolean {
    const first = firstFilled(row, 0);
    const text = row.text(first);
    if (!looksLikeId(text) && isExample(text)) return true;
    const second = firstFilled(row, first + 1);
    if (firstFilled(row, second + 1) >= row.width && this.isLoneRemark(text, first, second >= row.width))
      return true;
    return this.repeatsHeadings(row);
  }

  /** Of rows with one filled cell, or two. */
  private isLoneRemark(text: string, column: number, alone: boolean): boolean {
    if (this.around.labels.isNote(text)) return true;
    if (!alone) return false;
    const { columns } = this.binding;
    // A serial number that was filled in ahead of its record.
    if (/^\d{1,6}$/.test(text) && columns.every((bound) => bound.column !== column)) return true;
    // A lone sentence under a table of several columns is no record; a lone total or id may be.
    return columns.length >= 3 && hasHan(text) && this.labelLevel(text, column) === null;
  }

  /** Headings printed again at a page break. */
  private repeatsHeadings(row: RawRow): boolean {
    const [first] = this.repeated;
    if (first === undefined || this.repeated.length < 2) return false;
    const text = row.text(first.column);
    // Ids and dates begin with a digit, headings hardly ever: nearly every row ends here.
    if (isDigit(text) || !says(first, text)) return false;
    const texts = this.repeated.map(({ column }) => row.text(column));
    return (
      texts.filter((each) => each !== "").length >= 2 &&
      this.repeated.every((heading, at) => says(heading, texts[at] ?? ""))
    );
  }

  totalLevel(row: RawRow): TotalLevel | null {
    for (let at = 0; at < this.labelColumns.length; at += 1) {
      const column = this.labelColumns[at] as number;
      const level = this.words.at(row, column).level ?? this.wholeLevel(row, column);
      if (level !== null) return level;
    }
    // 合计 often stands in the column of serial numbers, with a count of rows in the next.
    const { bare, level } = this.words.at(row, firstFilled(row, 0));
    if (bare !== null || level === null) return bare;
    // Longer labels there are totals only where the row has no key or unit of its own.
    return this.labelColumns.some((column) => /[\p{L}\p{N}]/u.test(row.text(column))) ? null : level;
  }

  private wholeLevel(row: RawRow, column: number): TotalLevel | null {
    return column === this.unitColumn && this.isWhole(row.text(column)) ? "grand" : null;
  }

  private labelLevel(text: string, column: number): TotalLevel | null {
    const level = text === "" ? null : this.around.labels.totalLevel(text);
    return level ?? (column === this.unitColumn && this.isWhole(text) ? "grand" : null);
  }

  private isWhole(text: string): boolean {
    if (text === "" || this.around.wholeIsUnit) return false;
    const known = this.wholes.get(text);
    if (known !== undefined) return known;
    const whole = this.around.units.isWhole(clean(text));
    if (this.wholes.size < REMEMBERED) this.wholes.set(text, whole);
    return whole;
  }
}

// A column that was merged with the row above is blank in the lower one.
function says({ forms, odd }: Repeated, text: string): boolean {
  if (text === "") return true;
  if (text.length > 40 || (!odd && looksLikeId(text))) return false;
  return forms.has(headingKey(text));
}

function firstFilled(row: RawRow, from: number): number {
  let column = from;
  while (column < row.width && row.kind[column] === CellKind.blank) column += 1;
  return column;
}

function isDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/** Whether a row holds anything but spaces and marks that nobody sees. */
export function isVisible(row: RawRow): boolean {
  for (let column = 0; column < row.width; column += 1) {
    if (row.kind[column] === CellKind.blank) continue;
    if (row.kind[column] !== CellKind.text) return true;
    const text = row.text(column);
    if (isPlain(text.charCodeAt(0)) || clean(text) !== "") return true;
  }
  return false;
}

/** ASCII marks and common Chinese characters, which nothing folds away. */
function isPlain(unit: number): boolean {
  return (unit > 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff);
}
