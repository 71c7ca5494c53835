import { renderJson } from "./json.ts";
import type { Renderer } from "./renderer.ts";

// Each is loaded when asked for: a short run would spend more time on loading them than on its work.

/** What a terminal or a pipe can take. */
export const printers = {
  table: async (report, options) => (await import("./table.ts")).renderTable(report, options),
  json: renderJson,
  markdown: async (report, options) => (await import("./markdown.ts")).renderMarkdown(report, options),
  csv: async (report, options) => (await import("./csv.ts")).renderCsv(report, options),
  html: async (report, options) => (await import("./html/index.ts")).renderHtml(report, options),
} satisfies Record<string, Renderer>;
export type PrintedFormat = keyof typeof printers;

export const renderers = {
  ...printers,
  xlsx: async (report, options) => (await import("./xlsx.ts")).renderXlsx(report, options),
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
