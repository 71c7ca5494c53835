import type { Layout } from "./reading.ts";

const items = "事项清单";

/** Headings as people draw them. */
export const headings: readonly Layout[] = [
  {
    name: "two merged rows, a parent over its children",
    sheets: [
      {
        name: "Sheet1",
        merges: ["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
        grid: `
          实施编码|实施主体|办结时限（工作日）||办件类型
          ||法定|承诺|
          11|市公安局|20|5|承诺件`,
      },
    ],
    reads: [`${items} h2: 实施编码 实施主体 法定办结时限 承诺办结时限 办件类型 = used 1`],
  },
  {
    name: "three rows of headings",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          实施编码|基本信息||||
          |主体|类型|时限||
          |实施主体|事项类型|法定办结时限|承诺办结时限|办件类型
          11|市公安局|行政许可|20|5|即办件`,
      },
    ],
    reads: [`${items} h3: 实施编码 实施主体 事项类型 法定办结时限 承诺办结时限 办件类型 = used 1`],
    figures: { "instant-share": "1 ÷ 1, 市公安局 1 ÷ 1" },
  },
  {
    name: "a parent over children that are not it is not taken for it",
    sheets: [
      {
        name: "个人用户统计",
        merges: ["A1:A2", "B1:B2", "C1:D1"],
        grid: "统计日期|统计单位|注册总量||\n||男|女|\n2022-10-20|市公安局|4|6",
      },
    ],
    reads: ["个人用户统计 h2: 统计日期 统计单位 = used 1"],
    figures: { "total-registrations": "–" },
  },
  {
    name: "a parent over parts and their sum: the sum is it",
    sheets: [
      {
        name: "个人用户统计",
        grid: "统计日期|统计单位|注册总量|||月活跃用户数\n||男|女|合计|\n2022-10-20|市公安局|4|6|10|3",
      },
    ],
    reads: ["个人用户统计 h2: 统计日期 统计单位 注册总量 月活跃用户数 = used 1"],
    figures: { "total-registrations": "10, 市公安局 10" },
  },
  {
    name: "headings again at each page break, both rows of them",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          实施编码|实施主体|时限||办件类型
          ||法定办结时限|承诺办结时限|
          11|市公安局|20|5|承诺件
          实施编码|实施主体|时限||办件类型
          ||法定办结时限|承诺办结时限|
          12|市民政局|10|0|即办件`,
      },
    ],
    reads: [`${items} h2: 实施编码 实施主体 法定办结时限 承诺办结时限 办件类型 = used 2 + note 2`],
  },
  {
    name: "column codes in a row of their own under the headings",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          事项编码|事项名称|实施主体|事项类型|办件类型
          TASK_CODE|TASK_NAME|DEPT_NAME|TASK_TYPE|PROJECT_TYPE
          11|甲|市公安局|行政许可|即办件`,
      },
    ],
    reads: [`${items} h2: 实施编码 事项名称 实施主体 事项类型 办件类型 = used 1`],
    figures: { "instant-share": "1 ÷ 1, 市公安局 1 ÷ 1" },
  },
  {
    name: "footnote marks, asterisks and brackets",
    sheets: [
      {
        name: "Sheet1",
        grid: "*统计日期|★统计单位|注册总量①（人）|月活跃用户数²\n2022-10-20|市公安局|10|3\n① 含历年注册",
      },
    ],
    reads: ["个人用户统计 h1: 统计日期 统计单位 注册总量 月活跃用户数 = used 1 + note 1"],
  },
  {
    name: "two columns for one field: the first is read, the other said",
    sheets: [
      {
        name: "Sheet1",
        grid: "统计日期|统计单位|注册总量|注册总数\n2022-10-20|市公安局|10|11",
      },
    ],
    reads: ["个人用户统计 h1: 统计日期 统计单位 注册总量 = used 1"],
    figures: { "total-registrations": "10, 市公安局 10" },
    notes: ["heading-twice"],
  },
  {
    name: "percent columns beside the numbers",
    sheets: [
      {
        name: "Sheet1",
        grid: "统计日期|统计单位|企业总数|已注册企业数|注册率\n2022-10-20|市公安局|200|150|75%%",
      },
    ],
    reads: ["法人用户统计 h1: 统计日期 统计单位 企业总数 已注册企业数 = used 1"],
    figures: { "enterprises-registered": "150 ÷ 200, 市公安局 150 ÷ 200" },
  },
];
