import Fraction from "fraction.js";
import type { Status } from "../model/assessment.ts";
import { PooledSum } from "../model/exact.ts";
import type { Band } from "../model/plan.ts";
import type { Step } from "./efforts.ts";

/** One indicator in a score: its weight, and how much of it is reached where that was judged. */
export interface Part {
  readonly weight: Fraction;
  readonly status: Status;
  readonly attainment: Fraction | null;
  /** Tasks weigh in the score but are not counted among the indicators. */
  readonly counted: boolean;
  /** What would raise the attainment. */
  readonly steps: readonly Step[];
}

export interface Score {
  /** 0-100; null when nothing was judged. */
  readonly score: Fraction | null;
  readonly coverage: Fraction | null;
  readonly provisional: boolean;
  readonly met: number;
  readonly open: number;
  readonly overdue: number;
  readonly noData: number;
}

const ENOUGH = new Fraction("0.8");

/**
 * The weighted mean of attainment × 100 over what was judged. Coverage is the weight judged ÷ the weight
 * judged or lacking data: weights 30, 20, 50 with the 20 lacking and 0.9, 0.8 reached score 83.75 at 0.80.
 */
export function scoreOf(parts: readonly Part[]): Score {
  const weights = new PooledSum();
  const amounts = new PooledSum();
  let lacking = new Fraction(0);
  const counts = { met: 0, open: 0, overdue: 0, "no-data": 0 };
  for (const { weight, status, attainment, counted } of parts) {
    if (weight.equals(0)) continue;
    if (status in counts && counted) counts[status as keyof typeof counts] += 1;
    if (status === "no-data" && counted) lacking = lacking.add(weight);
    if (attainment === null) continue;
    weights.add(weight);
    amounts.add(weight.mul(attainment));
  }
  const judged = weights.total;
  const reached = amounts.total;
  const nothing = judged.equals(0);
  const coverage = nothing ? null : judged.div(judged.add(lacking));
  return {
    score: nothing ? null : reached.div(judged).mul(100),
    coverage,
    provisional: coverage !== null && coverage.compare(ENOUGH) < 0,
    met: counts.met,
    open: counts.open,
    overdue: counts.overdue,
    noData: counts["no-data"],
  };
}

/** Ranks on unrounded scores, highest first, ties sharing a rank: 1, 2, 2, 4. Null scores have none. */
export function ranksOf(scores: readonly (Fraction | null)[]): (number | null)[] {
  const ranks = scores.map((): number | null => null);
  const ranked = scores.flatMap((score, at) => (score === null ? [] : [{ score, at }]));
  ranked.sort((a, b) => b.score.compare(a.score));
  let rank = 0;
  for (const [order, { score, at }] of ranked.entries()) {
    if (order === 0 || ranked[order - 1]?.score.compare(score) !== 0) rank = order + 1;
    ranks[at] = rank;
  }
  return ranks;
}

/** The name of the band that a score falls in; `bands` from the highest down. */
export function bandOf(score: Fraction | null, bands: readonly Band[]): string | null {
  if (score === null) return null;
  return bands.find((band) => score.compare(band.from) >= 0)?.name ?? null;
}
