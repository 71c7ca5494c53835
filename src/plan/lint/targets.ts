import type Fraction from "fraction.js";
import { formatDay } from "../../model/day.ts";
import type { Direction, Indicator, Stage } from "../../model/plan.ts";
import type { Path } from "../yaml-file.ts";
import type { Say } from "./rule.ts";
import type { IndicatorAt, Subjects } from "./subject.ts";

type PlanSubject = Subjects["plan"];

interface Target {
  readonly one: IndicatorAt;
  readonly stage: Stage;
  readonly index: number;
  readonly threshold: Fraction;
  readonly direction: Direction;
  readonly path: Path;
}

function targetsOf({ indicators }: PlanSubject): Target[] {
  return indicators.flatMap((one) =>
    one.indicator.stages.flatMap((stage, index) => {
      const { threshold, direction } = stage;
      if (threshold === null) return [];
      const path = one.indicator.staged
        ? [...one.at, "stages", index, "threshold"]
        : [...one.at, "threshold"];
      return [{ one, stage, index, threshold, direction, path }];
    }),
  );
}

export const text = (value: Fraction): string => String(value.valueOf());
const lower = (direction: Direction) => direction === "at-least" || direction === "more-than";
const upper = (direction: Direction) => direction === "at-most" || direction === "less-than";

/** What values can be: a share never leaves 0–100 %, a number of things is never negative. */
function rangeOf({ measure, measuredIn }: Indicator): { least: number | null; most: number | null } {
  if (measure.kind === "share") return { least: 0, most: measuredIn === "%" ? 100 : 1 };
  return { least: measure.kind === "count" || measure.kind === "distinct" ? 0 : null, most: null };
}

export function outOfRange(subject: PlanSubject, say: Say): void {
  for (const { one, threshold, path } of targetsOf(subject)) {
    const { least, most } = rangeOf(one.indicator);
    if ((least === null || threshold.compare(least) >= 0) && (most === null || threshold.compare(most) <= 0))
      continue;
    say(path, {
      owner: one.owner,
      threshold: text(threshold),
      range: most === null ? "≥ 0" : `${least}–${most}`,
    });
  }
}

export function zeroWithoutWorst(subject: PlanSubject, say: Say): void {
  for (const { one, threshold, direction, path } of targetsOf(subject)) {
    const zero = threshold.equals(0) && (upper(direction) || direction === "exactly");
    if (zero && one.indicator.worst === null && one.indicator.weight.compare(0) > 0)
      say(path, { owner: one.owner });
  }
}

export function exactlyFull(subject: PlanSubject, say: Say): void {
  for (const { one, threshold, direction, path } of targetsOf(subject))
    if (direction === "exactly" && one.indicator.measuredIn === "%" && threshold.equals(100))
      say(path, { owner: one.owner });
}

// What is bad ends a name so; 差评整改率 is about putting it right.
const BAD = /(?:未[^率]*|不[^率]*|超期|逾期|差评|投诉|退件|错误|失败|空置|闲置)率$/;
const LEAST = /不低于|不少于|达到|以上/;
const MOST = /不高于|不超过|以内|以下|压减至/;

export function againstName(subject: PlanSubject, say: Say): void {
  for (const { one, threshold, direction, path } of targetsOf(subject)) {
    const { name, measuredIn } = one.indicator;
    const bare = name.replace(/[（(][^（()）]*[）)]$/, "");
    const word = lower(direction)
      ? (BAD.exec(bare)?.[0] ?? MOST.exec(name)?.[0])
      : upper(direction)
        ? (LEAST.exec(name)?.[0] ?? goodRate(bare, measuredIn, threshold))
        : undefined;
    if (word !== undefined) say(path, { owner: one.owner, word, direction, threshold: text(threshold) });
  }
}

/** A rate that is to stay below 95 % is one that was meant to reach it. */
function goodRate(name: string, measuredIn: string, threshold: Fraction): string | undefined {
  if (measuredIn !== "%" || threshold.compare(50) < 0 || BAD.test(name)) return undefined;
  return /(?:率|占比|度|比例)$/.exec(name)?.[0];
}

export function alwaysMet(subject: PlanSubject, say: Say): void {
  for (const { one, threshold, direction, path } of targetsOf(subject)) {
    const { least, most } = rangeOf(one.indicator);
    const low = least !== null && direction === "at-least" && threshold.equals(least);
    const high = most !== null && direction === "at-most" && threshold.equals(most);
    if (low || high) say(path, { owner: one.owner, direction, threshold: text(threshold) });
  }
}

