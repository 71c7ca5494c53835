import { mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { main } from "../../src/cli/main.ts";
import { evaluate, fakeProcess } from "../cli/fake-process.ts";
import { openFile, problemOf } from "../ingest/read.ts";
import { HEAD, sheetXml, stringsXml, workbook, workbookEntries } from "../ingest/workbook.ts";
import { zip } from "../ingest/zip.ts";
import { archiveBomb, gzipBomb, stringsBomb, workbookBomb } from "./bombs.ts";
import { encryptedXls, encryptedXlsx, table } from "./old-formats.ts";

// Root may read everything, so that a file it may not read has to be played.
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const forbidden = () => Object.assign(new Error("permission denied"), { code: "EACCES" });
  return {
    ...fs,
    createReadStream: (path: string, options: object) =>
      path.includes("无权") ? Readable.from(failing(forbidden())) : fs.createReadStream(path, options),
  };
});

async function* failing(error: Error, ...first: Buffer[]): AsyncGenerator<Buffer> {
  yield* first;
  throw error;
}

const good = "实施编码,事项类型,实施主体,办件类型\n1,行政许可,市公安局,即办件\n2,行政许可,市公安局,承诺件\n";
const cells = (text: string) => `<row r="1"><c r="A1" t="str"><v>${text}</v></c></row>`;
const doctype = (definition: string) => `${HEAD}<!DOCTYPE s [${definition}]>`;
const damaged = (change: object) =>
  zip(
    workbookEntries({ rows: cells("a") }).map((e) => (e.name.includes("sheet1") ? { ...e, ...change } : e)),
  );

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "evaluate-"));
});
afterAll(() => rm(cwd, { recursive: true }));

