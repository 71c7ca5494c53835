import { describe, expect, test } from "vitest";
import { Labels } from "../../src/ingest/labels.ts";
import { bundledDictionary } from "../model/cells.ts";

const labels = new Labels((await bundledDictionary()).words, ["嘉峪关市"]);

describe("a total is told by its label", () => {
  test.each([
    "合计",
    "总计",
    "合 计",
    "合　计：",
    "总计（人）",
    "Total",
    "grand total",
    "TOTAL:",
    "汇总",
    "全市合计",
    "嘉峪关市合计",
    "全省总计",
  ])("%s sums everything", (label) => expect(labels.totalLevel(label)).toBe("grand"));

  test.each([
    "小计",
    "小 计",
    "市公安局小计",
    "市直合计",
    "部门小计",
    "本页合计",
    "Subtotal",
    "市民政局合计：",
  ])("%s sums a block", (label) => expect(labels.totalLevel(label)).toBe("block"));

  test.each(["平均", "全市平均", "平均值（人）", "部门平均：", "Average"])("%s sums nothing", (label) =>
    expect(labels.totalLevel(label)).toBe("average"),
  );

  test.each([
    "市公安局",
    "市审计局",
    "统计局",
    "会计中心",
    "合计划",
    "B2022",
    "Totally",
    "subtotals",
    "",
    "市公安局（汇总）",
    "x".repeat(40),
    "合计".padStart(40, "甲"),
  ])("%j is none", (label) => expect(labels.totalLevel(label)).toBeNull());
});

describe("a note is told by how it begins", () => {
  test.each([
    "注：数据截至10月25日",
    "注:甲",
    "注1：甲",
    "注一、甲",
    "备注",
    "※注：甲",
    "*注：甲",
    "（注：甲）",
    "数据来源：市政管局",
    "制表人：张三",
    "填报单位:甲",
    "说明",
  ])("%s is one", (text) => expect(labels.isNote(text)).toBe(true));

  test.each(["注册会计师协会", "说明书备案", "审核股", "备注册", "市公安局", "620200"])(
    "%s is none",
    (text) => expect(labels.isNote(text)).toBe(false),
  );
});
