import type { Language } from "./language.ts";

/** The headings of a ledger, in the order of the form that circulates. */
export const ledgerHeadings = {
  number: { zh: "序号", en: "No." },
  unit: { zh: "责任单位", en: "Unit" },
  rule: { zh: "指标", en: "Indicator" },
  key: { zh: "记录编号", en: "Record" },
  label: { zh: "摘要", en: "Summary" },
  fault: { zh: "问题", en: "What is wrong" },
  requirement: { zh: "整改要求", en: "What makes it right" },
  priority: { zh: "优先", en: "Priority" },
  deadline: { zh: "完成时限", en: "Deadline" },
  lateness: { zh: "时限情况", en: "Time left" },
  place: { zh: "来源（文件/工作表/行）", en: "Source (file/sheet/row)" },
  cause: { zh: "原因", en: "Cause" },
  measure: { zh: "整改措施", en: "Measures" },
  person: { zh: "责任人", en: "Person" },
  progress: { zh: "进展", en: "Progress" },
  evidence: { zh: "佐证材料", en: "Evidence" },
  closed: { zh: "销号（日期）", en: "Closed on" },
  /** Only where an earlier ledger was merged, and rows of all states stand together. */
  state: { zh: "状态", en: "State" },
  /** Only where an earlier ledger was merged: what it says against what the data shows. */
  mark: { zh: "核对", en: "Check" },
  /** For the program, which finds the record again by it. */
  id: { zh: "台账标识", en: "Record id" },
} as const satisfies Record<string, Record<Language, string>>;

export type LedgerColumnId = keyof typeof ledgerHeadings;

/** What people write. */
export const filledColumns = ["cause", "measure", "person", "progress", "evidence", "closed"] as const;

export type FilledColumn = (typeof filledColumns)[number];

/** By column; `closed` is yyyy-mm-dd where it can be read as a day. */
export type Filled = Readonly<Partial<Record<FilledColumn, string>>>;

export function isFilledColumn(id: LedgerColumnId): id is FilledColumn {
  return filledColumns.some((one) => one === id);
}

export const progressWords = [
  { zh: "未启动", en: "not started" },
  { zh: "进行中", en: "in progress" },
  { zh: "已完成", en: "done" },
] as const satisfies readonly Record<Language, string>[];

export const stateWords = {
  open: { zh: "待整改", en: "to put right" },
  kept: { zh: "待核实", en: "to be looked at" },
  closed: { zh: "已销号", en: "closed" },
  unmatched: { zh: "未能对应", en: "unmatched" },
} as const satisfies Record<string, Record<Language, string>>;

export type LedgerState = keyof typeof stateWords;
