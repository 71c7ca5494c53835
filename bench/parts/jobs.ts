import { createHash } from "node:crypto";
import { casesCsv, workbook, worldOf } from "../generate/data.ts";
import { type Contestant, interleaved } from "../measure/interleave.ts";
import { hasJobs, ours, oursInFull } from "../peers/commands.ts";
import { casesPlan } from "../place.ts";
import { costsTable } from "./costs-table.ts";
import { costOf, faultsOf, LARGE, type Part, ratio, SIZE } from "./part.ts";

const MOST_ROUNDS = 2;

/** Two files of one size, read by one job and by two, and one large CSV file shared by two. */
export const jobs: Part = async ({ sizes, rounds, data, say }) => {
  const rows = Math.min(SIZE, Math.max(...sizes));
  const name = `Two jobs against one: two files of ${rows.toLocaleString("en-US")} rows`;
  if (!hasJobs()) {
    return {
      tables: [{ title: name, head: [], rows: [], notes: ["evaluate has no --jobs."] }],
      targets: [target(null)],
      faults: [],
    };
  }
  say("jobs");
  const books = [await workbook(data, worldOf(rows, 7)), await workbook(data, worldOf(rows, 8))];
  const csvs = [
    await casesCsv(data, worldOf(rows, 7), "utf-8"),
    await casesCsv(data, worldOf(rows, 8), "utf-8"),
  ];
  const kinds: [string, (jobs: string) => string[]][] = [
    ["xlsx", (count) => oursInFull(books, "--jobs", count)],
    ["CSV", (count) => ours(casesPlan, csvs, "--jobs", count)],
  ];
  if (sizes.includes(LARGE)) {
    const large = await casesCsv(data, worldOf(LARGE), "utf-8");
    kinds.push(["one CSV of 1 M rows", (count) => ours(casesPlan, [large], "--jobs", count)]);
  }
  const contestants = kinds.flatMap(([kind, command]): Contestant[] => {
    let first: string | null = null;
    // Both orders of finishing must come to the same bytes.
    const check = (stdout: string): string[] => {
      const hash = createHash("sha256").update(stdout).digest("hex");
      first ??= hash;
      return hash === first ? [] : ["other bytes than with one job"];
    };
    return ["1", "2"].map((count) => ({ name: `${kind}, --jobs ${count}`, command: command(count), check }));
  });
  const costs = await interleaved(contestants, Math.min(rounds, MOST_ROUNDS), say);
  const wall = (kind: string) =>
    ratio(costOf(costs, `${kind}, --jobs 2`)?.wall, costOf(costs, `${kind}, --jobs 1`)?.wall);
  return {
    tables: [costsTable(name, costs, { floor: "xlsx, --jobs 1", us: "xlsx, --jobs 1" }, [])],
    targets: [target(wall("xlsx"), "xlsx"), target(wall("CSV"), "CSV")],
    faults: faultsOf("jobs", costs),
  };
};

function target(measured: number | null, kind = "xlsx") {
  return {
    name: `two files of 250 k rows (${kind}): wall, 2 jobs ÷ 1`,
    limit: 0.65,
    measured,
    unit: "×" as const,
    ...(measured === null ? { missing: "no --jobs yet" } : {}),
  };
}
