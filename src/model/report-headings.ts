import { type LedgerColumnId, ledgerHeadings } from "./ledger-columns.ts";

const ofLedgers = [
  "number",
  "unit",
  "rule",
  "key",
  "label",
  "fault",
  "requirement",
] as const satisfies LedgerColumnId[];

/** The first headings of a ledger as CSV, in each language. */
export const csvLedgerHeadings: readonly (readonly string[])[] = [
  ofLedgers.map((id) => ledgerHeadings[id].zh),
  ofLedgers.map((id) => ledgerHeadings[id].en),
];

/** The first headings of a CSV report in each language, by which a later run knows it among its inputs. */
export const csvReportHeadings: readonly (readonly string[])[] = [
  ["指标编号", "条款", "指标", "单位", "分组", "状态", "现状", "计量单位"],
  ["indicator", "clause", "name", "unit", "group", "status", "value", "measured in"],
];
