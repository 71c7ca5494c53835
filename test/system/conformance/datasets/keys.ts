import { type Story, table } from "../story.ts";

const lists = {
  办件明细: table(
    "办件编号 实施编码 事项名称 受理部门 申报渠道 受理时间:date",
    ["620200000000000001", "I1", "甲", "市公安局", "线上", "2022-01-05"],
    ["620200000000000001", "I1", "甲", "市公安局", "线上", "2022-01-05"],
    ["620200000000000001", "I1", "甲", "市公安局", "线上", "2022-01-05"],
    // Differs in the last digit only, and in zeros at the front only.
    ["620200000000000002", "I1", "甲", "市公安局", "线下", "2022-01-05"],
    ["0620200000000000002", "I1", "甲", "市公安局", "线下", "2022-01-05"],
    // The same case, but for a column that no rule reads.
    ["620200000000000003", "I2", "甲", "市教育局", "线上", "2022-01-05"],
    ["620200000000000003", "I2", "乙", "市教育局", "线上", "2022-01-05"],
    // A copy under another name of its department, and one with spaces around it.
    ["620200000000000003", "I2", "甲", "JYJ", "网上", "2022-01-05"],
    [" 620200000000000003", "I2 ", "甲", "教体局", "APP", "2022-01-05"],
    [null, "I2", "甲", "市教育局", "线上", "2022-01-05"],
    [null, "I2", "甲", "市教育局", "线上", "2022-01-05"],
    ["—", "I2", "甲", "市教育局", "线上", "2022-01-05"],
    // Outside the period: nobody looks it up, no join finds it.
    ["620200000000000004", "I3", "甲", "市教育局", "线上", "2021-01-05"],
    ["620200000000000005", null, "甲", null, null, "2022-01-05"],
    ["case-a", "I3", "甲", "市教育局", "线下", null],
    ["CASE-A", "I3", "甲", "市教育局", "线下", null],
  ),
  好差评: table(
    "评价编号 办件编号 被评价部门 评价环节 满意度 评价时间:date 整改完成时间:date",
    ["R01", "620200000000000001", "市教育局", "受理", "满意", "2022-01-06", null],
    ["R02", "620200000000000001", "市教育局", "办结", "不满意", "2022-01-07", "2022-01-08"],
    ["R03", "620200000000000001", "市教育局", "办结", "差", "2022-01-07", null],
    ["R03", "620200000000000001", "市教育局", "办结", "差", "2022-01-07", null],
    ["R04", "620200000000000002", "市教育局", "受理", "满意", "2022-01-06", null],
    ["R05", null, "市教育局", "受理", "很差", "2022-01-06", null],
    ["R06", null, "市教育局", "受理", "很差", "2022-01-06", null],
    ["R07", "620200000000000004", "市教育局", "受理", "很差", "2022-01-06", null],
    ["R08", "nowhere", "市教育局", "受理", "很好", "2022-01-06", null],
    ["R09", "620200000000000005", "市教育局", null, "很好", "2022-01-06", null],
    ["R10", "620200000000000003", "市公安局", "办结", "一般", "2022-01-06", null],
    ["R11", "case-a", "市公安局", "办结", "一般", "2022-01-06", null],
  ),
};

