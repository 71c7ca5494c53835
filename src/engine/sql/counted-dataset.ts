import { filterKey } from "../../measure/filter-tree.ts";
import { type Layout, layoutOf } from "../../measure/layout.ts";
import type { Totals } from "../../measure/tally.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Day } from "../../model/day.ts";
import type { Aggregate, SemiJoin } from "../../model/measure.ts";
import { fail } from "../../problem.ts";
import type { Demand } from "../dataset-run.ts";
import { type Additive, additiveOf, Columns, distinctOf } from "./aggregates.ts";
import type { BoundTable } from "./bound-table.ts";
import { type CellsSeen, seeCells } from "./cells-seen.ts";
import { derivedExpr } from "./derived-exprs.ts";
import type { Sql } from "./dialect.ts";
import { distinctsByUnit } from "./distincts.ts";
import { allOf, type Expr } from "./expr.ts";
import { type Fates, fatesOf } from "./fates.ts";
import { type Conditions, conditionOf } from "./filters.ts";
import { latestRows } from "./latest.ts";
import { LookUps, type UsedRows, valuesQuery } from "./relation.ts";
import { settleRepeats } from "./repeats.ts";
import type { RunContext } from "./run-context.ts";
import { select, statement } from "./statement.ts";
import { countsIn, distinctTotals, latestIn, sumsIn } from "./totals.ts";

/** How many rows had which fate. */
export interface FateCounts {
  readonly rows: number;
  readonly used: number;
  readonly rejected: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly undated: number;
}

const excludedFates = ["note", "total", "outside-period", "after-as-of"] as const;

/** One dataset of a run: looked at, sorted by fate, then counted. What is counted is asked for at the end. */
export class CountedDataset implements UsedRows {
  readonly dataset: Dataset;
  readonly layout: Layout;
  readonly table: BoundTable;
  readonly bound = new Set<string>();
  readonly totals = new Map<string, Totals>();
  readonly presence = new Map<string | null, Totals>();
  /** Used rows in which a field is missing. */
  readonly blanks = new Map<string, number>();
  counts: FateCounts = { rows: 0, used: 0, rejected: 0, excluded: {}, undated: 0 };
  /** Keys of rows that differ. */
  conflicts = 0;
  cells: CellsSeen;
  from: Sql;
  where: Sql;
  private fates: Fates | null = null;
  private readonly exprs = new Map<string, Expr>();
  private readonly days = new Map<string, { first: Day; last: Day }>();
  private readonly byFields: readonly (string | null)[];
  private readonly demand: Demand;
  private readonly context: RunContext;
  private readonly lookUps: LookUps;

  constructor(table: BoundTable, demand: Demand, context: RunContext) {
    const { dataset } = table;
    this.table = table;
    this.dataset = dataset;
    this.demand = demand;
    this.context = context;
    const base = [...dataset.key, ...(dataset.unit === null ? [] : [dataset.unit]), ...dataset.date];
    this.layout = layoutOf(dataset, new Set([...base, ...demand.fields]));
    this.byFields = [...new Set([dataset.unit, ...demand.aggregates.map(({ by }) => by)])];
    this.lookUps = new LookUps(context.dialect, context.rowsOf);
    this.cells = { rows: 0, exprs: new Map(), remarks: new Map(), unreadable: [], refused: [] };
    this.from = table.source;
    this.where = table.where;
  }

  /** What is written in the table, and the fate of its rows. */
  async sort(): Promise<void> {
    const { table, layout, context } = this;
    const unitFields = new Set(this.byFields.filter((field) => field !== null));
    this.cells = await seeCells(table, layout, unitFields, context);
    for (const [field, expr] of this.cells.exprs) this.exprs.set(field, expr);
    for (const field of table.columns.keys()) if (!this.cells.refused.includes(field)) this.bound.add(field);
    await this.countFates(false);
    if (this.counts.used === 0 && this.onlyTotals) await this.countFates(true);
    for (const field of layout.derived)
      if (field.derived !== null) this.exprs.set(field.name, this.derive(field.name));
    this.from = this.lookUps.from(this.from);
  }

  private get onlyTotals(): boolean {
    const { rows, excluded } = this.counts;
    return (excluded.total ?? 0) > 0 && (excluded.total ?? 0) + (excluded.note ?? 0) === rows;
  }

