import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pastRuns } from "../assess/movement/past-run.ts";
import { earlierRuns } from "../assess/movement/terms.ts";
import { trendOf } from "../assess/movement/trend.ts";
import { listSnapshots } from "../history/folder.ts";
import { readHistory } from "../history/store.ts";
import type { Past } from "../model/past.ts";
import type { UnitDirectory } from "../model/unit.ts";
import { loadPlan } from "../plan/load.ts";
import { fail, problem } from "../problem.ts";
import { asJson, type HistoryView, historyAsJson, renderHistory } from "../render/index.ts";
import type { Act } from "./command-spec.ts";
import { type Pruning, prune } from "./history/prune.ts";
import { seriesOf } from "./history/series.ts";
import { OptionReader, tableOrJson } from "./options.ts";
import { sayProblems } from "./print-problems.ts";
import { printing, type Shell } from "./shell.ts";

interface Asked {
  readonly dir: string;
  readonly plan: string | undefined;
  readonly unit: string | undefined;
  readonly indicator: string | undefined;
  readonly format: "table" | "json";
}

/** evaluate history DIR: the trend over stored runs; with --keep or --older-than removes old ones. */
export const history: Act = async (shell, [dir = ""], raw) => {
  const read = new OptionReader(raw);
  const asked: Asked = {
    dir,
    plan: read.text("plan"),
    unit: read.text("unit"),
    indicator: read.text("indicator"),
    format: read.oneOf("format", tableOrJson) ?? "table",
  };
  const pruning = pruningOf(read);
  read.done();
  const found = await stat(resolve(shell.cwd, dir)).catch(() => null);
  if (found === null) return fail("D001", {}, { input: dir });
  if (!found.isDirectory()) return fail("U003", {}, { flag: "DIR", value: dir, expected: "history/" });
  const plans = await plansIn(asked, shell);
  if (pruning !== null) return prune({ ...asked, plans }, pruning, shell);
  const views: HistoryView[] = [];
  for (const plan of plans) {
    const { past, damaged } = await readHistory(resolve(shell.cwd, dir), plan);
    if (damaged.length > 0) await sayProblems(damaged, shell);
    if (past.length > 0) views.push(await viewOf(plan, past, asked, shell));
  }
  await shell.print(
    asked.format === "json" ? asJson(historyAsJson(views)) : renderHistory(views, printing(shell)),
  );
  return 0;
};

async function plansIn({ dir, plan }: Asked, shell: Shell): Promise<string[]> {
  const stored = await listSnapshots(resolve(shell.cwd, dir));
  const known = [...new Set(stored.map((one) => one.plan))];
  if (plan === undefined || known.includes(plan)) return plan === undefined ? known : [plan];
  return fail("U005", {}, { name: plan, known: known.join(", ") || "—" });
}

async function viewOf(plan: string, past: readonly Past[], asked: Asked, shell: Shell): Promise<HistoryView> {
  const directory = await directoryOf(plan, shell);
  const runs = pastRuns(past, directory);
  const now = past.at(-1);
  if (now === undefined) throw new Error("there is no run to show");
  const before = runs.slice(0, -1);
  const earlier = new Map(now.indicators.map((one) => [one.id, earlierRuns(now, one, before)]));
  const trend = trendOf(now, before, (id) => earlier.get(id) ?? []);
  return { plan, title: now.plan.title, trend, ...seriesOf(now, runs, trend.dates, asked, shell.language) };
}

const nobody: UnitDirectory = {
  id: "",
  place: null,
  whole: [],
  prefixes: [],
  suffixes: [],
  groups: [],
  units: [],
};

/** By the plan as it is now, where it can be found, a renamed unit is followed through its old name. */
async function directoryOf(plan: string, { cwd }: Shell): Promise<UnitDirectory> {
  return loadPlan(plan, { cwd }).then(
    ({ directory }) => directory,
    () => nobody,
  );
}

function pruningOf(read: OptionReader): Pruning | null {
  const keep = read.number("keep", "whole", 1);
  const age = read.text("olderThan");
  const days = age === undefined ? undefined : Number(/^(\d{1,5})d?$/.exec(age)?.[1] ?? Number.NaN);
  if (days !== undefined && Number.isNaN(days)) read.refuse("olderThan", "365d");
  const dryRun = read.flag("dryRun");
  if (keep !== undefined && days !== undefined)
    read.add(problem("U017", {}, { flags: "--keep, --older-than" }));
  if (keep !== undefined) return { kind: "keep", count: keep, dryRun };
  if (days !== undefined) return { kind: "older-than", days, dryRun };
  if (dryRun)
    read.add(
      problem("U004", {}, { what: "--keep", example: "evaluate history history/ --keep 52 --dry-run" }),
    );
  return null;
}
