import { describe, expect, test } from "vitest";
import { openBytes, problemOf, read, rowsOf } from "../read.ts";

/** "办件,市公安局" in GB18030; TextEncoder only writes UTF-8. */
const gbLine = "b0ecbcfe2ccad0b9abb0b2bed6";

describe("encodings", () => {
  const rows = ["1: 编号 | 部门", "2: 1 | 市公安局𠮷"];
  const text = "编号,部门\n1,市公安局𠮷\n";
  test.each([
    ["utf-8", Buffer.from(text)],
    ["utf-8", Buffer.from(`\uFEFF${text}`)],
    ["utf-16le", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["utf-16be", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
    ["utf-16le", Buffer.from(text, "utf16le")],
    ["utf-16be", Buffer.from(text, "utf16le").swap16()],
  ])("%s", async (encoding, bytes) => {
    const file = await openBytes(bytes);
    expect(file).toMatchObject({ format: "csv", encoding, file: "-" });
    expect(await rowsOf(file.sheets[0])).toEqual(rows);
  });

  test("gb18030, with a character of four bytes", async () => {
    const file = await openBytes(Buffer.from(`${gbLine}0a312c9532823600`.slice(0, -2), "hex"));
    expect(file.encoding).toBe("gb18030");
    expect(await rowsOf(file.sheets[0])).toEqual(["1: 办件 | 市公安局", "2: 1 | 𠀀"]);
  });

  test("GB18030 that only shows after a long plain beginning", async () => {
    const plain = "1234567,abcdefg\n".repeat(40_000);
    const file = await openBytes(Buffer.concat([Buffer.from(plain), Buffer.from(gbLine, "hex")]));
    expect(file.encoding).toBe("gb18030");
    expect((await rowsOf(file.sheets[0])).at(-1)).toBe("40001: 办件 | 市公安局");
  });

  test("UTF-8 characters on the seams of chunks stay UTF-8", async () => {
    for (let shift = 0; shift < 4; shift++) {
      const file = await openBytes(`${"x".repeat(shift)}${"局𠮷".repeat(60_000)},1\n`);
      expect(file.encoding).toBe("utf-8");
    }
  });

  test.each([
    ["NUL bytes", Buffer.from("a,b\n1,\0\n"), "D004 binary"],
    ["neither UTF-8 nor GB18030", Buffer.from("612cff\n0a".replace("\n", ""), "hex"), "D005 encoding"],
    ["UTF-16 cut in the middle", Buffer.from("fffe61002c", "hex"), "D005 encoding"],
  ])("%s", async (_, bytes, expected) => {
    expect(await problemOf(read(bytes))).toBe(expected);
  });
});

describe("delimiters", () => {
  test.each([
    ["comma", "a,b,c\n1,2,3\n"],
    ["semicolon", "a;b;c\n1;2;3\n"],
    ["tab", "a\tb\tc\n1\t2\t3\n"],
    ["bar", "a|b|c\n1|2|3\n"],
    ["without a line end", "a,b,c\n1,2,3"],
    ["Windows line ends", "a,b,c\r\n1,2,3\r\n"],
    ["old Mac line ends", "a,b,c\r1,2,3\r"],
    ["quoted", '"a","b","c"\n"1","2","3"\n'],
  ])("%s", async (_, text) => {
    expect(await read(text)).toEqual(["1: a | b | c", "2: 1 | 2 | 3"]);
  });

  test.each([
    [
      "a title above the headings",
      "统计表;2022\na,b\n1,2\n3,4\n",
      ["1: 统计表;2022", "2: a | b", "3: 1 | 2", "4: 3 | 4"],
    ],
    ["lists inside fields", "a,b\n1;2;3,x\n4;5,y\n", ["1: a | b", "2: 1;2;3 | x", "3: 4;5 | y"]],
    [
      "other delimiters in quotes",
      'a;b\n"1,2,3";x\n"4,5,6";y\n',
      ["1: a | b", "2: 1,2,3 | x", "3: 4,5,6 | y"],
    ],
    ["one column", "a\n1\n2\n", ["1: a", "2: 1", "3: 2"]],
  ])("%s", async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});

describe("records", () => {
  test.each([
    ["blank lines are skipped and counted", "a,b\n\n , \n1,2\n", ["1: a | b", "4: 1 | 2"]],
    ["ragged rows", "a,b\n1\n1,2,3\n", ["1: a | b", "2: 1", "3: 1 | 2 | 3"]],
    ["trailing blanks", "a,b,,\n1,,,\n", ["1: a | b", "2: 1"]],
    ["a field over several lines", 'a,b\n1,"x\ny\n"\n2,z\n', ["1: a | b", "2: 1 | x\ny\n", "5: 2 | z"]],
    ["and with Windows line ends", 'a,b\r\n1,"x\r\ny"\r\n2,z\r\n', ["1: a | b", "2: 1 | x\r\ny", "4: 2 | z"]],
    ["doubled quotes", 'a,b\n"说""好""",2\n', ["1: a | b", '2: 说"好" | 2']],
    ["a lone quote inside a field", 'a,b\n5"屏,2\n3,4\n', ["1: a | b", '2: 5"屏 | 2', "3: 3 | 4"]],
    ["text after a closing quote", 'a,b\n"x"y,2\n3,4\n', ["1: a | b", '2: "x"y | 2', "3: 3 | 4"]],
    [
      "protected from Excel",
      'a,b\n="0123",="a""b"\n"=""0456""",=1\n',
      ["1: a | b", '2: 0123 | a"b', "3: 0456 | =1"],
    ],
    [
      "long ids keep their digits",
      "a,b\n620200000000000001,007\n",
      ["1: a | b", "2: 620200000000000001 | 007"],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test("a quote that never closes is reported by its line", async () => {
    const step = read('a,b\n1,2\n3,"4\n5,6\n7,8\n');
    expect(await problemOf(step)).toBe("D005 quote");
    await expect(step).rejects.toMatchObject({ problems: [{ at: { file: "-", line: 3 } }] });
  });

  const long = Array.from({ length: 30_000 }, (_, i) => `${i},市公安局\n`).join("");

  test("a scan can stop early and be done again", async () => {
    const sheet = (await openBytes(long)).sheets[0];
    let seen = 0;
    await sheet?.scan(() => ++seen < 100);
    expect(seen).toBe(100);
    expect(await rowsOf(sheet)).toHaveLength(30_000);
  });

  test("a sink that throws ends the scan with its own error", async () => {
    const sheet = (await openBytes(long)).sheets[0];
    const scan = sheet?.scan(() => {
      throw new RangeError("from the sink");
    });
    await expect(scan).rejects.toThrow(new RangeError("from the sink"));
  });

  test.each([
    ["rows", { maxRows: 29_999 }, "D006 rows"],
    ["bytes", { maxBytes: 1000 }, "D006 bytes"],
    ["columns", { maxColumns: 1 }, "D006 columns"],
    ["cell length", { maxCellLength: 3 }, "D006 cell"],
    ["nothing", { maxRows: 30_000, maxColumns: 2 }, "none"],
  ])("limits: %s", async (_, limits, expected) => {
    expect(await problemOf(read(long, limits))).toBe(expected);
  });
});

describe("lines that had to be guessed at are reported", () => {
  test.each<[what: string, text: string, lines: number[]]>([
    ["none in a regular file", "a,b\n1,2\n3,4\n", []],
    ["a quote inside a field", 'a,b\n5"屏,2\n3,4\n"x"y,5\n', [2, 4]],
    ["quotes well used after one that is not", 'a,b\n5"屏,2\n"3","4"\n"5\n6",7\n8"屏,9\n', [2, 6]],
    ["a comma too many", "a,b,c\n1,2,3\n4,5,x,6\n7,8,9\n", [3]],
    ["a line broken in two", "a,b,c\n1,2,3\n4,市\n局,6\n7,8,9\n", [3, 4]],
    ["not a title above and a note below", "办件统计\na,b,c\n1,2,3\n4,5,6\n数据来源\n", []],
    ["not an export line above", "导出时间,2022-10-25\na,b,c\n1,2,3\n4,5,6\n", []],
    ["blanks beyond the headings, behind which a shift may hide", "a,b,c\n1,1,234,\n5,6,7\n8,9,1\n", [2]],
    ["not a title with commas behind it", "a,b\n1,2\n3,4\n合计,,,\n5,6\n", []],
    ["not commas at the end of every line", "a,b,,\n1,2,,\n3,4,,\n", []],
    ["not rows whose last cells are blank", "a,b,c\n1,2,3\n4,5,6\n合计\n", []],
  ])("%s", async (_, text, lines) => {
    const end = await (await openBytes(text)).sheets[0]?.scan(() => true);
    expect(end?.irregularLines).toEqual({ lines, count: lines.length });
  });

  test.each<[what: string, text: string, rows: string[], lines: number[]]>([
    [
      "a stray quote before a name, closed by another one three lines below",
      '1,"甲,行政许可,公安局,即办件\n2,乙,行政许可,公安局,承诺件\n3,丙,行政许可,税务局,即办件\n4,丁",行政许可,税务局,即办件\n',
      [
        '2: 1 | "甲 | 行政许可 | 公安局 | 即办件',
        "3: 2 | 乙 | 行政许可 | 公安局 | 承诺件",
        "4: 3 | 丙 | 行政许可 | 税务局 | 即办件",
        '5: 4 | 丁" | 行政许可 | 税务局 | 即办件',
      ],
      [2, 3, 4, 5],
    ],
    [
      "closed by the quote of a field that needs its own",
      '1,"甲,许可,公安,即办\r\n2,"乙,丙",许可,公安,即办\r\n3,丁,许可,公安,即办\r\n',
      [
        '2: 1 | "甲 | 许可 | 公安 | 即办',
        "3: 2 | 乙,丙 | 许可 | 公安 | 即办",
        "4: 3 | 丁 | 许可 | 公安 | 即办",
      ],
      [2, 3],
    ],
    [
      "rows that are not as wide as the headings one by one",
      '1,"甲,许可,公安,即办\n2,乙\n3,丁",许可,公安,即办\n4,戊,许可,公安,即办\n',
      ["2: 1 | 甲,许可,公安,即办\n2,乙\n3,丁 | 许可 | 公安 | 即办", "5: 4 | 戊 | 许可 | 公安 | 即办"],
      [2, 3, 4],
    ],
    [
      "not an address over several lines",
      '1,"甘肃省,嘉峪关市\n新华路,1 号\n",许可,公安,即办\n2,乙,许可,公安,即办\n',
      ["2: 1 | 甘肃省,嘉峪关市\n新华路,1 号\n | 许可 | 公安 | 即办", "5: 2 | 乙 | 许可 | 公安 | 即办"],
      [],
    ],
    [
      "a list in a field, even if its lines happen to be as wide as the headings",
      '1,"甲,乙,丙,丁\n戊,己",许可,公安,即办\n2,乙,许可,公安,即办\n',
      ["2: 1 | 甲,乙,丙,丁\n戊,己 | 许可 | 公安 | 即办", "4: 2 | 乙 | 许可 | 公安 | 即办"],
      [2, 3],
    ],
  ])("rows inside quotes: %s", async (_, text, rows, lines) => {
    const sheet = (await openBytes(`序号,事项,类型,部门,办件\n${text}`)).sheets[0];
    expect((await rowsOf(sheet)).slice(1)).toEqual(rows);
    expect((await sheet?.scan(() => true))?.irregularLines).toEqual({ lines, count: lines.length });
  });

  test("rows swallowed by thousands are all read and counted", async () => {
    const many = Array.from({ length: 3000 }, (_, at) => `${at},事项,许可,公安,即办\n`).join("");
    const text = `序号,事项,类型,部门,办件\n9,"甲,许可,公安,即办\n${many}9,乙",许可,公安,即办\n`;
    const sheet = (await openBytes(text)).sheets[0];
    expect(await rowsOf(sheet)).toHaveLength(3003);
    expect((await sheet?.scan(() => true))?.irregularLines?.count).toBe(3002);
  });

  test("the first twenty, and how many there are", async () => {
    const end = await (await openBytes(`a,b\n${'5"屏,2\n'.repeat(30)}`)).sheets[0]?.scan(() => true);
    expect(end?.irregularLines?.lines).toHaveLength(20);
    expect(end?.irregularLines?.count).toBe(30);
  });
});
