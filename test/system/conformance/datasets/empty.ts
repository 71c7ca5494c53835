import { type Story, table } from "../story.ts";

/** Groups without rows, sums without values, denominators of 0, a table without rows. */
export const empty: Story = {
  name: "empty",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
`,
  measures: `
sum: { sum: 电子证照.汇聚数量 }
average: { average: 电子证照.汇聚数量 }
sum-where-none: { sum: 电子证照.汇聚数量, where: { 是否认领: 否 } }
count-where-none: { count: 电子证照, where: { 是否认领: 否 } }
distinct-where-none: { distinct: 电子证照.证照类型, where: { 是否认领: 否 } }
share-where-none: { share: 电子证照, where: { 是否认领: 否 }, that: { 是否上报国家: 是 } }
each-where-none: { share: 电子证照, each: 证照类型, where: { 是否认领: 否 }, that: { 是否上报国家: 是 } }
share: { share: 电子证照, that: { 是否上报国家: 是 } }
zero-over-zero: { ratio: { of: { sum: 电子证照.汇聚数量 }, to: { sum: 电子证照.汇聚数量 } }, where: { 汇聚数量: 0 } }
ratio-of-nothing: { ratio: { of: { count: 电子证照 }, to: { count: 电子印章 } } }
seals: { count: 电子印章 }
seals-registered: { share: 电子印章, that: { 是否备案: 是 } }
users: { latest: 个人用户统计.注册总量 }
active: { ratio: { of: { latest: 个人用户统计.月活跃用户数 }, to: { latest: 个人用户统计.注册总量 } } }
in-nothing: { count: 电子证照, where: { 证照类型: { in: 电子印章.印章名称 } } }
not-in-nothing: { count: 电子证照, where: { 证照类型: { not: { in: 电子印章.印章名称 } } } }
`,
  tables: {
    电子证照: table(
      "证照类型编码 证照类型 颁发单位 是否认领 汇聚数量:integer 是否上报国家",
      ["T1", "身份证", "市公安局", "是", "0", "是"],
      ["T2", "驾驶证", "市公安局", "是", "0", null],
      ["T3", "教师资格证", "市教育局", "是", null, "否"],
      ["T4", null, "市教育局", "是", null, null],
      ["T5", null, "市审计局", null, null, null],
    ),
    电子印章: table("印章编号 印章名称 使用单位 是否制作 是否备案"),
    个人用户统计: table(
      "统计日期:date 统计单位 注册总量:integer 月活跃用户数:integer",
      ["2022-09-30", "市公安局", null, "5"],
      ["2022-09-30", "市教育局", null, null],
    ),
  },
  fates: {
    电子证照: { rows: 5, used: 5 },
    电子印章: { rows: 0, used: 0 },
    个人用户统计: { rows: 2, used: 2 },
  },
  expected: {
    sum: { 全域: [0, null], 市公安局: [0, null], 市教育局: [null, null] },
    average: { 全域: [0, 2], 市教育局: [null, 0] },
    "sum-where-none": { 全域: [null, null] },
    "count-where-none": { 全域: [0, null], 市审计局: [0, null] },
    "distinct-where-none": { 全域: [0, null] },
    share: { 全域: [1, 5], 市审计局: [0, 1] },
    "in-nothing": { 全域: [0, null] },
    "not-in-nothing": { 全域: [5, null] },
  },
};
