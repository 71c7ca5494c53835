import type { Assessment, Status } from "../../src/model/assessment.ts";
import { plainPresentation } from "../../src/model/presentation.ts";
import type { IndicatorReport, Report, UnitReport } from "../../src/model/report.ts";

const assessment: Assessment = {
  status: "met",
  met: true,
  value: 50,
  numerator: 1,
  denominator: 2,
  threshold: 45,
  gap: 0,
  attainment: 1,
  needed: null,
  pace: null,
  daysLeft: 0,
  rows: 2,
  stage: null,
  reason: null,
  why: null,
  display: { value: "50%", threshold: "≥ 45%", gap: "—" },
  source: "rows",
  deadline: "2022-10-25",
  stages: [],
  contribution: null,
  wholeWithout: null,
};

/** One indicator: the status of the whole, and of each unit. */
export function indicator(
  id: string,
  whole: Status,
  units: Readonly<Record<string, Status>> = {},
  weight = 1,
): IndicatorReport {
  return {
    id,
    clause: "三(一)",
    name: id,
    measuredIn: "%",
    direction: "at-least",
    threshold: 45,
    scope: "each",
    deadline: "2022-10-25",
    ongoing: true,
    weight,
    dimension: null,
    measure: "share",
    formula: { zh: "甲 ÷ 乙", en: "a ÷ b" },
    datasets: ["事项清单"],
    numerator: null,
    responsible: ["市政府各部门"],
    lead: [],
    remedy: null,
    note: null,
    baseline: null,
    whole: { ...assessment, status: whole },
    units: Object.entries(units).map(([unit, status]) => ({
      ...assessment,
      status,
      unit,
      group: "市政府各部门",
    })),
    shortfalls: [],
    others: [],
  };
}

export function unitScore(unit: string, score: number | null, group = "市政府各部门"): UnitReport {
  return {
    unit,
    group,
    score,
    coverage: 1,
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
  };
}

export function smallReport(changes: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    tool: { name: "evaluate", version: "0.0.0" },
    plan: { id: "p", title: "方案", issuer: null, document: null, issued: "2022-10-18", sha256: "0" },
    asOf: "2022-10-25",
    period: null,
    language: "zh",
    presentation: plainPresentation,
    labels: {},
    synthetic: false,
    inputs: [],
    overall: {
      score: 80,
      coverage: 1,
      provisional: false,
      band: null,
      met: 0,
      open: 0,
      overdue: 0,
      noData: 0,
      efforts: [],
    },
    bands: [],
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
    ...changes,
  };
}
