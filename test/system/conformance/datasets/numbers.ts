import { type Story, table } from "../story.ts";

const sums = `
datasets:
  资金明细:
    label: Payments
    key: [单号]
    unit: 单位
    date: [日期]
    fields:
      单号: { type: id }
      单位: { type: text }
      日期: { type: date }
      金额: { type: number }
      份额: { type: number }
      人次: { type: number, counts: true }
      类别: { type: text }
fields:
  资金明细.差额: { difference: [金额, 份额] }
  资金明细.倍数: { choose: 类别, 甲: 0.1, 乙: 12345678901234567.89, else: 0 }
`;

/** Sums beyond 2^53 and beyond 2^63, decimals that binary numbers cannot hold. */
export const numbers: Story = {
  name: "numbers",
  asOf: "2022-10-25",
  head: sums,
  measures: `
amount: { sum: 资金明细.金额 }
average-amount: { average: 资金明细.金额 }
parts: { sum: 资金明细.份额 }
visits: { sum: 资金明细.人次 }
difference: { sum: 资金明细.差额 }
factor: { sum: 资金明细.倍数 }
ratio: { ratio: { of: { sum: 资金明细.金额 }, to: { sum: 资金明细.份额 } } }
ratio-by-count: { ratio: { of: { sum: 资金明细.人次 }, to: { count: 资金明细 } } }
above: { count: 资金明细, where: { 金额: { gt: 12345678901234567.88 } } }
exactly: { count: 资金明细, where: { 金额: 12345678901234567.89 } }
tenth: { count: 资金明细, where: { 份额: 0.1 } }
tenths: { count: 资金明细, where: { 份额: [0.10, 0.2] } }
between: { count: 资金明细, where: { 份额: { between: [0.1, 0.3] } } }
same: { count: 资金明细, where: { 金额: { field: 份额 } } }
less: { count: 资金明细, where: { 份额: { lt: { field: 金额 } } } }
negative: { count: 资金明细, where: { 金额: { lt: 0 } } }
large: { count: 资金明细, where: { 人次: { gte: 9223372036854775807 } } }
not-large: { count: 资金明细, where: { 人次: { not: { gte: 9223372036854775807 } } } }
one-more: { count: 资金明细, where: { 人次: 9007199254740993 } }
amounts: { distinct: 资金明细.金额 }
visit-kinds: { distinct: 资金明细.人次 }
pairs: { distinct: { dataset: 资金明细, fields: [金额, 份额] } }
factors: { distinct: 资金明细.倍数 }
latest: { latest: 资金明细.金额 }
`,
  tables: {
    资金明细: table(
      "单号 单位 日期:date 金额:decimal2 份额:decimal3 人次:integer 类别",
      ["0001", "市公安局", "2022-01-01", "12345678901234567.89", "0.1", "9223372036854775807", "甲"],
      ["0002", "市公安局", "2022-01-02", "12345678901234567.89", "0.1", "9223372036854775807", "甲"],
      ["0003", "市公安局", "2022-01-03", "-0.01", "0.1", "9223372036854775807", "甲"],
      ["0004", "市教育局", "2022-01-01", "0.10", "0.1", "9007199254740993", "乙"],
      ["0005", "市教育局", "2022-01-02", "0.20", "0.2", "9007199254740992", "乙"],
      ["0006", "市教育局", "2022-01-03", "0.30", "0.299", "1", null],
      ["0007", "市教育局", "2022-01-04", null, "0.001", null, "丙"],
      ["0008", "市审计局", "2022-01-04", "-9999999999999999.99", null, "-9223372036854775807", null],
    ),
  },
  fates: { 资金明细: { rows: 8, used: 8 } },
  expected: {
    amount: {
      全域: ["14691357802469136.38", null],
      市公安局: ["24691357802469135.77", null],
      市教育局: ["0.6", null],
    },
    "average-amount": { 全域: ["14691357802469136.38", 7] },
    parts: { 全域: ["0.9", null], 市公安局: ["0.3", null], 市审计局: [null, null] },
    visits: {
      全域: ["18464758472219033600", null],
      市公安局: ["27670116110564327421", null],
      市教育局: ["18014398509481986", null],
      市审计局: ["-9223372036854775807", null],
    },
    difference: { 全域: ["24691357802469135.471", null], 市教育局: ["0.001", null] },
    factor: { 全域: ["24691357802469136.08", null], 市公安局: ["0.3", null], 市审计局: [0, null] },
    ratio: { 全域: ["24691357802469136.37", "0.899"] },
    above: { 全域: [2, null] },
    exactly: { 全域: [2, null] },
    tenth: { 全域: [4, null] },
    tenths: { 全域: [5, null] },
    between: { 全域: [6, null] },
    same: { 全域: [2, null] },
    less: { 全域: [3, null] },
    negative: { 全域: [2, null] },
    large: { 全域: [3, null] },
    "not-large": { 全域: [5, null] },
    "one-more": { 全域: [1, null] },
    amounts: { 全域: [6, null], 市公安局: [2, null] },
    "visit-kinds": { 全域: [5, null] },
    pairs: { 全域: [5, null] },
    factors: { 全域: [3, null] },
    latest: { 全域: ["-10000000000000000", null], 市公安局: ["-0.01", null], 市教育局: [null, null] },
  },
};

