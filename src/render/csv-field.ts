import { harmless } from "../model/printable.ts";

export const BYTE_ORDER_MARK = "\ufeff";

// A leading apostrophe makes spreadsheets take a formula for text; numbers are not text.
// Input methods write ＝ for =, and some spreadsheets take it for one.
export function csvField(field: string | number | null): string {
  if (field === null) return "";
  if (typeof field === "number") return String(field);
  const text = harmless(field);
  const safe = /^[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(fields: readonly (string | number | null)[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}