export function neverMet(subject: PlanSubject, say: Say): void {
  for (const { one, threshold, direction, path } of targetsOf(subject)) {
    const { least, most } = rangeOf(one.indicator);
    const low = least !== null && direction === "less-than" && threshold.equals(least);
    const high = most !== null && direction === "more-than" && threshold.equals(most);
    if (low || high) say(path, { owner: one.owner, direction, threshold: text(threshold) });
  }
}

export function stagesBackwards(subject: PlanSubject, say: Say): void {
  for (const { one, stage, index, threshold, direction, path } of targetsOf(subject)) {
    const before = one.indicator.stages[index - 1];
    if (before === undefined || before.threshold === null || stage.more !== null) continue;
    const order = threshold.compare(before.threshold);
    const looser =
      (lower(direction) && lower(before.direction) && order < 0) ||
      (upper(direction) && upper(before.direction) && order > 0);
    if (looser) say(path, { owner: one.owner, threshold: text(threshold), before: text(before.threshold) });
  }
}

export function fractionForPercent(subject: PlanSubject, say: Say): void {
  for (const { one, threshold, path } of targetsOf(subject)) {
    if (one.indicator.measuredIn !== "%" || threshold.compare(0) <= 0 || threshold.compare(1) >= 0) continue;
    say(path, { owner: one.owner, threshold: text(threshold), meant: text(threshold.mul(100)) });
  }
}

export function noBaseline({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators) {
    const { direction, baseline, weight } = indicator;
    if ((direction === "improve" || direction === "reduce") && baseline === null && weight.compare(0) > 0)
      say([...at, "id"], { owner, direction });
  }
}

export function baselineUnused({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators) {
    const used = ["improve", "reduce"].includes(indicator.direction);
    if (indicator.baseline !== null && !used && indicator.measure.kind !== "latest")
      say([...at, "baseline"], { owner }, "key");
  }
}

export function worstUnused({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, raw, at, owner } of indicators) {
    if (raw.worst === undefined) continue;
    const { direction, weight, stages, measuredIn } = indicator;
    const counts = stages.some(
      ({ direction: own, threshold }) =>
        threshold !== null &&
        (lower(own) ||
          upper(own) ||
          (own === "exactly" && (threshold.equals(0) || (threshold.equals(100) && measuredIn === "%")))),
    );
    if (!counts || weight.equals(0)) say([...at, "worst"], { owner, direction, weight: text(weight) }, "key");
  }
}

export function deadlineBeforeIssue(subject: PlanSubject, say: Say): void {
  const { issued } = subject.plan;
  for (const { owner, deadline, path } of deadlinesOf(subject))
    if (deadline < issued) say(path, { owner, deadline: formatDay(deadline), issued: formatDay(issued) });
}

export function deadlineOutsidePeriod(subject: PlanSubject, say: Say): void {
  const { period } = subject.plan;
  if (period === null) return;
  const { start, end, yearly } = period;
  for (const { owner, deadline, path } of deadlinesOf(subject))
    if (deadline < start || (deadline > end && !yearly))
      say(path, { owner, deadline: formatDay(deadline), start: formatDay(start), end: formatDay(end) });
}

/** Each deadline where it is written: the default one once. */
function deadlinesOf({ plan, file, indicators, tasks }: PlanSubject) {
  const all = indicators.flatMap(({ indicator, raw, at, owner }) =>
    indicator.stages.flatMap(({ deadline }, index) => {
      if (deadline === null || (!indicator.staged && raw.deadline === undefined)) return [];
      const path = indicator.staged ? [...at, "stages", index, "deadline"] : [...at, "deadline"];
      return [{ owner, deadline, path }];
    }),
  );
  const ofTasks = tasks.flatMap(({ task, at, owner }) =>
    task.deadline === null ? [] : [{ owner, deadline: task.deadline, path: [...at, "deadline"] }],
  );
  const byDefault = indicators.find(({ indicator, raw }) => !indicator.staged && raw.deadline === undefined);
  const shared = byDefault?.indicator.deadline ?? null;
  const common =
    shared === null || file.defaults.deadline === undefined
      ? []
      : [{ owner: plan.id, deadline: shared, path: ["defaults", "deadline"] }];
  return [...common, ...all, ...ofTasks];
}

export function ongoingWithoutDeadline({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, raw, at, owner } of indicators)
    if (raw.ongoing === true && indicator.deadline === null) say([...at, "ongoing"], { owner }, "key");
}

export function issuedAfterPeriod({ plan: { period, issued } }: PlanSubject, say: Say): void {
  if (period !== null && !period.yearly && issued > period.end)
    say(["issued"], { issued: formatDay(issued), end: formatDay(period.end) });
}
