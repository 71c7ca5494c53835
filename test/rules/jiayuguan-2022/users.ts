import type { Stories } from "../story.ts";

const people = "统计日期,统计单位,注册总量,本年度新增注册,本年度信息完备用户数,月活跃用户数";
const firms = "统计日期,统计单位,企业总数,已注册企业数,信息完备企业数";

export const users: Stories = {
  "new-registrations": [
    {
      // Last rows up to as-of: 80,000 + 70,000 + 7,500 = 157,500. September's and tomorrow's do not count.
      what: "each unit's last running total, summed, just reaches 15.75万",
      tables: {
        个人用户统计: `${people}
          2022-09-30,雄关街道,15万,7.9万,6万,1万
          2022-10-24,雄关街道,15.5万,8万,6万,1万
          2022-10-26,雄关街道,16万,9万,6万,1万
          2022-10-24,钢城街道办事处,9万,"70,000",5万,1万
          2022-10-24,新城镇,1万,７５００,1000,100`,
      },
      whole: "met 157500, a 1, 3 rows",
      units: {
        雄关街道办事处: "met 157500, a 1, 3 rows",
        市公安局: "met 157500, a 1, 3 rows",
      },
      contributions: { 雄关街道办事处: 80000, 钢城街道办事处: 70000, 市公安局: null },
      others: { 新城镇: [7500, null] },
    },
    {
      // 80,000 + 77,499 = 157,499, one short: 157,499 ÷ 157,500.
      what: "one person short",
      tables: {
        个人用户统计: `${people}
          2022-10-24,雄关街道,15.5万,80000人,6万,1万
          2022-10-23,雄关街道,15.5万,80001人,6万,1万
          2022-10-24,钢城街道,9万,77499,5万,1万
          2022-10-24,全市,24.5万,157499,11万,2万`,
      },
      whole: "open 157499, a 0.999993650794, 2 rows, move 1",
      units: { 钢城街道办事处: "open 157499, a 0.999993650794, 2 rows, move 1" },
      contributions: { 雄关街道办事处: 80000, 钢城街道办事处: 77499 },
    },
  ],

  "total-registrations": [
    {
      what: "a sheet of the whole city alone counts for the whole",
      tables: {
        个人用户统计: `${people}
          2022-09-30,全市,25万,15万,11万,2万
          2022-10-20,全 市,25.2万,15万,11万,2万`,
      },
      whole: "met 252000, a 1, 1 rows",
      units: { 雄关街道办事处: "met 252000, a 1, 1 rows" },
      contributions: { 雄关街道办事处: null },
    },
    {
      // 150,000 + 81,840 = 231,840 of 252,000 = 0.92; 20,160 are lacking. The total row is not a unit.
      what: "8 % short, and overdue the day after",
      asOf: "2022-10-26",
      tables: {
        个人用户统计: `${people}
          2022-10-24,雄关街道,150000,1,1,1
          2022-10-24,钢城街道,"81,840",1,1,1
          2022-10-24,合计,"231,840",2,2,2`,
      },
      whole: "overdue 231840, a 0.92, 2 rows, move 20160",
      units: { 市民政局: "overdue 231840, a 0.92, 2 rows, move 20160" },
      contributions: { 钢城街道办事处: 81840 },
    },
  ],

  "personal-profiles-complete": [
    {
      // (600 + 200) ÷ (700 + 300) = 80 %: pooled; the mean of 85.7 and 66.7 would miss it.
      what: "pooled over units it is just 80 %",
      tables: {
        个人用户统计: `${people}
          2022-10-24,雄关街道,9000,700,600,10
          2022-10-24,钢城街道,9000,300,200,10`,
      },
      whole: "met 800/1000 = 80, a 1, 2 rows",
      units: { 雄关街道办事处: "met 800/1000 = 80, a 1, 2 rows" },
      contributions: { 雄关街道办事处: 600, 钢城街道办事处: 200 },
    },
    {
      // 郊区's last row lacks the complete profiles: it leaves both sides, its row of September is not taken
      // instead. (600 + 199) ÷ 1,000 = 79.9 %; 79.9 ÷ 80 = 0.99875; 1 to put right, or 1 ÷ 0.2 = 5 new.
      what: "one profile short; a last row that lacks a part leaves both sides",
      tables: {
        个人用户统计: `${people}
          2022-10-24,雄关街道,9000,700,600,10
          2022-10-24,钢城街道,9000,300,199,10
          2022-09-30,郊区,500,100,100,10
          2022-10-24,郊区,500,110,,10`,
      },
      whole: "open 799/1000 = 79.9, a 0.99875, 2 rows, fix 1, new 5",
      units: { 郊区工作办公室: "open 799/1000 = 79.9, a 0.99875, 2 rows, fix 1, new 5" },
    },
  ],

  "monthly-active": [
    {
      // (150 + 50) ÷ (1,500 + 500) = 10 %.
      what: "one in ten",
      tables: {
        个人用户统计: `${people}
          2022-08-31,雄关街道,1400,1,1,900
          2022-10-24,雄关街道,1500,1,1,150
          2022-10-24,钢城街道,500,1,1,50`,
      },
      whole: "met 200/2000 = 10, a 1, 2 rows",
      units: { 钢城街道办事处: "met 200/2000 = 10, a 1, 2 rows" },
    },
    {
      // 199 ÷ 2,000 = 9.95 %; 9.95 ÷ 10; 1 more active, or ⌈1 ÷ 0.9⌉ = 2 new active ones.
      what: "one active user short",
      tables: {
        个人用户统计: `${people}
          2022-10-24,雄关街道,1500,1,1,149
          2022-10-24,钢城街道,500,1,1,50`,
      },
      whole: "open 199/2000 = 9.95, a 0.995, 2 rows, fix 1, new 2",
      units: { 市税务局: "open 199/2000 = 9.95, a 0.995, 2 rows, fix 1, new 2" },
    },
  ],

  "enterprises-registered": [
    {
      what: "all of 1.2万 enterprises are registered",
      tables: {
        法人用户统计: `${firms}
          2022-06-30,市市监局,11900,6000,5000
          2022-10-20,市市监局,1.2万,12000,9000`,
      },
      whole: "met 12000/12000 = 100, a 1, 1 rows",
      units: { 市市场监管局: "met 12000/12000 = 100, a 1, 1 rows" },
    },
    {
      // 11,997 ÷ 12,000 = 99.975 %. Tomorrow's row does not count.
      what: "three enterprises short",
      tables: {
        法人用户统计: `${firms}
          2022-10-20,嘉峪关市市场监督管理局,12000,11997,9000
          2022-10-26,嘉峪关市市场监督管理局,12000,12000,9000`,
      },
      whole: "open 11997/12000 = 99.975, a 0.99975, 1 rows, fix 3",
      units: { 市市场监管局: "open 11997/12000 = 99.975, a 0.99975, 1 rows, fix 3" },
    },
  ],

  "enterprise-profiles-complete": [
    {
      // Of those registered, not of all: 9,000 ÷ 9,000.
      what: "every registered enterprise is complete",
      tables: { 法人用户统计: `${firms}\n2022-10-20,市市场监管局,12000,9000,9000` },
      whole: "met 9000/9000 = 100, a 1, 1 rows",
      units: { 市市场监管局: "met 9000/9000 = 100, a 1, 1 rows" },
    },
    {
      // 8,991 ÷ 9,000 = 99.9 %.
      what: "nine are not",
      asOf: "2022-11-01",
      tables: { 法人用户统计: `${firms}\n2022-10-20,市市场监管局,12000,9000,8991` },
      whole: "overdue 8991/9000 = 99.9, a 0.999, 1 rows, fix 9",
      units: { 市市场监管局: "overdue 8991/9000 = 99.9, a 0.999, 1 rows, fix 9" },
    },
  ],
};
