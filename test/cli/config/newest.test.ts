import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dateInName, newestOf } from "../../../src/cli/config/newest.ts";
import { formatDay } from "../../../src/model/day.ts";
import { folderWith } from "../../plan/rules.ts";

describe("the date in a name", () => {
  test.each([
    ["办件明细_20221024.xlsx", "2022-10-24"],
    ["办件明细-2022-10-24.csv", "2022-10-24"],
    ["办件明细2022年10月4日.xlsx", "2022-10-04"],
    ["2022.10.24导出.xlsx", "2022-10-24"],
    ["export_20221024093000.xlsx", "2022-10-24"],
    ["export_20221024_0930.xlsx", "2022-10-24"],
    ["月报_202210.xlsx", "2022-10-01"],
    ["月报2022年9月.xlsx", "2022-09-01"],
    ["20220101-20221024.xlsx", "2022-10-24"],
    ["方案2022_办件.xlsx", null],
    ["20221332.xlsx", null],
    ["12345202210249.xlsx", null],
    ["办件明细.xlsx", null],
  ])("%s: %s", (name, found) => {
    const day = dateInName(name);
    expect(day === null ? null : formatDay(day)).toBe(found);
  });
});

describe("the newest of several", () => {
  async function folder(files: Readonly<Record<string, string>>): Promise<string> {
    const cwd = await folderWith({});
    await mkdir(join(cwd, "exports"));
    for (const [name, changed] of Object.entries(files)) {
      const path = join(cwd, "exports", name);
      await writeFile(path, "办件编号\n1\n");
      await utimes(path, new Date(changed), new Date(changed));
    }
    return cwd;
  }

  test.each([
    [
      "the latest date in the name, whenever it was copied",
      { "a_20221024.csv": "2022-10-25", "a_2022-10-17.csv": "2022-11-01", "a_20220930.csv": "2022-10-01" },
      "exports/a_20221024.csv",
    ],
    [
      "the latest change, where one name has no date",
      { "a_20221024.csv": "2022-10-25", "a_新.csv": "2022-11-01" },
      "exports/a_新.csv",
    ],
    [
      "of one day, the first in reading order",
      { "a_20221024_1.csv": "2022-10-25", "a_20221024_2.csv": "2022-10-24" },
      "exports/a_20221024_2.csv",
    ],
    [
      "locks of open workbooks do not count",
      { "a_20221024.csv": "2022-10-25", "~$a_20221031.xlsx": "2022-11-01" },
      "exports/a_20221024.csv",
    ],
  ])("%s", async (_, files, found) => {
    const cwd = await folder(files);
    expect((await newestOf("exports/*a_*.*", cwd)).display).toBe(found);
  });

  test("nothing to choose from is said with the pattern", async () => {
    const cwd = await folder({});
    await expect(newestOf("exports/*.xlsx", cwd)).rejects.toMatchObject({
      problems: [{ code: "D002", with: { input: "exports/*.xlsx" } }],
    });
  });
});