/** Numbers, limits and dates that arrive as text; what cannot be read is missing and counted, never 0. */
export const numerals: Story = {
  name: "numerals",
  asOf: "2022-10-25",
  head: sums,
  measures: `
amount: { sum: 资金明细.金额 }
filled: { count: 资金明细, where: { 金额: { exists: true } } }
unfilled: { count: 资金明细, where: { 金额: { exists: false } } }
amounts: { distinct: 资金明细.金额 }
thousand: { count: 资金明细, where: { 金额: 1000 } }
dated: { count: 资金明细, where: { 日期: { exists: true } } }
new-year: { count: 资金明细, where: { 日期: 2022-01-01 } }
limits: { sum: 事项清单.法定办结时限 }
limited: { count: 事项清单, where: { 法定办结时限: { exists: true } } }
compressed: { ratio: { of: { sum: 事项清单.压缩天数 }, to: { sum: 事项清单.法定办结时限 } } }
`,
  tables: {
    资金明细: table(
      "单号 单位 日期 金额",
      ["n01", "市公安局", "2022-01-01", "1,000"],
      ["n02", "市公安局", "2022/1/1", " 1000 "],
      ["n03", "市公安局", "20220101", "１０００"],
      ["n04", "市公安局", "2022-01-01 23:59:59", "1000.00"],
      ["n05", "市公安局", "2022/01/01 08:30", "\u30001000\u00a0"],
      ["n06", "市公安局", "20220101235959", "1,234,567.89"],
      ["n07", "市公安局", "2022-01-01T08:30:00", "+1"],
      ["n08", "市公安局", "2022-2-3", "-1"],
      ["n09", "市教育局", "2022-01-02", ".5"],
      ["n10", "市教育局", "2022-01-02", "0.50"],
      ["n11", "市教育局", "2022-01-02", "abc"],
      ["n12", "市教育局", "2022-01-02", "1,23"],
      ["n13", "市教育局", "2022-01-02", "1 000"],
      ["n14", "市教育局", "2022-01-02", "1.2.3"],
      ["n15", "市教育局", "2022-01-02", "0x10"],
      ["n16", "市教育局", "2022-01-02", "—"],
      ["n17", "市教育局", "2022-01-02", "N/A"],
      ["n18", "市教育局", "2022-01-02", "--"],
      ["n19", "市教育局", "2022-01-02", "NaN"],
      ["n20", "市教育局", "2022-01-02", "Infinity"],
      ["n21", "市教育局", "2022-02-30", "1"],
      ["n22", "市教育局", "soon", "1"],
      ["n23", "市教育局", "2022-13-01", "1"],
      ["n24", "市教育局", "—", "1"],
      ["n25", "市教育局", "20220230", "1"],
      ["n26", "市教育局", "2022-01-02", "99999999999999999999.99"],
    ),
    事项清单: table(
      "实施编码 实施主体 法定办结时限 承诺办结时限",
      ["I1", "市公安局", "20", "5"],
      ["I2", "市公安局", " 20 ", "２"],
      ["I3", "市公安局", "many", "5"],
      ["I4", "市公安局", "12.5", "—"],
    ),
  },
  fates: { 资金明细: { rows: 26, used: 26 }, 事项清单: { rows: 4, used: 4 } },
  expected: {
    // 5 × 1000 + 1234567.89 + 1 − 1 + 0.5 + 0.5 + 5 × 1 + 99999999999999999999.99
    amount: { 全域: ["100000000000001239573.88", null] },
    filled: { 全域: [16, null] },
    unfilled: { 全域: [10, null] },
    thousand: { 全域: [5, null] },
    amounts: { 全域: [6, null] },
    dated: { 全域: [21, null] },
    "new-year": { 全域: [7, null] },
    limits: { 全域: ["52.5", null] },
    limited: { 全域: [3, null] },
    compressed: { 全域: [33, 40] },
  },
};

