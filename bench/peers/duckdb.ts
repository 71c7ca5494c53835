import { DuckDBInstance } from "@duckdb/node-api";
import { asOf, onlineChannels } from "../aggregates.ts";
import type { Peer } from "./peer.ts";

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** One row a case number, then everything by unit and for the whole in one pass. */
const query = (file: string): string => `
with first as (
  select 办件编号 as id, any_value(实施编码) as item, any_value(受理部门) as unit,
    any_value(申报渠道) in (${[...onlineChannels].map(quoted).join(", ")}) as online_channel,
    any_value(substr(受理时间, 1, 10)) as accepted, any_value(substr(承诺办结时间, 1, 10)) as due,
    any_value(substr(办结时间, 1, 10)) as closed, any_value(是否上报入库) as reported,
    any_value(是否网上办理) as online, count(*) as copies
  from read_csv(${quoted(file)}, header = true, all_varchar = true, delim = ',', quote = '"', nullstr = '')
  group by 办件编号
), judged as (
  select *, case when closed is null then due < ${quoted(asOf)} else closed > due end as late from first
)
select unit, sum(copies), count(*), count(*) filter (reported = '是'), count(*) filter (online = '是'),
  count(*) filter (online_channel), count(closed), count(*) filter (late or closed is not null),
  count(*) filter (not late and closed is not null), count(*) filter (late),
  coalesce(sum(closed::date - accepted::date), 0), sum(case when online_channel then 3 else 2 end),
  count(distinct item), count(distinct item || case when online_channel then '+' else '-' end), count(distinct id)
from judged group by grouping sets ((unit), ())`;

/** The same aggregates; every column as text, since guessing turns 18-digit ids into numbers. */
export const duckdb: Peer = async (file, { threads }) => {
  const instance = await DuckDBInstance.create(
    ":memory:",
    threads === undefined ? {} : { threads: String(threads) },
  );
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(query(file))).getRows();
  connection.closeSync();
  instance.closeSync();
  const named = rows.map(([unit, copies, ...numbers]) => ({
    unit: unit === null ? "" : String(unit),
    copies: Number(copies),
    numbers: numbers.map(Number),
  }));
  return {
    rows: named.find(({ unit }) => unit === "")?.copies ?? 0,
    units: Object.fromEntries(named.map(({ unit, numbers }) => [unit, numbers])),
  };
};
