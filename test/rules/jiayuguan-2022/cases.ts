import { lines, type Stories } from "../story.ts";

const heading = "办件编号,受理部门,受理时间,是否上报入库";

export const cases: Stories = {
  "cases-reported": [
    {
      // 252,999 + 1; a repeated case and one after as-of do not count, the other columns do not matter.
      what: "25.3万 reported cases",
      tables: {
        办件明细: `${heading}
          ${lines(1, 252_999, (id) => `${id},市公安局,2022-05-06,是`)}
          253000,新城镇,2022-10-25,已入库
          000001,市公安局,2022-05-06,是
          253002,市公安局,2022-10-26,是`,
      },
      whole: "met 253000, a 1, 253000 rows",
      units: { 市气象局: "met 253000, a 1, 253000 rows" },
      contributions: { 市公安局: 252999, 市教育局: null },
      others: { 新城镇: [1, null] },
    },
    {
      // 252,999 ÷ 253,000: the 253,000th is not reported, the next is blank.
      what: "one case short",
      tables: {
        办件明细: `${heading}
          ${lines(1, 252_999, (id) => `${id},市公安局,2022-05-06,√`)}
          253000,市公安局,2022-05-06,上报失败
          253001,市公安局,2022-05-06,`,
      },
      whole: "open 252999, a 0.999996047431, 252999 rows, move 1",
      contributions: { 市公安局: 252999 },
    },
    {
      // Three of five: a quick one. 3 ÷ 253,000.
      what: "a case counts once, in the year in which it was accepted",
      asOf: "2022-10-26",
      tables: {
        办件明细: `办件编号,受理部门,申请时间,受理时间,是否上报入库
          J1,市公安局,2021-12-30,2022-01-01,是
          J2,市公安局,2022-10-26,,是
          J3,雄关街道,2022-10-01,2022-10-26 23:59,是
          J4,市公安局,2022-01-01,2021-12-31,是
          J5,市公安局,2022-01-01,2022-01-02,否`,
      },
      whole: "overdue 3, a 0.0000118577075099, 3 rows, move 252997",
      contributions: { 市公安局: 2, 雄关街道办事处: 1 },
    },
  ],
};
