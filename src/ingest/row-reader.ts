import { CellKind } from "../model/cell.ts";
import type { Field } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import type { CellRead } from "../model/reading/reading.ts";
import type { Value } from "../model/value.ts";
import type { Block } from "./binding.ts";
import type { RawRow } from "./reader.ts";

/** A cell that says something its field cannot hold. */
export interface Rejection {
  readonly field: Field;
  readonly column: number;
  readonly value: string;
}

interface Column {
  readonly field: Field;
  readonly column: number;
  readonly at: number;
  readonly read: (text: string, kind: CellKind, unit: string | null) => Value | undefined;
  readonly unitColumn: number;
  readonly unit: string | null;
}

const REMEMBERED = 4_096;

/** Turns stored rows into values in a layout's order; the array is reused for the next row. */
export class RowReader {
  readonly values: Value[];
  readonly rejections: Rejection[] = [];
  /** Fields of the row whose events are dated after as-of: they have not happened yet. */
  readonly future = new Set<string>();
  /** How many such cells there were in all. */
  futureEvents = 0;
  private readonly columns: readonly Column[];
  private readonly asOf: Day;

  /** `fields` gives each value's place; fields without a column stay missing, or at their declared absence. */
  constructor(
    { columns: bound, given }: Pick<Block, "columns"> & Partial<Pick<Block, "given">>,
    fields: readonly Field[],
    readingFor: (field: Field) => CellRead,
    asOf: Day,
  ) {
    this.asOf = asOf;
    this.values = fields.map((field) => {
      const text = given?.get(field.name);
      if (text !== undefined) return readingFor(field)(text, CellKind.text, null) ?? null;
      return field.derived === null ? field.absent : null;
    });
    const columnOf = new Map(bound.map((column) => [column.field.name, column]));
    this.columns = fields.flatMap((field, at) => {
      const bound = columnOf.get(field.name);
      if (bound === undefined) return [];
      const unitColumn = field.unitColumn === null ? undefined : columnOf.get(field.unitColumn);
      const read = remembering(readingFor(field), field);
      return [
        { field, column: bound.column, at, read, unitColumn: unitColumn?.column ?? -1, unit: bound.unit },
      ];
    });
  }

  /** Reads a row into `values` and `rejections`. */
  read(row: RawRow): void {
    this.rejections.length = 0;
    this.future.clear();
    for (const { field, column, at, read, unitColumn, unit } of this.columns) {
      const kind = (row.kind[column] ?? CellKind.blank) as CellKind;
      if (column >= row.width || kind === CellKind.blank) {
        this.values[at] = null;
        continue;
      }
      const text = row.text(column);
      const outside = unitColumn < 0 ? null : row.text(unitColumn) || null;
      const value = read(text, kind, outside ?? unit);
      if (value === undefined) {
        this.values[at] = null;
        this.rejections.push({ field, column, value: text });
      } else if (field.event && value !== null && (value as Day) > this.asOf) {
        this.values[at] = null;
        this.future.add(field.name);
        this.futureEvents += 1;
      } else this.values[at] = value;
    }
  }
}

// Codes, flags, dates and units repeat down a column; ids do not.
function remembering(read: CellRead, field: Field): CellRead {
  if (field.type === "id") return read;
  const known = new Map<string, Value | undefined>();
  return (text, kind, unit) => {
    if (text.length > 40) return read(text, kind, unit);
    const key = `${kind}${unit ?? ""}\u0000${text}`;
    if (known.has(key)) return known.get(key);
    const value = read(text, kind, unit);
    if (known.size < REMEMBERED) known.set(key, value);
    return value;
  };
}
