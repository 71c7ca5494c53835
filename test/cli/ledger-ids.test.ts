import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ledger-ids-"));
});
afterEach(() => rm(cwd, { recursive: true }));

type Rows = readonly (readonly string[])[];

/** Ids by record and label of the ledger over one sheet. */
async function idsOf(file: string, rows: Rows, indicator: string, ...more: string[]) {
  await writeFile(join(cwd, file), rows.map((row) => row.join(",")).join("\n"));
  const args = ["--plan", "jiayuguan-2022", file, "--indicator", indicator, "--ledger", "out.csv"];
  const { code, stderr } = await evaluate([...args, "-q", "-o", "r.json", ...more], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await rm(join(cwd, file));
  const lines = (await readFile(join(cwd, "out.csv"), "utf8")).trimEnd().split("\r\n").slice(1);
  const cells = lines.map((line) => line.split(","));
  return cells.map((row) => [row[1], row[3] || row[4], row.at(-1)].join(" ")).toSorted();
}

const items = [
  ["实施编码", "事项名称", "事项类型", "实施主体", "办件类型"],
  ["A1", "营业执照", "行政许可", "市公安局", "承诺件"],
  ["A2", "道路许可", "行政许可", "市教育局", "承诺件"],
  ["A3", "建设许可", "行政许可", "某某局", "承诺件"],
];
const later = [
  ["实施编码", "事项名称", "事项类型", "实施主体", "办件类型"],
  ["A0", "新增事项", "行政许可", "市公安局", "承诺件"],
  ["A3", "建设许可", "行政许可", "某某局", "承诺件"],
  ["A2", "道路许可核发", "行政许可", "市教育局", "承诺件"],
  ["A1", "营业执照办理", "行政许可", "市公安局", "承诺件"],
];

describe("the id of a record", () => {
  test("stays when rows move, the file is renamed, names are reworded and the day is another", async () => {
    const before = await idsOf("事项清单.csv", items, "instant-share", "--as-of", "2022-10-25");
    const after = await idsOf("清单_1101.csv", later, "instant-share", "--as-of", "2022-11-01");
    expect(after.filter((line) => !line.includes(" A0 "))).toEqual(before);
    const english = await idsOf("a.csv", later, "instant-share", "--lang", "en");
    const ids = (lines: readonly string[]) => new Set(lines.map((line) => line.split(" ").at(-1)));
    expect(ids(english)).toEqual(ids(after));
  });

  test("of rows without a number stays when others are gone, and tells apart those of one case and day", async () => {
    const heading = [
      "办件编号",
      "被评价部门",
      "评价环节",
      "满意度",
      "评价时间",
      "是否实名",
      "整改完成时间",
      "备注",
    ];
    const rating = (stage: string, note = "") =>
      ["C1", "市公安局", stage, "非常不满意", "2022-09-01", "是", "", note] as const;
    const day = ["--as-of", "2022-10-25"];
    const one = await idsOf(
      "好差评.csv",
      [heading, rating("申请环节"), rating("受理环节")],
      "bad-rating-rectified",
      ...day,
    );
    expect(new Set(one).size).toBe(2);
    const other = await idsOf(
      "b.csv",
      [heading, rating("受理环节", "整改中")],
      "bad-rating-rectified",
      ...day,
    );
    expect(other).toHaveLength(1);
    expect(one).toContain(other[0]);
  });
});
