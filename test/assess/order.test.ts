import { expect, test } from "vitest";
import { indicatorIn, tell } from "./story.ts";

test("units are listed as the plan says: by name, by group, then as the directory has them", () => {
  const units = ["甲", "乙", "丙", "丁"].map((name) => ({
    name,
    groups: [name < "丁" && name !== "丙" ? "街道" : "部门"],
  }));
  const rules = [{ units: { 甲: [1, 2], 乙: [1, 2], 丙: [1, 2], 丁: [1, 2] } }] as const;
  const listed = (order: string[]) => {
    const report = tell({ units, rules, order });
    const rows = indicatorIn(report).units.map(({ unit }) => unit);
    expect(report.units.map(({ unit }) => unit)).toEqual(rows);
    return rows.join("");
  };
  const groupOf = new Map(units.map(({ name, groups }) => [name, groups[0]]));
  expect(listed([])).toBe("甲乙丙丁");
  expect(listed(["丁"])).toBe("丁甲乙丙");
  const first = listed(["丁", groupOf.get("甲") ?? ""]);
  expect(first[0]).toBe("丁");
  expect(groupOf.get(first[1] ?? "")).toBe(groupOf.get("甲"));
});
