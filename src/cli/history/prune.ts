import { resolve } from "node:path";
import { listSnapshots, removeSnapshots, type SnapshotName } from "../../history/folder.ts";
import { type Day, parseDay } from "../../model/day.ts";
import type { Language } from "../../model/language.ts";
import { asJson } from "../../render/index.ts";
import type { Shell } from "../shell.ts";
import { orProblem } from "./recall.ts";

export type Pruning = { readonly dryRun: boolean } & (
  | { readonly kind: "keep"; readonly count: number }
  | { readonly kind: "older-than"; readonly days: number }
);

interface Asked {
  readonly dir: string;
  readonly plans: readonly string[];
  readonly format: "table" | "json";
}

const words = {
  zh: {
    removed: (count: number) => `已删去 ${count} 个快照：`,
    would: (count: number) => `会删去 ${count} 个快照（--dry-run，没有删）：`,
    nothing: "没有要删的快照。",
  },
  en: {
    removed: (count: number) => `Removed ${count} snapshots:`,
    would: (count: number) => `Would remove ${count} snapshots (--dry-run, nothing was removed):`,
    nothing: "There is nothing to remove.",
  },
} satisfies Record<Language, unknown>;

/** Removes old snapshots, and says which. */
export async function prune({ dir, plans, format }: Asked, pruning: Pruning, shell: Shell): Promise<number> {
  const stored = await listSnapshots(resolve(shell.cwd, dir));
  const old = plans.flatMap((plan) =>
    beyond(
      stored.filter((one) => one.plan === plan),
      pruning,
      Math.floor(shell.now().getTime() / 86_400_000),
    ),
  );
  if (!pruning.dryRun) await orProblem(removeSnapshots(old), dir, shell);
  const names = old.map(({ plan, asOf }) => ({ plan, asOf }));
  await shell.print(
    format === "json" ? asJson({ dryRun: pruning.dryRun, removed: names }) : listed(names, pruning, shell),
  );
  return 0;
}

/** What lies beyond a number of runs, or of days before today; `stored` from the oldest. */
function beyond(stored: readonly SnapshotName[], pruning: Pruning, today: Day): readonly SnapshotName[] {
  if (pruning.kind === "keep") return stored.slice(0, Math.max(0, stored.length - pruning.count));
  return stored.filter(({ asOf }) => (parseDay(asOf) ?? today) < today - pruning.days);
}

function listed(
  names: readonly { readonly plan: string; readonly asOf: string }[],
  { dryRun }: Pruning,
  { language }: Shell,
): string {
  const say = words[language];
  if (names.length === 0) return `${say.nothing}\n`;
  const head = (dryRun ? say.would : say.removed)(names.length);
  return [head, ...names.map(({ plan, asOf }) => `  ${plan} ${asOf}`), ""].join("\n");
}
