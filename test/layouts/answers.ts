import type { Layout } from "./reading.ts";

const dataset = "指标填报";

/** 指标填报 in all the forms that people give it. */
export const answers: readonly Layout[] = [
  {
    name: "the long form",
    sheets: [
      {
        name: "指标填报",
        grid: "指标编号|责任单位|统计日期|数值\ninstant-share|市公安局|2022-10-20|60\n即办件占比|市民政局|2022-10-20|50%",
      },
    ],
    reads: [`${dataset} h1: 指标编号 责任单位 统计日期 数值 = used 2`],
    figures: { "instant-share": "–, 市公安局 60, 市民政局 50" },
  },
  {
    name: "departments across, the day in the title",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          政务服务能力指标完成情况（截至2022年10月20日）
          序号|指标编号|指标名称|市公安局|嘉峪关市教育局|全市
          1|instant-share|即办件占比|60|50%|55
          2|promised-time-compression|承诺时限压缩比|72.5||70
          合计||||
          注：空白为无此类事项`,
      },
    ],
    reads: [`${dataset} h2 units-across: 指标编号 数值 = used 2 + note 1 + total 1`],
    figures: {
      "instant-share": "55, 市公安局 60, 市教育局 50",
      "promised-time-compression": "70, 市公安局 72.5",
    },
    notes: ["units-across"],
  },
  {
    name: "departments across by the names of indicators alone, one unknown unit between",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          指标|市公安局|市外星局|市民政局|备注
          即办件占比（%）|60|50|40|
          平均跑动次数(行政许可)|0.1|0.2|0.3|
          一、没有这项指标|1|2|3|`,
      },
    ],
    reads: [`${dataset} h1 units-across: 指标编号 数值 = used 3`],
    figures: {
      "instant-share": "–, 市公安局 60, 市外星局 50, 市民政局 40",
      "average-visits": "–, 市公安局 0.1, 市外星局 0.2, 市民政局 0.3",
    },
    notes: ["units-across", "unknown-answer"],
  },
  {
    name: "departments across with numerator and denominator below each",
    sheets: [
      {
        name: "Sheet1",
        merges: ["A1:A2", "B1:C1", "D1:E1"],
        grid: `
          指标编号|市公安局||市民政局|
          |分子|分母|分子|分母
          instant-share|6|10|5|20`,
      },
    ],
    reads: [`${dataset} h2 units-across: 指标编号 分子 分母 = used 1`],
    figures: { "instant-share": "–, 市公安局 6/10, 市民政局 5/20" },
  },
  {
    name: "indicators across by their ids, a day in each row",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          责任单位|统计日期|instant-share|promised-time-compression
          市公安局|2022-09-30|60%%|70
          市公安局|2022-10-20|65%%|
          市民政局|2022-10-20||
          全市|2022-10-20|61%%|71
          合计||126%%|141`,
      },
    ],
    reads: [`${dataset} h1 indicators-across: 责任单位 统计日期 数值 = used 3 + unanswered 1 + total 1`],
    figures: {
      "instant-share": "61, 市公安局 65",
      "promised-time-compression": "71, 市公安局 70",
    },
    notes: ["indicators-across"],
  },
  {
    name: "indicators across, clauses above names",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          填报单位|三(十二)|三(十)
          |即办件占比|承诺时限压缩比
          市公安局|60|70
          市民政局|50|`,
      },
    ],
    reads: [`${dataset} h2 indicators-across: 责任单位 数值 = used 2`],
    figures: { "instant-share": "–, 市公安局 60, 市民政局 50" },
  },
  {
    name: "indicators across with parts, and a cell that is no number",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          责任单位|即办件占比|||承诺时限压缩比||
          |数值|分子|分母|数值|分子|分母
          市公安局|60|6|10|不详|7|10
          |1|1|1|||`,
      },
    ],
    reads: [`${dataset} h2 indicators-across: 责任单位 数值 分子 分母 = used 1 + rejected 1`],
    figures: {
      "instant-share": "–, 市公安局 6/10 (60)",
      "promised-time-compression": "–, 市公安局 7/10",
    },
    cells: ["E3 数值: 不详", "A4 责任单位: "],
  },
  {
    name: "two columns for one unit: the first is read, the other said",
    sheets: [{ name: "Sheet1", grid: "指标编号|市公安局|公安局|市民政局\ninstant-share|60|61|50" }],
    reads: [`${dataset} h1 units-across: 指标编号 数值 = used 1`],
    figures: { "instant-share": "–, 市公安局 60, 市民政局 50" },
    notes: ["heading-twice"],
  },
  {
    name: "one department's own return",
    sheets: [{ name: "Sheet1", grid: "指标编号|指标名称|市公安局\ninstant-share|即办件占比|60" }],
    reads: [`${dataset} h1 units-across: 指标编号 数值 = used 1`],
    figures: { "instant-share": "–, 市公安局 60" },
  },
  {
    name: "one indicator by its id",
    sheets: [{ name: "Sheet1", grid: "责任单位|instant-share\n市公安局|60\n市民政局|50" }],
    reads: [`${dataset} h1 indicators-across: 责任单位 数值 = used 2`],
    figures: { "instant-share": "–, 市公安局 60, 市民政局 50" },
  },
  {
    name: "counts under a heading that is called like one indicator are no answers",
    sheets: [
      { name: "Sheet1", grid: "责任单位|投诉建议|咨询\n市公安局|60|3\n市民政局|50|4" },
      { name: "Sheet2", grid: "统计日期|统计单位|注册总量\n2022-10-20|市公安局|10" },
    ],
    reads: ["– = used 0 + unmatched-sheet 3", "个人用户统计 h1: 统计日期 统计单位 注册总量 = used 1"],
    figures: { "complaints-closed": "–" },
  },
  {
    name: "a long list whose rows name two units is no wide one",
    sheets: [
      {
        name: "Sheet1",
        grid: `
          指标编号|责任单位|牵头单位|数值
          instant-share|市公安局|市政管局|60
          instant-share|市民政局|市政管局|50
          promised-time-compression|市公安局|市政管局|70`,
      },
    ],
    reads: [`${dataset} h1: 指标编号 责任单位 数值 = used 3`],
    figures: { "instant-share": "–, 市公安局 60, 市民政局 50" },
  },
  {
    name: "an answer without a unit is nobody's, not the whole's",
    sheets: [
      { name: "Sheet1", grid: "指标编号|责任单位|数值\ninstant-share||60\ninstant-share|市公安局|50" },
    ],
    reads: [`${dataset} h1: 指标编号 责任单位 数值 = used 1 + rejected 1`],
    figures: { "instant-share": "–, 市公安局 50" },
    cells: ["B2 责任单位: "],
  },
  {
    name: "a row answered twice",
    sheets: [{ name: "Sheet1", grid: "指标编号|市公安局|市民政局\ninstant-share|60|50\n即办件占比|61|" }],
    reads: [`${dataset} h1 units-across: 指标编号 数值 = used 2`],
    figures: { "instant-share": "–, 市公安局 60, 市民政局 50" },
    notes: ["answer-twice"],
  },
];