  /** `wholes`: rows of the whole area are figures, for there are no others. */
  private async countFates(wholes: boolean): Promise<void> {
    const { context, table, dataset } = this;
    const { dialect, asOf, period } = context;
    const remarks = wholes ? withoutWholes(this.cells.remarks) : this.cells.remarks;
    const exprOf = (field: string) => this.exprOf(field);
    const fates = fatesOf(table, { dialect, asOf, period, exprOf, remarks });
    this.fates = fates;
    this.where = allOf([table.where, fates.used]);
    const columns = new Columns();
    const countIf = (condition: Sql) => columns.add(dialect.countIf(condition));
    const total = columns.add(dialect.countIf(null));
    const used = countIf(fates.used);
    const rejected = countIf(fates.rejected);
    const excluded = excludedFates.map((fate) => [fate, countIf(fates[fate])] as const);
    const dated = dataset.date.some((field) => table.columns.has(field));
    const undated = dated ? countIf(allOf([fates.used, `${fates.day} IS NULL`])) : -1;
    const blanks = [...this.exprs.values()]
      .filter(({ field }) => this.bound.has(field.name))
      .map(({ field, value }) => [field.name, countIf(allOf([fates.used, `${value} IS NULL`]))] as const);
    const ranges = this.dayFields().map((field) => {
      const day = `CASE WHEN ${fates.used} THEN ${this.exprOf(field).value} ELSE NULL END`;
      return [field, columns.add(`min(${day})`), columns.add(`max(${day})`)] as const;
    });
    const sql = select({ columns: columns.sql, from: table.source, where: table.where });
    const [row = []] = await context.ask(statement(dataset.name, "fates", sql));
    const count = (at: number) => Number(row[at] ?? 0);
    const sorted = excluded.flatMap(([fate, at]) => (count(at) > 0 ? [[fate, count(at)]] : []));
    this.counts = {
      rows: count(total),
      used: count(used),
      rejected: count(rejected),
      excluded: Object.fromEntries(sorted),
      undated: undated < 0 ? 0 : count(undated),
    };
    if (this.counts.rows !== this.cells.rows) this.refuse(this.cells.rows, this.counts.rows);
    for (const [field, at] of blanks) this.blanks.set(field, count(at));
    for (const [field, first, last] of ranges) {
      if (row[first] != null && row[last] != null)
        this.days.set(field, { first: count(first), last: count(last) });
    }
    await this.settle();
  }

  /** Rows with one key count once. */
  private async settle(): Promise<void> {
    const settled = await settleRepeats(this.table, this.where, this.counts.used, this.readFields(), {
      ...this.context,
      exprOf: (field) => this.exprOf(field),
    });
    if (settled === null) return;
    const { counts } = this;
    this.from = settled.from;
    this.where = settled.where;
    this.conflicts = settled.conflicts;
    const excluded = { ...counts.excluded, duplicate: counts.used - settled.keys };
    this.counts = { ...counts, used: settled.keys, excluded };
  }

  private readFields(): string[] {
    return this.layout.fields.flatMap(({ name, derived }) =>
      derived === null && this.table.columns.has(name) ? [name] : [],
    );
  }

  /** Days from which working days are counted. */
  private dayFields(): string[] {
    const from = this.layout.derived.flatMap(({ derived }) =>
      derived?.kind === "workdays" ? [derived.from] : [],
    );
    return [...new Set(from)].filter((field) => this.table.columns.has(field));
  }

  private refuse(first: number, again: number): never {
    return fail("D037", {}, { dataset: this.dataset.name, first, again });
  }

  exprOf(field: string): Expr {
    const expr = this.exprs.get(field);
    if (expr === undefined) throw new Error(`no field ${field} in ${this.dataset.name}`);
    return expr;
  }

  private derive(name: string): Expr {
    const field = this.dataset.fields.get(name);
    if (field?.derived == null) throw new Error(`${name} is not derived`);
    return derivedExpr(field, field.derived, {
      dialect: this.context.dialect,
      dataset: this.dataset,
      around: this.context.around,
      exprOf: (operand) => this.exprOf(operand),
      daysOf: (from) => this.days.get(from) ?? null,
      lookedUp: (of, derived) => this.lookUps.add(of, derived, this.exprOf(derived.on)),
    });
  }

  get conditions(): Conditions {
    const { context } = this;
    return {
      dialect: context.dialect,
      dataset: this.dataset,
      around: context.around,
      exprOf: (field) => this.exprOf(field),
      queryOf: (join: SemiJoin) => {
        const rows = context.rowsOf(join.dataset);
        return rows === undefined ? null : valuesQuery(rows, join.field, rows.conditionOf(join));
      },
    };
  }

  conditionOf({ where }: Pick<SemiJoin, "where">): Sql {
    return conditionOf(where, this.conditions);
  }

  /** Counts and sums by unit, then what does not add up. */
  async count(): Promise<void> {
    for (const by of this.byFields) await this.countBy(by);
  }

