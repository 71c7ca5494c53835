import { lines, type Stories } from "../story.ts";

const limits = "实施编码,实施主体,事项类型,法定办结时限,法定办结时限单位,承诺办结时限,承诺办结时限单位";
const visits = "实施编码,实施主体,事项类型,到办事现场次数";
const kinds = "实施编码,实施主体,事项类型,承诺办结时限,办件类型";
const forms = "实施编码,实施主体,是否需填表,是否提供空表,是否提供样表";

const cases = `办件编号,实施编码,受理部门,受理时间
  J1,000001,市人社局,2022-01-01
  J2,000002,市人社局,2022-05-06
  J3,000003,市公积金中心,2022-05-06
  J4,000004,市人社局,2022-10-25
  J5,000005,市人社局,2022-05-06
  J6,000006,市人社局,2022-05-06
  J7,000007,市人社局,2022-05-06
  J8,000008,市人社局,2022-05-06
  J9,000010,市人社局,2022-10-26
  J0,000010,市人社局,2021-12-31
  J11,000011,市人社局,2022-05-06`;

export const items: Stories = {
  "promised-time-compression": [
    {
      // 法定 2 months = 44, and 56 days: 100. 承诺 8 hours = 1, and 27: 28. (100 − 28) ÷ 100 = 72 %.
      // The others: no limit, no limit, no limit, no promise, and no 行政许可.
      what: "units are converted; items without a limit or a promise are left out",
      tables: {
        事项清单: `${limits}
          000001,市住建局,行政许可,2个月,,8小时,
          000002,市住建局,行政许可,56,工作日,27,工作日
          000003,市住建局,行政许可,0,工作日,0,工作日
          000004,市住建局,行政许可,,,5,工作日
          000005,市教育局,行政许可,无期限,,5,工作日
          000006,市住建局,行政许可,20,工作日,,
          000007,市教育局,行政确认,20,工作日,20,工作日`,
      },
      whole: "met 72/100 = 72, a 1, 2 rows",
      units: {
        市住建局: "met 72/100 = 72, a 1, 2 rows",
        市教育局: "not-applicable (no-value)",
      },
    },
    {
      // 法定 44 + 56 = 100, 承诺 1 + 28 = 29: 71 %. The mean of the items' rates, (43/44 + 28/56) ÷ 2 = 73.9 %,
      // would meet it. 71 ÷ 72; one more day to cut. 市住建局: 43 ÷ 44; 市教育局: 28 ÷ 56, lacks 12.32 of 40.32.
      what: "one day short of 72 %; the sum of limits counts, not the mean of rates",
      tables: {
        事项清单: `实施编码,实施主体,事项类型,法定办结时限,承诺办结时限（小时）
          000001,市住建局,行政许可,2个月,8
          000002,市教育局,行政许可,56个工作日,28个工作日`,
      },
      whole: "open 71/100 = 71, a 0.986111111111, 2 rows, move 1",
      units: {
        市住建局: "met 43/44 = 97.7272727273, a 1, 1 rows",
        市教育局: "open 28/56 = 50, a 0.694444444444, 1 rows, move 12.32",
      },
    },
    {
      // 法定 10 + 10 + 5 = 25; 承诺 即办 0 + 5 + 6 = 11: 14 ÷ 25 = 56 %. 56 ÷ 72 = 7/9; 72 % of 25 is 18.
      what: "即办 is 0 days, 2 weeks are 10; a promise beyond the law stays in the sums",
      tables: {
        事项清单: `${limits}
          000001,市住建局,行政许可,2,周,即办,
          000002,市住建局,行政许可,10,天,5,自然日
          000003,市住建局,行政许可,5,工作日,6,工作日`,
      },
      whole: "open 14/25 = 56, a 0.777777777778, 3 rows, move 4",
    },
  ],

  "average-visits": [
    {
      // 97 × 0 + 3 × 1 over 100 items = 0.03. 公共服务 does not count.
      what: "three visits over a hundred items are just allowed",
      tables: {
        事项清单: `${visits}
          ${lines(1, 97, (id) => `${id},市公安局,行政许可,0次`)}
          ${lines(98, 100, (id) => `${id},市教育局,行政许可,１`)}
          000101,市教育局,公共服务,5`,
      },
      whole: "met 3/100 = 0.03, a 1, 100 rows",
      units: {
        市公安局: "met 0/97 = 0, a 1, 97 rows",
        // 3 ÷ 3 = 1; 0.03 ÷ 1; allowed 0.09, so 2.91 too many.
        市教育局: "open 3/3 = 1, a 0.03, 3 rows, move 2.91",
      },
    },
    {
      // 96 × 0 + 3 × 1 over 99 = 0.0303…; the ten blanks as 0 would make 0.0275. 0.03 ÷ (3/99) = 0.99;
      // allowed 0.03 × 99 = 2.97.
      what: "blank visits are left out of the average, not taken as 0",
      tables: {
        事项清单: `${visits}
          ${lines(1, 96, (id) => `${id},市公安局,行政许可,0`)}
          ${lines(97, 99, (id) => `${id},市公安局,行政许可,1次`)}
          ${lines(101, 109, (id) => `${id},市公安局,行政许可,`)}
          000110,市教育局,行政许可,—`,
      },
      whole: "open 3/99 = 0.030303030303, a 0.99, 99 rows, move 0.03",
      units: { 市教育局: "not-applicable (denominator-zero)" },
    },
  ],

  "online-items-with-visits": [
    {
      // 000001 only: 000002 has none, 000003 is blank, 000004 is not fully online.
      what: "one fully online item still asks for a visit",
      tables: {
        事项清单: `实施编码,实施主体,事项类型,是否全程网办,到办事现场次数
          000001,市公安局,公共服务,是,1次
          000002,市公安局,行政许可,是,0次
          000003,市教育局,行政许可,√,
          000004,市教育局,行政许可,否,2次`,
      },
      whole: "open 1, a 0, 1 rows, move 1",
      units: {
        市公安局: "open 1, a 0, 1 rows, move 1",
        市教育局: "met 0, a 1, 0 rows",
        市民政局: "not-applicable (no-rows)",
      },
    },
    {
      what: "none does",
      tables: {
        事项清单: "实施编码,实施主体,是否全程网办,到办事现场次数\n000001,市公安局,是,0\n000002,市公安局,,3",
      },
      whole: "met 0, a 1, 0 rows",
    },
  ],

  "instant-share": [
    {
      // 9 of 20 = 45 %. 行政确认 does not count.
      what: "nine of twenty",
      tables: {
        事项清单: `${kinds}
          ${lines(1, 9, (id) => `${id},市公安局,行政许可,0,即办件`)}
          ${lines(10, 20, (id) => `${id},市教育局,行政许可,1,承诺件`)}
          000021,市教育局,行政确认,1,承诺件`,
      },
      whole: "met 9/20 = 45, a 1, 20 rows",
      units: {
        市公安局: "met 9/9 = 100, a 1, 9 rows",
        // 45 % of 11 is 4.95: 5 to change, or 4.95 ÷ 0.55 = 9 new.
        市教育局: "open 0/11 = 0, a 0, 11 rows, fix 5, new 9",
      },
    },
    {
      // 8 of 20 = 40 %; 40 ÷ 45; 1 to change, or ⌈1 ÷ 0.55⌉ = 2 new. A promise of 0 days is no 即办件, a
      // blank type neither.
      what: "eight of twenty: 办件类型 counts, not a promise of 0 days",
      tables: {
        事项清单: `${kinds}
          ${lines(1, 8, (id) => `${id},市公安局,许可,0,即办`)}
          ${lines(9, 19, (id) => `${id},市公安局,许可,0,承诺件`)}
          000020,市公安局,许可,0,`,
      },
      whole: "open 8/20 = 40, a 0.888888888889, 20 rows, fix 1, new 2",
    },
    {
      what: "an export without a column of departments says nothing of any department",
      tables: {
        事项清单: "实施编码,事项类型,办件类型\n000001,行政许可,即办件\n000002,行政许可,承诺件",
      },
      whole: "met 1/2 = 50, a 1, 2 rows",
      units: { 市公安局: "no-data (no-unit-column)" },
    },
  ],

  "certificate-linked": [
    {
      what: "three of ten items of any type; blanks are not 是",
      tables: {
        事项清单: `实施编码,实施主体,事项类型,是否关联电子证照
          ${lines(1, 3, (id) => `${id},市公安局,行政处罚,√`)}
          ${lines(4, 9, (id) => `${id},市教育局,公共服务,`)}
          000010,市教育局,公共服务,×`,
      },
      whole: "met 3/10 = 30, a 1, 10 rows",
      // 30 % of 7 is 2.1: 3 to link, or 2.1 ÷ 0.7 = 3 new.
      units: { 市教育局: "open 0/7 = 0, a 0, 7 rows, fix 3, new 3" },
    },
    {
      // 2 of 10; 20 ÷ 30; 1 to link, or ⌈1 ÷ 0.7⌉ = 2 new.
      what: "two of ten",
      tables: {
        事项清单: `实施编码,实施主体,是否关联电子证照
          ${lines(1, 2, (id) => `${id},市公安局,有`)}
          ${lines(3, 10, (id) => `${id},市公安局,无`)}`,
      },
      whole: "open 2/10 = 20, a 0.666666666667, 10 rows, fix 1, new 2",
    },
  ],

  "certificate-guide-linked": [
    {
      what: "both linked items have their guide linked; the third is not linked",
      tables: {
        事项清单: `实施编码,实施主体,是否关联电子证照,是否完成证照关联指南
          000001,市公安局,是,是
          000002,市公安局,是,√
          000003,市教育局,否,否`,
      },
      whole: "met 2/2 = 100, a 1, 2 rows",
      units: { 市教育局: "not-applicable (denominator-zero)" },
    },
    {
      // 2 of 3: a blank is not done, and 000004 with a guide but no link does not count.
      what: "one guide is missing",
      tables: {
        事项清单: `实施编码,实施主体,是否关联电子证照,是否完成证照关联指南
          000001,市公安局,是,是
          000002,市公安局,是,是
          000003,市公安局,是,
          000004,市公安局,否,是`,
      },
      whole: "open 2/3 = 66.6666666667, a 0.666666666667, 3 rows, fix 1",
    },
  ],

  "items-catalogued": [
    {
      // 000001 依申请, 000002 公共服务, 000003 both: 3 items. 000004 is neither.
      what: "items on application and public services, each once",
      tables: {
        事项清单: `实施编码,实施主体,事项类型,是否依申请,是否编目
          000001,市公安局,行政许可,是,是
          000002,市公安局,公共服务,否,是
          000003,市教育局,公共服务,是,已编目
          000004,市教育局,行政处罚,否,否`,
      },
      whole: "met 3/3 = 100, a 1, 3 rows",
      units: { 市教育局: "met 1/1 = 100, a 1, 1 rows" },
    },
    {
      // Blank 是否编目 is not done: 2 of 4 catalogued by 公共服务 and 依申请 alike. 000005 is neither.
      what: "two of four",
      tables: {
        事项清单: `实施编码,实施主体,事项类型,是否依申请,是否编目
          000001,市公安局,行政许可,是,是
          000002,市公安局,公共服务,,是
          000003,市教育局,公共服务,否,
          000004,市教育局,行政确认,是,否
          000005,市教育局,行政检查,,否`,
      },
      whole: "open 2/4 = 50, a 0.5, 4 rows, fix 2",
      units: { 市公安局: "met 2/2 = 100, a 1, 2 rows", 市教育局: "open 0/2 = 0, a 0, 2 rows, fix 2" },
    },
  ],

  "powers-catalogued": [
    {
      what: "all types of powers but no public service",
      tables: {
        事项清单: `实施编码,实施主体,事项类型,是否编目
          000001,市公安局,行政许可,是
          000002,市公安局,行政处罚,是
          000003,市公安局,其他行政权力,是
          000004,市教育局,公共服务,否`,
      },
      whole: "met 3/3 = 100, a 1, 3 rows",
      units: { 市教育局: "not-applicable (denominator-zero)" },
    },
    {
      // 9 of 10 types; an item without a type is no power.
      what: "each of the ten types counts; one is not catalogued",
      tables: {
        事项清单: `实施编码,实施主体,事项类型,是否编目
          000001,市公安局,行政许可,是
          000002,市公安局,行政处罚,是
          000003,市公安局,行政强制,是
          000004,市公安局,行政征收,是
          000005,市公安局,行政给付,是
          000006,市公安局,行政检查,是
          000007,市公安局,行政确认,是
          000008,市公安局,行政奖励,是
          000009,市公安局,行政裁决,是
          000010,市公安局,其它行政权力,否
          000011,市公安局,公共服务,是
          000012,市公安局,,否`,
      },
      whole: "open 9/10 = 90, a 0.9, 10 rows, fix 1",
    },
  ],

  "public-services-catalogued": [
    {
      what: "public services only",
      tables: {
        事项清单: `实施编码,实施主体,事项类型,是否编目
          000001,市公安局,公共服务,是
          000002,市公安局,20 公共服务,是
          000003,市公安局,行政许可,否`,
      },
      whole: "met 2/2 = 100, a 1, 2 rows",
    },
    {
      what: "one of two is not",
      tables: {
        事项清单:
          "实施编码,实施主体,事项类型,是否编目\n000001,市公安局,公共服务,是\n000002,市公安局,公共服务,未编目",
      },
      whole: "open 1/2 = 50, a 0.5, 2 rows, fix 1",
    },
  ],

  "items-with-cases": [
    {
      // Of ten items on application 000001 to 000009 have a case (000003's was taken in elsewhere): 90 %.
      what: "nine of ten items on application have a case",
      tables: {
        事项清单: `实施编码,实施主体,是否依申请
          ${lines(1, 10, (id) => `${id},市人社局,是`)}
          000011,市人社局,否
          000012,市教育局,`,
        办件明细: `${cases}\nJ12,000009,市人社局,2022-06-01\nJ13,000009,市人社局,2022-06-02`,
      },
      whole: "met 9/10 = 90, a 1, 10 rows",
      units: {
        市人社局: "met 9/10 = 90, a 1, 10 rows",
        市教育局: "not-applicable (denominator-zero)",
        // Its one case is of 市人社局's item.
        市公积金中心: "not-applicable (no-rows)",
      },
    },
    {
      // 000010's cases came after as-of and last year. 8 of 10; 80 ÷ 90; 1 more, or 1 ÷ 0.1 = 10 new.
      what: "cases after as-of or of another year do not count",
      tables: {
        事项清单: `实施编码,实施主体,是否依申请
          ${lines(1, 10, (id) => `${id},市人社局,是`)}`,
        办件明细: cases,
      },
      whole: "open 8/10 = 80, a 0.888888888889, 10 rows, fix 1, new 10",
    },
    {
      what: "without cases nothing can be said",
      asOf: "2023-03-01",
      tables: { 事项清单: "实施编码,实施主体,是否依申请\n000001,市人社局,是" },
      whole: "no-data (no-dataset)",
    },
  ],

  "items-refined": [
    {
      what: "three of ten",
      tables: {
        事项清单: `实施编码,实施主体,是否精细化梳理
          ${lines(1, 3, (id) => `${id},市公安局,已完成`)}
          ${lines(4, 10, (id) => `${id},市公安局,未完成`)}`,
      },
      whole: "met 3/10 = 30, a 1, 10 rows",
    },
    {
      // 2 of 7 = 28.57 %; 2/7 ÷ 0.3 = 20/21; 0.1 is lacking: 1 to refine, or ⌈0.1 ÷ 0.7⌉ = 1 new.
      what: "two of seven, one of them blank",
      tables: {
        事项清单: `实施编码,实施主体,是否精细化梳理
          ${lines(1, 2, (id) => `${id},市公安局,是`)}
          ${lines(3, 6, (id) => `${id},市公安局,否`)}
          000007,市公安局,`,
      },
      whole: "open 2/7 = 28.5714285714, a 0.952380952381, 7 rows, fix 1, new 1",
    },
  ],

  "guide-forms": [
    {
      // 000001 to 000003 need a form; 000001 has both, 000002 and 000003 only one. No baseline: no score.
      what: "improve without a baseline shows its value and is not scored",
      tables: {
        事项清单: `${forms}
          000001,市公安局,是,有,有
          000002,市公安局,是,有,无
          000003,市教育局,需要,,有
          000004,市教育局,否,有,有
          000005,市教育局,,有,有`,
      },
      whole: "not-scored 1/3 = 33.3333333333, 3 rows",
      units: {
        市公安局: "not-scored 1/2 = 50, 2 rows",
        市教育局: "not-scored 0/1 = 0, 1 rows",
        市民政局: "not-applicable (no-rows)",
      },
    },
    {
      what: "even when every form is there",
      asOf: "2022-12-31",
      tables: { 事项清单: `${forms}\n000001,市公安局,是,已上传,已提供` },
      whole: "not-scored 1/1 = 100, 1 rows",
    },
  ],
};
