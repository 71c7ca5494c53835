import Fraction from "fraction.js";
import type { Direction, IndicatorFile, Stage } from "../model/plan.ts";
import type { Findings } from "./findings.ts";
import type { Path } from "./yaml-file.ts";

interface Checked {
  readonly owner: string;
  readonly measuredIn: string;
  readonly stages: readonly Stage[];
  readonly findings: Findings;
}

/** `worst` is where attainment is 0: on its wrong side the unmet would count as reached. */
export function checkWorst(worst: Fraction | null, path: Path, { stages, ...context }: Checked): void {
  if (worst === null) return;
  for (const { direction, threshold } of stages) {
    const side = threshold === null ? null : sideOf(direction, threshold, context.measuredIn);
    if (side === null || threshold === null) continue;
    const order = worst.compare(threshold);
    if (side === "below" ? order < 0 : order > 0) continue;
    const with_ = { owner: context.owner, worst: written(worst), side, threshold: written(threshold) };
    context.findings.add("R043", path, with_);
    return;
  }
}

/** Where `worst` has to lie; null where it plays no part. */
function sideOf(direction: Direction, threshold: Fraction, measuredIn: string): "below" | "above" | null {
  if (direction === "at-least" || direction === "more-than") return "below";
  if (direction === "at-most" || direction === "less-than") return "above";
  if (direction !== "exactly") return null;
  if (threshold.equals(0)) return "above";
  return measuredIn === "%" && threshold.equals(100) ? "below" : null;
}

/** A quota splits an amount: by shares that say something, or by a table that adds up to the threshold. */
export function checkQuota(
  quota: NonNullable<IndicatorFile["quota"]>,
  at: Path,
  { owner, measuredIn, stages, findings }: Checked,
): void {
  if (measuredIn === "%") findings.add("R044", [...at.slice(0, -1), "scope"], { owner });
  const kind = quota.shares === undefined ? "table" : "shares";
  const parts = Object.entries(quota[kind] ?? {}).map(([unit, value]) => ({
    unit,
    value: new Fraction(value),
  }));
  const sum = parts.reduce((so, { value }) => so.add(value), new Fraction(0));
  const wrong = parts.find(({ value }) => value.compare(0) < 0) ?? (sum.equals(0) ? parts[0] : undefined);
  if (wrong !== undefined) {
    const { unit, value } = wrong;
    findings.add("R045", [...at, kind, unit], { owner, unit, value: written(value) }, { key: true });
    return;
  }
  const threshold = stages.at(-1)?.threshold ?? null;
  if (kind === "table" && threshold !== null && !sum.equals(threshold)) {
    const with_ = { owner, sum: written(sum), threshold: written(threshold) };
    findings.add("R046", [...at, kind], with_, { key: true });
  }
}

function written(value: Fraction): string {
  return String(value.valueOf());
}
