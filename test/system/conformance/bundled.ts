import { readFile } from "node:fs/promises";
import Fraction from "fraction.js";
import { readXlsx } from "hucre/xlsx";
import { CellKind } from "../../../src/model/cell.ts";
import type { Field } from "../../../src/model/dataset.ts";
import { type Day, formatDay } from "../../../src/model/day.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { type CellRead, readingOf } from "../../../src/model/reading/reading.ts";
import type { Value } from "../../../src/model/value.ts";
import { loadPlan } from "../../../src/plan/load.ts";
import { evaluate } from "../../cli/fake-process.ts";
import type { Cell, ColumnType, Table } from "./story.ts";

interface InspectedSheet {
  readonly name: string;
  readonly dataset: string | null;
  readonly headerRows: readonly number[];
  readonly columns: readonly { readonly column: string; readonly field: string }[];
}

/**
 * The sheets of a workbook as tables of a database would hold them: fields as columns, values as they are
 * understood, in types of their own; titles, notes and totals do not exist in a table.
 */
export async function tablesOf(
  planName: string,
  workbook: string,
  cwd: string,
): Promise<Record<string, Table>> {
  const inspected = await evaluate(["inspect", workbook, "--plan", planName, "-f", "json"], { cwd });
  const sheets = JSON.parse(inspected.stdout).inputs[0].sheets as InspectedSheet[];
  const plan = await loadPlan(planName, { cwd });
  const written = await readXlsx(await readFile(workbook));
  const tables: Record<string, Table> = {};
  for (const sheet of sheets) {
    const rows = written.sheets.find(({ name }) => name === sheet.name)?.rows ?? [];
    if (sheet.dataset !== null && sheet.columns.length > 0)
      tables[sheet.dataset] = tableOf(sheet, sheet.dataset, rows as unknown[][], plan);
  }
  return tables;
}

function tableOf(sheet: InspectedSheet, name: string, rows: readonly unknown[][], plan: Plan): Table {
  const dataset = plan.dictionary.datasets.get(name);
  if (dataset === undefined) throw new Error(`no ${name}`);
  const readerOf = readingOf({ dictionary: plan.dictionary, timezone: plan.timezone, date1904: false });
  const columns = sheet.columns.flatMap(({ column, field: fieldName }) => {
    const field = dataset.fields.get(fieldName);
    return field === undefined ? [] : [{ at: numberOf(column), field, read: readerOf(field) }];
  });
  const last = Math.max(0, ...sheet.headerRows);
  const key = columns.filter(({ field }) => dataset.key.includes(field.name));
  const records = rows
    .slice(last)
    .filter((row) => row.filter((cell) => !isNothing(cell)).length > 1)
    .filter((row) => key.every(({ at }) => !isNothing(row[at])));
  const cells = records.map((row) => columns.map(({ at, field, read }) => cellOf(row[at], field, read)));
  return {
    columns: columns.map(({ field }) => field.name),
    types: new Map(
      columns.map(
        ({ field }, at) =>
          [
            field.name,
            typeOf(
              field,
              cells.map((row) => row[at] ?? null),
            ),
          ] as const,
      ),
    ),
    rows: cells,
  };
}

function isNothing(cell: unknown): boolean {
  return cell == null || /^(?:合计|总计|小计)?$/.test(String(cell).trim());
}

function cellOf(cell: unknown, field: Field, read: CellRead): Cell {
  if (cell == null) return null;
  const text = cell instanceof Date ? cell.toISOString().slice(0, 19).replace("T", " ") : String(cell);
  const value = read(text, typeof cell === "number" ? CellKind.number : CellKind.text, null);
  return value == null ? null : textOf(value, field);
}

function textOf(value: Exclude<Value, null>, { type }: Field): string {
  if (type === "date") return formatDay(value as Day);
  if (type === "year") return formatDay(value as Day).slice(0, 4);
  if (Array.isArray(value)) return value.join("、");
  return value instanceof Fraction ? value.toString(12) : String(value);
}

function typeOf({ type }: Field, cells: readonly Cell[]): ColumnType {
  if (type === "date") return { kind: "date" };
  if (type === "year") return { kind: "integer" };
  if (type !== "number" && type !== "limit" && type !== "rate") return { kind: "text" };
  const places = Math.max(0, ...cells.map((cell) => cell?.split(".")[1]?.length ?? 0));
  return places === 0 ? { kind: "integer" } : { kind: "decimal", places };
}

/** A is 0. */
function numberOf(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
