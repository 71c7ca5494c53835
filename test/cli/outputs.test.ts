import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkApart, checkWritable, writeAll } from "../../src/cli/outputs.ts";
import { ProblemError, sentenceOf } from "../../src/problem.ts";

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "outputs-"));
});
afterEach(() => rm(cwd, { recursive: true }));

async function said(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map((found) => sentenceOf(found, "zh"));
  }
}

describe("checkWritable", () => {
  test("names every file that cannot be written", async () => {
    await mkdir(join(cwd, "folder.json"));
    await writeFile(join(cwd, "file"), "");
    const files = ["good.json", "missing/report.json", "folder.json", "file/report.json"];
    expect(await said(checkWritable(files, { cwd, language: "zh" }))).toEqual([
      "无法写入“missing/report.json”：所在文件夹不存在，请先建立",
      "无法写入“folder.json”：这是一个文件夹，请写文件名",
      "无法写入“file/report.json”：路径中有一段不是文件夹",
    ]);
  });

  test("leaves no file behind", async () => {
    await checkWritable(["report.json"], { cwd, language: "zh" });
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe("checkApart", () => {
  test("refuses to overwrite an input, by whatever name", async () => {
    await writeFile(join(cwd, "data.csv"), "");
    await symlink(join(cwd, "data.csv"), join(cwd, "link.csv"));
    const files = ["./data.csv", "link.csv", "report.csv"];
    const read = { inputs: [join(cwd, "data.csv"), "-"], rules: [] };
    expect(await said(checkApart(files, read, cwd))).toEqual([
      "输出“./data.csv”也是输入文件，会覆盖原始数据。换一个文件名。",
      "输出“link.csv”也是输入文件，会覆盖原始数据。换一个文件名。",
    ]);
  });
});

describe("checkApart on rules and outputs", () => {
  test("refuses to overwrite a rule file", async () => {
    await writeFile(join(cwd, "units.csv"), "");
    const read = { inputs: [], rules: [join(cwd, "units.csv")] };
    expect(await said(checkApart(["./units.csv", "report.csv"], read, cwd))).toEqual([
      "输出“./units.csv”是方案、单位名录、数据字典或映射文件，会覆盖它。换一个文件名。",
    ]);
  });

  test("refuses one output named twice, also through a linked folder", async () => {
    await mkdir(join(cwd, "out"));
    await symlink(join(cwd, "out"), join(cwd, "link"));
    const read = { inputs: [], rules: [] };
    const files = ["x.json", "./x.json", "out/y.md", "link/y.md"];
    expect(await said(checkApart(files, read, cwd))).toEqual([
      "输出“./x.json”与“x.json”是同一个文件。留下一个。",
      "输出“link/y.md”与“out/y.md”是同一个文件。留下一个。",
    ]);
  });
});

describe("writeAll", () => {
  test("writes text and bytes, over what was there, without leftovers", async () => {
    await writeFile(join(cwd, "a.json"), "a longer text of before");
    const outputs = [
      { file: "a.json", data: "甲" },
      { file: "b.xlsx", data: new Uint8Array([1, 2, 255]) },
    ];
    await writeAll(outputs, { cwd, language: "zh" });
    expect(await readFile(join(cwd, "a.json"), "utf8")).toBe("甲");
    expect([...(await readFile(join(cwd, "b.xlsx")))]).toEqual([1, 2, 255]);
    expect((await readdir(cwd)).sort()).toEqual(["a.json", "b.xlsx"]);
  });

  test("a folder that vanished is a problem, not a crash", async () => {
    const outputs = [{ file: "gone/a.json", data: "" }];
    expect(await said(writeAll(outputs, { cwd, language: "zh" }))).toEqual([
      "无法写入“gone/a.json”：所在文件夹不存在，请先建立",
    ]);
  });
});
