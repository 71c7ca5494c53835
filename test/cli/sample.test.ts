import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isMarkedSynthetic } from "../../src/model/synthetic.ts";
import { openFile } from "../ingest/read.ts";
import { evaluate } from "./fake-process.ts";

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
    const file = await openFile(join(cwd, "data.xlsx"), "data.xlsx");
    const titles: string[] = [];
    for (const sheet of file.sheets) {
      await sheet.scan((row) => {
        titles.push(row.text(0));
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
