import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openInput } from "../../src/ingest/open.ts";
import { defaultLimits, type SheetSource } from "../../src/ingest/reader.ts";
import { evaluate } from "./fake-process.ts";

const plan = `plan: t
title: 方案
issued: 2022-01-01
timezone: Asia/Shanghai
units: u.yaml
indicators:
  - id: a
    clause: 一
    name: 即办件占比
    measure: { share: 事项清单, that: { 办件类型: 即办件 } }
    measuredIn: "%"
    direction: at-least
    threshold: 45
    responsible: [部门]
    deadline: 2022-10-25
`;
const head = ["实施编码", "事项名称", "事项类型", "实施主体", "办件类型"];

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ledger-hostile-"));
  await writeFile(join(cwd, "p.yaml"), plan);
});
afterEach(() => rm(cwd, { recursive: true }));

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A ledger over items of these units, of which nothing is right but those that are said to be. */
async function ledger(
  to: string,
  units: readonly string[],
  items: readonly (readonly [code: string, name: string, unit: string, kind?: string])[],
  ...more: string[]
) {
  const members = units.map((unit) => `  - { name: ${JSON.stringify(unit)}, group: 部门 }`);
  await writeFile(join(cwd, "u.yaml"), ["units: u", "groups: [部门]", "members:", ...members, ""].join("\n"));
  const rows = items.map(([code, name, unit, kind = "承诺件"]) => [code, name, "行政许可", unit, kind]);
  const lines = [head, ...rows].map((row) => row.map(quoted).join(","));
  await writeFile(join(cwd, "事项清单.csv"), lines.join("\n"));
  const args = ["--plan", "p.yaml", "--as-of", "2022-10-25", "事项清单.csv", "-o", "r.json", "--ledger", to];
  return evaluate([...args, ...more], { cwd });
}

async function textsOf(sheet: SheetSource): Promise<string[][]> {
  const rows: string[][] = [];
  await sheet.scan((row) => {
    rows.push(Array.from({ length: row.width }, (_, column) => row.text(column)));
    return true;
  });
  return rows;
}

/** Cells of a workbook's sheets as our own reader finds them. */
async function sheetsOf(file: string) {
  const input = { path: join(cwd, file), display: file };
  const { files } = await openInput(input, Readable.from([]), defaultLimits, undefined, "read");
  const [book] = files;
  const found = await Promise.all(
    (book?.sheets ?? []).map(async (sheet) => ({ name: sheet.name, rows: await textsOf(sheet) })),
  );
  await book?.close();
  return found;
}

describe("text that is not meant well", () => {
  const long = "长".repeat(33_000);
  test.each<[what: string, code: string, name: string, shownCode: string, shownName: string]>([
    ["a formula", "=1+1", "=HYPERLINK(1)", "=1+1", "=HYPERLINK(1)"],
    ["control characters", "a\u0001b", "\u001b[31m红", "ab", "红"],
    ["other directions", "\u202eA1", "\u202e证", "A1", "证"],
    ["what Excel reads as an escape", "_x0041_", "_x000D_", "_x0041_", "_x000D_"],
    ["markup", "</t></is>&amp;", "<b>&", "</t></is>&amp;", "<b>&"],
    ["characters of two halves", "😀1", "👨‍👩‍👧", "😀1", "👨👩👧"],
    ["18 digits", "123456789012345678", "1", "123456789012345678", "1"],
    ["telephone numbers", "13912345678", "电话 13912345678", "13912345678", "电话 139****5678"],
    ["more than a cell holds", long, `${long}名`, `${long.slice(0, 32_000)}…`, `${long.slice(0, 100)}…`],
  ])("%s", async (_, code, name, shownCode, shownName) => {
    expect(await ledger("out.xlsx", ["甲局"], [[code, name, "甲局"]])).toMatchObject({ code: 0 });
    const rows = (await sheetsOf("out.xlsx")).find((sheet) => sheet.name === "全部")?.rows ?? [];
    expect(rows.at(-1)).toEqual(expect.arrayContaining([shownCode, shownName]));
  });

  test("units with names that sheets and files cannot have, or that ours have", async () => {
    const names = [
      "总览",
      "History",
      "甲/乙\\丙?*[]:",
      "说明",
      "全部",
      "长".repeat(200),
      "CON",
      "..",
      "a".repeat(40),
    ];
    const units = [...names, `${"a".repeat(40)}2`];
    const items = units.map((unit, at) => [`K${at}`, "项", unit] as const);
    expect(await ledger("out.xlsx", units, items)).toMatchObject({ code: 0 });
    const sheets = (await sheetsOf("out.xlsx")).map(({ name }) => name);
    expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(units.length + 2);
    for (const name of sheets) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
    expect(await ledger("台账/", units, items)).toMatchObject({ code: 0 });
    const files = await readdir(join(cwd, "台账"));
    expect(files).toHaveLength(units.length);
    expect(files).toContain("CON_.xlsx");
  });

  test("nothing to put right is said in the ledger", async () => {
    const outcome = await ledger("out.xlsx", ["甲局"], [["A1", "项", "甲局", "即办件"]]);
    expect(outcome).toMatchObject({ code: 0, stderr: expect.stringContaining("0 个单位，0 条") });
    expect(JSON.stringify(await sheetsOf("out.xlsx"))).toContain("没有需要整改的记录。");
    expect(await ledger("台账/", ["甲局"], [["A1", "项", "甲局", "即办件"]])).toMatchObject({ code: 0 });
    expect(await readdir(join(cwd, "台账"))).toEqual([]);
  });
});

