import type { Report } from "../model/report.ts";
import { contentOf } from "./content.ts";
import type { RenderOptions } from "./renderer.ts";
import { printBlocks } from "./terminal.ts";

export function renderTable(report: Report, options: RenderOptions): string {
  return printBlocks(contentOf(report, options), options);
}
