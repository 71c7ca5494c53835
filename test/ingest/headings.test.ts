import { describe, expect, test } from "vitest";
import type { HeadRow } from "../../src/ingest/heading-rows.ts";
import { HeadingBook } from "../../src/ingest/headings.ts";
import { loadDictionary } from "../../src/plan/load.ts";

const book = new HeadingBook(await loadDictionary({ cwd: process.cwd() }));

/** Rows as typed: cells apart by |, from row 1. */
function head(...rows: string[]): HeadRow[] {
  return rows.map((row, at) => ({ number: at + 1, text: row.split("|") }));
}

function best(sheet: string, ...rows: string[]) {
  const [first] = book.candidates(sheet, head(...rows));
  if (first === undefined) throw new Error("nothing fits");
  return first;
}

describe("how a column was recognised", () => {
  test.each([
    ["办件编号|受理部门|申报渠道", ["name", "name", "name"]],
    ["事项编码|申请人到现场次数|实施主体|事项类型", ["alias", "alias", "name", "name"]],
    ["* 办 件 编 号|受理部门（全称）|申报渠道", ["name", "name", "name"]],
  ])("%s", (row, by) => {
    expect(best("Sheet1", row).binding.columns.map((column) => column.by)).toEqual(by);
  });

  test("headings over two rows: a parent over its children, the others merged downwards", () => {
    const { binding } = best(
      "Sheet1",
      "导出",
      "实施编码|事项类型|实施主体|时限|",
      "|||法定办结时限|承诺办结时限",
    );
    expect(binding.headerRows).toEqual([2, 3]);
    expect(binding.columns.map(({ heading, by }) => `${heading} ${by}`)).toEqual([
      "实施编码 joined",
      "事项类型 joined",
      "实施主体 joined",
      "时限/法定办结时限 name",
      "时限/承诺办结时限 name",
    ]);
  });

  test("one row where the row above adds nothing", () => {
    const { binding } = best("Sheet1", "事项||时限|", "实施编码|事项类型|法定办结时限|承诺办结时限");
    expect(binding.headerRows).toEqual([2]);
  });
});

describe("what decides between datasets", () => {
  test("headings of no other dataset", () => {
    expect(best("Sheet1", "办件编号|申报渠道|受理时间").decisive).toEqual(["申报渠道"]);
  });

  test("the sheet's name, where two fit alike", () => {
    const row = "受理时间|办结时间";
    expect(best("投诉建议", row)).toMatchObject({ binding: { dataset: { name: "投诉建议" } }, byName: 0.05 });
    expect(best("办件明细", row)).toMatchObject({ binding: { dataset: { name: "办件明细" } }, byName: 0.05 });
    const [first, second] = book.candidates("投诉建议", head(row));
    expect((first?.fit ?? 0) - 0.05).toBeCloseTo(second?.fit ?? 0);
  });

  test("the best comes first, each dataset once", () => {
    const found = book.candidates(
      "Sheet1",
      head("事项名称|实施编码|受理部门", "事项名称|实施编码|实施主体|事项类型"),
    );
    const names = found.map(({ binding }) => binding.dataset.name);
    expect(names[0]).toBe("事项清单");
    expect(new Set(names).size).toBe(names.length);
    const fits = found.map(({ fit }) => fit);
    expect([...fits].sort((a, b) => b - a)).toEqual(fits);
  });

  test("nothing fits a list of fruit", () => {
    expect(book.candidates("Sheet1", head("水果|价格", "苹果|3"))).toEqual([]);
  });
});
