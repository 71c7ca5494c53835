import { describe, expect, test } from "vitest";
import { hasMoved } from "../../../src/assess/movement/moved.ts";
import { pastOf } from "../../../src/history/snapshot-file.ts";
import type { Report } from "../../../src/model/report.ts";
import { indicator, smallReport, unitScore } from "../../cli/small-report.ts";

const share = indicator("a", "open", { 市公安局: "met", 市民政局: "open" });
const scored = { ...unitScore("市公安局", 80), rank: 1 };
const sealed: Report["tasks"][number]["units"][number] = {
  unit: "市公安局",
  status: "open",
  done: false,
  completedOn: null,
  late: false,
  rate: 0.5,
  attainment: 0.5,
  daysLeft: 7,
  evidence: null,
};
const task: Report["tasks"][number] = {
  id: "seals",
  of: null,
  clause: "二",
  name: "印章",
  start: null,
  deadline: "2022-12-31",
  ongoing: false,
  recurrence: null,
  responsible: [],
  lead: [],
  note: null,
  units: [sealed],
};
const earlier = smallReport({
  asOf: "2022-10-18",
  inputs: [{ file: "甲.xlsx", sha256: "1", format: "xlsx", sheets: [] }],
  indicators: [share],
  tasks: [task],
  units: [scored],
});
const later = (changes: Partial<Report>): Report => ({ ...earlier, asOf: "2022-10-25", ...changes });
const { whole } = share;
const withWhole = (changes: Partial<typeof whole>) =>
  later({ indicators: [{ ...share, whole: { ...whole, ...changes } }] });

describe("nothing moved", () => {
  const still: [what: string, now: Report][] = [
    ["only the day is another", later({})],
    ["the files have other names and bytes", later({ inputs: [] })],
    ["it is said in English", later({ language: "en" })],
    ["fewer days are left", withWhole({ daysLeft: 3 })],
    [
      "units are listed in another order",
      later({ indicators: [{ ...share, units: share.units.toReversed() }] }),
    ],
    [
      "the same data is a week older, which is remarked",
      later({
        quality: {
          ...earlier.quality,
          notes: [{ code: "data-behind", text: "", why: { code: "data-behind", with: {} } }],
        },
      }),
    ],
    ["another version of the tool made it", later({ tool: { name: "evaluate", version: "9" } })],
  ];
  test.each(still)("%s", (_, now) => {
    expect(hasMoved(now, earlier)).toBe(false);
    expect(hasMoved(now, pastOf(earlier))).toBe(false);
  });
});

describe("something moved", () => {
  const { quality, overall, plan } = earlier;
  const moved: [what: string, now: Report][] = [
    ["a value", withWhole({ value: 51 })],
    ["the parts of a value that is the same", withWhole({ numerator: 2, denominator: 4 })],
    ["a status", withWhole({ status: "overdue" })],
    ["a target", withWhole({ threshold: 50 })],
    ["a stage with the same target", withWhole({ stage: 2 })],
    ["a value that is missing", withWhole({ value: null })],
    [
      "a unit's status",
      later({ indicators: [indicator("a", "open", { 市公安局: "open", 市民政局: "open" })] }),
    ],
    ["a unit is gone", later({ indicators: [indicator("a", "open", { 市公安局: "met" })] })],
    ["an indicator is new", later({ indicators: [share, indicator("b", "met")] })],
    ["the score", later({ overall: { ...overall, score: 81 } })],
    ["a rank", later({ units: [{ ...scored, rank: 2 }] })],
    ["a unit's score", later({ units: [{ ...scored, score: 79 }] })],
    ["a task is done", later({ tasks: [{ ...task, units: [{ ...sealed, status: "met", done: true }] }] })],
    ["a task is further on", later({ tasks: [{ ...task, units: [{ ...sealed, rate: 0.6 }] }] })],
    ["the rules", later({ plan: { ...plan, sha256: "1" } })],
    ["a cell cannot be read", later({ quality: { ...quality, rejectedCellCount: 1 } })],
    [
      "a name is unknown",
      later({
        quality: {
          ...quality,
          unknownUnits: [{ name: "某局", rows: 1, nearest: [], yaml: "", datasets: [] }],
        },
      }),
    ],
    [
      "a step of escalation is reached",
      later({
        escalation: [
          {
            kind: "indicator",
            unit: "市公安局",
            group: null,
            indicator: "a",
            clause: "三",
            name: "a",
            step: "提醒",
            after: 1,
            misses: 1,
            since: "2022-10-25",
            next: null,
          },
        ],
      }),
    ],
  ];
  test.each(moved)("%s", (_, now) => {
    expect(hasMoved(now, earlier)).toBe(true);
    expect(hasMoved(now, pastOf(earlier))).toBe(true);
  });
});