/** Keys that are missing or repeat, on either side of a look-up. */
export const keys: Story = {
  name: "keys",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
datasets:
  流水:
    label: Lines without a key
    unit: 单位
    fields:
      类: { type: text }
      单位: { type: text }
      数: { type: number }
fields:
  办件明细.应评次数: { choose: 申报渠道, 线上: 3, 线下: 2 }
  好差评.受理部门: { lookup: 办件明细.受理部门, on: 办件编号 }
  好差评.受理时间: { lookup: 办件明细.受理时间, on: 办件编号 }
  好差评.应评次数: { lookup: 办件明细.应评次数, on: 办件编号 }
  好差评.等待: { days: [受理时间, 评价时间] }
`,
  measures: `
cases: { count: 办件明细 }
due: { sum: 办件明细.应评次数 }
case-numbers: { distinct: 办件明细.办件编号 }
ratings: { count: 好差评 }
rated: { distinct: 好差评.办件编号 }
stages: { distinct: { dataset: 好差评, fields: [办件编号, 评价环节] }, by: 受理部门 }
by-case: { count: 好差评, by: 受理部门 }
known: { count: 好差评, where: { 受理部门: { exists: true } } }
unknown: { count: 好差评, where: { 受理部门: { exists: false } } }
of-police: { count: 好差评, where: { 受理部门: 市公安局 } }
looked-due: { sum: 好差评.应评次数 }
waiting: { sum: 好差评.等待 }
cover: { ratio: { of: { distinct: { dataset: 好差评, fields: [办件编号, 评价环节] }, by: 受理部门 }, to: { sum: 办件明细.应评次数 } } }
types: { count: 电子证照 }
pooled: { sum: 电子证照.汇聚数量 }
type-codes: { distinct: 电子证照.证照类型编码 }
lines: { count: 流水 }
line-sum: { sum: 流水.数 }
line-kinds: { distinct: 流水.类 }
`,
  tables: {
    ...lists,
    电子证照: table(
      "证照类型编码 颁发单位 汇聚数量:integer",
      ["T1", "市公安局", "5"],
      // One unit by two of its names: one key.
      ["T1", "示例市公安局", "5"],
      ["T1", "公安", "5"],
      ["T1", "市教育局", "5"],
      ["T2", "市公安局", "7"],
      [null, "市公安局", "9"],
      ["T3", null, "11"],
      ["T4", "市审计局", null],
      ["T4", "市审计局", null],
    ),
    流水: table(
      "类 单位 数:integer",
      ["甲", "市公安局", "1"],
      ["甲", "市公安局", "1"],
      ["甲", "市公安局", "1"],
      [null, "市公安局", "1"],
      ["乙", "市教育局", "2"],
      ["乙", null, "2"],
    ),
  },
  fates: {
    办件明细: { rows: 16, used: 7, duplicate: 5, rejected: 3, "outside-period": 1 },
    好差评: { rows: 12, used: 11, duplicate: 1 },
    电子证照: { rows: 9, used: 4, duplicate: 3, rejected: 2 },
    流水: { rows: 6, used: 6 },
  },
  expected: {
    cases: { 全域: [7, null], 市公安局: [3, null], 市教育局: [3, null] },
    due: { 全域: [14, null], 市公安局: [7, null], 市教育局: [7, null] },
    "case-numbers": { 全域: [7, null] },
    rated: { 全域: [7, null] },
    stages: { 全域: [7, null], 市公安局: [3, null], 市教育局: [2, null] },
    "by-case": { 市公安局: [4, null], 市教育局: [2, null] },
    known: { 全域: [6, null] },
    unknown: { 全域: [5, null] },
    "of-police": { 全域: [4, null] },
    "looked-due": { 全域: [16, null], 市教育局: [11, null], 市公安局: [5, null] },
    // 1 + 2 + 2 + 1 + 1 + 1
    waiting: { 全域: [8, null] },
    types: { 全域: [4, null], 市公安局: [2, null] },
    pooled: { 全域: [17, null], 市公安局: [12, null] },
    "type-codes": { 全域: [3, null] },
    lines: { 全域: [6, null], 市公安局: [4, null] },
    "line-sum": { 全域: [8, null] },
    "line-kinds": { 全域: [2, null], 市公安局: [1, null] },
  },
};

/** The same lists, each asked whether its values are among those of another. */
export const joins: Story = {
  name: "joins",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
datasets:
  重点事项:
    label: Key items
    fields:
      编码: { type: id }
      说明: { type: text }
`,
  measures: `
with-rating: { share: 办件明细, that: { 办件编号: { in: 好差评.办件编号 } } }
without-rating: { count: 办件明细, where: { 办件编号: { not: { in: 好差评.办件编号 } } } }
with-bad: { count: 办件明细, where: { 办件编号: { in: 好差评.办件编号, where: { 满意度: 差评 } } } }
with-late-bad: { count: 办件明细, where: { 办件编号: { in: 好差评.办件编号, where: { 满意度: 差评, 整改完成时间: { exists: false } } } } }
both-in: { count: 办件明细, where: { all: [{ 办件编号: { in: 好差评.办件编号 } }, { 实施编码: { in: 重点事项.编码 } }] } }
items-handled: { share: 事项清单, that: { 实施编码: { in: 办件明细.实施编码, where: { 申报渠道: 线上 } } } }
items-rated: { count: 事项清单, where: { 实施编码: { in: 办件明细.实施编码, where: { 办件编号: { in: 好差评.办件编号 } } } } }
each-item: { share: 办件明细, each: 实施编码, that: { 申报渠道: 线上 } }
`,
  tables: {
    ...lists,
    事项清单: table(
      "实施编码 实施主体 事项类型",
      ["I1", "市公安局", "行政许可"],
      ["I1", "市公安局", "许可"],
      ["I2", "市教育局", null],
      ["I3", "市教育局", null],
      ["I4", "市教育局", null],
    ),
    重点事项: table("编码 说明", ["I1", "a"], ["I1", "b"], [null, "c"]),
  },
  fates: {
    重点事项: { rows: 3, used: 3 },
    办件明细: { rows: 16, used: 7, duplicate: 5, rejected: 3, "outside-period": 1 },
    好差评: { rows: 12, used: 11, duplicate: 1 },
    事项清单: { rows: 5, used: 4, duplicate: 1 },
  },
  expected: {
    "with-rating": { 全域: [5, 7] },
    "without-rating": { 全域: [2, null] },
    "with-bad": { 全域: [1, null] },
    "with-late-bad": { 全域: [1, null] },
    "both-in": { 全域: [2, null] },
    "items-handled": { 全域: [2, 4] },
    "items-rated": { 全域: [3, null] },
    "each-item": { 全域: [2, 3], 市公安局: [1, 1], 市教育局: [1, 2] },
  },
};

