import type { Dataset, Derived, Field } from "../../model/dataset.ts";
import type { SemiJoin } from "../../model/measure.ts";
import { rebased } from "./column-exprs.ts";
import type { Dialect, Join, Sql } from "./dialect.ts";
import { allOf, type Expr, FALSE } from "./expr.ts";
import { select } from "./statement.ts";

/** The used rows of a dataset, as statements and other datasets take them. */
export interface UsedRows {
  readonly dataset: Dataset;
  readonly from: Sql;
  readonly where: Sql;
  exprOf(field: string): Expr;
  conditionOf(join: Pick<SemiJoin, "where">): Sql;
}

/** Look-ups of one dataset's rows: fields of one partner by one field are found together. */
export class LookUps {
  private readonly groups = new Map<
    string,
    { join: Omit<Join, "fields" | "query">; fields: Map<string, Sql>; of: UsedRows; key: Expr }
  >();
  private readonly dialect: Dialect;
  private readonly rowsOf: (dataset: string) => UsedRows | undefined;
  /** The dataset of the rows that look up; a partner that looks up others has names of its own. */
  private readonly by: string;

  constructor(dialect: Dialect, rowsOf: (dataset: string) => UsedRows | undefined, by: string) {
    this.dialect = dialect;
    this.rowsOf = rowsOf;
    this.by = by;
  }

  /** The field as it stands in the joined rows; NULL where the partner is not there. */
  add(field: Field, { dataset, field: wanted }: Derived & { kind: "lookup" }, on: Expr): Expr {
    const of = this.rowsOf(dataset);
    const [keyField, ...more] = of?.dataset.key ?? [];
    const nothing: Expr = {
      field,
      type: on.type,
      value: "NULL",
      finite: { text: null, outcomes: new Map(), blank: null },
    };
    if (of === undefined || keyField === undefined || more.length > 0) return nothing;
    const found = of.exprOf(wanted);
    const id = `${dataset}\u0000${on.value}`;
    const number = this.groups.get(id) === undefined ? this.groups.size + 1 : 0;
    const group = this.groups.get(id) ?? {
      join: { on: on.value, key: this.dialect.quoteName(`evaluate_key_${this.by}_${number}`) },
      fields: new Map<string, Sql>(),
      of,
      key: of.exprOf(keyField),
    };
    this.groups.set(id, group);
    const order = [...this.groups.keys()].indexOf(id) + 1;
    const column =
      group.fields.get(wanted) ??
      this.dialect.quoteName(`evaluate_found_${this.by}_${order}_${group.fields.size + 1}`);
    group.fields.set(wanted, column);
    return { ...rebased(found, column), field };
  }

  from(source: Sql): Sql {
    const joins = [...this.groups.values()].map(({ join, fields, of, key }): Join => {
      const columns = [...fields].map(([field, column]) => `${of.exprOf(field).value} AS ${column}`);
      const query = select({
        columns: [`${key.value} AS ${join.key}`, ...columns],
        from: of.from,
        where: allOf([of.where, `${key.value} IS NOT NULL`]),
      });
      return { ...join, query, fields: [...fields.values()] };
    });
    return joins.length === 0 ? source : this.dialect.lookUp(source, joins);
  }
}

/** The values of a field over used rows for which a condition holds, for semi-joins. */
export function valuesQuery(
  rows: UsedRows,
  field: string,
  condition: Sql,
): { sql: Sql; type: Expr["type"] } | null {
  if (condition === FALSE) return null;
  const { value, type } = rows.exprOf(field);
  const where = allOf([rows.where, condition, `${value} IS NOT NULL`]);
  return { sql: select({ columns: [value], from: rows.from, where }), type };
}
