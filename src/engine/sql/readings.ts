import { isBlankText } from "../../ingest/blank-text.ts";
import type { Labels } from "../../ingest/labels.ts";
import { CellKind } from "../../model/cell.ts";
import type { Field } from "../../model/dataset.ts";
import type { Plan } from "../../model/plan.ts";
import { isDigits } from "../../model/reading/codes.ts";
import { type CellRead, readingOf } from "../../model/reading/reading.ts";
import { isExample } from "../../model/template.ts";
import type { Value } from "../../model/value.ts";
import { withCodes } from "../mapped-codes.ts";
import type { UnitTable } from "../unit-table.ts";
import type { ColumnKind } from "./dialect.ts";
import type { FieldColumn } from "./expr.ts";

const MARK = "\u001f";
/** Stands between a cell and the unit beside it; in the cell itself the mark is followed by something else. */
export const BESIDE = { mark: MARK, inCell: `${MARK}.`, between: `${MARK}:` } as const;

function besideIn(listed: string): readonly [text: string, unit: string] {
  const at = listed.indexOf(BESIDE.between);
  const text = at < 0 ? listed : listed.slice(0, at);
  return [text.replaceAll(BESIDE.inCell, MARK), at < 0 ? "" : listed.slice(at + BESIDE.between.length)];
}

/** A cell that says something its field cannot hold, and how many rows say so. */
export interface Unreadable {
  readonly field: Field;
  /** As listed: with the unit beside it. */
  readonly cell: string;
  readonly text: string;
  readonly rows: number;
}

export interface Read {
  readonly outcomes: ReadonlyMap<string, Value>;
  readonly unreadable: readonly Unreadable[];
}

/** Reads cells that a database has listed by the very functions that read files. */
export class Readings {
  private readonly readingFor: (field: Field) => CellRead;

  constructor({ dictionary, timezone }: Pick<Plan, "dictionary" | "timezone">) {
    this.readingFor = readingOf({ dictionary, timezone, date1904: false });
  }

  readerOf({ field, codes }: Pick<FieldColumn, "field" | "codes">): CellRead {
    if (codes === null) return this.readingFor(field);
    return withCodes(this.readingFor, new Map([[field.name, codes]]))(field);
  }

  read(column: FieldColumn, cells: ReadonlyMap<string, number>): Read {
    const { field, kind, unit } = column;
    const read = this.readerOf(column);
    const outcomes = new Map<string, Value>();
    const unreadable: Unreadable[] = [];
    for (const [cell, rows] of cells) {
      const [text, beside] = field.unitColumn === null ? [cell, ""] : besideIn(cell);
      // Spaces are nothing, as in a file.
      const value = isBlankText(text) ? null : read(text, cellKinds[kind], beside === "" ? unit : beside);
      if (value === undefined) unreadable.push({ field, cell, text, rows });
      outcomes.set(cell, value ?? null);
    }
    return { outcomes, unreadable };
  }
}

const cellKinds = {
  text: CellKind.text,
  other: CellKind.text,
  date: CellKind.text,
  time: CellKind.text,
  integer: CellKind.number,
  decimal: CellKind.number,
  float: CellKind.number,
  flag: CellKind.boolean,
} satisfies Record<ColumnKind, CellKind>;

export function cellKindOf(kind: ColumnKind): CellKind {
  return cellKinds[kind];
}

/** What digits mean differs between platforms: a code column of nothing else is not read. */
export function isUndeclaredDigits({ field, codes }: FieldColumn, cells: Iterable<string>): boolean {
  if (codes !== null || (field.type !== "code" && field.type !== "set")) return false;
  const written = [...cells].filter((cell) => cell.trim() !== "");
  return written.length > 0 && written.every(isDigits);
}

/** Cells of a key or unit column whose rows are no records, by what they are. */
export interface Remarks {
  readonly notes: ReadonlySet<string>;
  /** Those of the notes that are notes in whatever row they stand. */
  readonly examples: ReadonlySet<string>;
  readonly totals: ReadonlySet<string>;
  /** Those of the totals that stand for the whole area. */
  readonly wholes: ReadonlySet<string>;
}

export function remarksIn(
  cells: Iterable<string>,
  { labels, units, isUnit }: { labels: Labels; units: UnitTable; isUnit: boolean },
): Remarks {
  const found = {
    notes: new Set<string>(),
    examples: new Set<string>(),
    totals: new Set<string>(),
    wholes: new Set<string>(),
  };
  for (const cell of cells) {
    const text = cell.trim();
    if (isExample(text)) found.examples.add(cell);
    if (isUnit && units.isWhole(text)) found.wholes.add(cell);
    if (found.wholes.has(cell) || labels.totalLevel(text) !== null) found.totals.add(cell);
    else if (isExample(text) || (!isUnit && labels.isNote(text))) found.notes.add(cell);
  }
  return found;
}
