import { fail } from "../../problem.ts";
import type { BoundTable } from "./bound-table.ts";
import type { AnswerRow } from "./database.ts";
import type { Sql } from "./dialect.ts";
import { allOf, type Expr, TRUE } from "./expr.ts";
import { keyOfTable } from "./fates.ts";
import type { RunContext } from "./run-context.ts";
import { select, statement } from "./statement.ts";

const MOST_EXAMPLES = 5;
const MOST_COUNTED = 1_000;

export interface RepeatContext extends Pick<RunContext, "dialect" | "ask"> {
  exprOf(field: string): Expr;
}

export interface Settled {
  readonly from: Sql;
  readonly where: Sql;
  readonly keys: number;
  /** Keys whose rows differ in what the plan uses; the first in reading order counted. */
  readonly conflicts: number;
}

/**
 * One row for each key, as files count the first; null where no key comes twice. A database has no first
 * row, but files in a database have: else rows that differ in what the plan uses need a column that says
 * which is the newest.
 * @throws ProblemError where they differ all the same.
 */
export async function settleRepeats(
  table: BoundTable,
  where: Sql,
  used: number,
  fields: readonly string[],
  context: RepeatContext,
): Promise<Settled | null> {
  const keyFields = keyOfTable(table);
  if (keyFields.length === 0 || table.unique || used === 0) return null;
  const { dialect, ask, exprOf } = context;
  const { dataset, source } = table;
  const key = keyFields.map((field) => exprOf(field).value);
  const counted = select({ columns: [dialect.distinctIf(key, null)], from: source, where });
  const [[count] = []] = await ask(statement(dataset.name, "keys", counted, [["1"]]));
  const keys = Number(count ?? 0);
  if (keys === used) return null;
  const newest = table.newest === null ? where : allOf([where, isNewest(table, where, key, context)]);
  const conflicts = await conflictsIn(table, newest, key, fields, context);
  const { ordered } = table;
  if (conflicts.length === 0)
    return { from: oneForEach(table, newest, key, fields, dialect), where: TRUE, keys, conflicts: 0 };
  if (ordered === undefined || table.newest !== null) return refuse(dataset.name, conflicts);
  const first = select({ columns: [`min(${ordered.order})`], from: ordered.source, where, groupBy: key });
  const isFirst = dialect.isTrue(dialect.isIn([ordered.order], first));
  return { from: ordered.source, where: allOf([where, isFirst]), keys, conflicts: conflicts.length };
}

function isNewest(
  { source, newest }: BoundTable,
  where: Sql,
  key: readonly Sql[],
  { dialect }: RepeatContext,
): Sql {
  const last = select({
    columns: [...key, `max(${newest})`],
    from: source,
    where: allOf([where, `${newest} IS NOT NULL`]),
    groupBy: key,
  });
  return dialect.isTrue(dialect.isIn([...key, newest ?? ""], last));
}

/** Keys with rows that differ, some of many. */
async function conflictsIn(
  table: BoundTable,
  where: Sql,
  key: readonly Sql[],
  fields: readonly string[],
  { dialect, ask, exprOf }: RepeatContext,
): Promise<readonly AnswerRow[]> {
  const { dataset, source } = table;
  const name = (prefix: string, at: number) => dialect.quoteName(`evaluate_${prefix}_${at + 1}`);
  const keys = key.map((value, at) => `${value} AS ${name("key", at)}`);
  const all = [...fields.map((field) => exprOf(field).value), ...unitsBeside(table, fields, dialect)];
  const values = all.map((value, at) => `${value} AS ${name("value", at)}`);
  const forms = select({ columns: [...keys, ...values], from: source, where, distinct: true });
  const names = key.map((_, at) => name("key", at));
  const rows = dialect.quoteName("evaluate_rows");
  const counted = [...names, `count(*) AS ${rows}`];
  const several = select({ columns: counted, from: `(\n${forms}\n)`, where: null, groupBy: names });
  const sql = select({
    columns: names.map((each) => dialect.written(each)),
    from: `(\n${several}\n)`,
    where: `${rows} > 1`,
    orderBy: names,
    limit: MOST_COUNTED,
  });
  return ask(statement(dataset.name, "keys", sql));
}

function refuse(dataset: string, conflicts: readonly AnswerRow[]): never {
  const examples = conflicts.slice(0, MOST_EXAMPLES).map((row) => row.join(" "));
  const keys = conflicts.length < MOST_COUNTED ? String(conflicts.length) : `${MOST_COUNTED}+`;
  return fail("D035", {}, { dataset, keys, examples: examples.join("、") });
}

/** A number and its unit belong together: 8 小时 and 1 天 are copies of no one another. */
function unitsBeside(
  { columns }: BoundTable,
  fields: readonly string[],
  dialect: RepeatContext["dialect"],
): Sql[] {
  const beside = fields.flatMap((field) => columns.get(columns.get(field)?.field.unitColumn ?? "") ?? []);
  return beside.map(({ column, kind }) => dialect.textOf(column, kind));
}

/** Copies say the same, perhaps in other spellings: any spelling of each column will do. */
function oneForEach(
  { source, columns }: BoundTable,
  where: Sql,
  key: readonly Sql[],
  fields: readonly string[],
  dialect: RepeatContext["dialect"],
): Sql {
  const bound = fields
    .flatMap((field) => columns.get(field) ?? [])
    .filter((each) => each.constant === undefined);
  const beside = bound.flatMap(({ field }) => columns.get(field.unitColumn ?? "") ?? []);
  const all = [
    ...new Set(
      [...bound, ...beside].flatMap(({ column, ready }) => [column, ...(ready === undefined ? [] : [ready])]),
    ),
  ];
  const name = (at: number) => dialect.quoteName(`evaluate_any_${at + 1}`);
  const inner = select({
    columns: all.map((column, at) => `min(${column}) AS ${name(at)}`),
    from: source,
    where,
    groupBy: key,
  });
  const outer = select({
    columns: all.map((column, at) => `${name(at)} AS ${column}`),
    from: `(\n${inner}\n)`,
    where: null,
  });
  return `(\n${outer}\n)`;
}
