import { type Story, table } from "../story.ts";

/** Running totals: each unit's last row on or before as-of, whatever it lacks, once by any of its names. */
export const runningTotals: Story = {
  name: "running-totals",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
fields:
  个人用户统计.不活跃: { difference: [注册总量, 月活跃用户数] }
`,
  measures: `
users: { latest: 个人用户统计.注册总量 }
active: { latest: 个人用户统计.月活跃用户数 }
activity: { ratio: { of: { latest: 个人用户统计.月活跃用户数 }, to: { latest: 个人用户统计.注册总量 } } }
inactive: { latest: 个人用户统计.不活跃 }
users-large: { latest: 个人用户统计.注册总量, where: { 注册总量: { gte: 1000 } } }
users-in-june: { latest: 个人用户统计.注册总量, where: { 统计日期: { lte: 2022-06-30 } } }
rows: { count: 个人用户统计 }
per-head: { ratio: { of: { count: 办件明细 }, to: { latest: 基础数据.常住人口 } } }
`,
  tables: {
    个人用户统计: table(
      "统计日期:date 统计单位 注册总量:integer 月活跃用户数:integer",
      ["2022-06-30", "市公安局", "1000", "100"],
      ["2022-10-25", "市公安局", "1500", "120"],
      ["2022-09-30", "公安", "1400", "130"],
      ["2022-10-26", "市公安局", "9999", "999"],
      ["2021-12-31", "市公安局", "1", "1"],
      // The last row lacks one of them.
      ["2022-06-30", "市教育局", "500", "50"],
      ["2022-09-30", "市教育局", "600", null],
      ["2022-06-30", "市审计局", "70", "7"],
      ["2022-09-30", "市审计局", null, "8"],
      ["2022-06-30", "车管所", "11", "3"],
      ["2022-10-01", "车管所", "12", "4"],
      ["2022-06-30", "陌生局", "20", "2"],
      ["2022-08-30", "陌生局", "30", "3"],
      // Copies of one day, under another name too.
      ["2022-10-25", "示例市公安局", "1500", "120"],
      ["2022-10-25", "市公安局", "1500", "120"],
      [null, "市公安局", "7777", "777"],
      ["2022-10-20", null, "8888", "888"],
    ),
    办件明细: table("办件编号 受理部门", ["a", "市公安局"], ["b", "市公安局"], ["c", "市教育局"]),
    基础数据: table(
      "地区 统计年份:integer 常住人口:integer",
      ["市公安局", "2021", "1000"],
      ["市公安局", "2020", "900"],
      ["市教育局", "2021", "2000"],
      ["市教育局", "2023", "5000"],
    ),
  },
  fates: {
    个人用户统计: { rows: 17, used: 11, "outside-period": 1, "after-as-of": 1, duplicate: 2, rejected: 2 },
    基础数据: { rows: 4, used: 3, "after-as-of": 1 },
  },
  expected: {
    // 1500 + 600 + missing + 12 + 30
    users: {
      全域: [2142, null],
      市公安局: [1512, null],
      市教育局: [600, null],
      市审计局: [null, null],
      车管所: [12, null],
    },
    // 120 + missing + 8 + 4 + 3
    active: { 全域: [135, null], 市公安局: [124, null], 市教育局: [null, null] },
    // Only where the last row has both: 市公安局, 车管所, 陌生局.
    activity: { 全域: [127, 1542] },
    inactive: { 全域: [1415, null] },
    "users-large": { 全域: [1500, null] },
    "users-in-june": { 全域: [1601, null], 市公安局: [1011, null] },
    rows: { 全域: [11, null] },
    "per-head": { 全域: [3, 3000], 市公安局: [2, 1000] },
  },
  strangers: { 陌生局: 2 },
};

/** Running totals of a list without a date among its key, and of one that repeats a day. */
export const undated: Story = {
  name: "undated",
  asOf: "2022-10-25",
  head: `
datasets:
  月报:
    label: Monthly report
    key: [编号]
    unit: 单位
    date: [上报日期, 填表日期]
    fields:
      编号: { type: id }
      单位: { type: text }
      上报日期: { type: date }
      填表日期: { type: date }
      累计: { type: number }
`,
  measures: `
total: { latest: 月报.累计 }
sum: { sum: 月报.累计 }
`,
  tables: {
    月报: table(
      "编号 单位 上报日期:date 填表日期:date 累计:integer",
      ["m1", "市公安局", "2022-01-31", null, "10"],
      ["m2", "市公安局", null, "2022-03-31", "30"],
      ["m3", "市公安局", "2022-02-28", "2022-04-30", "20"],
      ["m4", "市公安局", null, null, "99"],
      ["m5", "市教育局", null, null, "5"],
      ["m6", null, "2022-03-31", null, "7"],
      ["m7", "市审计局", "2022-03-31", null, null],
    ),
  },
  fates: { 月报: { rows: 7, used: 7 } },
  expected: {
    total: { 全域: [30, null], 市公安局: [30, null] },
    sum: { 全域: [171, null], 市公安局: [159, null] },
  },
};
