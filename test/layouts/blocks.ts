import type { Layout } from "./reading.ts";

const items = "事项清单";
const fields = "实施主体 实施编码 事项类型 办件类型";

/** Labels that are written once for several rows. */
export const blocks: readonly Layout[] = [
  {
    name: "a unit merged down over its items",
    sheets: [
      {
        name: "Sheet1",
        merges: ["A2:A4", "A5:A6"],
        grid: `
          实施主体|实施编码|事项类型|办件类型
          市公安局|11|行政许可|即办件
          |12|行政许可|承诺件
          |13|行政许可|承诺件
          市民政局|21|行政许可|即办件
          |22|行政许可|即办件`,
      },
    ],
    reads: [`${items} h1: ${fields} = used 5`],
    figures: { "instant-share": "3 ÷ 5, 市公安局 1 ÷ 3, 市民政局 2 ÷ 2" },
    notes: ["merged-down"],
  },
  {
    name: "a blank below a merged unit is nobody's",
    sheets: [
      {
        name: "Sheet1",
        merges: ["A2:A3"],
        grid: `
          实施主体|实施编码|事项类型|办件类型
          市公安局|11|行政许可|即办件
          |12|行政许可|承诺件
          |13|行政许可|即办件`,
      },
    ],
    reads: [`${items} h1: ${fields} = used 3`],
    figures: { "instant-share": "2 ÷ 3, 市公安局 1 ÷ 2" },
    notes: ["merged-down"],
  },
  {
    name: "a type merged down beside its unit",
    sheets: [
      {
        name: "Sheet1",
        merges: ["A2:A4", "C2:C3"],
        grid: `
          实施主体|实施编码|事项类型|办件类型
          市公安局|11|行政许可|即办件
          |12||承诺件
          |13|公共服务|即办件`,
      },
    ],
    reads: [`${items} h1: ${fields} = used 3`],
    figures: { "instant-share": "1 ÷ 2, 市公安局 1 ÷ 2" },
    notes: ["merged-down"],
  },
  {
    name: "a CSV whose units are plainly written once for each block",
    csv: true,
    sheets: [
      {
        name: "",
        grid: `
          实施主体|实施编码|事项类型|办件类型
          市公安局|11|行政许可|即办件
          |12|行政许可|承诺件
          |13|行政许可|承诺件
          市民政局|21|行政许可|即办件
          |22|行政许可|承诺件
          市财政局|31|行政许可|承诺件`,
      },
    ],
    reads: [`${items} h1: ${fields} = used 6`],
    figures: { "instant-share": "2 ÷ 6, 市公安局 1 ÷ 3, 市民政局 1 ÷ 2, 市财政局 0 ÷ 1" },
    notes: ["filled-down"],
  },
  {
    name: "more names than blanks make no blocks",
    csv: true,
    sheets: [
      {
        name: "",
        grid: `
          实施主体|实施编码|事项类型|办件类型
          市公安局|11|行政许可|即办件
          |12|行政许可|承诺件
          市民政局|21|行政许可|即办件
          |22|行政许可|承诺件
          市财政局|31|行政许可|承诺件`,
      },
    ],
    reads: [`${items} h1: ${fields} = used 5`],
    figures: { "instant-share": "2 ÷ 5, 市公安局 1 ÷ 1, 市民政局 1 ÷ 1, 市财政局 0 ÷ 1" },
  },
  {
    name: "blank units in a flat list stay blank",
    csv: true,
    sheets: [
      {
        name: "",
        grid: `
          实施主体|实施编码|事项类型|办件类型
          市公安局|11|行政许可|即办件
          |12|行政许可|承诺件
          市民政局|21|行政许可|即办件
          |22|行政许可|承诺件
          市公安局|31|行政许可|承诺件`,
      },
    ],
    reads: [`${items} h1: ${fields} = used 5`],
    figures: { "instant-share": "2 ÷ 5, 市公安局 1 ÷ 2, 市民政局 1 ÷ 1" },
  },
  {
    name: "a date merged down over units, with a subtotal in each block",
    sheets: [
      {
        name: "Sheet1",
        merges: ["A2:A4", "A5:A7"],
        grid: `
          统计日期|统计单位|注册总量
          2022-09-30|市公安局|10
          |市民政局|20
          |小计|30
          2022-10-20|市公安局|11
          |市民政局|21
          |小计|33`,
      },
    ],
    reads: ["个人用户统计 h1: 统计日期 统计单位 注册总量 = used 4 + total 2"],
    figures: { "total-registrations": "32, 市公安局 11, 市民政局 21" },
    notes: ["merged-down"],
  },
  {
    name: "subtotals inside merged units end no block and are no rows",
    sheets: [
      {
        name: "Sheet1",
        merges: ["A2:A4", "A5:A6"],
        grid: `
          统计单位|统计日期|注册总量
          市公安局|2022-09-30|10
          |2022-10-20|11
          |小计|21
          市民政局|2022-10-20|21
          |小计|21`,
      },
    ],
    reads: ["个人用户统计 h1: 统计单位 统计日期 注册总量 = used 3 + total 2"],
    figures: { "total-registrations": "32, 市公安局 11, 市民政局 21" },
    notes: ["merged-down"],
    totals: ["4 注册总量 21/21", "6 注册总量 21/21"],
  },
];
