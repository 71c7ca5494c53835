import type { Assessment } from "../../src/model/assessment.ts";
import { plainPresentation } from "../../src/model/presentation.ts";
import type {
  IndicatorReport,
  IndicatorUnit,
  Report,
  TaskReport,
  UnitReport,
} from "../../src/model/report.ts";

export function found(over: Partial<Assessment> = {}): Assessment {
  return {
    status: "met",
    met: true,
    value: 100,
    numerator: 40,
    denominator: 40,
    threshold: 45,
    gap: 0,
    attainment: 1,
    needed: null,
    pace: null,
    daysLeft: 5,
    rows: 40,
    stage: null,
    reason: null,
    why: null,
    display: { value: "100.00", threshold: "45", gap: "0.00" },
    source: "rows",
    deadline: "2022-10-25",
    stages: [],
    contribution: null,
    wholeWithout: null,
    ...over,
  };
}

export function without(status: Assessment["status"], reason: string): Assessment {
  return found({
    status,
    met: null,
    value: null,
    numerator: null,
    denominator: null,
    gap: null,
    attainment: null,
    rows: null,
    source: null,
    reason,
    display: { value: "", threshold: "45", gap: "" },
  });
}

export function at(unit: string, group: string | null, assessment: Assessment): IndicatorUnit {
  return { ...assessment, unit, group };
}

export function indicator(
  over: Partial<IndicatorReport> & Pick<IndicatorReport, "id" | "name">,
): IndicatorReport {
  return {
    clause: "三(十二)",
    measuredIn: "%",
    direction: "at-least",
    threshold: 45,
    scope: "each",
    deadline: "2022-10-25",
    ongoing: true,
    weight: 1,
    dimension: null,
    measure: "share",
    formula: { zh: "即办件 ÷ 行政许可事项", en: "instant items ÷ licensing items" },
    datasets: ["事项清单"],
    numerator: null,
    responsible: ["市政府各部门"],
    lead: [],
    remedy: null,
    note: null,
    baseline: null,
    whole: found(),
    units: [],
    shortfalls: [],
    others: [],
    ...over,
  };
}

export function unit(name: string, group: string | null, over: Partial<UnitReport> = {}): UnitReport {
  return {
    unit: name,
    group,
    score: null,
    coverage: null,
    rank: null,
    ranked: null,
    provisional: false,
    band: null,
    met: 0,
    open: 0,
    overdue: 0,
    noData: 0,
    assumed: false,
    unknown: false,
    parent: null,
    efforts: [],
    ...over,
  };
}

export function task(over: Partial<TaskReport> & Pick<TaskReport, "id" | "name">): TaskReport {
  return {
    of: null,
    clause: "二",
    start: null,
    deadline: "2022-12-31",
    ongoing: false,
    recurrence: null,
    responsible: ["市政府各部门"],
    lead: [],
    note: null,
    units: [],
    ...over,
  };
}

/** A report with nothing in it; stories add what they are about. */
export function emptyReport(over: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    tool: { name: "evaluate", version: "0.1.0" },
    plan: {
      id: "jiayuguan-2022",
      title: "嘉峪关市一体化政务服务能力提升实施方案",
      issuer: "嘉峪关市人民政府办公室",
      document: "嘉政办发〔2022〕100号",
      issued: "2022-10-18",
      sha256: "0".repeat(64),
    },
    asOf: "2022-10-20",
    period: { start: "2022-01-01", end: "2022-12-31" },
    language: "zh",
    presentation: plainPresentation,
    labels: {},
    synthetic: false,
    inputs: [],
    overall: {
      score: null,
      coverage: null,
      provisional: false,
      band: null,
      met: 0,
      open: 0,
      overdue: 0,
      noData: 0,
      efforts: [],
    },
    bands: [
      { from: 90, name: "非常高" },
      { from: 80, name: "高" },
      { from: 70, name: "中" },
      { from: 0, name: "低" },
    ],
    indicators: [],
    tasks: [],
    units: [],
    quality: {
      unknownUnits: [],
      lacks: [],
      rejectedCells: [],
      rejectedCellCount: 0,
      duplicates: [],
      totals: [],
      blanks: [],
      suspicions: [],
      freshness: [],
      reconciliation: [],
      notes: [],
    },
    ...over,
  };
}