describe("what stands where a ledger is to be written", () => {
  const one = [["A1", "项", "甲局"]] as const;

  test.each([
    ["台账/", "台账/甲局.xlsx"],
    ["台账.csv", "台账.csv"],
    ["台账.xlsx", "台账.xlsx"],
  ])("is left alone when it is not ours: %s", async (to, file) => {
    await mkdir(join(cwd, "台账"));
    await writeFile(join(cwd, file), "手工台账\n");
    const outcome = await ledger(to, ["甲局"], one);
    expect(outcome).toMatchObject({ code: 4, stderr: expect.stringContaining("O010") });
    expect(await readFile(join(cwd, file), "utf8")).toBe("手工台账\n");
    expect(await stat(join(cwd, "r.json")).catch(() => null)).toBeNull();
  });

  test("is left alone when someone has filled it in", async () => {
    await ledger("out.csv", ["甲局"], one);
    const filled = (await readFile(join(cwd, "out.csv"), "utf8")).replace(",,,,未启动", ",缺人,,,进行中");
    await writeFile(join(cwd, "out.csv"), filled);
    const outcome = await ledger("out.csv", ["甲局"], one);
    expect(outcome).toMatchObject({ code: 4, stderr: expect.stringContaining("O009") });
    expect(await readFile(join(cwd, "out.csv"), "utf8")).toBe(filled);
  });

  test("is replaced when it is ours and nobody has worked in it", async () => {
    for (const name of ["项", "改了名"])
      expect(await ledger("out.csv", ["甲局"], [["A1", name, "甲局"]])).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, "out.csv"), "utf8")).toContain("改了名");
  });

  test("is a file, where a folder is meant", async () => {
    await writeFile(join(cwd, "台账"), "");
    expect(await ledger("台账/", ["甲局"], one)).toMatchObject({
      code: 4,
      stderr: expect.stringContaining("请写文件夹"),
    });
  });

  test("is a folder, where a file is meant", async () => {
    await mkdir(join(cwd, "out.xlsx"));
    expect(await ledger("out.xlsx", ["甲局"], one)).toMatchObject({ code: 4 });
    await mkdir(join(cwd, "台账/甲局.xlsx"), { recursive: true });
    const outcome = await ledger("台账/", ["甲局"], one);
    expect(outcome).toMatchObject({ code: 4, stderr: expect.stringContaining("O001") });
    expect(await readdir(join(cwd, "台账"))).toEqual(["甲局.xlsx"]);
  });

  test("stays and is named when a unit has another name or nothing left to do", async () => {
    await ledger(
      "台账/",
      ["甲局", "乙局"],
      [
        ["A1", "项", "甲局"],
        ["A2", "项", "乙局"],
      ],
    );
    await writeFile(join(cwd, "台账/别的.xlsx"), "别的");
    const { code, stderr } = await ledger("台账/", ["新甲局", "乙局"], [["A1", "项", "新甲局"]]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining("另有以前的台账 2 个，本次没有写，也没有删：乙局.xlsx、甲局.xlsx。"),
    });
    const files = await readdir(join(cwd, "台账"));
    expect(files.toSorted()).toEqual(["乙局.xlsx", "别的.xlsx", "新甲局.xlsx", "甲局.xlsx"].toSorted());
  });

  test("nothing unfinished is left in the folder", async () => {
    await ledger("台账/", ["甲局"], one);
    expect(await readdir(join(cwd, "台账"))).toEqual(["甲局.xlsx"]);
  });
});
