import type { Assessment } from "../../src/model/assessment.ts";
import type { Effort } from "../../src/model/effort.ts";
import type { Report } from "../../src/model/report.ts";
import { at, emptyReport, found, indicator, task, unit, without } from "./small-report.ts";

const departments = "市政府各部门";
const stationed = "在嘉各单位";
export const unknownName = "市公安居|科";

function effort(over: Partial<Effort> & Pick<Effort, "id" | "gain">): Effort {
  return {
    kind: "indicator",
    status: "open",
    needed: null,
    work: null,
    gainPerWork: null,
    cumulated: over.gain,
    attainment: 0.888888888889,
    weight: 1,
    parts: 1,
    weights: 7,
    recoverable: null,
    ...over,
  };
}

const policeEfforts = [
  effort({
    id: "instant-share",
    gain: 1.5873015873,
    needed: { fix: 5, new: 10, move: null },
    work: 5,
    gainPerWork: 0.31746031746,
    recoverable: true,
  }),
  effort({
    id: "bad-ratings-rectified",
    status: "overdue",
    gain: 0.357142857143,
    cumulated: 1.944444444443,
    needed: { fix: 20, new: null, move: null },
    work: 20,
    gainPerWork: 0.017857142857,
    attainment: 0.975,
    recoverable: false,
  }),
];

const wholeEfforts = [
  effort({
    kind: "task",
    id: "seals-claimed",
    gain: 0.5,
    work: 2,
    gainPerWork: 0.25,
    parts: 4,
    attainment: 0.5,
  }),
  effort({
    id: "instant-share",
    gain: 0.634920634921,
    cumulated: 1.134920634921,
    needed: { fix: 20, new: 37, move: null },
    work: 20,
    gainPerWork: 0.031746031746,
    attainment: 0.955555555556,
    recoverable: true,
  }),
  effort({ id: "online-share", gain: 0.001, cumulated: 1.135920634921, attainment: 0.99993 }),
];

function short(over: Partial<Assessment>): Assessment {
  return found({ status: "open", met: false, ...over });
}

const instant = indicator({
  id: "instant-share",
  name: "即办件占比(行政许可)",
  whole: short({
    value: 43,
    numerator: 430,
    denominator: 1000,
    gap: 2,
    attainment: 0.955555555556,
    needed: { fix: 20, new: 37, move: null },
    display: { value: "43.00", threshold: "45", gap: "2.00" },
  }),
  units: [
    at(
      "市公安局",
      departments,
      short({
        value: 40,
        numerator: 40,
        denominator: 100,
        gap: 5,
        attainment: 0.888888888889,
        needed: { fix: 5, new: 10, move: null },
        display: { value: "40.00", threshold: "45", gap: "5.00" },
      }),
    ),
    at("市教育局", departments, found()),
    at("市民政局", departments, found()),
    at("市统计局", departments, without("not-applicable", "没有行政许可事项")),
    at(
      "市政管局",
      departments,
      short({
        value: 12.5,
        numerator: 1,
        denominator: 8,
        gap: 32.5,
        attainment: 0.277777777778,
        needed: { fix: 3, new: 5, move: null },
        display: { value: "12.50", threshold: "45", gap: "32.50" },
      }),
    ),
    at(unknownName, null, found()),
  ],
  shortfalls: [
    {
      unit: "市公安局",
      group: departments,
      numerator: 40,
      denominator: 100,
      value: 40,
      balance: -5,
      short: 5,
      share: 0.632911392405,
      wholeWithout: 43.3333333333,
      metWithout: false,
    },
    {
      unit: null,
      group: null,
      numerator: 1,
      denominator: 8.666666666667,
      value: 11.5384615385,
      balance: -2.9,
      short: 2.9,
      share: 0.367088607595,
      wholeWithout: null,
      metWithout: null,
    },
  ],
});

