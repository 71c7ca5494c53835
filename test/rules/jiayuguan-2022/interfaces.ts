import type { Stories } from "../story.ts";

const calls = "接口编码,接口名称,申请单位,是否申请,是否审批通过,累计调用次数";

export const interfaces: Stories = {
  "interfaces-uncalled": [
    {
      // I2's calls are blank, which is not 0; I3 is not approved, I4 not yet. 0 of 2.
      what: "a blank is not 0 calls, and only approved interfaces count",
      tables: {
        接口清单: `${calls}
          I1,婚姻登记核验,市民政局,是,是,1次
          I2,户籍核验,市公安局,是,审批通过,
          I3,学历核验,市教育局,是,否,0
          I4,社保核验,市人社局,是,待审批,0`,
      },
      whole: "met 0/2 = 0, a 1, 2 rows",
      units: {
        市公安局: "met 0/1 = 0, a 1, 1 rows",
        市教育局: "not-applicable (denominator-zero)",
        市财政局: "not-applicable (no-rows)",
      },
    },
    {
      // 1 of 4 = 25 %; on the way from 100 to 0 that is (100 − 25) ÷ 100.
      what: "one of four was never called",
      tables: {
        接口清单: `${calls}
          I1,婚姻登记核验,市民政局,是,是,1.2万
          I2,户籍核验,市公安局,是,是,0次
          I3,学历核验,市公安局,是,是,"3,456"
          I4,社保核验,市人社局,是,是,`,
      },
      whole: "open 1/4 = 25, a 0.75, 4 rows, fix 1",
      units: {
        市公安局: "open 1/2 = 50, a 0.5, 2 rows, fix 1",
        市民政局: "met 0/1 = 0, a 1, 1 rows",
      },
    },
    {
      what: "all uncalled is the worst",
      asOf: "2022-10-26",
      tables: { 接口清单: `${calls}\nI1,户籍核验,市公安局,是,是,0` },
      whole: "overdue 1/1 = 100, a 0, 1 rows, fix 1",
    },
  ],

  "interfaces-applied": [
    {
      what: "every listed interface has been applied for, refused or not",
      tables: {
        接口清单: `${calls}
          I1,婚姻登记核验,市民政局,是,是,1
          I2,户籍核验,市公安局,已申请,驳回,`,
      },
      whole: "met 2/2 = 100, a 1, 2 rows",
      units: { 市公安局: "met 1/1 = 100, a 1, 1 rows" },
    },
    {
      // 3 of 4: a blank has not been applied for. I4 names no unit: it counts in the whole only.
      what: "a blank is not applied for; a row without a unit counts in the whole",
      tables: {
        接口清单: `${calls}
          I1,婚姻登记核验,市民政局,是,是,1
          I2,户籍核验,市公安局,,,
          I3,学历核验,市公安局,√,,
          I4,社保核验,,是,,`,
      },
      whole: "open 3/4 = 75, a 0.75, 4 rows, fix 1",
      units: { 市公安局: "open 1/2 = 50, a 0.5, 2 rows, fix 1" },
    },
  ],
};
