import { type Story, table } from "../story.ts";

/** Values and duties that are reported rather than computed, with rows for the whole. */
export const answers: Story = {
  name: "answers",
  asOf: "2022-10-25",
  head: `
period: { start: 2022-01-01, end: 2022-12-31 }
`,
  measures: `
satisfaction: { reported: true }
rectified: { reported: true }
cases: { count: 办件明细 }
seals: { share: 电子印章, that: { 是否备案: 是 } }
`,
  tasks: `
  - { id: opened, clause: "2", name: 开放窗口, deadline: 2022-06-30 }
  - { id: claimed, clause: "3", name: 认领, deadline: 2022-12-31 }
  - { id: bulletin, clause: "4", name: 月报, recurrence: { monthly: [15] }, start: 2022-08-01 }
`,
  tables: {
    指标填报: table(
      "指标编号 责任单位 统计日期:date 数值:decimal2 分子:integer 分母:integer",
      ["satisfaction", "全市", "2022-06-30", "90.00", null, null],
      ["satisfaction", "全市", "2022-09-30", "92.50", null, null],
      ["satisfaction", "全市", "2022-11-30", "99.00", null, null],
      ["rectified", "市公安局", "2022-09-30", null, "18", "20"],
      ["rectified", "公安", "2022-06-30", null, "1", "20"],
      ["rectified", "市教育局", "2022-09-30", null, "9", "10"],
      ["cases", "全市", "2022-09-30", "3.00", null, null],
      ["seals", "市公安局", "2022-09-30", null, "3", "4"],
      ["nonsense", "市公安局", "2022-09-30", "1.00", null, null],
    ),
    任务台账: table(
      "任务编号 责任单位 状态 完成日期:date 完成率 佐证材料",
      ["opened", "市公安局", "已完成", "2022-06-30", "100%", "图\\片'一'"],
      ["opened", "市教育局", "完成", "2022-07-01", null, null],
      ["opened", "市审计局", "进行中", null, "80%", null],
      ["claimed", "市公安局", "已完成", "2022-10-26", null, null],
      ["claimed", "教体局", null, "2022-10-25", "1", null],
      ["bulletin@2022-09-15", "市公安局", "已完成", "2022-09-14", null, null],
      ["bulletin", "市公安局", "已完成", "2022-10-10", null, null],
    ),
    办件明细: table("办件编号 受理部门", ["a", "市公安局"], ["b", "市教育局"]),
  },
  fates: {
    指标填报: { rows: 9, used: 8, "after-as-of": 1 },
    任务台账: { rows: 7, used: 7 },
  },
  expected: {
    satisfaction: { 全域: [null, null] },
    rectified: { 市公安局: [18, 20] },
    cases: { 全域: [2, null] },
    seals: { 市公安局: [3, 4] },
  },
};
