import { describe, expect, test } from "vitest";
import { type Chain, chainsOf } from "../../src/engine/filter-steps.ts";
import { filterOn } from "../../src/plan/formula.ts";
import { loadPlan } from "../../src/plan/load.ts";

const plan = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });

function told(id: string): string[] {
  const indicator = plan.indicators.find((one) => one.id === id);
  if (indicator === undefined) throw new Error(`no ${id}`);
  return chainsOf(indicator.measure).flatMap((chain: Chain) =>
    chain.steps.map(({ role, filter }) =>
      `${chain.dataset} ${chain.side} ${role} ${filterOn(chain.dataset, filter, plan.dictionary, "zh")}`.trimEnd(),
    ),
  );
}

describe("the filters of a measure, one after another", () => {
  test.each([
    [
      "instant-share",
      ["事项清单 both used", "事项清单 both where 事项类型=行政许可", "事项清单 both that 办件类型=即办件"],
    ],
    ["total-registrations", ["个人用户统计 both used"]],
    [
      "average-visits",
      [
        "事项清单 both used",
        "事项清单 both where 事项类型=行政许可",
        "事项清单 both where 到办事现场次数 有值",
      ],
    ],
    [
      "rating-coverage",
      [
        "好差评 numerator used",
        "好差评 numerator where ((申报渠道=线上 且 评价环节=申报/受理/办结) 或 (申报渠道=线下 且 评价环节=受理/办结))",
        "办件明细 denominator used",
      ],
    ],
    [
      "items-catalogued",
      [
        "事项清单 both used",
        "事项清单 both where (是否依申请=是 或 事项类型=公共服务)",
        "事项清单 both that 是否编目=是",
      ],
    ],
  ])("%s", (id, steps) => {
    expect(told(id)).toEqual(steps);
  });

  test("a value that is only reported has none", () => {
    const measure = {
      kind: "reported",
      of: null,
      to: null,
      needs: "things",
      that: null,
      required: [],
      leftOut: null,
    };
    expect(chainsOf(measure as Parameters<typeof chainsOf>[0])).toEqual([]);
  });
});
