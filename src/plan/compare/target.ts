import type Fraction from "fraction.js";
import { formatDay } from "../../model/day.ts";
import type { Direction, Indicator, Stage } from "../../model/plan.ts";
import type { Effect } from "../../model/plan-diff.ts";

const signs: Readonly<Record<Direction, string>> = {
  "at-least": "≥",
  "at-most": "≤",
  exactly: "=",
  "more-than": ">",
  "less-than": "<",
  improve: "↑",
  reduce: "↓",
};

/** "≥ 45 %", or with stages "≥ 60 % 2021-11-30; ≥ 80 % 2022-11-30". */
export function targetText(indicator: Indicator): string {
  const { stages, staged, measuredIn } = indicator;
  return stages
    .map(({ direction, threshold, deadline }) => {
      const amount = threshold === null ? "" : ` ${decimal(threshold)} ${measuredIn}`;
      return `${signs[direction]}${amount}${staged && deadline !== null ? ` ${formatDay(deadline)}` : ""}`;
    })
    .join("; ");
}

/** Whether the targets ask for more or for less than before; null where they ask for the same. */
export function effectOfTarget(before: Indicator, after: Indicator): Effect | null {
  if (before.measuredIn !== after.measuredIn) return "changed";
  const last = (stages: readonly Stage[]) => stages.slice(-1);
  const alike = before.stages.length === after.stages.length;
  const [a, b] = alike ? [before.stages, after.stages] : [last(before.stages), last(after.stages)];
  const effects = a.map((stage, index) => effectOfStage(stage, b[index] ?? stage));
  const told = [...new Set(effects.filter((effect) => effect !== null))];
  if (told.length === 0) return alike ? null : "changed";
  return told.length === 1 ? (told[0] ?? null) : "changed";
}

/** Of stages that ask for the same by other dates. */
export function effectOfDates(before: Indicator, after: Indicator): Effect {
  const moves = before.stages.map(
    ({ deadline }, index) => (after.stages[index]?.deadline ?? 0) - (deadline ?? 0),
  );
  if (moves.every((days) => days <= 0)) return "earlier";
  return moves.every((days) => days >= 0) ? "later" : "changed";
}

/** ≥ 40 → ≥ 45 and ≥ 45 → > 45 are stricter; ≤ 0.1 → ≤ 0.03 too. */
function effectOfStage(before: Stage, after: Stage): Effect | null {
  const [a, b] = [before.threshold, after.threshold];
  if (a === null || b === null) return a === b && before.direction === after.direction ? null : "changed";
  const side = sideOf(before.direction);
  if (side === 0 || side !== sideOf(after.direction))
    return before.direction === after.direction && a.equals(b) ? null : "changed";
  const further = b.compare(a) * side;
  if (further !== 0) return further > 0 ? "stricter" : "looser";
  const strictness = Number(isStrict(after.direction)) - Number(isStrict(before.direction));
  return strictness === 0 ? null : strictness > 0 ? "stricter" : "looser";
}

function sideOf(direction: Direction): -1 | 0 | 1 {
  if (direction === "at-least" || direction === "more-than") return 1;
  return direction === "at-most" || direction === "less-than" ? -1 : 0;
}

function isStrict(direction: Direction): boolean {
  return direction === "more-than" || direction === "less-than";
}

export function decimal(value: Fraction): string {
  return String(Number(Number(value.valueOf()).toPrecision(12)));
}
