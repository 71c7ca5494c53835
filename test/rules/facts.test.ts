import { describe, expect, test } from "vitest";
import { listPlans, loadPlan } from "../../src/plan/load.ts";
import { planAsJson } from "../../src/render/plan-json.ts";
import { type Fact, factsOf, saysInWords, shownBy } from "./facts.ts";

const ids = ["jiayuguan-2022", "jilin-2021", "ningxia-2023", "pingdingshan-2021", "shizong-2019"];

const text = ({ clause, value, kind }: Fact) => `${clause} ${kind} ${value}`;
const count = <Item>(items: readonly Item[], item: Item) => items.filter((one) => one === item).length;

/** "every 2 weeks from 2021-11-18", "yearly 12-31": the day is our reading, the rhythm the document's. */
const rhythm = (fact: Fact): Fact =>
  fact.kind === "every" ? { ...fact, value: fact.value.replace(/ from .*| \d\d-\d\d$/, "") } : fact;

describe.each(ids)("every figure and date of %s", async (id) => {
  const plan = planAsJson(await loadPlan(id, { cwd: process.cwd() }), "zh");
  const { shown, excused } = factsOf(id);
  const inWords = shown.filter(({ kind }) => kind === "words");
  const said = shown.filter(({ kind }) => kind !== "words").map(text);
  const held = shownBy(plan).map(rhythm).map(text);

  test("is shown under its clause, as often as the clause says it", () => {
    expect(said.filter((one) => count(held, one) < count(said, one))).toEqual([]);
    expect(inWords.filter((one) => !saysInWords(plan, one))).toEqual([]);
  });

  test("is all that the plan shows", () => {
    expect(held.filter((one) => !said.includes(one))).toEqual([]);
  });

  test("or has a reason why it is not shown", () => {
    expect(excused.filter(({ reason }) => reason.length < 10)).toEqual([]);
    expect(excused.length).toBeLessThanOrEqual(8);
  });
});

test("every plan has its table of facts", async () => {
  const plans = await listPlans({ cwd: process.cwd() });
  expect(plans.map(({ id }) => id).sort()).toEqual(ids);
});
