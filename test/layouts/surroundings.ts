import type { Layout } from "./reading.ts";

const users = "个人用户统计";
const plain = "统计日期 统计单位 注册总量";

/** What stands above, below, beside and behind a table. */
export const surroundings: readonly Layout[] = [
  {
    name: "a title, a subtitle and the time of the export above",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          嘉峪关市个人用户注册情况统计表
          （2022年10月）||填报单位：市政管局
          导出时间：2022-10-25 09:30:00
          统计日期|统计单位|注册总量
          2022-10-20|市公安局|10
          2022-10-20|市民政局|20`,
      },
    ],
    reads: [`${users} h4: ${plain} = used 2`],
    figures: { "total-registrations": "30, 市公安局 10, 市民政局 20" },
  },
  {
    name: "查询结果 and a blank row above",
    sheets: [{ name: "Sheet1", grid: "查询结果\n\n统计日期|统计单位|注册总量\n2022-10-20|市公安局|10" }],
    reads: [`${users} h3: ${plain} = used 1`],
  },
  {
    name: "a unit of measure at the right above the headings",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          个人用户统计
          ||单位：人
          统计日期|统计单位|注册总量
          2022-10-20|市公安局|10`,
      },
    ],
    reads: [`${users} h3: ${plain} = used 1`],
    figures: { "total-registrations": "10, 市公安局 10" },
  },
  {
    name: "serial numbers, blank columns at the left and in between",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          |序号||统计日期|统计单位||注册总量
          |1||2022-10-20|市公安局||10
          |2||2022-10-20|市民政局||20`,
      },
    ],
    reads: [`${users} h1: ${plain} = used 2`],
    figures: { "total-registrations": "30, 市公安局 10, 市民政局 20" },
  },
  {
    name: "serial numbers that were filled in ahead",
    sheets: [
      {
        name: "Sheet1",
        grid: "序号|统计日期|统计单位|注册总量\n1|2022-10-20|市公安局|10\n2|||\n3|||",
      },
    ],
    reads: [`${users} h1: ${plain} = used 1 + note 2`],
  },
  {
    name: "notes, 数据来源, signatures and the page below",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          统计日期|统计单位|注册总量
          2022-10-20|市公安局|10
          注：本表为截至20日数据
          数据来源：甘肃政务服务网
          填表人：张三||审核人：李四
          第 1 页 共 1 页`,
      },
    ],
    reads: [`${users} h1: ${plain} = used 1 + note 4`],
  },
  {
    name: "a used range far beyond the table, with cells of spaces",
    sheets: [{ name: "Sheet1", phantoms: 60, grid: "统计日期|统计单位|注册总量\n2022-10-20|市公安局|10" }],
    reads: [`${users} h1: ${plain} = used 1`],
  },
  {
    name: "hidden rows, a hidden column and a hidden sheet are read",
    sheets: [
      {
        name: "一",
        hiddenColumns: [2],
        grid: "统计日期|统计单位|注册总量\n2022-10-20|市公安局|10\n~2022-10-20|市民政局|20",
      },
      { name: "二", hidden: true, grid: "统计日期|统计单位|注册总量\n2022-10-20|市财政局|5" },
    ],
    reads: [`${users} h1: ${plain} = used 2`, `${users} h1: ${plain} = used 1`],
    figures: { "total-registrations": "35, 市公安局 10, 市民政局 20, 市财政局 5" },
    notes: ["hidden-rows", "hidden-sheet"],
  },
  {
    name: "an empty sheet and one of other things among others",
    sheets: [
      { name: "Sheet1", grid: "" },
      { name: "目录", grid: "序号|表名\n1|个人用户\n2|法人用户" },
      { name: "Sheet3", grid: "统计日期|统计单位|注册总量\n2022-10-20|市公安局|10" },
    ],
    reads: ["– = used 0", "– = used 0 + unmatched-sheet 3", `${users} h1: ${plain} = used 1`],
  },
  {
    name: "heading rows that drift from sheet to sheet",
    sheets: [
      { name: "一月", grid: "统计日期|统计单位|注册总量\n2022-01-31|市公安局|1" },
      { name: "二月", grid: "标题\n统计日期|统计单位|注册总量\n2022-02-28|市公安局|2" },
      { name: "三月", grid: "标题\n副题\n\n单位|日期|注册总数|备注\n市公安局|2022-03-31|3|" },
    ],
    reads: [
      `${users} h1: ${plain} = used 1`,
      `${users} h2: ${plain} = used 1`,
      `${users} h4: 统计单位 统计日期 注册总量 = used 1`,
    ],
    figures: { "total-registrations": "3, 市公安局 3" },
  },
  {
    name: "a sheet named after one dataset with the headings of another",
    sheets: [{ name: "事项清单", grid: "统计日期|统计单位|注册总量|月活跃用户数\n2022-10-20|市公安局|10|3" }],
    reads: [`${users} h1: ${plain} 月活跃用户数 = used 1`],
    notes: ["named-otherwise"],
  },
  {
    name: "inner spaces, full width and line breaks in names",
    sheets: [
      {
        name: "Sheet1",
        grid: "统 计⏎日 期|统计单位（全称）|注册总量\n2022-10-20|市 公 安  局|１，０００\n2022-10-20|嘉峪关市　民政局|２０",
      },
    ],
    reads: [`${users} h1: ${plain} = used 2`],
    figures: { "total-registrations": "1020, 市公安局 1000, 市民政局 20" },
  },
  {
    name: "every number stored as text, with its unit",
    sheets: [
      {
        name: "Sheet1",
        grid: "统计日期|统计单位|注册总量\n2022年10月20日|市公安局|'1,234人\n20221020|市民政局|'25.2万",
      },
    ],
    reads: [`${users} h1: ${plain} = used 2`],
    figures: { "total-registrations": "253234, 市公安局 1234, 市民政局 252000" },
  },
  {
    name: "a CSV with a title, notes and a blank line",
    csv: true,
    sheets: [
      {
        name: "",
        grid: "嘉峪关市个人用户,,\n\n统计日期|统计单位|注册总量\n2022-10-20|市公安局|10\n合计||10\n注：每周一更新||",
      },
    ],
    reads: [`${users} h3: ${plain} = used 1 + note 1 + total 1`],
    totals: ["5 注册总量 10/10"],
  },
];
