import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../src/model/report.ts";
import { reportSchema } from "../src/model/report.ts";
import { evaluate } from "./cli/fake-process.ts";

const job = ["--plan", "jiayuguan-2022", "fixtures/jiayuguan-2022/data.xlsx", "--as-of", "2022-10-25"];
const cwd = process.cwd();

/** Everything but the version, so that a release does not rewrite the golden files. */
const steady = (text: string) => text.replace(/("version": )"[^"]*"/, '$1"0.0.0"');

describe("the main job on its fixture", () => {
  let report: Report;
  beforeAll(async () => {
    report = JSON.parse((await evaluate([...job, "-f", "json"], { cwd })).stdout);
  });

  test.each([
    ["report.json", "json", "zh"],
    ["report.md", "markdown", "zh"],
    ["report.csv", "csv", "zh"],
    ["report.txt", "table", "zh"],
    ["report.en.md", "markdown", "en"],
    ["report.en.txt", "table", "en"],
  ])("gives the golden %s, and the same bytes again", async (file, format, language) => {
    const args = [...job, "-f", format, "--lang", language];
    const first = await evaluate(args, { cwd });
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: "" });
    await expect(steady(first.stdout)).toMatchFileSnapshot(`golden/main-job/${file}`);
    expect((await evaluate(args, { cwd })).stdout).toBe(first.stdout);
  });

  test("is a report of the published shape", () => {
    expect(reportSchema.strict().parse(report)).toEqual(report);
  });

  test("accounts for every row of every sheet", () => {
    const sheets = report.inputs.flatMap((input) => input.sheets);
    expect(sheets.length).toBeGreaterThan(8);
    for (const { name, rows, used, excluded, rejected } of sheets) {
      const left = Object.values(excluded).reduce((sum, count) => sum + count, 0);
      expect({ name, rows: used + left + rejected }).toEqual({ name, rows });
    }
  });

  test("shows every status, and rows left out for several reasons", () => {
    const statuses = report.indicators.flatMap(({ whole, units }) =>
      [whole, ...units].map((one) => one.status),
    );
    expect([...new Set(statuses)].sort()).toEqual(
      ["met", "no-data", "not-applicable", "not-scored", "open", "overdue"].sort(),
    );
    const reasons = report.inputs.flatMap((input) =>
      input.sheets.flatMap((sheet) => Object.keys(sheet.excluded)),
    );
    expect([...new Set(reasons)].sort()).toEqual(["duplicate", "note", "outside-period", "total"]);
    expect(report.synthetic).toBe(true);
  });

  test("says which day it took when none was given", async () => {
    const plain = job.slice(0, 3);
    const { code, stdout, stderr } = await evaluate(plain, { cwd, now: "2026-11-22T04:00:00Z" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("2022-12-31") });
    expect(stdout).toContain("数据截至 2022-12-31");
  });
});