/** A list whose rows have no key at all, and one whose key column nobody exported. */
export const keyless: Story = {
  name: "keyless",
  asOf: "2022-10-25",
  measures: `
ratings: { count: 好差评 }
bad: { share: 好差评, that: { 满意度: 差评 } }
rated: { distinct: 好差评.办件编号 }
cases: { share: 办件明细, that: { 办件编号: { in: 好差评.办件编号 } } }
`,
  tables: {
    好差评: table(
      "办件编号 被评价部门 评价环节 满意度 评价时间:datetime",
      ["A", "市公安局", "受理", "满意", "2022-01-06 08:00:00"],
      ["A", "市公安局", "受理", "满意", "2022-01-06 08:00:00"],
      ["A", "市公安局", "受理", "不满意", "2022-01-06 08:00:00"],
      [null, "市教育局", "受理", null, "2022-01-06 08:00:00"],
      ["B", null, null, "很差", "2022-10-26 08:00:00"],
    ),
    办件明细: table(
      "办件编号 受理部门 受理时间:datetime",
      ["A", "市公安局", "2022-01-05 08:00:00"],
      ["B", "市公安局", "2022-01-05 08:00:00"],
    ),
  },
  fates: { 好差评: { rows: 5, used: 4, "after-as-of": 1 }, 办件明细: { rows: 2, used: 2 } },
  expected: {
    ratings: { 全域: [4, null], 市公安局: [3, null] },
    bad: { 全域: [1, 4] },
    rated: { 全域: [1, null] },
    cases: { 全域: [1, 2] },
  },
};

/** Rows of one key that differ: files take the first read, a database the newest, told by its mapping. */
export const newest: Story = {
  name: "newest",
  asOf: "2022-10-25",
  measures: `
cases: { count: 办件明细 }
reported: { share: 办件明细, that: { 是否上报入库: 是 } }
closed: { count: 办件明细, where: { 办结时间: { exists: true } } }
`,
  tables: {
    办件明细: table(
      "办件编号 受理部门 受理时间:date 办结时间:date 是否上报入库 更新时间:datetime",
      ["C1", "市公安局", "2022-01-05", "2022-01-09", "是", "2022-01-10 08:00:00"],
      ["C1", "市公安局", "2022-01-05", "2022-01-09", "否", "2022-01-09 08:00:00"],
      ["C1", "市公安局", "2022-01-05", null, "否", "2022-01-05 08:00:00"],
      ["C2", "市教育局", "2022-01-05", null, "否", "2022-01-06 23:59:59"],
      ["C2", "市公安局", "2022-01-05", null, "是", "2022-01-06 00:00:00"],
      ["C3", "市公安局", "2022-01-05", null, "是", "2022-01-06 00:00:00"],
    ),
  },
  fates: { 办件明细: { rows: 6, used: 3, duplicate: 3 } },
  expected: {
    cases: { 全域: [3, null], 市公安局: [2, null], 市教育局: [1, null] },
    reported: { 全域: [2, 3] },
    closed: { 全域: [1, null] },
  },
  mapping: "办件明细: { table: 办件明细, newest: 更新时间 }",
};
