import { type Story, table } from "../story.ts";

/** Units by all their names, three levels of them, strangers, rows of the whole, and names that need quoting. */
export const unitNames: Story = {
  name: "unit-names",
  asOf: "2022-10-25",
  head: `
fields:
  好差评.受理部门: { lookup: 办件明细.受理部门, on: 办件编号 }
`,
  measures: String.raw`
cases: { count: 办件明细 }
items: { distinct: 办件明细.实施编码 }
pairs: { distinct: { dataset: 办件明细, fields: [实施编码, 申报渠道] } }
departments: { distinct: 办件明细.受理部门 }
each-item: { share: 办件明细, each: 实施编码, that: { 申报渠道: 线上 } }
police: { count: 办件明细, where: { 受理部门: 市公安局 } }
police-by-alias: { count: 办件明细, where: { 受理部门: 公安 } }
not-police: { count: 办件明细, where: { 受理部门: { not: 市公安局 } } }
two: { count: 办件明细, where: { 受理部门: [教体局, 交警支队] } }
not-two: { count: 办件明细, where: { 受理部门: { not: [教体局, 交警支队] } } }
quoted: { count: 办件明细, where: { 受理部门: "反\\斜\\杠局" } }
stranger: { count: 办件明细, where: { 受理部门: "火星局\\'" } }
unnamed: { count: 办件明细, where: { 受理部门: { exists: false } } }
named: { share: 办件明细, that: { 受理部门: { exists: true } } }
contains: { count: 办件明细, where: { 受理部门: { contains: 示例市 } } }
ratings: { count: 好差评 }
ratings-by-case: { count: 好差评, by: 受理部门 }
stages-by-case: { distinct: { dataset: 好差评, fields: [办件编号, 评价环节] }, by: 受理部门 }
same-unit: { count: 好差评, where: { 被评价部门: { field: 受理部门 } } }
`,
  tables: {
    办件明细: table(
      "办件编号 实施编码 受理部门 申报渠道",
      ["u01", "I1", "市公安局", "线上"],
      ["u02", "I1", "示例市公安局", "线上"],
      ["u03", "I2", "公安局", "线下"],
      ["u04", "I2", "公安", "线上"],
      ["u05", "I3", "市公安局（本级）", "线下"],
      ["u06", "I3", "市公安局(本级)", "线下"],
      ["u07", "I3", " 市公安局 ", "线下"],
      ["u08", "I3", "\u3000市 公安局", "线下"],
      ["u09", "I1", "交警支队", "线上"],
      ["u10", "I4", "市公安局交警支队", "线上"],
      ["u11", "I4", "车管所", "线下"],
      ["u12", "I5", "车辆管理所", "线上"],
      ["u13", "I5", "市教育局", "线上"],
      ["u14", "I5", "jyj", "线下"],
      ["u15", "I6", "ＪＹＪ", "线下"],
      ["u16", "I6", "教体局机关", "线上"],
      ["u17", "I7", '市"引"号局', "线上"],
      ["u18", "I7", "引'号'局", "线上"],
      ["u19", "I7", "反\\斜\\杠局", "线上"],
      ["u20", "I8", "火星局\\'", "线上"],
      ["u21", "I8", "火星局\\'", "线下"],
      ["u22", "I8", "月亮\n局", "线下"],
      ["u23", "I8", "'; DROP TABLE x; --", "线下"],
      ["u24", "I9", null, "线上"],
      ["u25", "I9", "—", "线上"],
      ["u26", "I9", "", "线上"],
      // Rows of the whole are totals beside rows of units.
      ["u27", "I10", "全市", "线上"],
      ["u28", "I10", "全 市", "线上"],
      ["u29", "I10", "示例市", "线上"],
      ["u30", "I10", "示例", "线上"],
    ),
    好差评: table(
      "评价编号 办件编号 被评价部门 评价环节",
      ["r1", "u01", "市公安局", "受理"],
      ["r2", "u02", "市公安局", "受理"],
      ["r3", "u11", "市教育局", "受理"],
      ["r4", "u11", "市教育局", "受理"],
      ["r5", "u20", "市教育局", "受理"],
      ["r6", "u24", "市教育局", "受理"],
      ["r7", "none", "市教育局", "受理"],
    ),
  },
  fates: {
    办件明细: { rows: 30, used: 26, total: 4 },
    好差评: { rows: 7, used: 7 },
  },
  expected: {
    cases: {
      全域: [26, null],
      市公安局: [12, null],
      交警支队: [4, null],
      车管所: [2, null],
      市教育局: [4, null],
      '市"引"号局': [3, null],
    },
    items: {
      全域: [9, null],
      市公安局: [5, null],
      交警支队: [3, null],
      车管所: [2, null],
      市教育局: [2, null],
    },
    police: { 全域: [8, null], 市公安局: [8, null] },
    "police-by-alias": { 全域: [8, null] },
    "not-police": { 全域: [18, null] },
    two: { 全域: [6, null] },
    "not-two": { 全域: [20, null] },
    quoted: { 全域: [3, null] },
    stranger: { 全域: [2, null] },
    unnamed: { 全域: [3, null] },
    "ratings-by-case": { 全域: [7, null], 市公安局: [4, null], 交警支队: [2, null] },
    "stages-by-case": { 全域: [6, null], 市公安局: [3, null], 车管所: [1, null] },
    "same-unit": { 全域: [1, null] },
  },
  strangers: { "火星局\\'": 3, "月亮\n局": 1, "'; DROP TABLE x; --": 1 },
};

/** A list that has figures for the whole area alone: these are its rows. */
export const wholeOnly: Story = {
  name: "whole-only",
  asOf: "2022-10-25",
  measures: `
users: { latest: 个人用户统计.注册总量 }
active: { ratio: { of: { latest: 个人用户统计.月活跃用户数 }, to: { latest: 个人用户统计.注册总量 } } }
population: { latest: 基础数据.常住人口 }
`,
  tables: {
    个人用户统计: table(
      "统计日期:date 统计单位 注册总量:integer 月活跃用户数:integer",
      ["2022-08-31", "全市", "1000", "100"],
      ["2022-09-30", "全市", "1100", "90"],
      ["2022-10-31", "全市", "1200", "80"],
      ["2022-09-30", "示例市", "1100", "90"],
    ),
    基础数据: table(
      "地区 统计年份 常住人口:integer",
      ["示例市", "2020", "312000"],
      ["示例市", "2021", "313000"],
    ),
  },
  expected: {
    users: { 全域: [1100, null] },
    active: { 全域: [90, 1100] },
    population: { 全域: [313000, null] },
  },
};
