import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readDocx } from "../render/word/read-docx.ts";
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

/** As an office program does: other properties of the document, and a zip of its own. */
async function saveAgain(path: string): Promise<Buffer> {
  const { default: JSZip } = await import("jszip");
  const zip = await JSZip.loadAsync(await readFile(path));
  const core = (await zip.file("docProps/core.xml")?.async("string")) ?? "";
  zip.file("docProps/core.xml", core.replaceAll(/T00:00:00Z/g, "T09:31:07Z"));
  const bytes = await zip.generateAsync({ type: "nodebuffer" });
  await writeFile(path, bytes);
  return bytes;
}

test("a sheet of another day is written anew", async () => {
  await run();
  expect((await run("--as-of", "2022-11-25")).stderr).toContain("有变化的 1 份");
});

test("a sheet that someone has filled in stays; beside it stands a new one once there is news", async () => {
  await run();
  const folder = join(cwd, "交办单");
  const filled = await saveAgain(join(folder, sheet));
  const same = await run();
  expect(same.stderr).toContain("1 份交办单已有人填写，所列事项没有变化，保留原件");
  expect(await readdir(folder)).toEqual([sheet]);

  const beside = "任务交办单-市商务局（2022-11-25）.docx";
  const news = await run("--as-of", "2022-11-25");
  expect(news.stderr).toContain(join("交办单", beside));
  expect(await readFile(join(folder, sheet))).toEqual(filled);
  expect((await readdir(folder)).sort()).toEqual([sheet, beside].sort());

  await saveAgain(join(folder, beside));
  expect((await run("--as-of", "2022-11-25")).stderr).toContain("所列事项没有变化");
  const whole = await evaluate([...args.slice(0, 4), "2022-11-25", ...args.slice(5)], { cwd });
  expect(whole.stderr).not.toContain("以前的交办单");
}, 60_000);

test("what is no sheet of this plan and unit is never written over", async () => {
  await run();
  const path = join(cwd, "交办单", sheet);
  const foreign = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("别的")] }] }));
  for (const content of [foreign, Buffer.from("不是文档")]) {
    await writeFile(path, content);
    expect((await run()).stderr).toContain("没有覆盖");
    expect(await readFile(path)).toEqual(content);
  }
  await run("--units", resolve("rules/units/jiayuguan.yaml"), "-o", "r.json");
  const other = (await readFile(join(cwd, "r.json"), "utf8")).replaceAll(
    "嘉峪关市一体化政务服务能力提升实施方案",
    "另一个方案",
  );
  await writeFile(join(cwd, "other.json"), other);
  await rm(path);
  await run();
  const ours = await readFile(path);
  const { stderr } = await evaluate(
    ["--render", "other.json", "--task-sheets", "交办单", "--unit", "市商务局", "-f", "csv"],
    { cwd },
  );
  expect(stderr).toContain("另一个方案、另一个单位");
  expect(await readFile(path)).toEqual(ours);
}, 60_000);

test("it names the ledger of the unit as it is called, with what tells two alike apart", async () => {
  const { stderr } = await run("--ledger", "台账/");
  expect(stderr).toContain("整改台账");
  const { text } = await readDocx(await readFile(join(cwd, "交办单", sheet)));
  expect(text).toMatch(/需整改的记录\d+条，逐条列在整改台账“市商务局.xlsx”中/);
});

test("a name stays when another unit, called alike in files, has nothing left to do", async () => {
  await run("-o", "r.json");
  const report = JSON.parse(await readFile(join(cwd, "r.json"), "utf8"));
  const rename = (names: readonly string[]) => {
    const text = JSON.stringify(report);
    const [first = ""] = names;
    const one = JSON.parse(text.replaceAll("市商务局", first));
    const more = names.slice(1).map((name) => JSON.parse(text.replaceAll("市商务局", name)));
    return {
      ...one,
      units: [one, ...more].flatMap(({ units }) => units),
      indicators: one.indicators.map((indicator: { units: unknown[] }, at: number) => ({
        ...indicator,
        units: [...indicator.units, ...more.flatMap(({ indicators }) => indicators[at].units)],
      })),
      tasks: [],
    };
  };
  const sheetsOf = async (of: unknown, folder: string) => {
    await writeFile(join(cwd, "two.json"), JSON.stringify(of));
    const done = await evaluate(["--render", "two.json", "--task-sheets", folder, "-f", "csv"], { cwd });
    expect(done.code).toBe(0);
    return (await readdir(join(cwd, folder))).sort();
  };
  const both = rename(["甲/局", "甲／局"]);
  expect(await sheetsOf(both, "both")).toEqual(["任务交办单-甲／局.docx", "任务交办单-甲／局~2.docx"]);
  const settled = {
    ...both,
    indicators: both.indicators.map((one: { units: { unit: string }[] }) => ({
      ...one,
      units: one.units.filter(({ unit }) => unit !== "甲/局"),
    })),
  };
  expect(await sheetsOf(settled, "one")).toEqual(["任务交办单-甲／局~2.docx"]);
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
