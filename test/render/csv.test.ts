import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { renderCsv } from "../../src/render/csv.ts";
import { cityReport, unknownName } from "./city-report.ts";
import { at, emptyReport, found, indicator } from "./small-report.ts";

const read = (text: string): string[][] => parse(text, { bom: true });

describe("the CSV report", () => {
  it("has one row per indicator and unit, the whole first", async () => {
    const report = cityReport();
    const text = renderCsv(report, { language: "zh" });
    const rows = read(text);
    expect(rows).toHaveLength(1 + report.indicators.reduce((sum, { units }) => sum + 1 + units.length, 0));
    expect(rows.filter((row) => row[0] === "instant-share").map((row) => row[3])).toEqual([
      "全域",
      "市公安局",
      "市教育局",
      "市民政局",
      "市统计局",
      "市政管局",
      unknownName,
    ]);
    await expect(text).toMatchFileSnapshot("../golden/render/city.zh.csv");
  });

  it("opens in Excel: UTF-8 with BOM and CRLF at each end of line", () => {
    const text = renderCsv(cityReport(), { language: "en" });
    expect(text.startsWith("\ufeffindicator,clause,name,unit,")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.endsWith("\r\n")).toBe(true);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+86", "'+86"],
    ["-A1", "'-A1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["＝1+1", "'＝1+1"],
    ["甲\uffff乙\ufffe", "甲\ufffd乙\ufffd"],
    ['甲"乙,丙', '甲"乙,丙'],
    ["两\n行", "两\n行"],
    ["市公\u001b[2J安局\u0007\u202e", "市公安局"],
    ["\u0001=1+1", "'=1+1"],
  ])("carries the unit name %j as text", (name, expected) => {
    const report = emptyReport({
      indicators: [indicator({ id: "x", name: "x", units: [at(name, null, found())] })],
    });
    expect(read(renderCsv(report, { language: "zh" }))[2]?.[3]).toBe(expected);
  });

  it("keeps a negative number a number", () => {
    const report = emptyReport({
      indicators: [indicator({ id: "x", name: "x", whole: found({ daysLeft: -5 }) })],
    });
    const [head, row] = read(renderCsv(report, { language: "zh" }));
    expect(row?.[head?.indexOf("剩余天数") ?? -1]).toBe("-5");
  });
});
