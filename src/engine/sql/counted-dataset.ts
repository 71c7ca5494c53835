import { filterKey } from "../../measure/filter-tree.ts";
import { type Layout, layoutOf } from "../../measure/layout.ts";
import type { Totals } from "../../measure/tally.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Day } from "../../model/day.ts";
import type { Aggregate, SemiJoin } from "../../model/measure.ts";
import { fail } from "../../problem.ts";
import type { Demand } from "../dataset-run.ts";
import { Columns } from "./aggregates.ts";
import type { BoundTable } from "./bound-table.ts";
import { type CellsSeen, seeCells } from "./cells-seen.ts";
import { derivedExpr } from "./derived-exprs.ts";
import type { Sql } from "./dialect.ts";
import { allOf, anyOf, type Expr, FALSE, isAmong, notOf } from "./expr.ts";
import { type Fates, fatesOf, keyOfTable } from "./fates.ts";
import { figuresBy } from "./figures.ts";
import { type Conditions, conditionOf } from "./filters.ts";
import { LookUps, type UsedRows, valuesQuery } from "./relation.ts";
import { settleRepeats } from "./repeats.ts";
import type { RunContext } from "./run-context.ts";
import { select, statement } from "./statement.ts";

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
  badCellCount = 0;
  /** Keys of rows that differ. */
  conflicts = 0;
  cells: CellsSeen;
  from: Sql;
  where: Sql;
  /** The row's date. */
  day: Sql = "NULL";
  private readonly exprs = new Map<string, Expr>();
  private readonly days = new Map<string, { first: Day; last: Day }>();
  private readonly byFields: readonly (string | null)[];
  readonly demand: Demand;
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
    this.lookUps = new LookUps(context.dialect, context.rowsOf, table.dataset.name);
    this.cells = {
      rows: 0,
      exprs: new Map(),
      remarks: new Map(),
      unreadable: [],
      refused: [],
      texts: new Map(),
    };
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
    this.day = fates.day;
    this.where = allOf([table.where, fates.used]);
    const columns = new Columns();
    const countIf = (condition: Sql) => columns.add(dialect.countIf(condition));
    const total = columns.add(dialect.countIf(null));
    const used = countIf(fates.used);
    const rejected = countIf(fates.rejected);
    const excluded = excludedFates.map((fate) => [fate, countIf(fates[fate])] as const);
    const dated = dataset.date.some((field) => table.columns.has(field));
    const undated = dated ? countIf(allOf([fates.used, `${fates.day} IS NULL`])) : -1;
    const bad = this.badCells(fates, columns);
    const ranges = this.dayFields().map((field) => {
      const day = `CASE WHEN ${fates.used} THEN ${this.exprOf(field).value} ELSE NULL END`;
      return [field, columns.add(`min(${day})`), columns.add(`max(${day})`)] as const;
    });
    const sql = select({ columns: columns.sql, from: table.source, where: table.where });
    const sample: string[] = columns.sql.map((_, at) => (at === total || at === used ? "1" : "0"));
    for (const [, first, last] of ranges) {
      sample[first] = String(period?.start ?? asOf);
      sample[last] = String(asOf);
    }
    const [row = []] = await context.ask(statement(dataset.name, "fates", sql, [sample]));
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
    this.badCellCount = bad.reduce((sum, at) => sum + count(at), 0);
    for (const [field, first, last] of ranges) {
      if (row[first] != null && row[last] != null)
        this.days.set(field, { first: count(first), last: count(last) });
    }
    await this.settle();
  }

  /** Of rows used or rejected: cells that say nothing their field can hold, and keys without any. */
  private badCells({ used, rejected }: Fates, columns: Columns): number[] {
    const { dialect } = this.context;
    const key = keyOfTable(this.table);
    return [...this.exprs.values()].flatMap(({ field, value }) => {
      const cells = this.cells.unreadable.filter((cell) => cell.field === field);
      const text = this.cells.texts.get(field.name) ?? "NULL";
      const unread = isAmong(
        dialect,
        text,
        cells.map((cell) => cell.cell),
      );
      const missing = key.includes(field.name) ? allOf([rejected, `${value} IS NULL`, notOf(unread)]) : FALSE;
      const bad = anyOf([allOf([anyOf([used, rejected]), unread]), missing]);
      return bad === FALSE ? [] : [columns.add(dialect.countIf(bad))];
    });
  }

  /** Rows with one key count once. */
  private async settle(): Promise<void> {
    const settled = await settleRepeats(this.table, this.where, this.counts.used, this.readFields(), {
      ...this.context,
      exprOf: (field) => this.comparable(field),
    });
    if (settled === null) return;
    const { counts } = this;
    this.from = settled.from;
    this.where = settled.where;
    this.conflicts = settled.conflicts;
    const excluded = { ...counts.excluded, duplicate: counts.used - settled.keys };
    this.counts = { ...counts, used: settled.keys, excluded };
  }

  /** In keys, and among copies, a unit is the same under any of its names. */
  private comparable(field: string): Expr {
    const expr = this.exprOf(field);
    if (field !== this.dataset.unit || expr.finite === null) return expr;
    const { dialect, units } = this.context;
    const texts = [...expr.finite.outcomes.values()].filter((value) => typeof value === "string");
    const renamed = texts
      .map((text) => [text, units.canonical(text)] as const)
      .filter(([text, name]) => text !== name);
    return renamed.length === 0 ? expr : { ...expr, value: dialect.pick(expr.value, renamed, expr.value) };
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
    for (const by of this.byFields) {
      const figures = await figuresBy(by, this, this.context);
      if (figures.presence.whole.rows !== this.counts.used)
        this.refuse(this.counts.used, figures.presence.whole.rows);
      this.presence.set(by, figures.presence);
      for (const [aggregate, totals] of figures.totals) this.totals.set(filterKey(aggregate), totals);
      for (const [field, rows] of figures.blanks) this.blanks.set(field, rows);
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
