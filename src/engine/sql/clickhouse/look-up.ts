import type { Join, Sql } from "../dialect.ts";

/**
 * What rows look up is sent to every shard (GLOBAL), and each row finds at most one partner (ANY). A
 * column that knows NULL stays NULL without a partner, whatever join_use_nulls says; others would be ''.
 */
export function lookUp(source: Sql, joins: readonly Join[]): Sql {
  return joins.reduce((left, join, number) => {
    // 18.16 joins two tables only.
    const rows = number === 0 ? left : `(SELECT * FROM ${left}) AS joined_${number}`;
    return `${rows} GLOBAL ANY LEFT JOIN ${partners(join, number)} ON ${join.on} = ${join.key}`;
  }, source);
}

function partners({ query, key, fields }: Join, number: number): Sql {
  const columns = [key, ...fields.map((field) => `toNullable(${field}) AS ${field}`)];
  return `(SELECT ${columns.join(", ")} FROM (${query}) AS rows_${number}) AS partners_${number}`;
}
