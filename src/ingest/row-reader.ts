import { CellKind } from "../model/cell.ts";
import type { Field } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import type { BytesRead } from "../model/reading/from-bytes.ts";
import type { CellRead } from "../model/reading/reading.ts";
import type { Value } from "../model/value.ts";
import type { Block } from "./binding.ts";
import { CellMemo, UNKNOWN } from "./cell-memo.ts";
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
  readonly read: CellRead;
  /** Set where no unit stands beside the cells. */
  readonly bytes: BytesRead | null;
  readonly unitColumn: number;
  readonly unit: string | null;
  readonly memo: CellMemo;
  /** The same by text, for readers without tokens. */
  readonly texts: Map<string, Value | undefined>;
}

const REMEMBERED = 4_096;
const LONGEST_REMEMBERED = 40;
/** Stands for the token of a unit where none is. */
const NO_UNIT = -2;

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
      const read = readingFor(field);
      const beside = unitColumn !== undefined || bound.unit !== null;
      return [
        {
          field,
          column: bound.column,
          at,
          read,
          bytes: beside ? null : (read.bytes ?? null),
          unitColumn: unitColumn?.column ?? -1,
          unit: bound.unit,
          memo: new CellMemo(),
          texts: new Map(),
        },
      ];
    });
  }

  /** Reads a row into `values` and `rejections`. */
  read(row: RawRow): void {
    this.rejections.length = 0;
    this.future.clear();
    const { columns, values } = this;
    for (let i = 0; i < columns.length; i++) {
      const bound = columns[i] as Column;
      const { column, at } = bound;
      const kind = (column < row.width ? row.kind[column] : CellKind.blank) as CellKind;
      const value = kind === CellKind.blank ? null : cellOf(row, bound, kind);
      if (value === undefined) {
        values[at] = null;
        this.rejections.push({ field: bound.field, column, value: row.text(column) });
      } else if (bound.field.event && value !== null && (value as Day) > this.asOf) {
        values[at] = null;
        this.future.add(bound.field.name);
        this.futureEvents += 1;
      } else values[at] = value;
    }
  }
}

/** By its bytes, else by what the same text was before, else by the careful reader. */
function cellOf(row: RawRow, bound: Column, kind: CellKind): Value | undefined {
  const { column, bytes, memo } = bound;
  if (bytes !== null) {
    const span = row.span(column);
    const value = span === null ? Number.NaN : bytes(span.bytes, span.from, span.to, kind);
    if (!Number.isNaN(value)) return value;
  }
  const token = row.token(column);
  const unit = unitToken(row, bound);
  if (token < 0 || unit === -1) return read(row, bound, kind);
  const known = memo.find(token, unit);
  if (known !== UNKNOWN) return known;
  const value = bound.read(row.text(column), kind, unitOf(row, bound));
  memo.keep(token, unit, value);
  return value;
}

function unitToken(row: RawRow, { unitColumn }: Column): number {
  if (unitColumn < 0 || unitColumn >= row.width || row.kind[unitColumn] === CellKind.blank) return NO_UNIT;
  return row.token(unitColumn);
}

function unitOf(row: RawRow, { unitColumn, unit }: Column): string | null {
  return (unitColumn < 0 ? null : row.text(unitColumn) || null) ?? unit;
}

/** Codes, flags, dates and units repeat down a column; ids do not, nor what has a place but no token. */
function read(row: RawRow, bound: Column, kind: CellKind): Value | undefined {
  const text = row.text(bound.column);
  const unit = unitOf(row, bound);
  const { texts, field } = bound;
  if (field.type === "id" || text.length > LONGEST_REMEMBERED || row.span(bound.column) !== null)
    return bound.read(text, kind, unit);
  const key = `${kind}${unit ?? ""}\u0000${text}`;
  const known = texts.get(key);
  if (known !== undefined || texts.has(key)) return known;
  const value = bound.read(text, kind, unit);
  if (texts.size < REMEMBERED) texts.set(key, value);
  return value;
}