/** What people type, in databases as in sheets: 25.2万, 5个工作日, 2022年10月25日. */
export const typedByPeople: Story = {
  name: "typed-by-people",
  asOf: "2022-10-25",
  head: sums,
  measures: `
amount: { sum: 资金明细.金额 }
amounts: { distinct: 资金明细.金额 }
new-year: { count: 资金明细, where: { 日期: 2022-01-01 } }
dated: { count: 资金明细, where: { 日期: { exists: true } } }
limits: { sum: 事项清单.法定办结时限 }
limited: { count: 事项清单, where: { 法定办结时限: { exists: true } } }
compressed: { sum: 事项清单.压缩天数 }
day-or-less: { count: 事项清单, where: { 法定办结时限: { lte: 1 } } }
`,
  tables: {
    资金明细: table(
      "单号 单位 日期 金额",
      ["p1", "市公安局", "2022年1月1日", "25.2万"],
      ["p2", "市公安局", "2022年01月01日 8时30分", "3千"],
      ["p3", "市公安局", "2022.1.1", "12件"],
      ["p4", "市公安局", "44562", "98.5%"],
      ["p5", "市公安局", "2022-01-01 星期六", "1.5e3"],
      ["p6", "市教育局", "２０２２年１月１日", "１，０００元"],
      ["p7", "市教育局", "2022/1/1 周六", "0.1亿"],
      ["p8", "市教育局", "2022-01", "12朵"],
      ["p9", "市教育局", "元旦", "约 12"],
      ["p10", "市教育局", "2022", "十二"],
    ),
    事项清单: table(
      "实施编码 实施主体 法定办结时限 法定办结时限单位 承诺办结时限 承诺办结时限单位",
      ["I1", "市公安局", "20个工作日", null, "5", "工作日"],
      ["I2", "市公安局", "2", "周", "8", "小时"],
      ["I3", "市公安局", "1月", "工作日", "即办", null],
      ["I4", "市公安局", "无期限", null, "10", "天"],
      ["I5", "市公安局", "30", "无", "10", "年"],
      ["I6", "市公安局", "30", "光年", "0.5", "个工作日"],
      ["I7", "市公安局", "4小时", null, "60", "分钟"],
      ["I8", "市公安局", "1", "天", null, "天"],
    ),
  },
  fates: { 资金明细: { rows: 10, used: 10 }, 事项清单: { rows: 8, used: 8 } },
  expected: {
    // 252000 + 3000 + 12 + 98.5 + 1500 + 1000 + 10000000
    amount: { 全域: ["10257610.5", null] },
    amounts: { 全域: [7, null] },
    "new-year": { 全域: [7, null] },
    dated: { 全域: [7, null] },
    // 20 + 10 + 22 + 0.5 + 1
    limits: { 全域: ["53.5", null] },
    limited: { 全域: [5, null] },
    // 15 + 9 + 22 + 0.375
    compressed: { 全域: ["46.375", null] },
    "day-or-less": { 全域: [2, null] },
  },
};