async function put(name: string, bytes: Buffer | string): Promise<string> {
  const path = join(cwd, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return name;
}

const run = (inputs: readonly string[], ...flags: string[]) =>
  evaluate(["--plan", "jiayuguan-2022", "--as-of", "2022-10-25", ...flags, ...inputs], { cwd });

type Case = [name: string, make: () => Buffer | string, says: string, flags?: readonly string[]];

const cases: Case[] = [
  ["空.csv", () => "", "D012 “空.csv”是空文件"],
  ["截断.xlsx", () => workbook({ rows: cells("a") }).subarray(0, 900), "D005 文件已损坏：压缩包不完整"],
  ["校验和.xlsx", () => damaged({ crc: 1 }), "校验和不符"],
  ["长度.xlsx", () => damaged({ size: 5 }), "长度与压缩包目录不符"],
  [
    "实体炸弹.xlsx",
    () =>
      damaged({
        data: `${doctype('<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">')}${sheetXml(cells("&b;"))}`,
      }),
    "DOCTYPE 声明，出于安全拒绝读取",
  ],
  [
    "外部实体.xlsx",
    () =>
      workbook({
        rows: '<row><c t="s"><v>0</v></c></row>',
        strings: `${doctype('<!ENTITY a SYSTEM "file:///etc/passwd">')}${stringsXml("<t>&a;</t>")}`,
      }),
    "DOCTYPE 声明，出于安全拒绝读取",
  ],
  ["炸弹.xlsx", () => workbookBomb(), "用 --max-bytes 提高上限"],
  [
    "字符串.xlsx",
    () => workbook({ rows: '<row><c t="s"><v>0</v></c></row>', strings: stringsXml("<t>a</t>", "<t>b</t>") }),
    "用 --max-rows 提高上限",
    ["--max-rows", "1"],
  ],
  ["说谎的炸弹.xlsx", () => workbookBomb(1_000_000), "长度与压缩包目录不符"],
  ["炸弹.zip", () => archiveBomb("办件.csv"), "用 --max-bytes 提高上限"],
  ["炸弹.csv.gz", () => gzipBomb(), "用 --max-bytes 提高上限"],
  ["有密码.xlsx", () => encryptedXlsx(), "D008 文件有密码保护"],
  ["有密码.xls", () => encryptedXls(), "D008 文件有密码保护"],
  ["其实是.xlsx", () => "%PDF-1.7", "PDF 文件"],
  ["登录.xls", () => "<html><body>请登录</body></html>", "网页，里面没有表格"],
  ["二进制.csv", () => Buffer.from("61002c00ff", "hex"), "D004"],
  ["断.xls", () => table("biff8").subarray(0, 1500), "D005 文件已损坏：内容无法解析"],
  ["引号.csv", () => `${good}3,"行政许可,市公安局\n`, "第 4 行附近的引号没有成对"],
  [
    "套.zip",
    () => zip([{ name: "内.zip", data: zip([{ name: "a.csv", data: good }]) }]),
    "用 --max-depth 提高上限",
  ],
  ["没有表.zip", () => zip([{ name: "readme.md", data: "x" }]), "压缩包，里面没有表格文件"],
  ["宽.csv", () => good, "用 --max-columns 提高上限", ["--max-columns", "2"]],
  ["长.csv", () => good, "用 --max-cell-length 提高上限", ["--max-cell-length", "3"]],
  ["行.csv", () => good, "用 --max-rows 提高上限", ["--max-rows", "1"]],
  ["大.csv", () => good, "用 --max-bytes 提高上限", ["--max-bytes", "10"]],
  ["大.xls", () => table("biff8"), "另存为 .xlsx", ["--max-bytes", "1000"]],
  ["无权.csv", () => good, "D009 读取失败：没有读取权限"],
  ["无表.csv", () => "水果,价格\n苹果,3\n", "D007 没有一个工作表与方案需要的数据集相符"],
];

describe("bad inputs end with a sentence and exit code 3", () => {
  test.each<Case>(cases)("%s", async (name, make, says, flags = []) => {
    const file = await put(name, make());
    const before = process.memoryUsage().rss;
    const { code, stdout, stderr } = await run([file], ...flags);
    expect(stderr).toContain(says);
    expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 ** 2);
  });

  test("200 MB of shared strings stay outside the heap", async () => {
    const file = await openFile(join(cwd, await put("字符串.xlsx", stringsBomb(3))), "字符串.xlsx");
    const before = process.memoryUsage();
    const rows: string[] = [];
    await file.sheets[0]?.scan((row) => rows.push(row.text(0)) > 0);
    const after = process.memoryUsage();
    expect(rows).toEqual(["办件编号"]);
    expect(after.heapUsed - before.heapUsed).toBeLessThan(100 * 1024 ** 2);
    expect(after.rss - before.rss).toBeLessThan(400 * 1024 ** 2);
    await file.close();
  });

  test("a folder without spreadsheets", async () => {
    await put("文档/说明.txt", "x");
    const { code, stderr } = await run(["文档"]);
    expect(stderr).toContain("D003 文件夹“文档”里没有表格文件");
    expect(code).toBe(3);
  });

  test("every bad file is named at once, members of archives too", async () => {
    const archive = zip([
      { name: "空.csv", data: "" },
      { name: "坏.csv", data: good, crc: 1 },
    ]);
    const { code, stderr } = await run([await put("一.csv", ""), await put("二.zip", archive)]);
    expect(stderr).toContain("一.csv: error D012");
    expect(stderr).toContain("二.zip › 空.csv: error D012");
    expect(stderr).toContain("二.zip › 坏.csv: error D005");
    expect(code).toBe(3);
  });

  test("a pipe that breaks", async () => {
    const proc = fakeProcess(["--plan", "jiayuguan-2022", "-"], { cwd });
    const broken = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
    const stdin = Readable.from(failing(broken, Buffer.from(good)));
    const streams = { ...proc, stdin, cwd: () => cwd, once: proc.once?.bind(proc) ?? (() => {}) };
    expect(await main(streams, () => new Date("2022-10-25T04:00:00Z"))).toBe(3);
    expect(proc.err.chunks.join("")).toContain("-: error D009 读取失败：read ECONNRESET");
  });
});

