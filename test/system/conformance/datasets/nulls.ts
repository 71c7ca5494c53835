import { type Story, table } from "../story.ts";

/** Nulls in every place: key, unit, both dates, codes, flags, what is summed, what is compared. */
export const nulls: Story = {
  name: "nulls",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
fields:
  办件明细.按期: { in-time: 办结时间, due: 承诺办结时间 }
  办件明细.用时: { days: [受理时间, 办结时间] }
  办件明细.应评次数: { choose: 申报渠道, 线上: 3, 线下: 2 }
  办件明细.应评次数或零: { choose: 申报渠道, 线上: 3, else: 0 }
  事项清单.剩余: { difference: [法定办结时限, 承诺办结时限] }
`,
  measures: `
cases: { count: 办件明细 }
reported: { share: 办件明细, that: { 是否上报入库: 是 } }
not-reported: { share: 办件明细, that: { 是否上报入库: { not: 是 } } }
said-no: { count: 办件明细, where: { 是否上报入库: 否 } }
no-channel: { count: 办件明细, where: { 申报渠道: { exists: false } } }
not-online: { count: 办件明细, where: { 申报渠道: { not: [线上] } } }
neither: { count: 办件明细, where: { none: [{ 申报渠道: 线上 }, { 是否上报入库: 是 }] } }
either: { count: 办件明细, where: { any: [{ 申报渠道: 线上 }, { 是否上报入库: 是 }] } }
late: { count: 办件明细, where: { 办结时间: { gt: { field: 承诺办结时间 } } } }
not-late: { count: 办件明细, where: { 办结时间: { not: { gt: { field: 承诺办结时间 } } } } }
same-day: { count: 办件明细, where: { 办结时间: { field: 承诺办结时间 } } }
due: { count: 办件明细, where: { 承诺办结时间: { lt: as-of } } }
in-time: { share: 办件明细, where: { 按期: { exists: true } }, that: { 按期: 是 } }
days: { sum: 办件明细.用时 }
average-days: { average: 办件明细.用时 }
ratings-due: { sum: 办件明细.应评次数 }
ratings-or-none: { sum: 办件明细.应评次数或零 }
items: { distinct: 办件明细.实施编码 }
pairs: { distinct: { dataset: 办件明细, fields: [实施编码, 申报渠道] } }
compressed: { ratio: { of: { sum: 事项清单.压缩天数 }, to: { sum: 事项清单.法定办结时限 } } }
left-over: { sum: 事项清单.剩余 }
visits: { average: 事项清单.到办事现场次数 }
no-visits: { count: 事项清单, where: { 到办事现场次数: 0 } }
some-visits: { count: 事项清单, where: { 到办事现场次数: { not: { lte: 0 } } } }
few-visits: { count: 事项清单, where: { 到办事现场次数: { between: [0, 1] } } }
for-people: { count: 事项清单, where: { 服务对象: 自然人 } }
not-for-people: { count: 事项清单, where: { 服务对象: { not: 自然人 } } }
handled: { share: 事项清单, that: { 实施编码: { in: 办件明细.实施编码 } } }
not-handled: { count: 事项清单, where: { 实施编码: { not: { in: 办件明细.实施编码 } } } }
based: { count: 事项清单, where: { 基本编码: { in: 办件明细.实施编码 } } }
not-based: { count: 事项清单, where: { 基本编码: { not: { in: 办件明细.实施编码 } } } }
`,
  tables: {
    办件明细: table(
      "办件编号 实施编码 受理部门 申报渠道 申请时间:date 受理时间:date 承诺办结时间:date 办结时间:date 是否上报入库",
      ["C1", "I1", "市公安局", "网上", "2022-03-01", "2022-03-02", "2022-03-10", "2022-03-09", "是"],
      ["C2", null, "市公安局", null, null, "2022-03-02", null, null, null],
      [null, "I1", "市公安局", "线上", "2022-03-01", "2022-03-01", "2022-03-10", "2022-03-09", "是"],
      ["C4", "I2", null, "线下", "2022-04-01", null, "2022-04-10", null, "否"],
      ["C5", "I2", "市教育局", "线下", null, null, "2022-04-10", "2022-04-11", "是"],
      ["C6", null, "市教育局", null, "2022-04-01", "2022-04-02", "2022-04-10", "2022-04-10", null],
      ["C7", "I3", "市教育局", "线上", null, "2022-05-01", "2022-12-10", null, "否"],
      ["C8", "I3", "市审计局", null, null, null, null, null, null],
      // Before the period by the date that stands in for the missing one.
      ["C9", "I3", "市审计局", "线上", "2021-12-31", null, null, null, "是"],
    ),
    事项清单: table(
      "实施编码 基本编码 实施主体 法定办结时限:integer 承诺办结时限:integer 到办事现场次数:integer 服务对象",
      ["I1", "I2", "市公安局", "20", "5", "0", "自然人"],
      ["I2", null, "市公安局", null, "5", "1", "自然人、企业法人"],
      ["I3", "I9", "市教育局", "10", null, null, null],
      ["I4", null, "市教育局", "30", "30", "2", "行政机关"],
      [null, "I1", "市教育局", "30", "1", "0", "自然人"],
      ["I5", null, null, "8", "2", null, "自然人"],
    ),
  },
  fates: {
    办件明细: { rows: 9, used: 7, rejected: 1, "outside-period": 1 },
    事项清单: { rows: 6, used: 5, rejected: 1 },
  },
  expected: {
    cases: { 全域: [7, null], 市公安局: [2, null], 市教育局: [3, null], 市审计局: [1, null] },
    reported: { 全域: [2, 7], 市公安局: [1, 2], 市审计局: [0, 1] },
    "not-reported": { 全域: [5, 7], 市审计局: [1, 1] },
    "said-no": { 全域: [2, null] },
    "no-channel": { 全域: [3, null] },
    "not-online": { 全域: [5, null] },
    neither: { 全域: [4, null] },
    either: { 全域: [3, null] },
    late: { 全域: [1, null] },
    "not-late": { 全域: [6, null] },
    "same-day": { 全域: [1, null], 市教育局: [1, null] },
    due: { 全域: [4, null] },
    "in-time": { 全域: [2, 4], 市教育局: [1, 2] },
    days: { 全域: [15, null], 市公安局: [7, null], 市审计局: [null, null] },
    "average-days": { 全域: [15, 2] },
    "ratings-due": { 全域: [10, null], 市审计局: [null, null] },
    "ratings-or-none": { 全域: [6, null], 市审计局: [0, null] },
    items: { 全域: [3, null], 市公安局: [1, null], 市教育局: [2, null] },
    pairs: { 全域: [3, null], 市审计局: [0, null] },
    compressed: { 全域: [21, 58], 市公安局: [15, 20], 市教育局: [0, 30] },
    "left-over": { 全域: [21, null] },
    visits: { 全域: [3, 3] },
    "some-visits": { 全域: [4, null] },
    "few-visits": { 全域: [2, null] },
    "not-for-people": { 全域: [2, null] },
    handled: { 全域: [3, 5] },
    "not-handled": { 全域: [2, null] },
    based: { 全域: [1, null] },
    "not-based": { 全域: [4, null] },
  },
};
