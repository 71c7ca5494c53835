import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sampleOf } from "../../src/cli/sample/sample-of.ts";
import { openFile } from "../../src/ingest/open.ts";
import { defaultLimits } from "../../src/ingest/reader.ts";
import { isMarkedSynthetic } from "../../src/model/synthetic.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { evaluate } from "./fake-process.ts";

const plan = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });
const tables = sampleOf(plan, { rows: 60, seed: 1 });

function column(table: string, heading: string): unknown[] {
  const found = tables.find(({ name }) => name === table);
  const index = found?.headings.indexOf(heading) ?? -1;
  return found?.rows.map((row) => row[index]) ?? [];
}

describe("the sample of a plan", () => {
  test("has a table for all that the plan reads", () => {
    expect(tables.map(({ name }) => name)).toEqual([
      "事项清单",
      "办件明细",
      "好差评",
      "投诉建议",
      "个人用户统计",
      "法人用户统计",
      "接口清单",
      "电子证照",
      "电子印章",
      "任务台账",
      "指标填报",
    ]);
  });

  test("is the same for the same seed, and another for another", () => {
    expect(sampleOf(plan, { rows: 60, seed: 1 })).toEqual(tables);
    expect(sampleOf(plan, { rows: 60, seed: 2 })).not.toEqual(tables);
  });

  test.each([
    ["办件明细", "实施编码", "事项清单", "实施编码"],
    ["好差评", "办件编号", "办件明细", "办件编号"],
  ])("every %s.%s is one of %s", (table, heading, other, key) => {
    const known = new Set(column(other, key));
    expect(column(table, heading).filter((id) => !known.has(id))).toEqual([]);
    expect(column(table, heading).length).toBeGreaterThan(60);
  });

  test("a part is never larger than its whole", () => {
    const wholes = column("个人用户统计", "注册总量");
    const parts = column("个人用户统计", "月活跃用户数");
    expect(parts.filter((part, index) => Number(part) > Number(wholes[index]))).toEqual([]);
  });

  test("most items need no visit, and some do", () => {
    const visits = column("事项清单", "到办事现场次数");
    const some = visits.filter((count) => Number(count) > 0).length;
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(visits.length / 5);
  });

  test("only bad ratings are put right", () => {
    const grades = column("好差评", "满意度");
    const rectified = column("好差评", "整改完成时间").map((day, index) =>
      day === null ? null : grades[index],
    );
    expect([...new Set(rectified)].sort()).toEqual(["不满意", "非常不满意", null].sort());
  });
});

describe("evaluate sample", () => {
  let cwd = "";
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "sample-"));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  test("writes a workbook in which every sheet says that it is synthetic", async () => {
    const args = ["sample", "jiayuguan-2022", "-o", "data.xlsx", "--rows", "60", "-f", "json"];
    const { code, stdout, stderr } = await evaluate(args, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ file: "data.xlsx", synthetic: true, seed: 1 });
    const file = await openFile(join(cwd, "data.xlsx"), "data.xlsx", defaultLimits);
    const titles: string[] = [];
    for (const sheet of file.sheets) {
      await sheet.scan((row) => {
        titles.push(row.text[0] ?? "");
        return false;
      });
    }
    await file.close();
    expect(titles).toHaveLength(11);
    expect(titles.every(isMarkedSynthetic)).toBe(true);
  });

  test.each([
    [["sample", "jiayuguan-2022"], 2, "U004"],
    [["sample", "jiayuguan-2022", "-o", "data.csv"], 2, "U007"],
    [["sample", "jiayuguan-2022", "-o", "data.xlsx", "--rows", "many"], 2, "U003"],
    [["sample", "jiayuguan-2022", "-o", "missing/data.xlsx"], 4, "O001"],
    [["sample", "jiayuguan", "-o", "data.xlsx"], 2, "U005"],
  ])("%j ends with %i and %s", async (args, code, problem) => {
    const outcome = await evaluate(args, { cwd });
    expect(outcome).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(`error ${problem} `) });
    expect(await readdir(cwd)).toEqual([]);
  });
});
