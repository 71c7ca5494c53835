import type { Stories } from "../story.ts";

const heading = "指标编号,责任单位,统计日期,数值,分子,分母";

export const reported: Stories = {
  "subsite-registration": [
    {
      what: "the city's own figure, the last one up to as-of",
      tables: {
        指标填报: `${heading}
          subsite-registration,全市,2022-09-30,85%,,
          subsite-registration,全市,2022-10-24,90%,,
          subsite-registration,全市,2022-10-26,20%,,`,
      },
      whole: "met 90, a 1",
      units: { 市公安局: "not-applicable (no-rows)" },
    },
    {
      // (800 + 99) ÷ (900 + 100) = 89.9 %; 89.9 ÷ 90; 1 is lacking: 1 to put right, or 1 ÷ 0.1 = 10 new.
      // The mean of 88.9 and 99 would meet it.
      what: "units' parts are pooled; the deadline is the end of the year",
      tables: {
        指标填报: `${heading}
          子站下载注册率,市公安局,2022-10-24,,800,900
          子站下载注册率,市教育局,2022-10-24,,99,100`,
      },
      whole: "open 899/1000 = 89.9, a 0.998888888889, fix 1, new 10",
      units: {
        // 10 of 900 are lacking: ⌈810⌉ − 800, or 10 ÷ 0.1 new.
        市公安局: "open 800/900 = 88.8888888889, a 0.987654320988, fix 10, new 100",
        市教育局: "met 99/100 = 99, a 1",
      },
    },
    {
      what: "units' values alone are not averaged",
      tables: {
        指标填报: `${heading}
          subsite-registration,市公安局,2022-10-24,91,,
          subsite-registration,市教育局,2022-10-24,89.99,,`,
      },
      whole: "no-data (not-pooled)",
      units: {
        市公安局: "met 91, a 1",
        // 89.99 ÷ 90; a rate without its parts says nothing of the work behind it.
        市教育局: "open 89.99, a 0.999888888889",
      },
    },
  ],
};
