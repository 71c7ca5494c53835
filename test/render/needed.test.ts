import { describe, expect, it } from "vitest";
import type { Needed } from "../../src/model/assessment.ts";
import type { IndicatorReport } from "../../src/model/report.ts";
import { neededText } from "../../src/render/needed.ts";
import { found, indicator } from "./small-report.ts";

interface Story {
  readonly says: string;
  readonly rule: Partial<IndicatorReport>;
  readonly needed: Partial<Needed>;
  readonly zh: string;
  readonly en: string;
}

const stories: Story[] = [
  {
    says: "a share that new rows can lift",
    rule: { measure: "share", datasets: ["办件明细"] },
    needed: { fix: 20, new: 37 },
    zh: "还差 20 件，或新增合格 37 件",
    en: "20 more cases must meet it, or 37 new cases that do",
  },
  {
    says: "a share of 100 %, which new rows cannot lift",
    rule: { measure: "share", datasets: ["好差评"] },
    needed: { fix: 1 },
    zh: "需整改 1 条；新增无法补救",
    en: "put 1 rating right; new ones cannot help",
  },
  {
    says: "a share that must fall",
    rule: { measure: "share", direction: "at-most", datasets: ["接口清单"] },
    needed: { fix: 4 },
    zh: "需整改 4 个",
    en: "put 4 interfaces right",
  },
  {
    says: "a ratio over two lists",
    rule: { measure: "ratio", datasets: ["个人用户统计", "基础数据"] },
    needed: { fix: 15500, new: 99 },
    zh: "还差 15,500 人",
    en: "15,500 people short",
  },
  {
    says: "a running total",
    rule: { measure: "latest", measuredIn: "人" },
    needed: { move: 15500 },
    zh: "还需增加 15,500 人",
    en: "raise by 15,500 people",
  },
  {
    says: "an average that must fall: its total moves",
    rule: { measure: "average", measuredIn: "次", direction: "at-most", numerator: "到办事现场次数" },
    needed: { move: 5.02 },
    zh: "到办事现场次数合计需减少 5.02 次",
    en: "lower the total of 到办事现场次数 by 5.02 times",
  },
  {
    says: "a ratio of things counted to an amount: the things",
    rule: { measure: "ratio", measuredIn: "%", datasets: ["好差评", "办件明细"] },
    needed: { move: 18 },
    zh: "还需增加 18 条",
    en: "raise by 18 ratings",
  },
  {
    says: "an amount that does not end, rounded up",
    rule: { measure: "ratio", measuredIn: "%", numerator: "压缩天数" },
    needed: { move: 33.3333333333 },
    zh: "压缩天数合计还需增加 33.34",
    en: "raise the total of 压缩天数 by 33.34",
  },
];

describe("what is needed, in work", () => {
  it.each(stories)("$says", ({ rule, needed, zh, en }) => {
    const subject = indicator({ id: "x", name: "x", ...rule });
    const unmet = found({ status: "open", needed: { fix: null, new: null, move: null, ...needed } });
    expect(neededText(subject, unmet, "zh")).toBe(zh);
    expect(neededText(subject, unmet, "en")).toBe(en);
  });

  it("is nothing when met", () => {
    expect(neededText(indicator({ id: "x", name: "x" }), found(), "zh")).toBe("");
  });
});
