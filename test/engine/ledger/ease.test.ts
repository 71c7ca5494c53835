import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readLedger } from "../../../src/engine/ledger/read-ledger.ts";
import { defaultLimits } from "../../../src/ingest/reader.ts";
import { parseDay } from "../../../src/model/day.ts";
import { load, measuring } from "../../plan/rules.ts";
import { sheet } from "../gathered.ts";

const rows = [
  ["编号", "部门", "网办", "时限", "受理时间"],
  ["A1", "市公安局", "否", "10", "2022-03-01"],
  ["A2", "市公安局", "否", "2", "2022-03-02"],
  ["A3", "市公安局", "是", "1", "2022-03-03"],
  ["A4", "交警支队", "否", "5", "2022-03-04"],
  ["A5", "市公安局", "否", null, "2022-03-05"],
];

const units = new Map([["市公安局", 50]]);
const ask = { indicator: "a", shared: false, falls: false, reported: false, target: 50, strangers: false };

test.each([
  ["", 10, ["A1", "A2", "A4", "A5"]],
  [", ease: { field: 时限 }", 10, ["A2", "A4", "A1", "A5"]],
  [", ease: { field: 时限, order: descending }", 10, ["A1", "A4", "A2", "A5"]],
  // What is left out is the hardest, and what is not known comes last.
  [", ease: { field: 时限 }", 2, ["A2", "A4"]],
])("with %j and a limit of %i the rows are %j", async (ease, most, keys) => {
  const plan = await load(measuring("{ share: 办件, that: { 网办: 是 } }", `threshold: 50${ease}`));
  const file = {
    file: "a.xlsx",
    format: "xlsx",
    encoding: null,
    sha256: "",
    sheets: [sheet("办件", rows)],
  } as const;
  const { groups } = await readLedger(
    plan,
    { paths: [{ path: "/a.xlsx", display: "a.xlsx" }], skipped: [] },
    { indicators: [{ ...ask, units, responsible: new Set(units.keys()) }], tasks: new Map() },
    {
      asOf: parseDay("2022-10-25") ?? 0,
      limits: defaultLimits,
      stdin: Readable.from([]),
      open: async () => ({ files: [{ ...file, close: async () => {} }], skipped: [] }),
      most,
    },
  );
  expect(groups.map(({ rows }) => rows.map(({ key }) => key))).toEqual([keys]);
  expect(groups[0]?.total).toBe(4);
  // A row of a unit below says whose it is.
  expect(groups[0]?.rows.find(({ key }) => key === "A4")?.owner).toBe("交警支队");
});
