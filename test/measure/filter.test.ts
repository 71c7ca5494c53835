import { describe, expect, test } from "vitest";
import { type Cells, passing, type World } from "./tallied.ts";

// Four rows: plain, opposite, another channel, and one with nothing in it.
const rows: readonly Cells[] = [
  {
    编号: "a1",
    渠道: "线上",
    对象: "自然人、企业",
    受理时间: "2022-10-01",
    办结时间: "2022-10-05",
    网办: "是",
    金额: "10",
    份数: "10",
    时限: "5天",
    名称: "行政许可事项",
    年度: "2021",
  },
  {
    编号: "a2",
    渠道: "线下",
    对象: "机关",
    受理时间: "2022-10-25",
    办结时间: "2022-10-20",
    网办: "否",
    金额: "0.30",
    份数: "3",
    时限: "8小时",
    名称: "公共服务",
    年度: "2022",
  },
  {
    编号: "a3",
    渠道: "窗口",
    对象: "企业",
    受理时间: "2022-10-25 23:59",
    网办: "√",
    金额: "-1",
    份数: "-1",
    时限: "即办",
    名称: "许可",
  },
  {},
];

type Story = readonly [filter: string, passes: readonly number[], world?: World];

const stories: Readonly<Record<string, readonly Story[]>> = {
  "a literal or a list is any of, in every spelling": [
    ["{ 渠道: 线上 }", [1]],
    ["{ 渠道: 窗口 }", [2, 3]],
    ["{ 渠道: [线上, 线下] }", [1, 2, 3]],
    ["{ 渠道: 全部 }", [1, 2, 3]],
    ["{ 网办: 是 }", [1, 3]],
    ["{ 网办: 1 }", [1, 3]],
    ["{ 网办: [是, 否] }", [1, 2, 3]],
    ["{ 金额: 0.3 }", [2]],
    ["{ 金额: 10.0 }", [1]],
    ["{ 时限: 1 }", [2]],
    ["{ 受理时间: 2022-10-25 }", [2, 3]],
    ["{ 年度: 2021 }", [1]],
    ["{ 编号: [a1, a9] }", [1]],
    ["{}", [1, 2, 3, 4]],
  ],
  "on a set a literal or list means contains any of": [
    ["{ 对象: 企业 }", [1, 3]],
    ["{ 对象: [自然人, 机关] }", [1, 2]],
    ["{ 对象: 单位 }", [1, 2, 3]],
    ["{ 对象: { contains: 自然人 } }", [1]],
    ["{ 对象: { not: 企业 } }", [2, 4]],
  ],
  "not is plain negation, so it takes blanks": [
    ["{ 网办: { not: 是 } }", [2, 4]],
    ["{ 渠道: { not: [线上, 线下] } }", [4]],
    ["{ 金额: { not: { gt: 0 } } }", [3, 4]],
    ["{ 金额: { not: { gt: 0, lt: 5 } } }", [1, 3, 4]],
    ["{ 办结时间: { not: { exists: true } } }", [3, 4]],
    ["{ 办结时间: { not: { lt: { field: 受理时间 } } } }", [1, 3, 4]],
    ["{ 网办: { not: { not: 是 } } }", [1, 3]],
  ],
  "comparisons are exact, and false on what is missing": [
    ["{ 金额: { lt: 0.3 } }", [3]],
    ["{ 金额: { lte: 0.30 } }", [2, 3]],
    ["{ 金额: { gt: 0.3 } }", [1]],
    ["{ 金额: { gte: 0.3 } }", [1, 2]],
    ["{ 金额: { between: [0.3, 10] } }", [1, 2]],
    ["{ 金额: { gt: 0, lt: 5 } }", [2]],
    ["{ 时限: { gte: 1 } }", [1, 2]],
    ["{ 受理时间: { between: [2022-10-01, 2022-10-25] } }", [1, 2, 3]],
    ["{ 受理时间: { lt: 2022-10-25 } }", [1]],
    ["{ 年度: { gte: 2022 } }", [2]],
  ],
  "an operand may be another field or the as-of day": [
    ["{ 办结时间: { gte: { field: 受理时间 } } }", [1]],
    ["{ 办结时间: { lt: { field: 受理时间 } } }", [2]],
    ["{ 金额: { field: 份数 } }", [1, 3]],
    ["{ 金额: { not: { field: 份数 } } }", [2, 4]],
    ["{ 受理时间: as-of }", [2, 3]],
    ["{ 受理时间: { lt: as-of } }", [1]],
    ["{ 受理时间: { lte: as-of } }", [1, 2, 3]],
    ["{ 受理时间: { lt: as-of } }", [1, 2, 3], { asOf: "2022-10-26" }],
  ],
  "exists and contains": [
    ["{ 办结时间: { exists: true } }", [1, 2]],
    ["{ 办结时间: { exists: false } }", [3, 4]],
    ["{ 名称: { contains: 许可 } }", [1, 3]],
    ["{ 编号: { contains: a } }", [1, 2, 3]],
    ["{ 名称: { not: { contains: 许可 } } }", [2, 4]],
  ],
  "in asks for a row elsewhere": [
    ["{ 编号: { in: 评价.编号 } }", [1, 3], { joined: ["a1", "a3", "a7"] }],
    ["{ 编号: { in: 评价.编号, where: { 环节: 办结 } } }", [], { joined: [] }],
    ["{ 编号: { not: { in: 评价.编号 } } }", [2, 4], { joined: ["a1", "a3"] }],
  ],
  "all keys of a map hold; any, all and none nest": [
    ["{ 网办: 是, 渠道: 线上 }", [1]],
    ["{ any: [{ 渠道: 线上 }, { 金额: { lt: 0 } }] }", [1, 3]],
    ["{ none: [{ 渠道: 线上 }, { 金额: { lt: 0 } }] }", [2, 4]],
    ["{ all: [{ 网办: 是 }, { 渠道: 线下 }] }", [3]],
    ["{ none: [{ 办结时间: { exists: false } }] }", [1, 2]],
    ["{ any: [{ 网办: 否 }, { all: [{ 渠道: 线上 }, { none: [{ 金额: 1 }] }] }] }", [1, 2]],
    ["{ 网办: 是, any: [{ 渠道: 线上 }, { 渠道: 线下 }], none: [{ 金额: -1 }] }", [1]],
    ["{ none: [{ 网办: 是 }] }", [2, 4]],
  ],
};

describe.each(Object.entries(stories))("%s", (_, cases) => {
  test.each(cases.map(([filter, passes, world = {}]) => ({ filter, passes, world })))(
    "$filter → $passes",
    async ({ filter, passes, world }) => {
      expect(await passing(filter, rows, world)).toEqual(passes);
    },
  );
});

describe("a filter is true or false, never unknown", () => {
  const operators = ["线上", "[线上]"].map((literal) => `{ 渠道: ${literal} }`);
  const tests = [
    ...operators,
    "{ 金额: { lt: 1 } }",
    "{ 金额: { gte: -5 } }",
    "{ 受理时间: { lte: as-of } }",
    "{ 金额: { field: 份数 } }",
    "{ 名称: { contains: 许 } }",
    "{ 对象: 自然人 }",
    "{ 编号: { in: 评价.编号 } }",
    "{ 金额: { between: [-5, 5] } }",
  ];
  test.each(tests)("%s is false on nothing, and true under none", async (filter) => {
    expect(await passing(filter, [{}])).toEqual([]);
    expect(await passing(`{ none: [${filter}] }`, [{}])).toEqual([1]);
  });
});
