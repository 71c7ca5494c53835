import { appendFile, writeFile } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { RangeErrand } from "../../../src/ingest/workers/errand.ts";
import { Readers } from "../../../src/ingest/workers/readers.ts";
import { oldFormats } from "../../corpus/old-formats.ts";
import { archives, textFiles } from "../../corpus/text-files.ts";
import { workbooks } from "../../corpus/workbooks.ts";
import { rowLine, rowsOf } from "../read.ts";
import { foundIn, openOnDisk, withFolder } from "./by-threads.ts";

const readers = new Readers(2);
afterAll(() => readers.stop());

const families = { workbooks, oldFormats, textFiles, archives };

describe.each(Object.entries(families))("%s read by other threads", (_, situations) => {
  test.each(situations.map((one) => [one.name, one] as const))("%s", (_, { bytes, limits = {} }) =>
    withFolder(async (put) => {
      const path = await put(await bytes());
      const options = { limits, rangeBytes: 64 };
      const alone = await foundIn(path, { ...options, readers: null });
      expect(await foundIn(path, { ...options, readers })).toEqual(alone);
    }),
  );
});

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("1,市公安局,在办,2022-10-01\n", '2,"应急,管理局",办结,\r\n') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '3,"一\n二",办结,0\n',
      '4,"他说""好""",,1\n',
      "\n",
      ",,,\n",
      "\uFEFF5,a,b,c\n",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "6,多,一,列,x\n",
      "7,少\n",
      '8,5"屏,在办,1\n',
      '9,"开,没关,1\n',
      '10,"x"y,1,2\n',
      "题名\n",
    ),
  },
);

test("text cut into ranges of any size is read as by one thread", () =>
  withFolder(async (put) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 400 }),
        fc.option(fc.integer({ min: 1, max: 40 })),
        async (pieces, rangeBytes, most) => {
          const path = await put(`编号,部门,状态,日期\n${pieces.join("")}`);
          const limits = most === null ? {} : { maxRows: most };
          const alone = await foundIn(path, { readers: null, limits, rangeBytes });
          expect(await foundIn(path, { readers, limits, rangeBytes })).toEqual(alone);
        },
      ),
      { numRuns: 200 },
    );
  }));

// A line of GB18030 with characters of one, two and four bytes.
const gb = "312c9532823622b0ecbcfe220a".replaceAll("22", "");
test.each([
  ["GB18030", Buffer.from(`b1e0bac52cb2bfc3c50a${gb.repeat(40)}`, "hex")],
  ["UTF-16", Buffer.from(`\uFEFF编号,部门\n${"1,市公安局\n".repeat(40)}`, "utf16le")],
  ["old line ends", Buffer.from("编号,部门\r1,市公安局\r2,市教育局\r")],
  ["a cell that is too long", Buffer.from(`编号,部门\n${"1,市公安局\n".repeat(20)}2,${"长".repeat(200)}\n`)],
])("%s over several ranges", (_, bytes) =>
  withFolder(async (put) => {
    const path = await put(bytes);
    const options = { limits: { maxCellLength: 100 }, rangeBytes: 50 };
    const alone = await foundIn(path, { ...options, readers: null });
    expect(await foundIn(path, { ...options, readers })).toEqual(alone);
  }),
);

test("a character that is cut off is refused, wherever its range begins", () =>
  withFolder(async (put) => {
    const path = await put(Buffer.from(`b1e0bac52cb2bfc3c50a${gb.repeat(20)}b00a${gb.repeat(20)}`, "hex"));
    const ends = [];
    for (const others of [null, readers])
      ends.push((await foundIn(path, { readers: others, rangeBytes: 50 })).at(-1));
    expect(ends[0]).toContain('"reason":"encoding"');
    expect(ends[1]).toBe(ends[0]);
  }));

const table = (rows: number) =>
  `编号,部门\n${Array.from({ length: rows }, (_, at) => `${at},市公安局\n`).join("")}`;

test("many more rows than may be on their way at a time", () =>
  withFolder(async (put) => {
    const path = await put(table(60_000));
    const alone = await foundIn(path, { readers: null });
    expect(await foundIn(path, { readers, rangeBytes: 200_000 })).toEqual(alone);
    expect(await foundIn(path, { readers, rangeBytes: 1e9 })).toEqual(alone);
  }));

test("a scan that ends early leaves nothing behind", () =>
  withFolder(async (put) => {
    const path = await put(table(20_000));
    const { files } = await openOnDisk(path, { rangeBytes: 10_000 });
    const sheet = files[0]?.sheets[0];
    await readers.ahead(sheet === undefined ? [] : [sheet]);
    const found: string[] = [];
    await sheet?.scan((row) => found.push(rowLine(row)) < 3);
    expect(found).toEqual(["1: 编号 | 部门", "2: 0 | 市公安局", "3: 1 | 市公安局"]);
    expect(await rowsOf(sheet)).toHaveLength(20_001);
    expect(await foundIn(path, { readers })).toEqual(await foundIn(path, { readers: null }));
  }));

test("sheets that are scanned in another order than was said are read all the same", () =>
  withFolder(async (put) => {
    const [first, second] = [await put(table(40_000)), await put(table(30))];
    const opened = [await openOnDisk(first, {}), await openOnDisk(second, {})];
    const sheets = opened.flatMap(({ files }) => files.flatMap(({ sheets }) => sheets));
    await readers.ahead(sheets);
    expect(await rowsOf(sheets[1])).toHaveLength(31);
    expect(await rowsOf(sheets[0])).toHaveLength(40_001);
  }));

test.each([
  ["has grown", (path: string) => appendFile(path, "9,市教育局\n")],
  ["has shrunk", (path: string) => writeFile(path, table(10))],
])("a file that %s since it was opened is refused as ever", (_, change) =>
  withFolder(async (put) => {
    const path = await put(table(100));
    const said: string[] = [];
    for (const others of [null, readers]) {
      await writeFile(path, table(100));
      const { files } = await openOnDisk(path, { rangeBytes: 100 });
      const [sheet] = files[0]?.sheets ?? [];
      if (sheet === undefined) throw new Error("no sheet");
      await change(path);
      await others?.ahead([sheet]);
      said.push(await rowsOf(sheet).then(String, (error: Error) => error.message));
    }
    expect(said[0]).toContain("D009");
    expect(said[1]).toBe(said[0]);
  }),
);

test("a mistake of a thread is an error with its stack, and the threads go on", async () => {
  const broken = { kind: "range", scan: -1, range: null } as unknown as RangeErrand;
  const failing = readers.read(broken);
  expect(readers.mayTake(failing)).toBe(true);
  const error = await failing.into(() => true).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).stack).toMatch(/read-range\.js/);
});

test("rows are never missing when a thread ends by itself", async () => {
  const few = new Readers(1);
  const reading = few.read({ kind: "range", scan: -1, range: null } as unknown as RangeErrand);
  expect(few.mayTake(reading)).toBe(true);
  few.lose(new Error("out of memory"));
  await expect(reading.into(() => true)).rejects.toThrow();
  expect(() => few.mayTake(reading)).toThrow("out of memory");
  await few.stop();
});
