import { describe, expect, test } from "vitest";
import { renderers } from "../../src/render/index.ts";
import { emptyReport, found, indicator } from "./small-report.ts";

const options = { language: "zh" as const, width: 100, colour: false };

const reached = (id: string, dimension: string | null, attainment: number | null, weight = 1) =>
  indicator({ id, name: id, dimension, weight, whole: found({ attainment }) });

const report = emptyReport({
  indicators: [
    reached("甲", "指南准确度", 0.9),
    reached("乙", null, 1),
    reached("丙", "指南准确度", 0.6, 2),
    reached("丁", "服务成效度", 0.123456),
    reached("戊", "指南准确度", 0, 0),
    reached("己", "事项覆盖度", null),
  ],
});

const titles = (text: string) =>
  text.split("\n").filter((line) => /^[*]*(服务|办理|方式|事项|指南|未对应)/.test(line));

describe("indicators by dimension of the national survey", () => {
  test("in the survey's order, each with its weighted mean over what is scored", async () => {
    const grouped = await renderers.table(report, { ...options, groupBy: "dimension" });
    expect(titles(grouped)).toEqual([
      "服务成效度：平均完成度 12.34%（1 项计分）",
      "事项覆盖度：没有计分的指标",
      "指南准确度：平均完成度 70.00%（2 项计分）",
      "未对应国家评估维度：平均完成度 100.00%（1 项计分）",
    ]);
    const order = ["丁", "己", "甲", "丙", "戊", "乙"].map((name) =>
      grouped.indexOf(name, grouped.indexOf("服务成效度：")),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test("in Markdown too", async () => {
    const grouped = await renderers.markdown(report, { ...options, groupBy: "dimension" });
    expect(titles(grouped)).toContain("**指南准确度：平均完成度 70.00%（2 项计分）**");
  });

  test("by clause there are no groups", async () => {
    const plain = await renderers.table(report, { ...options, groupBy: "clause" });
    expect(titles(plain)).toEqual([]);
    expect(await renderers.table(report, options)).toBe(plain);
  });
});