const rectified = indicator({
  id: "bad-ratings-rectified",
  clause: "三(二)",
  name: "差评整改率",
  threshold: 100,
  datasets: ["好差评"],
  whole: short({
    status: "overdue",
    value: 99.8,
    numerator: 9980,
    denominator: 10000,
    threshold: 100,
    gap: 0.2,
    attainment: 0.998,
    needed: { fix: 20, new: null, move: null },
    daysLeft: -5,
    deadline: "2022-10-15",
    display: { value: "99.80", threshold: "100", gap: "0.20" },
  }),
  units: [
    at(
      "市公安局",
      departments,
      short({
        status: "overdue",
        value: 97.5,
        threshold: 100,
        gap: 2.5,
        attainment: 0.975,
        needed: { fix: 20, new: null, move: null },
        daysLeft: -5,
        deadline: "2022-10-15",
        display: { value: "97.50", threshold: "100", gap: "2.50" },
      }),
    ),
    at("市教育局", departments, found({ threshold: 100 })),
    at("市民政局", departments, found({ threshold: 100 })),
  ],
});

const registered = indicator({
  id: "registered-users",
  clause: "三(五)",
  name: "个人用户注册总量",
  measuredIn: "人",
  measure: "latest",
  datasets: ["个人用户统计"],
  threshold: 252000,
  scope: "shared",
  lead: ["市政管局"],
  whole: short({
    value: 236500,
    numerator: 236500,
    denominator: null,
    threshold: 252000,
    gap: 15500,
    attainment: 0.938492063492,
    needed: { fix: null, new: null, move: 15500 },
    pace: {
      elapsed: 0.98,
      expected: 250000,
      spi: 0.72,
      state: "at-risk",
      requiredPerDay: 3100,
      requiredPerWorkingDay: null,
      daysLeft: 5,
      projected: "2022-12-01",
    },
    display: { value: "236500", threshold: "252000", gap: "15500" },
  }),
  units: ["市公安局", "市教育局", "市政管局"].map((name) =>
    at(
      name,
      departments,
      short({
        value: 236500,
        threshold: 252000,
        gap: 15500,
        attainment: 0.938492063492,
        needed: { fix: null, new: null, move: 15500 },
        contribution: 1200,
        display: { value: "236500", threshold: "252000", gap: "15500" },
      }),
    ),
  ),
});

const visits = indicator({
  id: "visits",
  clause: "三(十一)",
  name: "平均到现场办事次数(行政许可)",
  measuredIn: "次",
  direction: "at-most",
  measure: "average",
  threshold: 0.03,
  whole: short({
    value: 0.0351,
    numerator: 35.1,
    denominator: 1000,
    threshold: 0.03,
    gap: 0.0051,
    attainment: 0.854700854701,
    needed: { fix: null, new: null, move: 5.1 },
    display: { value: "0.035", threshold: "0.03", gap: "0.005" },
  }),
});

const online = indicator({
  id: "online-share",
  clause: "八",
  name: "网办发生率",
  threshold: null,
  deadline: null,
  datasets: ["办件明细"],
  whole: short({
    value: 78,
    numerator: 78,
    denominator: 100,
    threshold: 85,
    gap: 7,
    attainment: 0.917647058824,
    needed: { fix: 7, new: 47, move: null },
    stage: 2,
    deadline: "2022-12-31",
    daysLeft: 72,
    display: { value: "78.00", threshold: "85", gap: "7.00" },
    stages: [
      {
        index: 1,
        deadline: "2021-12-31",
        threshold: 70,
        direction: "at-least",
        current: false,
        met: false,
        missed: true,
      },
      {
        index: 2,
        deadline: "2022-12-31",
        threshold: 85,
        direction: "at-least",
        current: true,
        met: false,
        missed: false,
      },
    ],
  }),
});

const late = indicator({
  id: "late-complaints",
  clause: "三(三)4",
  name: "超期投诉",
  measuredIn: "件",
  direction: "at-most",
  threshold: 0,
  measure: "count",
  weight: 0,
  datasets: ["投诉建议"],
  whole: short({
    value: 3,
    numerator: 3,
    denominator: null,
    threshold: 0,
    gap: 3,
    attainment: 0,
    needed: { fix: null, new: null, move: 3 },
    display: { value: "3", threshold: "0", gap: "3" },
  }),
});

