import { renderCsv } from "./csv.ts";
import { renderJson } from "./json.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Renderer } from "./renderer.ts";
import { renderTable } from "./table.ts";
import { renderXlsx } from "./xlsx.ts";

/** What a terminal or a pipe can take. */
export const printers = {
  table: renderTable,
  json: renderJson,
  markdown: renderMarkdown,
  csv: renderCsv,
  // Loaded when asked for: it draws charts.
  html: async (report, options) => (await import("./html/index.ts")).renderHtml(report, options),
} satisfies Record<string, Renderer>;
export type PrintedFormat = keyof typeof printers;

export const renderers = {
  ...printers,
  xlsx: renderXlsx,
  // Loaded when asked for, as its library is.
  docx: async (report, options) => (await import("./word/index.ts")).renderDocx(report, options),
} satisfies Record<string, Renderer>;

export type Format = keyof typeof renderers;

/** The format that a file's ending asks for. */
export const extensions = {
  ".json": "json",
  ".md": "markdown",
  ".csv": "csv",
  ".html": "html",
  ".txt": "table",
  ".xlsx": "xlsx",
  ".docx": "docx",
} as const satisfies Record<string, Format>;

export { diffAsJson, renderDiff } from "./diff-view.ts";
export { explanationAsJson, renderExplanation } from "./explanation-view.ts";
export { type HistoryLine, type HistoryView, historyAsJson, renderHistory } from "./history-view.ts";
export { inspectionAsJson, renderInspection } from "./inspection-view.ts";
export { asJson } from "./json.ts";
export { planAsJson } from "./plan-json.ts";
export { renderPlans } from "./plan-list.ts";
export { renderPlan } from "./plan-view.ts";
export { type GroupBy, groupings, type Renderer, type RenderOptions } from "./renderer.ts";
