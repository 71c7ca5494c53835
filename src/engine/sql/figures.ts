import type { Totals } from "../../measure/tally.ts";
import type { Aggregate } from "../../model/measure.ts";
import { fail } from "../../problem.ts";
import { type Additive, additiveOf, Columns, distinctOf } from "./aggregates.ts";
import type { CountedDataset } from "./counted-dataset.ts";
import type { AnswerRow } from "./database.ts";
import { distinctsByUnit } from "./distincts.ts";
import { type Expr, groupedBy } from "./expr.ts";
import { latestRows } from "./latest.ts";
import type { RunContext } from "./run-context.ts";
import { select, statement } from "./statement.ts";
import { type ByUnit, countsIn, distinctTotals, latestIn, sumsIn } from "./totals.ts";

export interface Figures {
  readonly presence: Totals;
  readonly totals: readonly (readonly [Aggregate, Totals])[];
  /** Used rows in which a field is missing; of the dataset's own unit only. */
  readonly blanks: readonly (readonly [field: string, rows: number])[];
}

type Found = readonly (readonly [Aggregate, Totals])[];

/** What the rows of a dataset come to by the units in one field: one statement for all that adds up. */
export async function figuresBy(
  by: string | null,
  of: CountedDataset,
  context: RunContext,
): Promise<Figures> {
  const { dataset, table, demand, layout, day } = of;
  const { dialect, units } = context;
  const unit = by === null ? "NULL" : of.exprOf(by).value;
  const columns = new Columns();
  const present = columns.add(dialect.countIf(null));
  const own = demand.aggregates.filter((aggregate) => aggregate.by === by);
  const on = of.conditions;
  const additives = own.map((aggregate) => additiveOf(aggregate, { columns, on, day, by: unit, table }));
  const shown = by === dataset.unit ? layout.fields : [];
  const blanks = shown.map(({ name }) => {
    return [name, columns.add(dialect.countIf(`${of.exprOf(name).value} IS NULL`))] as const;
  });
  const named = by === null ? dialect.quoteText("") : dialect.written(unit);
  const groupBy = by === null ? [] : groupedBy(of.exprOf(by));
  const sql = select({ columns: [named, ...columns.sql], from: of.from, where: of.where, groupBy });
  const sample = figuresSample(by === null ? null : of.exprOf(by), columns.sql.length, present);
  const rows = await context.ask(statement(dataset.name, "figures", sql, sample));
  const answer = { rows: by === null ? rows.map(([, ...rest]) => [null, ...rest]) : rows, units };
  const sum = (at: number) => rows.reduce((all, row) => all + Number(row[at + 1] ?? 0), 0);
  return {
    presence: countsIn(answer, present),
    totals: [
      ...additives.flatMap((additive) => addedUp(additive, answer)),
      ...(await lastOf(additives, sum, of, context)),
      ...(await distinctsOf(own, by, answer, of, context)),
    ],
    blanks: blanks.map(([field, at]) => [field, sum(at)]),
  };
}

/** One row in all, of the first unit that is known. */
function figuresSample(by: Expr | null, width: number, present: number): AnswerRow[] {
  const known = [...(by?.finite?.outcomes.values() ?? [])].filter((value) => typeof value === "string");
  const names = known.length === 0 ? [null] : known;
  return names.map((name, order) => [
    name,
    ...Array.from({ length: width }, (_, at) => (order === 0 && at === present ? "1" : "0")),
  ]);
}

function addedUp(additive: Additive, answer: ByUnit): Found {
  const { aggregate } = additive;
  if (aggregate.kind === "count") return [[aggregate, countsIn(answer, additive.rows)]];
  return aggregate.kind === "sum" ? [[aggregate, sumsIn(answer, additive)]] : [];
}

/** Running totals: those over the same rows are asked for together. */
async function lastOf(
  additives: readonly Additive[],
  sum: (at: number) => number,
  of: CountedDataset,
  context: RunContext,
): Promise<Found> {
  const latest = additives.filter(({ aggregate }) => aggregate.kind === "latest");
  const last = await latestRows(
    latest.map(({ aggregate }) => aggregate),
    of,
    context,
  );
  return latest.map(({ aggregate, undated, unitless }) => {
    const [field = ""] = aggregate.fields;
    const dataset = of.dataset.name;
    const leftOut = { undated: sum(undated), unitless: sum(unitless) };
    const ambiguous = (at: { unit: string; day: string }) => fail("D040", {}, { dataset, field, ...at });
    return [aggregate, latestIn(last.get(aggregate) ?? [], leftOut, context.units, ambiguous)];
  });
}

/** Counted for the whole, then by unit: distinct values do not add up. */
async function distinctsOf(
  own: readonly Aggregate[],
  by: string | null,
  { rows }: ByUnit,
  of: CountedDataset,
  context: RunContext,
): Promise<Found> {
  const distincts = own.filter(({ kind }) => kind === "distinct");
  if (distincts.length === 0) return [];
  const columns = new Columns();
  const places = distincts.map((aggregate) => columns.add(distinctOf(aggregate, of.conditions)));
  const sql = select({ columns: columns.sql, from: of.from, where: of.where });
  const [whole = []] = await context.ask(statement(of.dataset.name, "distinct", sql));
  const names = rows.map(([name]) => name ?? null);
  const unit = by === null ? null : of.exprOf(by);
  const byUnit = unit === null ? [] : [...(await distinctsByUnit(columns, unit, names, of, context))];
  return distincts.map((aggregate, index) => {
    const at = places[index] ?? 0;
    const units = new Map(byUnit.map(([number, row]) => [number, Number(row[at] ?? 0)]));
    return [aggregate, distinctTotals(Number(whole[at] ?? 0), units)];
  });
}
