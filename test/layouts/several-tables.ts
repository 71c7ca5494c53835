import type { Layout } from "./reading.ts";

const users = "个人用户统计";
const plain = "统计日期 统计单位 注册总量";
const firms = "法人用户统计";

/** More than one table in a sheet, and tables on their side. */
export const severalTables: readonly Layout[] = [
  {
    name: "two datasets one below the other, each with its title",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          表一 个人用户统计
          统计日期|统计单位|注册总量
          2022-10-20|市公安局|10
          合计||10

          表二 法人用户统计
          统计日期|统计单位|企业总数|已注册企业数
          2022-10-20|市公安局|200|150
          合计||200|150`,
      },
    ],
    reads: [
      `${users} h2: ${plain} = used 1 + total 1`,
      `${firms} h7: 统计日期 统计单位 企业总数 已注册企业数 = used 1 + total 1`,
    ],
    figures: {
      "total-registrations": "10, 市公安局 10",
      "enterprises-registered": "150 ÷ 200, 市公安局 150 ÷ 200",
    },
    notes: ["several-tables"],
  },
  {
    name: "one dataset twice, its columns in another order below",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          统计日期|统计单位|注册总量
          2022-09-30|市公安局|10
          统计单位|注册总量|统计日期
          市公安局|12|2022-10-20`,
      },
    ],
    reads: [`${users} h1: ${plain} = used 1`, `${users} h3: 统计单位 注册总量 统计日期 = used 1`],
    figures: { "total-registrations": "12, 市公安局 12" },
    notes: ["several-tables"],
  },
  {
    name: "two tables side by side, of unequal length",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          统计日期|统计单位|注册总量||统计日期|统计单位|企业总数|已注册企业数
          2022-10-20|市公安局|10||2022-10-20|市公安局|200|150
          2022-10-20|市民政局|20||2022-10-20|市民政局|100|50
          ||||2022-10-20|市财政局|10|10`,
      },
    ],
    reads: [
      `${users} h1: ${plain} = used 2`,
      `${firms} h1: 统计日期 统计单位 企业总数 已注册企业数 = used 3`,
    ],
    figures: { "total-registrations": "30, 市公安局 10, 市民政局 20" },
    notes: ["several-tables"],
  },
  {
    name: "one list in two columns of a page",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          统计日期|统计单位|注册总量|统计日期|统计单位|注册总量
          2022-10-20|市公安局|10|2022-10-20|市财政局|5
          2022-10-20|市民政局|20|2022-10-20|市教育局|6`,
      },
    ],
    reads: [`${users} h1: ${plain} = used 2`, `${users} h1: ${plain} = used 2`],
    figures: { "total-registrations": "41, 市公安局 10, 市民政局 20, 市财政局 5, 市教育局 6" },
    notes: ["several-tables"],
  },
  {
    name: "another table below more rows than are looked at first is left and said",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          实施编码|事项名称|实施主体|办件类型
          ${Array.from({ length: 150 }, (_, at) => `${at + 1000}|甲|市公安局|即办件`).join("\n")}
          统计日期|统计单位|注册总量
          2022-10-20|市公安局|10`,
      },
    ],
    reads: ["事项清单 h1: 实施编码 事项名称 实施主体 办件类型 = used 150 + other-table 2"],
    notes: ["table-not-read"],
  },
  {
    name: "a table on its side is refused with the way out",
    sheets: [
      {
        name: "个人用户统计",
        grid: `
          统计单位|市公安局|市民政局|市财政局
          统计日期|2022-10-20|2022-10-20|2022-10-20
          注册总量|10|20|30
          月活跃用户数|1|2|3`,
      },
      { name: "Sheet2", grid: "统计日期|统计单位|企业总数|已注册企业数\n2022-10-20|市公安局|200|150" },
    ],
    reads: [
      "– = used 0 + unmatched-sheet 4",
      `${firms} h1: 统计日期 统计单位 企业总数 已注册企业数 = used 1`,
    ],
    notes: ["transposed-table"],
  },
];
