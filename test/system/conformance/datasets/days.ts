import { type Story, table } from "../story.ts";

/** The first and last second of a day, of the period and of as-of; events that have not happened yet. */
export const days: Story = {
  name: "days",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
fields:
  办件明细.用时: { days: [受理时间, 办结时间] }
  办件明细.按期: { in-time: 办结时间, due: 承诺办结时间 }
`,
  measures: `
cases: { count: 办件明细 }
june: { count: 办件明细, where: { 受理时间: { between: [2022-06-01, 2022-06-30] } } }
not-june: { count: 办件明细, where: { 受理时间: { not: { between: [2022-06-01, 2022-06-30] } } } }
first-day: { count: 办件明细, where: { 受理时间: 2022-01-01 } }
before-july: { count: 办件明细, where: { 受理时间: { lt: 2022-07-01 } } }
on-as-of: { count: 办件明细, where: { 受理时间: as-of } }
until-as-of: { count: 办件明细, where: { 承诺办结时间: { lte: as-of } } }
after-as-of: { count: 办件明细, where: { 承诺办结时间: { gt: as-of } } }
closed: { share: 办件明细, that: { 办结时间: { exists: true } } }
in-time: { share: 办件明细, where: { 按期: { exists: true } }, that: { 按期: 是 } }
running: { count: 办件明细, where: { 按期: { exists: false } } }
days: { sum: 办件明细.用时 }
same-day: { count: 办件明细, where: { 用时: 0 } }
distinct-days: { distinct: 办件明细.受理时间 }
`,
  tables: {
    办件明细: table(
      "办件编号 受理部门 受理时间:datetime 承诺办结时间:datetime 办结时间:datetime",
      ["D00", "市公安局", "2021-12-31 23:59:59", "2022-01-05 00:00:00", "2022-01-04 00:00:00"],
      ["D01", "市公安局", "2022-01-01 00:00:00", "2022-01-01 23:59:59", "2022-01-01 23:59:59"],
      ["D02", "市公安局", "2022-05-31 23:59:59", "2022-06-10 00:00:00", "2022-06-10 23:59:59"],
      ["D03", "市公安局", "2022-06-01 00:00:00", "2022-06-10 23:59:59", "2022-06-11 00:00:00"],
      ["D04", "市公安局", "2022-06-30 23:59:59", "2022-10-25 00:00:00", null],
      ["D05", "市公安局", "2022-07-01 00:00:00", "2022-10-24 23:59:59", null],
      ["D06", "市教育局", "2022-10-25 00:00:00", "2022-10-26 00:00:00", "2022-10-25 23:59:59"],
      // Closed tomorrow: not closed yet.
      ["D07", "市教育局", "2022-10-25 23:59:59", "2022-10-25 23:59:59", "2022-10-26 00:00:00"],
      ["D08", "市教育局", "2022-10-26 00:00:00", "2022-11-26 00:00:00", null],
      ["D09", "市教育局", "2022-12-31 23:59:59", null, null],
      ["D10", "市教育局", "2023-01-01 00:00:00", null, null],
      ["D11", "市教育局", null, "2022-10-25 08:00:00", "2022-10-25 16:00:00"],
      ["D12", "市教育局", "2022-06-30 16:00:00", "2022-07-01 00:00:00", "2022-06-30 07:59:59"],
    ),
  },
  fates: { 办件明细: { rows: 13, used: 9, "outside-period": 2, "after-as-of": 2 } },
  expected: {
    cases: { 全域: [9, null], 市公安局: [5, null], 市教育局: [4, null] },
    june: { 全域: [3, null] },
    "not-june": { 全域: [6, null] },
    "first-day": { 全域: [1, null] },
    "before-july": { 全域: [5, null] },
    "on-as-of": { 全域: [2, null] },
    "until-as-of": { 全域: [8, null] },
    "after-as-of": { 全域: [1, null] },
    closed: { 全域: [6, 9] },
    "in-time": { 全域: [5, 7], 市公安局: [2, 4], 市教育局: [3, 3] },
    running: { 全域: [2, null] },
    // 0 + 10 + 10 + 0 + 0
    days: { 全域: [20, null], 市教育局: [0, null] },
    "same-day": { 全域: [3, null] },
    "distinct-days": { 全域: [6, null] },
  },
};

/** Instants in another zone: half past four in the afternoon in London is another day in Shanghai. */
export const instants: Story = {
  name: "instants",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
fields:
  办件明细.用时: { days: [受理时间, 办结时间] }
`,
  measures: `
cases: { count: 办件明细 }
days: { sum: 办件明细.用时 }
first-day: { count: 办件明细, where: { 受理时间: 2022-01-01 } }
closed: { count: 办件明细, where: { 办结时间: { exists: true } } }
`,
  tables: {
    办件明细: table(
      "办件编号 受理部门 受理时间:instant 办结时间:instant",
      ["Z1", "市公安局", "2021-12-31T15:59:59Z", null],
      ["Z2", "市公安局", "2021-12-31T16:00:00Z", "2022-01-01T16:00:00Z"],
      ["Z3", "市公安局", "2022-10-25T15:59:59Z", "2022-10-25T15:59:59Z"],
      ["Z4", "市公安局", "2022-10-25T16:00:00Z", null],
      ["Z5", "市教育局", "2022-10-24T16:30:00Z", "2022-10-25T16:30:00Z"],
      ["Z6", "市教育局", "2022-06-30T20:00:00Z", "2022-06-30T12:00:00Z"],
    ),
  },
  fates: { 办件明细: { rows: 6, used: 4, "outside-period": 1, "after-as-of": 1 } },
  expected: {
    cases: { 全域: [4, null], 市公安局: [2, null] },
    // 1 + 0 + missing, since tomorrow is not yet + −1
    days: { 全域: [0, null], 市公安局: [1, null], 市教育局: [-1, null] },
    "first-day": { 全域: [1, null] },
    closed: { 全域: [3, null] },
  },
  not: { text: "a zone inside a text is not among the date forms that statements read" },
};

