import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { afterEach, beforeEach, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

const data = resolve("fixtures/jiayuguan-2022/data.xlsx");
const args = [
  "--plan",
  "jiayuguan-2022",
  data,
  "--as-of",
  "2022-10-25",
  "--task-sheets",
  "交办单",
  "-f",
  "csv",
];
let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "sheets-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const run = (...more: string[]) => evaluate([...args, "--unit", "市商务局", ...more], { cwd });
const sheet = "任务交办单-市商务局.docx";

test("the folder is made, and a second run writes nothing anew", async () => {
  expect((await run()).stderr).toContain("任务交办单 1 份到 交办单，其中新写或有变化的 1 份");
  expect(await readdir(join(cwd, "交办单"))).toEqual([sheet]);
  const before = await stat(join(cwd, "交办单", sheet));
  expect((await run()).stderr).toContain("其中新写或有变化的 0 份");
  expect((await stat(join(cwd, "交办单", sheet))).mtimeMs).toBe(before.mtimeMs);
});

test("a sheet of another day is written anew, one that someone has filled in is not", async () => {
  await run();
  const path = join(cwd, "交办单", sheet);
  const later = ["--as-of", "2022-11-25"];
  expect((await run(...later)).stderr).toContain("有变化的 1 份");
  const filled = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("已整改")] }] }));
  await writeFile(path, filled);
  expect((await run()).stderr).toContain(`${join("交办单", sheet)} 已有人填写或改动，没有覆盖`);
  expect(await readFile(path)).toEqual(filled);
});

test("sheets of units that owe nothing now are named, and left", async () => {
  await run();
  const path = (name: string) => join(cwd, "交办单", name);
  await writeFile(path("任务交办单-旧单位.docx"), await readFile(path(sheet)));
  await writeFile(path("任务交办单-别的.docx"), "x");
  expect((await run()).stderr).not.toContain("旧单位");
  const { stderr, code } = await evaluate(args, { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain("任务交办单-旧单位.docx 是以前的交办单");
  expect(stderr).not.toContain("别的");
  expect(await readdir(join(cwd, "交办单"))).toContain("任务交办单-旧单位.docx");
}, 60_000);

test("a file in the folder's place is refused before the run", async () => {
  await writeFile(join(cwd, "交办单"), "");
  expect(await run()).toMatchObject({ code: 4, stdout: "" });
});
