import type { UnitNumber } from "../../measure/tally.ts";
import type { Columns } from "./aggregates.ts";
import type { AnswerRow } from "./database.ts";
import { allOf, type Expr } from "./expr.ts";
import type { UsedRows } from "./relation.ts";
import type { RunContext } from "./run-context.ts";
import { select, statement } from "./statement.ts";

/**
 * Distinct values by unit. A value of two written forms of one unit, or of two units below a third,
 * counts once there: so each level of the directory is asked for anew, its names sent along.
 */
export async function distinctsByUnit(
  columns: Columns,
  { value: unit, finite }: Expr,
  names: readonly (string | null)[],
  rows: UsedRows,
  { dialect, units, ask }: Pick<RunContext, "dialect" | "units" | "ask">,
): Promise<ReadonlyMap<UnitNumber, AnswerRow>> {
  const found = new Map<UnitNumber, AnswerRow>();
  const chains = names.flatMap((name) => {
    const chain = name === null ? [] : [...units.upwards(units.numberOf(name))].reverse();
    return name === null || chain.length === 0 ? [] : [{ name, chain }];
  });
  const depth = Math.max(0, ...chains.map(({ chain }) => chain.length));
  for (let level = 0; level < depth; level += 1) {
    const outcomes = chains.flatMap(({ name, chain }) => {
      const above = chain[level];
      return above === undefined ? [] : [[name, units.nameOf(above) ?? name] as const];
    });
    const plain = outcomes.length === chains.length && outcomes.every(([name, to]) => name === to);
    const group = plain ? unit : dialect.pick(unit, outcomes, "NULL");
    const sql = select({
      columns: [dialect.written(group), ...columns.sql],
      from: rows.from,
      where: allOf([rows.where, `${group} IS NOT NULL`]),
      groupBy: finite !== null && finite.text === null ? [] : [group],
    });
    for (const [name, ...counts] of await ask(statement(rows.dataset.name, "distinct-by-unit", sql)))
      if (name != null) found.set(units.numberOf(name), counts);
  }
  return found;
}