/** Working days over the National Day week and its swapped weekends, and outside the calendar. */
export const workdays: Story = {
  name: "workdays",
  asOf: "2022-10-25",
  head: `
fields:
  好差评.整改期限: { workdays: 评价时间, plus: 5 }
  好差评.按期整改: { in-time: 整改完成时间, due: 整改期限 }
  好差评.当日: { workdays: 评价时间, plus: 0 }
  好差评.用时: { days: [评价时间, 整改期限] }
  投诉建议.宽限: { workdays: 办理期限, plus: 3 }
  投诉建议.按期: { in-time: 办结时间, due: 宽限 }
`,
  measures: `
ratings: { count: 好差评 }
has-limit: { count: 好差评, where: { 整改期限: { exists: true } } }
no-limit: { count: 好差评, where: { 整改期限: { exists: false } } }
over-holidays: { count: 好差评, where: { 整改期限: 2022-10-11 } }
limit-passed: { count: 好差评, where: { 整改期限: { lt: as-of } } }
same: { count: 好差评, where: { 当日: { field: 评价时间 } } }
in-time: { share: 好差评, where: { 按期整改: { exists: true } }, that: { 按期整改: 是 } }
late: { count: 好差评, where: { 按期整改: 否 } }
days: { sum: 好差评.用时 }
grace: { count: 投诉建议, where: { 宽限: { exists: true } } }
grace-late: { count: 投诉建议, where: { 按期: 否 } }
grace-limits: { distinct: 投诉建议.宽限 }
`,
  tables: {
    好差评: table(
      "评价编号 办件编号 被评价部门 评价时间:datetime 整改完成时间:datetime",
      // 30 September + 5: 8 and 9 October work, then 10, 11 and so on: 8, 9, 10, 11, 12.
      ["P1", "C1", "市公安局", "2022-09-30 17:00:00", "2022-10-12 23:59:59"],
      ["P2", "C1", "市公安局", "2022-09-30 17:00:00", "2022-10-13 00:00:00"],
      // A holiday is day 0: 8, 9, 10, 11, 12.
      ["P3", "C1", "市公安局", "2022-10-01 00:00:00", null],
      // 29 September: 30, 8, 9, 10, 11.
      ["P4", "C1", "市公安局", "2022-09-29 23:59:59", "2022-10-11 00:00:00"],
      // Due on 25 October and later: still running.
      ["P5", "C1", "市教育局", "2022-10-18 00:00:00", null],
      ["P6", "C1", "市教育局", "2022-10-19 12:00:00", null],
      ["P7", "C1", "市教育局", "2022-10-17 12:00:00", null],
      // Before the calendar.
      ["P8", "C1", "市教育局", "1999-05-04 12:00:00", "1999-05-05 12:00:00"],
      ["P9", "C1", "市教育局", null, "2022-10-05 12:00:00"],
    ),
    投诉建议: table(
      "投诉编号 承办单位 受理时间:date 办理期限:date 办结时间:date",
      ["X1", "市公安局", "2022-09-01", "2022-09-28", "2022-10-08"],
      ["X2", "市公安局", "2022-09-01", "2022-09-28", "2022-10-09"],
      // Beyond the last year that is announced, and so near its end that three days lead beyond it.
      ["X3", "市公安局", "2022-09-01", "2035-01-04", null],
      ["X4", "市教育局", "2022-09-01", "2026-12-31", null],
      ["X5", "市教育局", "2022-09-01", null, null],
    ),
  },
  fates: { 好差评: { rows: 9, used: 9 }, 投诉建议: { rows: 5, used: 5 } },
  expected: {
    "has-limit": { 全域: [7, null] },
    "no-limit": { 全域: [2, null] },
    "over-holidays": { 全域: [1, null] },
    "limit-passed": { 全域: [5, null] },
    same: { 全域: [7, null] },
    "in-time": { 全域: [2, 5], 市公安局: [2, 4], 市教育局: [0, 1] },
    late: { 全域: [3, null] },
    // 12 + 12 + 11 + 12 + 7 + 7 + 7
    days: { 全域: [68, null] },
    grace: { 全域: [2, null] },
    "grace-late": { 全域: [1, null] },
    "grace-limits": { 全域: [1, null] },
  },
};
