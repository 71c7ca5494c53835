import type { Stories } from "../story.ts";

const closing = (third: string) => `投诉编号,承办单位,类型,受理时间,办理期限,办结时间
  T1,市市监局,投诉,2022-09-01,2022-09-08,2022-09-07
  T2,嘉峪关市市场监督管理局,建议,2022-09-02,2022-09-09,2022-09-09 23:59:59
  T3,市住建局,咨询,2022-10-20,2022-10-26,${third}`;

const limits = `投诉编号,承办单位,受理时间,办理期限,办结时间
  T1,市住建局,2022-09-01,2022-09-10,2022-09-11 08:00
  T2,市住建局,2022-09-01,2022-09-10,2022-09-10 23:59
  T3,市住建局,2022-10-10,2022-10-24,
  T4,市市监局,2022-10-11,2022-10-25,
  T5,市市监局,2022-10-12,,`;

export const complaints: Stories = {
  "complaints-closed": [
    {
      // T1 and T2 are closed, T3 is open: 2 of 3. Even one that is not due yet is not closed.
      what: "one of three is open",
      tables: { 投诉建议: closing("—") },
      whole: "open 2/3 = 66.6666666667, a 0.666666666667, 3 rows, fix 1",
      units: {
        市市场监管局: "met 2/2 = 100, a 1, 2 rows",
        市住建局: "open 0/1 = 0, a 0, 1 rows, fix 1",
        市公安局: "not-applicable (no-rows)",
      },
    },
    {
      // T3 was closed today; T4 came in tomorrow and T0 last year: not among the rows. 3 of 3.
      what: "all are closed, the last of them today",
      tables: {
        投诉建议: `${closing("2022-10-25")}
          T4,市住建局,投诉,2022-10-26,2022-10-30,
          T0,市住建局,投诉,2021-12-31,2022-01-07,`,
      },
      whole: "met 3/3 = 100, a 1, 3 rows",
      units: { 市住建局: "met 1/1 = 100, a 1, 1 rows" },
    },
    {
      // Closed tomorrow is not closed.
      what: "closing dated after as-of has not happened",
      tables: { 投诉建议: closing("2022-10-26") },
      whole: "open 2/3 = 66.6666666667, a 0.666666666667, 3 rows, fix 1",
    },
  ],

  "complaints-overdue": [
    {
      // T1 closed a day late, T3 open and past: 2. T2 was closed on its day, T4 is due today, T5 has no limit.
      what: "late ones and open ones past their day count; due today does not",
      tables: { 投诉建议: limits },
      whole: "open 2, a 0, 2 rows, move 2",
      units: {
        市住建局: "open 2, a 0, 2 rows, move 2",
        市市场监管局: "met 0, a 1, 0 rows",
        市公安局: "not-applicable (no-rows)",
      },
    },
    {
      // T4 was due yesterday: 3.
      what: "a day later one more is past",
      asOf: "2022-10-26",
      tables: { 投诉建议: limits },
      whole: "overdue 3, a 0, 3 rows, move 3",
      units: { 市市场监管局: "overdue 1, a 0, 1 rows, move 1" },
    },
    {
      what: "nothing is late",
      tables: {
        投诉建议: `投诉编号,承办单位,受理时间,办理期限,办结时间
          T2,市住建局,2022-09-01,2022-09-10,2022-09-10 23:59
          T4,市市监局,2022-10-11,2022年10月25日,`,
      },
      whole: "met 0, a 1, 0 rows",
      units: { 市住建局: "met 0, a 1, 0 rows" },
    },
  ],
};
