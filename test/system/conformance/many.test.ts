import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { many } from "./datasets/many.ts";
import { query } from "./duckdb.ts";
import { csvsOf, removePlaces } from "./places.ts";
import { writePlan } from "./plan-file.ts";
import { type Ran, ran } from "./run.ts";

/**
 * The used rows as somebody at a database would write them, with the words of this story only: nothing of
 * the tool has a hand in it.
 */
const used = (csv: string) => `
  with read as (
    select *, coalesce(受理时间, 申请时间) as 日期
    from read_csv('${csv}/办件明细.csv', header = true, all_varchar = true, nullstr = '')
  ), cases as (
    select 办件编号, any_value(实施编码) as item, any_value(受理部门) as unit,
      any_value(case when 申报渠道 in ('网上', 'APP', '线上') then 3 when 申报渠道 in ('窗口', '大厅') then 2 end) as due,
      any_value(cast(substr(受理时间, 1, 10) as date)) as accepted,
      any_value(cast(substr(承诺办结时间, 1, 10) as date)) as promised,
      any_value(case when substr(办结时间, 1, 10) <= '2022-10-25' then cast(substr(办结时间, 1, 10) as date) end) as closed,
      any_value(是否上报入库 in ('是', '√')) as reported
    from read
    where 办件编号 is not null and (日期 is null or substr(日期, 1, 10) between '2022-01-01' and '2022-10-25')
    group by 办件编号
  )`;
const police = "('市公安局', '示例市公安局', '公安', '交警支队', '车管所', '车辆管理所')";

const oracle: readonly (readonly [indicator: string, unit: string, sql: string])[] = [
  ["cases", "全域", "select count(*), null from cases"],
  ["cases", "市公安局", `select count(*), null from cases where unit in ${police}`],
  ["reported", "全域", "select count(*) filter (reported), count(*) from cases"],
  ["due", "全域", "select sum(due), null from cases"],
  ["due", "市教育局", "select sum(due), null from cases where unit in ('市教育局', 'JYJ')"],
  ["items", "全域", "select count(distinct item), null from cases"],
  ["items", "市公安局", `select count(distinct item), null from cases where unit in ${police}`],
  [
    "item-channels",
    "全域",
    "select count(distinct (item, due)) filter (item is not null and due is not null), null from cases",
  ],
  ["days", "全域", "select sum(closed - accepted), count(closed - accepted) from cases"],
  [
    "late",
    "全域",
    "select count(*) filter (closed > promised or (closed is null and promised < '2022-10-25')), null from cases",
  ],
  ["long", "全域", "select count(*) filter (closed - accepted between 11 and 30), null from cases"],
  [
    "second-quarter",
    "全域",
    "select count(*) filter (accepted between '2022-04-01' and '2022-06-30'), null from cases",
  ],
];

describe("thousands of rows", () => {
  let files: Ran;
  let csv: string;
  beforeAll(async () => {
    const place = csvsOf(many);
    csv = place.csv;
    files = await ran({ plan: writePlan(place.folder, many).plan, asOf: many.asOf, args: [csv] });
  });
  afterAll(removePlaces);

  test.each(oracle)("%s of %s is what hand-written SQL says", async (indicator, unit, sql) => {
    const [row] = await query(`${used(csv)} ${sql}`);
    const figures = files.evidence?.indicators.get(indicator);
    const one = unit === "全域" ? figures?.whole : figures?.units.get(unit);
    const parts = [one?.of.value?.toFraction(), one?.to?.value?.toFraction()];
    expect(parts.map((part) => part ?? null)).toEqual(row);
    expect(Number(row?.[0])).toBeGreaterThan(20);
  });
});
