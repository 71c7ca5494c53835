import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseDay } from "../model/day.ts";
import { type Report, reportSchema } from "../model/report.ts";
import { reword } from "../model/reword.ts";
import { fail } from "../problem.ts";
import type { Shell } from "./shell.ts";

/** Longer texts than this do not fit into one string of the machine. */
const LONGEST = 400 * 1024 * 1024;

/** Reads back what `-o report.json` wrote, in the language that is asked for now. */
export async function savedReport(file: string, shell: Pick<Shell, "cwd" | "language">): Promise<Report> {
  const data = await jsonIn(file, resolve(shell.cwd, file));
  const version = isRecord(data) ? data.schemaVersion : undefined;
  if (typeof version === "number" && version !== reportSchema.shape.schemaVersion.value)
    return fail("D021", { file }, { file, version });
  const parsed = reportSchema.safeParse(data);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
    return fail("D020", { file }, { file, path, issues: parsed.error.issues.length });
  }
  const report = parsed.data;
  const { asOf, period, plan, indicators, tasks } = report;
  const wrong = wrongDay({ asOf, period, plan, indicators, tasks, freshness: report.quality.freshness });
  if (wrong !== undefined) return fail("D020", { file }, { file, path: wrong });
  return report.language === shell.language ? report : reword(report, shell.language);
}

async function jsonIn(file: string, path: string): Promise<unknown> {
  const found = await stat(path).catch(() => null);
  if (found === null) return fail("D001", { file }, { input: file });
  if (!found.isFile()) return fail("D009", { file }, { reason: "folder" });
  if (found.size > LONGEST) return fail("D020", { file }, { file, path: "" });
  const text = await readFile(path, "utf8").catch(() => fail("D009", { file }, { reason: "permission" }));
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return fail("D020", { file }, { file, path: "" });
  }
}

const days: readonly string[] = [
  "asOf",
  "issued",
  "start",
  "end",
  "deadline",
  "completedOn",
  "date",
  "latest",
];

/** Where a text stands that should be a day and is none; what carries a reason is words. */
function wrongDay(data: unknown, path = ""): string | undefined {
  if (!isRecord(data)) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (days.includes(key) && typeof value === "string" && parseDay(value) === null) return at;
    const below = key === "why" ? undefined : wrongDay(value, at);
    if (below !== undefined) return below;
  }
  return undefined;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}
