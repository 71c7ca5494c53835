import { type Story, table } from "../story.ts";

/** Every aggregate, filter and derived form once more, nested in each other. */
export const forms: Story = {
  name: "forms",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
datasets:
  对象表:
    label: Kinds
    fields:
      对象: { type: set, codes: 服务对象 }
      说明: { type: text }
fields:
  办件明细.用时: { days: [受理时间, 办结时间] }
  办件明细.延长: { workdays: 承诺办结时间, plus: 2 }
  办件明细.按期: { in-time: 办结时间, due: 延长 }
  办件明细.应评次数: { choose: 申报渠道, 线上: 3, 线下: 2 }
  办件明细.档: { choose: 按期, 是: 甲, 否: 乙, else: 丙 }
  办件明细.分: { choose: 档, 甲: 1.5, 乙: -0.5, else: 0 }
  办件明细.法定: { lookup: 事项清单.法定办结时限, on: 实施编码 }
  办件明细.压缩: { lookup: 事项清单.压缩天数, on: 实施编码 }
  办件明细.类型: { lookup: 事项清单.事项类型, on: 实施编码 }
  办件明细.对象: { lookup: 事项清单.服务对象, on: 实施编码 }
  办件明细.余量: { difference: [法定, 用时] }
  办件明细.差: { difference: [余量, 压缩] }
  好差评.应评: { lookup: 办件明细.应评次数, on: 办件编号 }
  好差评.档: { lookup: 办件明细.档, on: 办件编号 }
  好差评.经办: { lookup: 办件明细.受理部门, on: 办件编号 }
`,
  measures: `
extended: { count: 办件明细, where: { 延长: { lte: as-of } } }
grades: { distinct: 办件明细.档 }
grade-a: { share: 办件明细, that: { 档: 甲 } }
points: { sum: 办件明细.分 }
points-average: { average: 办件明细.分 }
legal: { sum: 办件明细.法定 }
compressed: { ratio: { of: { sum: 办件明细.压缩 }, to: { sum: 办件明细.法定 } } }
slack: { sum: 办件明细.余量 }
slack-left: { sum: 办件明细.差 }
licences: { count: 办件明细, where: { 类型: 行政许可 } }
not-licences: { count: 办件明细, where: { 类型: { not: 行政许可 } } }
for-people: { count: 办件明细, where: { 对象: 自然人 } }
counts: { ratio: { of: { count: 办件明细, where: { 按期: 是 } }, to: { count: 事项清单 } } }
sums: { ratio: { of: { sum: 办件明细.用时 }, to: { sum: 办件明细.法定 } }, where: { 用时: { gt: 0 } } }
distincts: { ratio: { of: { distinct: 办件明细.实施编码 }, to: { distinct: 事项清单.实施编码 } } }
rated: { ratio: { of: { distinct: { dataset: 好差评, fields: [办件编号, 评价环节] }, by: 经办 }, to: { sum: 办件明细.应评次数 } } }
ratings-of-grade: { count: 好差评, where: { 档: [甲, 丙] } }
ratings-due: { sum: 好差评.应评, by: 经办 }
by-number: { average: 好差评.应评, by: 经办, where: { 应评: { gte: 2, not: { between: [3, 9] } } } }
nested: { count: 办件明细, where: { any: [{ all: [{ 申报渠道: 线上 }, { none: [{ 按期: 否 }] }] }, { none: [{ 申报渠道: 线上 }, { 受理时间: { exists: true } }] }] } }
none-of-all: { count: 办件明细, where: { none: [{ all: [{ 申报渠道: 线上 }, { 按期: 是 }] }, { 实施编码: I1 }] } }
every-operator: { count: 办件明细, where: { 受理时间: { gt: 2022-01-01, gte: 2022-01-02, lt: 2022-12-31, lte: as-of, between: [2022-01-01, 2022-12-31], exists: true, not: [2022-05-05, 2022-06-06] } } }
not-operators: { count: 办件明细, where: { 受理时间: { not: { gt: 2022-03-01, lt: 2022-09-01 } } } }
later-than: { count: 办件明细, where: { 办结时间: { not: { gt: { field: 受理时间 } } } } }
kinds: { share: 办件明细, each: 实施编码, where: { 按期: { exists: true } }, that: { 按期: 是, 申报渠道: 线上 } }
set-not: { count: 事项清单, where: { 服务对象: { not: [自然人, 行政机关] } } }
codes-in: { count: 事项清单, where: { 服务对象: { in: 对象表.对象 } } }
`,
  tables: {
    办件明细: table(
      "办件编号 实施编码 受理部门 申报渠道 受理时间:date 承诺办结时间:date 办结时间:date",
      ["f01", "I1", "市公安局", "线上", "2022-01-02", "2022-01-10", "2022-01-12"],
      ["f02", "I1", "市公安局", "线上", "2022-01-02", "2022-01-10", "2022-01-13"],
      ["f03", "I2", "交警支队", "线下", "2022-05-05", "2022-05-10", "2022-05-05"],
      ["f04", "I2", "交警支队", "线上", "2022-06-07", "2022-06-10", null],
      ["f05", "I3", "车管所", null, "2022-10-20", "2022-10-21", null],
      ["f06", "I3", "车管所", "线下", "2022-10-20", "2022-10-24", null],
      ["f07", "I9", "市教育局", "线上", "2022-02-02", "2022-02-10", "2022-02-09"],
      ["f08", null, "市教育局", "线下", null, null, "2022-02-09"],
      ["f09", "I4", "市教育局", "线上", "2022-09-30", "2022-09-30", "2022-10-09"],
      ["f10", "I4", null, "线上", "2022-09-30", null, null],
    ),
    事项清单: table(
      "实施编码 实施主体 事项类型 法定办结时限:integer 承诺办结时限:integer 服务对象",
      ["I1", "市公安局", "行政许可", "20", "5", "自然人"],
      ["I2", "市公安局", "行政处罚", "10", "10", "企业法人、自然人"],
      ["I3", "市公安局", null, null, "1", "行政机关"],
      ["I4", "市教育局", "行政许可", "5", null, null],
      ["I5", "市教育局", "行政许可", "7", "6", "其他"],
    ),
    好差评: table(
      "评价编号 办件编号 被评价部门 评价环节",
      ["r1", "f01", "市民政局", "受理"],
      ["r2", "f01", "市民政局", "办结"],
      ["r3", "f03", "市民政局", "受理"],
      ["r4", "f05", "市民政局", "受理"],
      ["r5", "f06", "市民政局", "受理"],
      ["r6", "zzz", "市民政局", "受理"],
      ["r7", "f10", "市民政局", "受理"],
    ),
    对象表: table("对象 说明", ["行政机关", "甲"], ["其他", "乙"], [null, "丙"]),
  },
  fates: { 办件明细: { rows: 10, used: 10 }, 事项清单: { rows: 5, used: 5 }, 好差评: { rows: 7, used: 7 } },
  expected: {
    // Two working days after 10 January, 10 May, 10 June and so on; 24 October leads to the 26th.
    extended: { 全域: [7, null] },
    grades: { 全域: [3, null] },
    "grade-a": { 全域: [4, 10], 市公安局: [2, 6] },
    points: { 全域: [5, null], 市公安局: [2, null], 市教育局: ["3", null] },
    "points-average": { 全域: [5, 10] },
    legal: { 全域: [70, null] },
    compressed: { 全域: [30, 60] },
    slack: { 全域: [25, null] },
    licences: { 全域: [4, null] },
    "for-people": { 全域: [4, null], 交警支队: [2, null] },
    counts: { 全域: [4, 5] },
    rated: { 全域: [7, 24] },
    "set-not": { 全域: [2, null] },
    "codes-in": { 全域: [2, null] },
  },
};
