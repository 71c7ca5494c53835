import type { Stories } from "../story.ts";

const cases = `
  办件编号,受理部门,申报渠道,受理时间
  J001,市公安局,网上,2022-03-01
  J002,嘉峪关市公安局,窗口,2022/3/2 09:15
  J003,嘉峪关市教育局,手机APP,2022年3月3日`;

const rectification = "评价编号,被评价部门,满意度,评价时间,是否误评,整改完成时间";
const overNationalDay = `${rectification}
  P1,市公安局,不满意,2022-09-30 16:40:00,否,2022-10-12 17:55:00
  P2,市公安局,很差,2022-10-05,否,2022年10月12日
  P3,市民政局,非常不满意,2022-10-17,否,`;

export const ratings: Stories = {
  "rating-coverage": [
    {
      // Online 3 (J001) + offline 2 (J002) + online 3 (J003) = 8 wanted, 8 rated.
      what: "every stage rated, mistaken ratings included",
      tables: {
        办件明细: cases,
        好差评: `评价编号,办件编号,被评价部门,评价环节,满意度,评价时间,是否误评
          P1,J001,市公安局,申报,满意,2022-03-01,否
          P2,J001,市公安局,受理,满意,2022-03-02,否
          P3,J001,市公安局,办结,不满意,2022-03-09,是
          P4,J002,市公安局,受理环节,好,2022-03-02,
          P5,J002,市公安局,办结环节,好,2022-03-05,
          P6,J003,市教育局,申请,满意,2022-03-03,
          P7,J003,市教育局,受理,满意,2022-03-04,
          P8,J003,市教育局,办结,满意,2022-03-08,`,
      },
      whole: "met 8/8 = 100, a 1, 3 rows",
      units: {
        市公安局: "met 5/5 = 100, a 1, 2 rows",
        市教育局: "met 3/3 = 100, a 1, 1 rows",
        市民政局: "not-applicable (no-rows)",
      },
    },
    {
      // J001: 3 of 3, one of them rated under another department: the case's department has it.
      // J002: 2 of 2; 申报 is no stage of an offline case. J003: 申报 twice is one, 办结 came after
      // as-of: 2 of 3. J999 is no case. 3 + 2 + 2 = 7 of 8.
      // The stages wanted are a sum of weights, so the work is an amount: one more rated stage.
      what: "one stage short: repeats, wrong stages and unknown cases do not make up for it",
      tables: {
        办件明细: cases,
        好差评: `评价编号,办件编号,被评价部门,评价环节,满意度,评价时间
          P1,J001,市公安局,申报,满意,2022-03-01
          P2,J001,市公安局,受理,满意,2022-03-02
          P3,J001,市教育局,办结,满意,2022-03-09
          P4,J002,市公安局,申报,满意,2022-03-02
          P5,J002,市公安局,受理,满意,2022-03-02
          P6,J002,市公安局,办结,满意,2022-03-05
          P7,J003,市教育局,申报,满意,2022-03-03
          P8,J003,市教育局,申报,满意,2022-03-03
          P9,J003,市教育局,受理,满意,2022-03-04
          P10,J003,市教育局,办结,满意,2022-10-26
          P11,J999,市教育局,办结,满意,2022-03-08`,
      },
      whole: "open 7/8 = 87.5, a 0.875, 3 rows, move 1",
      units: {
        市公安局: "met 5/5 = 100, a 1, 2 rows",
        市教育局: "open 2/3 = 66.6666666667, a 0.666666666667, 1 rows, move 1",
      },
    },
    {
      // Without a channel nobody knows how many stages J002 and J003 have: they leave both sides. 2 of 3.
      what: "cases without a readable channel are on neither side; an export without 评价编号 is read",
      tables: {
        办件明细: `办件编号,受理部门,申报渠道,受理时间
          J001,市公安局,线上,2022-03-01
          J002,市公安局,,2022-03-02
          J003,市公安局,飞鸽传书,2022-03-03`,
        好差评: `办件编号,被评价部门,评价环节,满意度,评价时间
          J001,市公安局,申报,满意,2022-03-01
          J001,市公安局,办结,满意,2022-03-01
          J001,市公安局,办结,满意,2022-03-01
          J002,市公安局,受理,满意,2022-03-02
          J003,市公安局,受理,满意,2022-03-03`,
      },
      whole: "open 2/3 = 66.6666666667, a 0.666666666667, 1 rows, move 1",
      units: { 市公安局: "open 2/3 = 66.6666666667, a 0.666666666667, 1 rows, move 1" },
    },
    {
      // The rating names a department, but the one that counts is the case's, and that is not told.
      what: "cases without a column of departments say nothing of any department",
      tables: {
        办件明细: "办件编号,申报渠道,受理时间\nJ001,窗口,2022-03-01",
        好差评: "评价编号,办件编号,被评价部门,评价环节\nP1,J001,市公安局,受理",
      },
      whole: "open 1/2 = 50, a 0.5, 1 rows, move 1",
      units: { 市公安局: "no-data (no-unit-column)" },
    },
    {
      what: "ratings without cases cannot be judged",
      tables: { 好差评: "评价编号,办件编号,被评价部门,评价环节,满意度\nP1,J001,市公安局,申报,满意" },
      whole: "no-data (no-dataset)",
      units: { 市公安局: "no-data (no-dataset)" },
    },
  ],

  "bad-rating-rectified": [
    {
      // 差评: P1, P2, P4, P5. P3 is mistaken, P6 and P7 are no 差评. P4's rectification lies after as-of.
      what: "two of four rectified; mistaken ones are left out, a date after as-of has not happened",
      tables: {
        好差评: `${rectification}
          P1,市公安局,不满意,2022-05-05,否,2022-05-09
          P2,市公安局,非常不满意,2022-06-01,,—
          P3,市公安局,不满意,2022-06-02,√,
          P4,市教育局,很差,2022-10-20,×,2022-10-26
          P5,市教育局,差,2022/6/3,,2022/6/30
          P6,市民政局,满意,2022-06-04,,
          P7,市民政局,一般,2022-06-05,,`,
      },
      whole: "open 2/4 = 50, a 0.5, 4 rows, fix 2",
      units: {
        市公安局: "open 1/2 = 50, a 0.5, 2 rows, fix 1",
        市教育局: "open 1/2 = 50, a 0.5, 2 rows, fix 1",
        市民政局: "not-applicable (denominator-zero)",
        市财政局: "not-applicable (no-rows)",
      },
    },
    {
      // The day after: P4 is rectified, P2 still is not. 3 of 4, and the deadline has passed.
      what: "a day later one more is rectified and the rest is overdue",
      asOf: "2022-10-26",
      tables: {
        好差评: `${rectification}
          P1,市公安局,不满意,2022-05-05,否,2022-05-09
          P2,市公安局,非常不满意,2022-06-01,,
          P4,市教育局,很差,2022-10-20,否,2022-10-26
          P5,市教育局,差,2022-06-03,,2022-06-30`,
      },
      whole: "overdue 3/4 = 75, a 0.75, 4 rows, fix 1",
      units: { 市教育局: "met 2/2 = 100, a 1, 2 rows" },
    },
    {
      // Without the column 是否误评 no rating is mistaken. Last year's P0 is outside the period: 2 of 2.
      what: "all of this year's are rectified, though late ones count too",
      tables: {
        好差评: `评价编号,被评价部门,满意度,评价时间,整改完成时间
          P0,市公安局,不满意,2021-12-31,
          P1,市公安局,不满意,2022-01-01,2022-09-09
          P2,市民政局,差评,2022-10-25,2022-10-25`,
      },
      whole: "met 2/2 = 100, a 1, 2 rows",
      units: { 市公安局: "met 1/1 = 100, a 1, 1 rows" },
    },
    {
      what: "an export without rectification times says nothing",
      tables: { 好差评: "评价编号,被评价部门,满意度,评价时间\nP1,市公安局,不满意,2022-05-05" },
      whole: "no-data (no-column)",
      units: { 市公安局: "no-data (no-column)" },
    },
  ],

  "bad-rating-rectified-in-time": [
    {
      // 10-01 to 10-07 are holidays, Saturday 10-08 and Sunday 10-09 working days. After 09-30: 8, 9, 10,
      // 11, 12; after 10-05 (a holiday) the same. P3 is due on 10-24, today: still running, left out.
      what: "five working days over the National Day holiday; due today is still running",
      asOf: "2022-10-24",
      tables: { 好差评: overNationalDay },
      whole: "met 2/2 = 100, a 1, 2 rows",
      units: {
        市公安局: "met 2/2 = 100, a 1, 2 rows",
        市民政局: "not-applicable (denominator-zero)",
      },
    },
    {
      // One day later P3 is past its five days: 2 of 3.
      what: "the day after, what is not rectified is late",
      tables: { 好差评: overNationalDay },
      whole: "open 2/3 = 66.6666666667, a 0.666666666667, 3 rows, fix 1",
      units: { 市民政局: "open 0/1 = 0, a 0, 1 rows, fix 1" },
    },
    {
      // P1 on 10-13 is the sixth working day. P2 is mistaken, P3 no 差评, P4 rated today: left out.
      what: "one day late is late",
      tables: {
        好差评: `${rectification}
          P1,市公安局,不满意,2022-09-30,否,2022-10-13
          P2,市公安局,不满意,2022-09-30,是,2022-10-13
          P3,市公安局,满意,2022-09-30,,
          P4,市公安局,不满意,2022-10-25,,
          P5,市教育局,不满意,2022-10-25,,2022-10-25`,
      },
      whole: "open 1/2 = 50, a 0.5, 2 rows, fix 1",
      units: {
        市公安局: "open 0/1 = 0, a 0, 1 rows, fix 1",
        市教育局: "met 1/1 = 100, a 1, 1 rows",
      },
    },
    {
      // P1 has no rating date: no due day, so it is neither in time nor still within its time: 1 of 2.
      what: "a blank rating date stays in the denominator",
      tables: {
        好差评: `${rectification}
          P1,市公安局,不满意,,否,2022-10-13
          P2,市公安局,不满意,2022-10-10,否,2022-10-13`,
      },
      whole: "open 1/2 = 50, a 0.5, 2 rows, fix 1",
    },
  ],
};