describe("a file that shrinks while it is read", () => {
  const many = good + "3,行政许可,市公安局,即办件\n".repeat(50_000);
  test.each([
    ["变.csv", many, "D009 changed"],
    ["变.csv.gz", gzipSync(many), "D005 inflate"],
    ["变.xlsx", workbook({ rows: cells("a").repeat(50_000) }), "D005 inflate"],
  ])("%s", async (name, bytes, expected) => {
    const path = join(cwd, await put(name, bytes));
    const file = await openFile(path, name);
    await truncate(path, 1000);
    const [sheet] = file.sheets;
    expect(await problemOf(sheet?.scan(() => true) ?? Promise.resolve())).toBe(expected);
    await file.close();
  });
});

describe("inputs that only look bad", () => {
  test("lock files of Office and WPS are skipped and named", async () => {
    await put("锁/~$清单.xlsx", "lock");
    await put("锁/.~清单.xlsx", "lock");
    await put("锁/清单.csv", good);
    const { code, stderr } = await run(["锁"]);
    expect(stderr).toContain("已跳过 锁/.~清单.xlsx：这是打开工作簿时留下的锁文件。");
    expect(stderr).toContain("已跳过 锁/~$清单.xlsx：这是打开工作簿时留下的锁文件。");
    expect(code).toBe(0);
  });

  test("our own report among the inputs is skipped and named, and may be written again", async () => {
    await put("报/清单.csv", good);
    const first = await run(["报"], "-o", "报/report.csv");
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: "已写出 报/report.csv\n" });
    const second = await run(["报"], "-o", "报/report.csv", "-f", "json");
    expect(second.stderr).toContain("已跳过 报/report.csv：这是本程序写出的报告。");
    expect(second.code).toBe(0);
    const { inputs } = JSON.parse(second.stdout);
    expect(inputs.map((input: { file: string }) => input.file)).toEqual(["报/清单.csv"]);
  });

  test("names that mean something to JavaScript are names", async () => {
    const rows =
      "1,行政许可,__proto__,即办件,x,y\n2,行政许可,constructor,承诺件,x,y\n3,行政许可,toString,即办件,x,y\n";
    const file = await put("原型.csv", `实施编码,事项类型,实施主体,办件类型,__proto__,constructor\n${rows}`);
    const { code, stdout } = await run([file], "-f", "json");
    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    const strangers = report.quality.unknownUnits.map((unit: { name: string }) => unit.name);
    expect(strangers.sort()).toEqual(["__proto__", "constructor", "toString"]);
    expect(report.inputs[0].sheets[0]).toMatchObject({
      rows: 3,
      used: 3,
      unmatched: ["__proto__", "constructor"],
    });
  });

  test("irregular lines are named in the report", async () => {
    const file = await put(
      "不齐.csv",
      `${good}3,行政许可,市公安局,即办件,多\n4,行政"许可",市公安局,即办件\n`,
    );
    const { code, stdout } = await run([file], "-f", "json");
    expect(code).toBe(0);
    const [note] = JSON.parse(stdout).quality.notes.filter(
      (one: { code: string }) => one.code === "irregular-lines",
    );
    expect(note.why.with).toMatchObject({ file: "不齐.csv", count: 2, lines: "4、5" });
  });

  test("an archive is read as the files in it, newest first, each under its own name", async () => {
    const archive = zip([
      { name: "清单_20221017.csv", data: good },
      { name: "清单_20221024.csv", data: good },
      { name: "~$清单.xlsx", data: "lock" },
    ]);
    const { code, stdout } = await run(
      [await put("包.zip", archive), await put("清单_20221020.csv", good)],
      "-f",
      "json",
    );
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.inputs.map((input: { file: string }) => input.file)).toEqual([
      "包.zip › 清单_20221024.csv",
      "清单_20221020.csv",
      "包.zip › 清单_20221017.csv",
    ]);
    expect(report.quality.notes).toContainEqual(
      expect.objectContaining({ text: "已跳过 包.zip › ~$清单.xlsx：打开工作簿时留下的锁文件" }),
    );
  });
});
