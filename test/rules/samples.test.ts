import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import { gather } from "../../src/engine/engine.ts";
import { filesEngine } from "../../src/engine/files.ts";
import { defaultLimits } from "../../src/ingest/reader.ts";
import { parseDay } from "../../src/model/day.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Report } from "../../src/model/report.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { sampleWorkbook } from "../../src/render/sample-workbook.ts";
import { sampleOf } from "../../src/sample/sample.ts";

/** Within each plan's period, with some of its deadlines past and some to come. */
const days = {
  "jiayuguan-2022": "2022-10-25",
  "jilin-2021": "2021-11-30",
  "ningxia-2023": "2024-12-31",
  "pingdingshan-2021": "2021-12-10",
  "shizong-2019": "2019-12-31",
};

const folder = await mkdtemp(join(tmpdir(), "samples-"));
afterAll(() => rm(folder, { recursive: true }));

async function reportOf(plan: Plan, asOf: string): Promise<Report> {
  const path = join(folder, `${plan.id}.xlsx`);
  const sheets = sampleOf(plan, { rows: 60, seed: 1 });
  await writeFile(path, await sampleWorkbook(sheets, plan.title, new Date(0)));
  const day = parseDay(asOf) ?? Number.NaN;
  const inputs = { paths: [{ path, display: "data.xlsx" }], skipped: [] };
  const stdin = Readable.from([]);
  const engine = filesEngine(inputs, { asOf: day, limits: defaultLimits, allowEmpty: false, stdin });
  return assess(plan, await gather(plan, engine), { asOf: day, language: "zh", version: "0" });
}

/** The whole of every indicator, and how many units and tasks stand how. */
function inShort({ asOf, indicators, tasks, units, overall }: Report): string {
  const head = ["indicator", "status", "value", "numerator", "denominator", "attainment"];
  const wholes = indicators.map(({ id, whole }) => [
    id,
    whole.status,
    whole.value,
    whole.numerator,
    whole.denominator,
    whole.attainment,
  ]);
  const duties = tasks.flatMap((task) => task.units);
  const having = (status: string) => duties.filter((duty) => duty.status === status).length;
  const end = [
    ["as-of", asOf],
    ["score", overall.score],
    ["units", units.length],
    ["units with a score", units.filter(({ score }) => score !== null).length],
    ["task instances", tasks.length],
    ...["met", "open", "overdue", "no-data"].map((status) => [`duties ${status}`, having(status)]),
    ["duties done late", duties.filter(({ late }) => late).length],
  ];
  return [head, ...wholes, [], ...end].map((line) => line.map((cell) => cell ?? "-").join("\t")).join("\n");
}

describe.each(Object.entries(days))("the sample of %s on %s", async (id, asOf) => {
  const plan = await loadPlan(id, { cwd: process.cwd() });
  const report = await reportOf(plan, asOf);

  test("comes to what its golden file says", async () => {
    await expect(`${inShort(report)}\n`).toMatchFileSnapshot(`../golden/samples/${id}.tsv`);
  });

  test("accounts for every row of every sheet", () => {
    const sheets = report.inputs.flatMap((input) => input.sheets);
    expect(sheets.length).toBeGreaterThan(1);
    for (const { name, rows, used, excluded, rejected } of sheets) {
      const left = Object.values(excluded).reduce((sum, count) => sum + count, 0);
      expect({ name, rows: used + left + rejected }).toEqual({ name, rows });
    }
  });

  test("has rows or a reported value for all but a few indicators", () => {
    const without = report.indicators.filter(({ whole }) => whole.status === "no-data");
    expect(without.length).toBeLessThanOrEqual(2);
    expect(report.overall.score).not.toBeNull();
  });
});
