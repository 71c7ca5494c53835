import Fraction from "fraction.js";
import { expect, it } from "vitest";
import type { Indicator } from "../../src/model/plan.ts";
import { indicatorFields } from "../../src/render/plan-view.ts";

const indicator = {
  clause: "二(七)",
  measuredIn: "人",
  staged: false,
  deadline: null,
  ongoing: false,
  stages: [],
  responsible: ["各区"],
  lead: [],
  scope: "quota",
  quotaIsTable: true,
  weight: new Fraction(1),
  dimension: null,
  baseline: null,
  remedy: null,
  note: null,
  formula: { zh: "累计", en: "total" },
} as unknown as Indicator;

it.each([
  [true, [30000, 20000], "东城区 30,000 人、西城区 20,000 人"],
  [false, [3, 2], "东城区 3 份、西城区 2 份"],
] as const)("shows each unit its part of a quota (table: %s)", (quotaIsTable, [east, west], text) => {
  const quota = new Map([
    ["东城区", new Fraction(east)],
    ["西城区", new Fraction(west)],
  ]);
  expect(indicatorFields({ ...indicator, quota, quotaIsTable }, "zh")).toContainEqual(["分解", text]);
});
