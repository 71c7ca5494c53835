import { lines, type Stories } from "../story.ts";

const pooled = "证照类型编码,证照类型,颁发单位,汇聚数量";
const sealed = "证照类型编码,证照类型,颁发单位,是否认领,是否加盖电子印章";

export const certificates: Stories = {
  "certificate-types": [
    {
      // 市公安局 000001–000101, 市人社局 000101–000191: 101 + 91 − 1 shared = 191.
      what: "191 types over two units, one of them issued by both",
      tables: {
        电子证照: `${pooled}
          ${lines(1, 101, (id) => `${id},证照${id},市公安局,5`)}
          ${lines(101, 191, (id) => `${id},证照${id},市人社局,1.5万`)}`,
      },
      whole: "met 191, a 1, 191 rows",
      units: { 市教育局: "met 191, a 1, 191 rows" },
      contributions: { 市公安局: 101, 市人社局: 91, 市教育局: null },
    },
    {
      // 190 types with pieces; 000191 has none, 000192's number is blank: 190 ÷ 191.
      what: "types without pieces do not count",
      tables: {
        电子证照: `${pooled}
          ${lines(1, 190, (id) => `${id},证照${id},市公安局,1条`)}
          000001,证照000001,市人社局,7
          000191,证照000191,市人社局,0
          000192,证照000192,市人社局,—`,
      },
      whole: "open 190, a 0.994764397906, 190 rows, move 1",
      contributions: { 市公安局: 190, 市人社局: 1 },
    },
  ],

  "certificates-pooled": [
    {
      // 350,000 + 200,000 + 80,000; the total row is not a unit.
      what: "63万 in sum",
      tables: {
        电子证照: `${pooled}
          A1,居民身份证,市公安局,35万
          A2,驾驶证,市公安局,"200,000"
          B1,低保证,市民政局,80000条
          合计,,,630000`,
      },
      whole: "met 630000, a 1, 3 rows",
      contributions: { 市公安局: 550000, 市民政局: 80000 },
    },
    {
      // 350,000 + 217,000 = 567,000 of 630,000 = 0.9. Not ongoing: overdue from 10-26.
      what: "a tenth is lacking",
      asOf: "2022-10-26",
      tables: {
        电子证照: `${pooled}
          A1,居民身份证,市公安局,35万
          A1,居民身份证,新城镇,21.7万
          A2,驾驶证,市公安局,`,
      },
      whole: "overdue 567000, a 0.9, 2 rows, move 63000",
      contributions: { 市公安局: 350000 },
      others: { 新城镇: [217000, null] },
    },
  ],

  "certificate-types-sealed": [
    {
      // Claimed: A (市公安局 sealed, 市民政局 not) and B (sealed). C is not claimed. 2 of 2 for the city.
      what: "a type is sealed when one unit that claimed it seals it",
      tables: {
        电子证照: `${sealed}
          A,身份证,市公安局,是,是
          A,身份证,市民政局,是,否
          B,驾驶证,市公安局,是,√
          C,残疾证,市残联,否,否`,
      },
      whole: "met 2/2 = 100, a 1, 2 rows",
      units: {
        市公安局: "met 2/2 = 100, a 1, 2 rows",
        市民政局: "open 0/1 = 0, a 0, 1 rows, fix 1",
      },
      others: { 市残联: [0, 0] },
    },
    {
      // Claimed: A and B. B is sealed only by one that has not claimed it: 1 of 2.
      what: "a seal on a row that is not claimed does not help",
      tables: {
        电子证照: `${sealed}
          A,身份证,市公安局,是,是
          B,驾驶证,市公安局,是,
          B,驾驶证,市民政局,否,是`,
      },
      whole: "open 1/2 = 50, a 0.5, 2 rows, fix 1",
      units: {
        市公安局: "open 1/2 = 50, a 0.5, 2 rows, fix 1",
        市民政局: "not-applicable (denominator-zero)",
      },
    },
  ],

  "seals-registered": [
    {
      // 49 of 50 = 98 %. A seal that is made but not registered does not count.
      what: "forty-nine of fifty",
      tables: {
        电子印章: `印章编号,印章名称,使用单位,是否制作,是否备案
          ${lines(1, 49, (id) => `${id},印章${id},市公安局,是,已备案`)}
          000050,印章50,市教育局,是,`,
      },
      whole: "met 49/50 = 98, a 1, 50 rows",
      units: {
        市公安局: "met 49/49 = 100, a 1, 49 rows",
        // Its deadline was 10-20. ⌈0.98⌉ = 1 to register, or 0.98 ÷ 0.02 = 49 new.
        市教育局: "overdue 0/1 = 0, a 0, 1 rows, fix 1, new 49",
      },
    },
    {
      // 48 of 50 = 96 %; 96 ÷ 98; 1 to register, or 1 ÷ 0.02 = 50 new. 10-20 is the last day.
      what: "forty-eight of fifty on the last day",
      asOf: "2022-10-20",
      tables: {
        电子印章: `印章编号,使用单位,是否备案
          ${lines(1, 48, (id) => `${id},市公安局,是`)}
          ${lines(49, 50, (id) => `${id},市公安局,否`)}`,
      },
      whole: "open 48/50 = 96, a 0.979591836735, 50 rows, fix 1, new 50",
    },
    {
      what: "and the day after",
      asOf: "2022-10-21",
      tables: { 电子印章: "印章编号,使用单位,是否备案\n000001,市公安局,是\n000002,市公安局,否" },
      // 1 of 2; 50 ÷ 98; 0.96 is lacking: 1 to register, or 0.96 ÷ 0.02 = 48 new.
      whole: "overdue 1/2 = 50, a 0.510204081633, 2 rows, fix 1, new 48",
    },
  ],
};
