import { open, stat } from "node:fs/promises";
import { csvReportHeadings } from "../model/report-headings.ts";

const HEAD = 1024;
const beginnings = csvReportHeadings.map((headings) => Buffer.from(`\uFEFF${headings.join(",")}`));

/** A report that an earlier run wrote with -o report.csv: it begins with the report's own headings. */
export function isOwnReport(head: Buffer): boolean {
  return beginnings.some((beginning) => head.subarray(0, beginning.length).equals(beginning));
}

export async function isOwnReportFile(path: string): Promise<boolean> {
  if (!/\.csv$/i.test(path)) return false;
  // A pipe would wait for its writer, and could not be read again.
  const found = await stat(path).catch(() => null);
  const file = found?.isFile() === true ? await open(path).catch(() => null) : null;
  if (file === null) return false;
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    return isOwnReport(head.subarray(0, bytesRead));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
