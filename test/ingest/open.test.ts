import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBytes, openFile, problemOf, rowsOf } from "./read.ts";
import { workbook } from "./workbook.ts";

const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const book = workbook({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-"));
  await mkdir(join(folder, "folder.xlsx"));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(name: string, bytes: Buffer | string) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return openFile(path, `data/${name}`);
}

describe("files are what they contain, not what they are called", () => {
  test.each([
    ["办件.xls", book, "xlsx", "表1", ["1: 1 number"]],
    ["办件.csv", book, "xlsx", "表1", ["1: 1 number"]],
    ["办件明细.v2.xlsx", "a,b\n", "csv", "办件明细.v2", ["1: a | b"]],
    ["无扩展名", "a\tb\n", "csv", "无扩展名", ["1: a | b"]],
  ])("%s", async (name, bytes, format, sheet, rows) => {
    const file = await open(name, bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(file).toMatchObject({ file: `data/${name}`, format, sha256 });
    expect(file.sheets.map((found) => found.name)).toEqual([sheet]);
    expect(await rowsOf(file.sheets[0])).toEqual(rows);
    await file.close();
  });

  test("a pipe can be scanned twice", async () => {
    const path = join(folder, "pipe");
    execFileSync("/usr/bin/mkfifo", [path]);
    const [file] = await Promise.all([openFile(path, "pipe"), writeFile(path, "a,b\n1,2\n")]);
    expect(await rowsOf(file.sheets[0])).toEqual(["1: a | b", "2: 1 | 2"]);
    expect(await rowsOf(file.sheets[0])).toEqual(["1: a | b", "2: 1 | 2"]);
  });

  test("stdin may be a workbook too", async () => {
    const file = await openBytes(book);
    expect(file).toMatchObject({ file: "-", format: "xlsx" });
    expect(await rowsOf(file.sheets[0])).toEqual(["1: 1 number"]);
    expect(await rowsOf(file.sheets[0])).toEqual(["1: 1 number"]);
  });
});

describe("what cannot be read is refused by what it is", () => {
  test.each([
    ["empty.xlsx", "", "D012"],
    ["secret.xlsx", Buffer.concat([ole, utf16("EncryptionInfo EncryptedPackage")]), "D008"],
    ["cut-off.xls", Buffer.concat([ole, utf16("Workbook\0")]), "D005 container"],
    ["old.doc", Buffer.concat([ole, utf16("WordDocument\0")]), "D004 ole"],
    ["page.xls", "\n<HTML><body><p>登录已超时</p>", "D004 page"],
    ["rss.xls", '<?xml version="1.0"?><rss/>', "D004 xml"],
    ["sheetless.xls", '\uFEFF<?xml version="1.0"?><Workbook/>', "D004 sheetless"],
    ["archive.xls", "MIME-Version: 1.0\nContent-Type: multipart/related\n", "D004 mhtml"],
    ["导出.rar", Buffer.from("Rar!\x1a\x07\x01", "latin1"), "D004 packed"],
    ["导出.7z", Buffer.from("377abcaf271c0004", "hex"), "D004 packed"],
    ["scan.csv", "%PDF-1.7", "D004 pdf"],
    ["empty.zip", Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]), "D004 zip"],
    ["picture.csv", Buffer.from("89504e470d0a1a0a0000000d", "hex"), "D004 binary"],
  ])("%s", async (name, bytes, expected) => {
    expect(await problemOf(open(name, bytes))).toBe(expected);
  });

  test("a file that is not there, and a folder", async () => {
    expect(await problemOf(openFile(join(folder, "none.csv"), "none.csv"))).toBe("D001");
    expect(await problemOf(openFile(join(folder, "folder.xlsx"), "folder.xlsx"))).toBe("D009 folder");
  });
});
