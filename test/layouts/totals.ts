import type { Layout } from "./reading.ts";

const users = "个人用户统计 h1: 统计日期 统计单位 注册总量";
const head = "统计日期|统计单位|注册总量\n";
const two = "2022-10-20|市公安局|10\n2022-10-20|市民政局|20\n";

const named = [
  "合计",
  "合  计",
  "总计：",
  "全市",
  "全 市",
  "全市合计",
  "总　计",
  "嘉峪关市",
  "嘉峪关市合计",
  "Total",
];

/** Rows that sum others. */
export const totals: readonly Layout[] = [
  ...named.map(
    (name): Layout => ({
      name: `a total called ${name}`,
      sheets: [{ name: "Sheet1", grid: `${head}${two}2022-10-20|${name}|30` }],
      reads: [`${users} = used 2 + total 1`],
      figures: { "total-registrations": "30, 市公安局 10, 市民政局 20" },
      totals: ["4 注册总量 30/30"],
    }),
  ),
  {
    name: "a total in the column of serial numbers, which disagrees",
    sheets: [
      { name: "Sheet1", grid: "序号|统计日期|统计单位|注册总量\n1|2022-10-20|市公安局|10\n合计|||11" },
    ],
    reads: [`${users} = used 1 + total 1`],
    totals: ["3 注册总量 11/10"],
  },
  {
    name: "subtotals of blocks at two levels, then everything",
    sheets: [
      {
        name: "Sheet1",
        grid: `${head}${two}2022-10-20|部门小计|30
          2022-10-20|雄关街道|5
          2022-10-20|钢城街道|6
          2022-10-20|街道小计|11
          2022-10-20|总计|41`,
      },
    ],
    reads: [`${users} = used 4 + total 3`],
    totals: ["4 注册总量 30/30", "7 注册总量 11/11", "8 注册总量 41/41"],
  },
  {
    name: "a subtotal that names its unit",
    sheets: [
      {
        name: "Sheet1",
        grid: `${head}2022-10-20|市公安局|10\n2022-10-20|交警支队|2\n2022-10-20|市公安局小计|12\n2022-10-20|合计|12`,
      },
    ],
    reads: [`${users} = used 2 + total 2`],
    totals: ["4 注册总量 12/12", "5 注册总量 12/12"],
  },
  {
    name: "averages beside totals sum nothing",
    sheets: [{ name: "Sheet1", grid: `${head}${two}2022-10-20|全市平均|15\n|平均值|15\n2022-10-20|合计|30` }],
    reads: [`${users} = used 2 + total 3`],
    totals: ["6 注册总量 30/30"],
  },
  {
    name: "rows of the whole only",
    sheets: [{ name: "Sheet1", grid: `${head}2022-09-30|全市|30\n2022-10-20|全 市|40` }],
    reads: [`${users} = used 2`],
    figures: { "total-registrations": "40" },
  },
];
