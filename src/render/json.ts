import type { Report } from "../model/report.ts";

export function renderJson(report: Report): string {
  return asJson(report);
}

export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