const forms = indicator({
  id: "forms",
  clause: "三(二十六)",
  name: "空表样表提供率",
  direction: "improve",
  threshold: null,
  baseline: { value: 80, date: "2021-12-31" },
  whole: found({ value: 84.25, threshold: null, display: { value: "84.25", threshold: "", gap: "" } }),
});

const reviews = indicator({
  id: "active-rating",
  clause: "三(一)",
  name: "主动评价率",
  threshold: 100,
  whole: without("no-data", "缺少“好差评”的列：评价环节"),
});

const waived = indicator({
  id: "seals",
  clause: "三(二十二)",
  name: "电子印章备案率",
  threshold: 98,
  whole: without("waived", "嘉政办函〔2022〕8号，至 2023-06-30"),
});

const qualitative = indicator({
  id: "difficulties",
  clause: "三(十七)",
  name: "困难清单",
  weight: 0,
  threshold: null,
  whole: { ...without("not-scored", "只列清单"), threshold: null },
});

/** Every status, a shared indicator, a tie, a provisional and an unknown unit, and hostile names. */
export function cityReport(over: Partial<Report> = {}): Report {
  return emptyReport({
    synthetic: true,
    overall: {
      score: 93.2149,
      coverage: 0.888888888889,
      provisional: false,
      band: "非常高",
      met: 1,
      open: 4,
      overdue: 1,
      noData: 1,
      efforts: wholeEfforts,
    },
    inputs: [
      {
        file: "exports/事项清单_20221020.xlsx",
        sha256: "1".repeat(64),
        format: "xlsx",
        sheets: [
          sheet("行政许可", "事项清单", 1012, 1000, { total: 1, duplicate: 9, note: 1 }, 1),
          { ...sheet("说明", null, 4, 0, {}, 0), hidden: true },
        ],
      },
      {
        file: "exports/好差评.csv",
        sha256: "2".repeat(64),
        format: "csv",
        sheets: [
          {
            ...sheet("好差评", "好差评", 10250, 10000, { "outside-period": 200, "after-as-of": 50 }, 0),
            missing: ["评价环节"],
          },
        ],
      },
      {
        file: "exports/任务台账.xlsx",
        sha256: "3".repeat(64),
        format: "xlsx",
        sheets: [sheet("任务台账", "任务台账", 12, 12, {}, 0)],
      },
    ],
    indicators: [reviews, rectified, late, registered, online, visits, instant, qualitative, waived, forms],
    tasks: [
      task({
        id: "seals-claimed",
        name: "电子印章全部申领",
        units: [
          taskUnit("市公安局", "overdue"),
          taskUnit("市教育局", "met", true),
          taskUnit("市民政局", "open"),
          taskUnit("市政管局", "no-data"),
        ],
      }),
      task({
        id: "promotion",
        clause: "四(四)",
        name: "常态化宣传推广“甘快办”应用",
        deadline: null,
        ongoing: true,
        recurrence: "每季度一次",
        units: [taskUnit("市政管局", "met")],
      }),
    ],
    units: [
      scored("市教育局", departments, 98.5, 1),
      scored("市民政局", departments, 91.005, 2),
      {
        ...scored("市公安局", departments, 91.005, 2),
        ranked: 4,
        open: 1,
        overdue: 1,
        efforts: policeEfforts,
      },
      { ...scored("市政管局", departments, 63.333333, 4), band: "低", open: 2 },
      {
        ...scored("市应急管理局", departments, 88, 1),
        rank: null,
        provisional: true,
        coverage: 0.7996,
        noData: 2,
        assumed: true,
      },
      unit("市统计局", departments),
      unit("市档案馆", departments, { assumed: true }),
      { ...scored("嘉峪关海关", stationed, 100, 1) },
      { ...scored(unknownName, null, 100, 1), rank: null, unknown: true },
    ],
    quality: {
      lacks: [],
      unknownUnits: [
        {
          name: unknownName,
          rows: 12,
          nearest: ["市公安局"],
          datasets: ["事项清单"],
          yaml: "- { name: 市公安局, aliases: [市公安据] }",
        },
      ],
      rejectedCells: [
        rejected("C12", "法定办结时限", "\u001b[31m二十\u001b[0m", "不是数字"),
        rejected("D40", "办件类型", '=HYPERLINK("http://x","y")', "不在代码表内"),
      ],
      rejectedCellCount: 207,
      duplicates: [
        {
          dataset: "事项清单",
          rows: 9,
          conflicts: 1,
          examples: [
            {
              key: "11620200MB1234567X4620200001000",
              first: place("A7"),
              again: place("A990"),
              conflict: true,
            },
          ],
        },
      ],
      totals: [
        {
          ...place("F1013"),
          dataset: "事项清单",
          label: "合计",
          field: "法定办结时限",
          stated: 12500,
          computed: 12480,
          agrees: false,
        },
        {
          ...place("G1013"),
          dataset: "事项清单",
          label: "合计",
          field: "承诺办结时限",
          stated: 10,
          computed: 10,
          agrees: true,
        },
      ],
      blanks: [{ dataset: "事项清单", field: "是否编目", rows: 1203 }],
      suspicions: [
        {
          code: "more-than-limit",
          dataset: "事项清单",
          count: 1204,
          text: "“承诺办结时限”大于“法定办结时限”",
          why: { code: "more-than-limit", with: { field: "承诺办结时限", limit: "法定办结时限" } },
          cells: ["D9", "D17", "D30", "D41"].map((cell) => ({ ...place(cell), value: "20 > 15" })),
        },
        {
          code: "not-listed",
          dataset: "好差评",
          count: 3,
          text: "“办件编号”不在“办件明细”采用的行中",
          why: { code: "not-listed", with: { field: "办件编号", list: "办件明细" } },
          cells: [],
        },
      ],
      freshness: [
        { dataset: "好差评", field: "评价时间", latest: "2022-10-24", daysBehind: 1 },
        { dataset: "投诉建议", field: "受理时间", latest: "2022-10-25", daysBehind: 0 },
      ],
      reconciliation: [
        {
          indicator: "instant-share",
          clause: "三(十二)",
          unit: null,
          computed: 43,
          reported: 46,
          difference: 3,
          agrees: false,
          at: "填报.xlsx › 指标填报 › A2",
        },
      ],
      notes: [
        {
          code: "absent-column",
          text: "“好差评”没有“是否误评”列，按“否”处理",
          why: { code: "absent-column", with: {} },
        },
      ],
    },
    ...over,
  });
}

function sheet(
  name: string,
  dataset: string | null,
  rows: number,
  used: number,
  excluded: Record<string, number>,
  rejected: number,
): Report["inputs"][number]["sheets"][number] {
  return {
    name,
    dataset,
    headerRow: dataset === null ? null : 2,
    rows,
    used,
    excluded,
    rejected,
    hidden: false,
    matched: [],
    unmatched: [],
    missing: [],
  };
}

function scored(name: string, group: string | null, score: number, rank: number) {
  return unit(name, group, { score, rank, coverage: 1, band: "非常高", met: 3 });
}

function taskUnit(name: string, status: "met" | "open" | "overdue" | "no-data", late = false) {
  return {
    unit: name,
    status,
    done: status === "no-data" ? null : status === "met",
    completedOn: status === "met" ? "2022-10-01" : null,
    late,
    rate: null,
    attainment: status === "met" ? 1 : 0,
    daysLeft: 72,
    evidence: null,
  };
}

function place(cell: string) {
  return { file: "exports/事项清单_20221020.xlsx", sheet: "行政许可", cell, row: 12 };
}

function rejected(cell: string, field: string, value: string, reason: string) {
  return { ...place(cell), field, value, reason, why: { code: "rejected", with: {} } };
}
