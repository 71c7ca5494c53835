import { expect, test } from "vitest";
import { renderHistory } from "../../src/render/index.ts";

const line = (name: string, values: readonly (number | null)[]) => ({
  id: name,
  clause: "",
  name,
  measuredIn: "%",
  values,
  statuses: values.map((value) => (value === null ? null : ("met" as const))),
});

test("the last run is the last, and one point alone has not moved", () => {
  const dates = ["2022-10-04", "2022-10-11", "2022-10-18"];
  const told = renderHistory(
    [
      {
        plan: "p",
        title: "方案",
        trend: { dates, replanned: [], scores: [80, null, 90], indicators: [], units: [] },
        unit: null,
        indicator: null,
        lines: [
          line("一直有", [50, 60, 70]),
          line("后来没有", [50, 60, null]),
          line("刚有", [null, null, 70]),
          line("从来没有", [null, null, null]),
        ],
        units: [],
      },
    ],
    { language: "zh", width: 100, colour: false },
  );
  const rows = told.split("\n").map((row) => row.split(/\s{2,}/).slice(0, 4));
  expect(rows).toContainEqual(["全域", "80.00", "90.00", "+10.00"]);
  expect(rows).toContainEqual(["一直有", "50%", "70%", "+20"]);
  expect(rows).toContainEqual(["后来没有", "50%", "—", "—"]);
  expect(rows).toContainEqual(["刚有", "—", "70%", "—"]);
  expect(rows).toContainEqual(["从来没有", "—", "—", "—"]);
});
