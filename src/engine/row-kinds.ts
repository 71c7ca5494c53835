import type { SheetBinding } from "../ingest/binding.ts";
import { headingKey } from "../ingest/heading-key.ts";
import { hasHan, type Labels, type TotalLevel } from "../ingest/labels.ts";
import type { RawRow } from "../ingest/reader.ts";
import { CellKind } from "../model/cell.ts";
import { clean } from "../model/reading/text.ts";
import { isExample } from "../model/template.ts";
import type { UnitTable } from "./unit-table.ts";

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
  private readonly repeated: readonly { column: number; forms: ReadonlySet<string> }[];

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
    this.repeated = binding.columns.slice(0, 4).map(({ column, heading, field }) => ({
      column,
      forms: new Set([heading, ...heading.split("/"), field.name, ...field.aliases].map(headingKey)),
    }));
  }

  /** Headings, but not those of this table. */
  beginsTable(row: RawRow): boolean {
    const { headings } = this.around;
    let filled = 0;
    let known = 0;
    for (let column = 0; column < row.width; column += 1) {
      if (row.kind[column] === CellKind.blank) continue;
      if (headings.has(row.text(column))) known += 1;
      filled += 1;
      // Nearly every row is told by its first two cells.
      if (filled === 2 && known === 0) return false;
    }
    return known >= 3 && known * 5 >= filled * 4 && !this.repeatsHeadings(row);
  }

  isRemark(row: RawRow): boolean {
    let filled = 0;
    let first = -1;
    for (let column = 0; column < row.width; column += 1) {
      if (row.kind[column] === CellKind.blank) continue;
      filled += 1;
      if (first < 0) first = column;
    }
    const text = row.text(first);
    if (isExample(text)) return true;
    if (filled <= 2 && this.around.labels.isNote(text)) return true;
    // A serial number that was filled in ahead of its record.
    if (
      filled === 1 &&
      /^\d{1,6}$/.test(text) &&
      this.binding.columns.every(({ column }) => column !== first)
    )
      return true;
    // A lone sentence under a table of several columns is no record; a lone total or id may be.
    if (
      filled === 1 &&
      this.binding.columns.length >= 3 &&
      hasHan(text) &&
      this.labelLevel(text, first) === null
    )
      return true;
    return this.repeatsHeadings(row);
  }

  /** Headings printed again at a page break. */
  private repeatsHeadings(row: RawRow): boolean {
    const [first] = this.repeated;
    if (first === undefined || this.repeated.length < 2) return false;
    const text = (column: number) => textAt(row, column);
    // A column that was merged with the row above is blank in the lower one.
    const same = ({ column, forms }: (typeof this.repeated)[number]) =>
      text(column) === "" || (text(column).length <= 40 && forms.has(headingKey(text(column))));
    // Ids and dates begin with a digit, headings hardly ever: nearly every row ends here.
    if (isDigit(text(first.column)) || !same(first)) return false;
    const filled = this.repeated.filter(({ column }) => text(column) !== "").length;
    return filled >= 2 && this.repeated.every(same);
  }

  totalLevel(row: RawRow): TotalLevel | null {
    for (const column of this.labelColumns) {
      const level = this.labelLevel(textAt(row, column), column);
      if (level !== null) return level;
    }
    // 合计 often stands in the column of serial numbers, with a count of rows in the next.
    let leading = 0;
    while (leading < row.width && row.kind[leading] === CellKind.blank) leading += 1;
    const first = row.text(leading);
    const bare = this.around.labels.bareLevel(first);
    // Longer labels there are totals only where the row has no key or unit of its own.
    const owned = this.labelColumns.some((column) => /[\p{L}\p{N}]/u.test(textAt(row, column)));
    return bare ?? (owned ? null : this.around.labels.totalLevel(first));
  }

  private labelLevel(text: string, column: number): TotalLevel | null {
    if (text === "") return null;
    const level = this.around.labels.totalLevel(text);
    if (level !== null || column !== this.unitColumn || this.around.wholeIsUnit) return level;
    return this.around.units.isWhole(clean(text)) ? "grand" : null;
  }
}

export function textAt(row: RawRow, column: number): string {
  return row.text(column);
}

function isDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/** Whether a row holds anything but spaces and marks that nobody sees. */
export function isVisible(row: RawRow): boolean {
  for (let column = 0; column < row.width; column += 1) {
    if (row.kind[column] === CellKind.blank) continue;
    if (row.kind[column] !== CellKind.text || clean(row.text(column)) !== "") return true;
  }
  return false;
}