  private async countBy(by: string | null): Promise<void> {
    const { context, dataset, table, demand } = this;
    const { dialect, units } = context;
    const on = this.conditions;
    const unit = by === null ? "NULL" : this.exprOf(by).value;
    const day = this.fates?.day ?? "NULL";
    const columns = new Columns();
    const present = columns.add(dialect.countIf(null));
    const own = demand.aggregates.filter((aggregate) => aggregate.by === by);
    const additives = own.map((aggregate) => additiveOf(aggregate, { columns, on, day, by: unit, table }));
    const looked = by === dataset.unit ? this.layout.derived : [];
    const blanks = looked.map(
      ({ name }) => [name, columns.add(dialect.countIf(`${this.exprOf(name).value} IS NULL`))] as const,
    );
    const named = by === null ? `${dialect.quoteText("")}` : dialect.written(unit);
    const sql = select({
      columns: [named, ...columns.sql],
      from: this.from,
      where: this.where,
      groupBy: by === null ? [] : [unit],
    });
    const rows = await context.ask(statement(dataset.name, "figures", sql));
    const answer = {
      rows: rows.map(([name, ...rest]) => [by === null ? null : (name ?? null), ...rest]),
      units,
    };
    const presence = countsIn(answer, present);
    if (presence.whole.rows !== this.counts.used) this.refuse(this.counts.used, presence.whole.rows);
    this.presence.set(by, presence);
    for (const [field, at] of blanks) {
      this.blanks.set(
        field,
        rows.reduce((sum, row) => sum + Number(row[at + 1] ?? 0), 0),
      );
    }
    for (const additive of additives) await this.finish(additive, answer, unit, day);
    await this.countDistincts(
      own,
      by,
      answer.rows.map(([name]) => name ?? null),
    );
  }

  private async finish(
    additive: Additive,
    answer: Parameters<typeof countsIn>[0],
    unit: Sql,
    day: Sql,
  ): Promise<void> {
    const { aggregate } = additive;
    const key = filterKey(aggregate);
    if (aggregate.kind === "count") this.totals.set(key, countsIn(answer, additive.rows));
    if (aggregate.kind === "sum") this.totals.set(key, sumsIn(answer, additive));
    if (aggregate.kind !== "latest") return;
    const sum = (at: number) => answer.rows.reduce((all, row) => all + Number(row[at + 1] ?? 0), 0);
    const last = await latestRows(aggregate, {
      rows: this,
      on: this.conditions,
      unit,
      day,
      ask: this.context.ask,
    });
    const [field = ""] = aggregate.fields;
    const ambiguous = (at: { unit: string; day: string }) =>
      fail("D040", {}, { dataset: this.dataset.name, field, ...at });
    const leftOut = { undated: sum(additive.undated), unitless: sum(additive.unitless) };
    this.totals.set(key, latestIn(last, leftOut, this.context.units, ambiguous));
  }

  private async countDistincts(
    own: readonly Aggregate[],
    by: string | null,
    names: readonly (string | null)[],
  ): Promise<void> {
    const distincts = own.filter(({ kind }) => kind === "distinct");
    if (distincts.length === 0) return;
    const { context, dataset } = this;
    const columns = new Columns();
    const at = distincts.map((aggregate) => columns.add(distinctOf(aggregate, this.conditions)));
    const sql = select({ columns: columns.sql, from: this.from, where: this.where });
    const [whole = []] = await context.ask(statement(dataset.name, "distinct", sql));
    const unit = by === null ? null : this.exprOf(by).value;
    const byUnit = unit === null ? null : await distinctsByUnit(columns, unit, names, this, context);
    for (const [index, aggregate] of distincts.entries()) {
      const column = at[index] ?? 0;
      const units = new Map([...(byUnit ?? [])].map(([number, row]) => [number, Number(row[column] ?? 0)]));
      this.totals.set(filterKey(aggregate), distinctTotals(Number(whole[column] ?? 0), units));
    }
  }

  totalsOf(aggregate: Aggregate): Totals | undefined {
    return this.totals.get(filterKey(aggregate));
  }

  presenceOf(by: string | null): Totals | undefined {
    return this.presence.get(by);
  }

  get used(): number {
    return this.counts.used;
  }
}

function withoutWholes(remarks: CellsSeen["remarks"]): CellsSeen["remarks"] {
  return new Map(
    [...remarks].map(([field, { wholes, totals, ...rest }]) => [
      field,
      { ...rest, wholes, totals: new Set([...totals].filter((cell) => !wholes.has(cell))) },
    ]),
  );
}
