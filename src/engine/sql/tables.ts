import { HeadingBook } from "../../ingest/headings.ts";
import type { Dataset, Field } from "../../model/dataset.ts";
import { formatDay } from "../../model/day.ts";
import { mappedKey, type TableColumn, type TableRule } from "../../model/mapping.ts";
import type { Plan } from "../../model/plan.ts";
import { fail } from "../../problem.ts";
import type { BoundTable } from "./bound-table.ts";
import type { Column, Database } from "./database.ts";
import type { Sql } from "./dialect.ts";
import { allOf, type FieldColumn, isAmong } from "./expr.ts";

/** Days that the plan looks at; null where it looks at all. */
export type Span = { readonly start: number | null; readonly end: number };

/** The tables of a database that hold datasets: as the mapping says, else those that are named after them. */
export async function tablesFor(
  database: Database,
  { dictionary }: Pick<Plan, "dictionary">,
  needed: readonly string[],
  rules: ReadonlyMap<string, TableRule> | null,
  span: Span,
): Promise<BoundTable[]> {
  const named = rules ?? (await namedAfter(database, dictionary));
  const tables: BoundTable[] = [];
  for (const name of needed) {
    const [rule, dataset] = [named.get(name), dictionary.datasets.get(name)];
    if (rule === undefined || dataset === undefined) continue;
    const columns = await database.columns(rule.table);
    tables.push(new TableBinding(database, dataset, rule, columns).bind(dictionary, span));
  }
  return tables;
}

async function namedAfter(
  database: Database,
  dictionary: Plan["dictionary"],
): Promise<Map<string, TableRule>> {
  const book = new HeadingBook(dictionary);
  const found = new Map<string, TableRule>();
  for (const table of await database.tables()) {
    const dataset = book.namedAfter(table);
    if (dataset === undefined) continue;
    const before = found.get(dataset)?.table;
    if (before !== undefined && before !== dataset && table !== dataset)
      fail("D046", {}, { dataset, tables: `${before}、${table}` });
    if (before !== dataset) found.set(dataset, { table, columns: {}, unique: false, where: {} });
  }
  return found;
}

class TableBinding {
  private readonly database: Database;
  private readonly dataset: Dataset;
  private readonly rule: TableRule;
  private readonly columns: readonly Column[];

  constructor(database: Database, dataset: Dataset, rule: TableRule, columns: readonly Column[]) {
    this.database = database;
    this.dataset = dataset;
    this.rule = rule;
    this.columns = columns;
  }

  bind(dictionary: Plan["dictionary"], span: Span): BoundTable {
    const { database, dataset, rule } = this;
    const { dialect } = database;
    const said = Object.entries(rule.columns).flatMap(([name, form]): [string, FieldColumn][] => {
      const field = dataset.fields.get(name);
      return field === undefined ? [] : [[name, this.said(field, form)]];
    });
    const told = this.told(dictionary, new Set(said.flatMap(([, { heading }]) => heading)));
    const columns = new Map([...told.filter(([name]) => rule.columns[name] === undefined), ...said]);
    const used = new Set([...columns.values()].map(({ heading }) => heading));
    const newest =
      rule.newest === undefined ? null : dialect.quoteName(this.column(rule.newest, "newest").name);
    return {
      dataset,
      source: database.source(rule.table),
      columns,
      unmatched: this.columns.flatMap(({ name }) => (used.has(name) ? [] : [name])),
      place: { file: `${database.name}.${rule.table}`, sheet: rule.table },
      unique: rule.unique,
      newest,
      where: allOf([...this.where(), ...this.partition(span)]),
    };
  }

  private column(name: string, field: string): Column {
    const found = this.columns.find((column) => column.name === name);
    if (found !== undefined) return found;
    const names = this.columns.map((column) => column.name);
    const known = names.slice(0, 40).join("、");
    return fail("D032", {}, { table: this.rule.table, column: name, field, known });
  }

  /** A column as the mapping says it. */
  private said(field: Field, form: TableColumn): FieldColumn {
    const { dialect } = this.database;
    const plain = (name: string): FieldColumn => {
      const { kind } = this.column(name, field.name);
      return { heading: name, field, column: dialect.quoteName(name), kind, unit: null, codes: null };
    };
    if (typeof form === "string") return plain(form);
    if ("code" in form) return { ...plain(form.code), codes: keyed(Object.entries(form.map)) };
    if ("flag" in form) {
      const yes = [form.yes].flat().map((value) => [value, "是"] as const);
      const no = [form.no ?? []].flat().map((value) => [value, "否"] as const);
      return { ...plain(form.flag), codes: keyed([...yes, ...no]) };
    }
    if ("decimal" in form) {
      const of = plain(form.decimal);
      // What is written out has no more places than it says.
      if (of.kind === "text") return { ...of, scale: Number(form.scale) };
      return { ...of, column: `round(${of.column}, ${form.scale})`, scale: Number(form.scale) };
    }
    const { constant } = form;
    return { heading: constant, field, column: "NULL", kind: "text", unit: null, codes: null, constant };
  }

  /** Columns that the dictionary knows by their names, as headings of a sheet. */
  private told(dictionary: Plan["dictionary"], taken: ReadonlySet<string>): [string, FieldColumn][] {
    const { dataset, columns } = this;
    const left = columns.filter(({ name }) => !taken.has(name));
    const head = [{ number: 1, text: left.map(({ name }) => name) }];
    const own = { ...dictionary, datasets: new Map([[dataset.name, dataset]]) };
    const found = new HeadingBook(own).candidates(dataset.name, head, 1)[0]?.binding.columns ?? [];
    return found.flatMap(({ column, field, unit }): [string, FieldColumn][] => {
      const { name, kind } = left[column] ?? {};
      if (name === undefined || kind === undefined) return [];
      const quoted = this.database.dialect.quoteName(name);
      return [[field.name, { heading: name, field, column: quoted, kind, unit, codes: null }]];
    });
  }

  private where(): Sql[] {
    const { dialect } = this.database;
    return Object.entries(this.rule.where).map(([name, values]) => {
      const { kind } = this.column(name, "where");
      return isAmong(dialect, dialect.textOf(dialect.quoteName(name), kind), [values].flat());
    });
  }

  /** The column itself is compared, so that the database can leave whole parts unread. */
  private partition({ start, end }: Span): Sql[] {
    const { partition } = this.rule;
    if (partition === undefined) return [];
    const { dialect } = this.database;
    const { kind } = this.column(partition.column, "partition");
    const column = dialect.quoteName(partition.column);
    const literal = (day: number) => {
      const written = formatDay(day).slice(0, partition.form.includes("D") ? 10 : 7);
      const text = partition.form.includes("-") ? written : written.replaceAll("-", "");
      return kind === "integer" && /^\d+$/.test(text) ? text : dialect.quoteText(text);
    };
    const from = start === null || !this.dataset.period ? [] : [`${column} >= ${literal(start)}`];
    return [...from, `${column} <= ${literal(end)}`].map((test) => dialect.isTrue(test));
  }
}

function keyed(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  return new Map(pairs.map(([written, meant]) => [mappedKey(written), meant]));
}
