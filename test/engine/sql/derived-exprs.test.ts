import { expect, test } from "vitest";
import { derivedExpr } from "../../../src/engine/sql/derived-exprs.ts";
import { noKeys } from "../../../src/measure/surroundings.ts";
import { stateCouncilCalendar } from "../../../src/measure/working-days.ts";
import { parseDay } from "../../../src/model/day.ts";
import { load, planOf } from "../../plan/rules.ts";
import { asOf, dialects } from "./asking.ts";

const indicators =
  "indicators:\n  - { id: a, clause: 一, name: 甲, measure: { count: 办件 }, threshold: 1, measuredIn: 件 }\n";

async function dueBetween(first: string, last: string, name: keyof typeof dialects): Promise<string> {
  const plan = await load(planOf(`fields:\n  办件.限期: { workdays: 受理时间, plus: 2 }\n${indicators}`));
  const dataset = plan.dictionary.datasets.get("办件");
  const [field, from] = ["限期", "受理时间"].map((name) => dataset?.fields.get(name));
  if (dataset === undefined || field?.derived == null || from === undefined) throw new Error("no field");
  return derivedExpr(field, field.derived, {
    dialect: dialects[name],
    dataset,
    around: {
      asOf,
      calendar: stateCouncilCalendar(),
      keysOf: () => noKeys,
      lookUp: () => () => undefined,
      literal: () => [],
    },
    exprOf: () => ({ field: from, type: "day", value: "d", finite: null }),
    daysOf: () => ({ first: parseDay(first) ?? 0, last: parseDay(last) ?? 0 }),
    lookedUp: () => {
      throw new Error("no lookup");
    },
  }).value;
}

// 2999-12-31 stands for "without end": a list of its days would be longer than any statement.
test.each(["duckdb", "clickhouse"] as const)("%s counts on from days of the calendar only", async (name) => {
  const far = await dueBetween("1900-01-01", "2999-12-31", name);
  expect(far.length).toBeLessThan(200_000);
  expect(await dueBetween("2900-01-01", "2999-12-31", name)).toBe("NULL");
  expect(await dueBetween("2022-10-20", "2022-10-21", name)).toContain("19289");
});

test("a day before the list finds nothing at its end", async () => {
  const sql = await dueBetween("1900-01-01", "2022-10-21", "duckdb");
  expect(sql.slice(0, 21)).toMatch(/^CASE WHEN d >= \d+ /);
});
