import type Fraction from "fraction.js";
import type { Assessment, Needed, Status, Why } from "../model/assessment.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import { phraseOf, whyOf } from "../model/phrases.ts";
import type { Indicator, Stage } from "../model/plan.ts";
import { neededFor, type Work } from "./needed.ts";
import { jsonPace, paceOf, type WorkingDaysBetween } from "./pace.ts";
import { displayValue, fixed, jsonNumber, jsonNumberOrNull, trimmed } from "./rounding.ts";
import { currentStage, dueIn } from "./stages.ts";
import { attainmentOf, gapOf, isMet, type Target } from "./target.ts";

/** A value with its parts, or the reason why there is none. */
export type Finding =
  | {
      readonly kind: "value";
      readonly value: Fraction;
      readonly numerator: Fraction | null;
      readonly denominator: Fraction | null;
      readonly rows: number | null;
      readonly source: "rows" | "reported";
    }
  | { readonly kind: "none"; readonly status: "no-data" | "not-applicable"; readonly why: Why };

export interface JudgeOptions {
  readonly asOf: Day;
  readonly language: Language;
  /** A unit's own part of a stage's threshold, for quotas. */
  readonly partOf?: (threshold: Fraction) => Fraction;
  readonly workingDays?: WorkingDaysBetween | undefined;
  /** Of improve and reduce where the plan has none: what an earlier run found, or why that cannot serve. */
  readonly earlier?: Earlier | undefined;
}

/** A value of an earlier run to be held against. */
export type Earlier =
  | { readonly kind: "value"; readonly value: Fraction; readonly date: Day }
  | { readonly kind: "none"; readonly why: Why };

/** The assessment of a value against an indicator's current stage. What is exact is for scoring, unrounded. */
export interface Judgement {
  readonly assessment: Assessment;
  readonly exactValue: Fraction | null;
  readonly exactAttainment: Fraction | null;
  /** Null where nothing was judged. */
  readonly target: Target | null;
  readonly work: Work | null;
}

const unjudged = { exactValue: null, exactAttainment: null, target: null, work: null };

export function judge(indicator: Indicator, finding: Finding, options: JudgeOptions): Judgement {
  const { asOf, language } = options;
  const { index, stage, due } = currentStage(indicator, asOf);
  const target = targetOf(indicator, stage, options);
  const places = placesFor(indicator, finding.kind === "value" ? finding.value : null);
  const shown = target?.threshold ?? null;
  const base: Assessment = {
    status: "no-data",
    met: null,
    value: null,
    numerator: null,
    denominator: null,
    threshold: isRelative(stage) ? null : jsonNumberOrNull(shown),
    gap: null,
    attainment: null,
    needed: null,
    pace: null,
    daysLeft: due === null ? null : due - asOf,
    rows: null,
    stage: indicator.staged ? index + 1 : null,
    reason: null,
    why: null,
    display: { value: "", threshold: shown === null || isRelative(stage) ? "" : trimmed(shown, 6), gap: "" },
    source: null,
    deadline: due === null ? null : formatDay(due),
    stages: stageOutcomes(indicator, finding, index, options),
    contribution: null,
    wholeWithout: null,
    ...baselineUsed(indicator, stage, options),
  };
  const because = (status: Status, why: Why) => ({ ...base, status, why, reason: phraseOf(why, language) });
  if (finding.kind === "none") return { assessment: because(finding.status, finding.why), ...unjudged };

  const { value, numerator, denominator, rows, source } = finding;
  const measured = {
    value: jsonNumber(value),
    numerator: jsonNumberOrNull(numerator),
    denominator: jsonNumberOrNull(denominator),
    rows,
    source,
  };
  if (target === null) {
    const { earlier } = options;
    const unknown = earlier?.kind === "none" ? earlier.why : whyOf("no-baseline");
    const why = isRelative(stage) ? unknown : whyOf("no-threshold");
    const display = { ...base.display, value: fixed(value, places) };
    return { assessment: { ...because("not-scored", why), ...measured, display }, ...unjudged };
  }
  const met = isMet(value, target);
  const gap = gapOf(value, target);
  const exactAttainment = attainmentOf(value, target);
  const work = neededFor(partsOf(indicator, finding), target);
  return {
    assessment: {
      ...base,
      ...measured,
      status: met ? "met" : due !== null && asOf > due ? "overdue" : "open",
      met,
      gap: jsonNumber(gap),
      attainment: jsonNumber(exactAttainment),
      needed: work === null ? null : jsonWork(work),
      pace:
        options.partOf === undefined ? paceFor(indicator, { ...stage, deadline: due }, value, options) : null,
      display: {
        value: displayValue(value, places, target),
        threshold: base.display.threshold,
        gap: gapText(gap, places),
      },
    },
    exactValue: value,
    exactAttainment,
    target,
    work,
  };
}

function isRelative({ direction }: Stage): boolean {
  return direction === "improve" || direction === "reduce";
}

function baselineUsed(
  { baseline }: Indicator,
  stage: Stage,
  { earlier }: JudgeOptions,
): Pick<Assessment, "baseline"> {
  if (!isRelative(stage) || baseline !== null || earlier?.kind !== "value") return {};
  return { baseline: { value: jsonNumber(earlier.value), date: formatDay(earlier.date) } };
}

/** What a stage holds the value against; null when there is nothing to hold it against. */
function targetOf(indicator: Indicator, stage: Stage, { partOf, earlier }: JudgeOptions): Target | null {
  const relative = isRelative(stage);
  const before = earlier?.kind === "value" ? earlier.value : null;
  const given = relative ? (indicator.baseline?.value ?? before) : stage.threshold;
  if (given === null) return null;
  const threshold = relative || partOf === undefined ? given : partOf(given);
  return {
    direction: stage.direction,
    threshold,
    worst: relative ? null : indicator.worst,
    percent: indicator.measuredIn === "%",
  };
}

function partsOf(indicator: Indicator, finding: Extract<Finding, { kind: "value" }>) {
  const { value, numerator, denominator } = finding;
  const scale = indicator.measuredIn === "%" && indicator.measure.kind !== "average" ? 100 : 1;
  return {
    value,
    numerator,
    denominator,
    scale,
    things: indicator.measure.needs === "things",
  };
}

export function jsonWork(work: Work): Needed {
  return {
    fix: jsonNumberOrNull(work.fix),
    new: jsonNumberOrNull(work.new),
    move: jsonNumberOrNull(work.move),
  };
}

/** Two places, three for averages below 1, none for whole numbers of things. */
export function placesFor(indicator: Indicator, value: Fraction | null): number {
  if (indicator.measure.kind === "average" && value !== null && value.abs().compare(1) < 0) return 3;
  const divides =
    indicator.measuredIn === "%" ||
    indicator.measure.kind === "average" ||
    indicator.measure.kind === "ratio";
  return divides || (value !== null && value.d !== 1n) ? 2 : 0;
}

function gapText(gap: Fraction, places: number): string {
  const text = fixed(gap, places);
  // A gap too small to show is still a gap.
  const vanished = gap.compare(0) > 0 && /^[0.]*$/.test(text);
  return vanished ? `< ${places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`}` : text;
}

function stageOutcomes(
  indicator: Indicator,
  finding: Finding,
  current: number,
  options: JudgeOptions,
): Assessment["stages"] {
  if (!indicator.staged) return [];
  return indicator.stages.map((stage, index) => {
    const target = targetOf(indicator, stage, options);
    const met = finding.kind === "value" && target !== null ? isMet(finding.value, target) : null;
    // The current stage of an ongoing duty is in time again in a new year.
    const due = dueIn(stage.deadline, indicator.ongoing && index === current, options.asOf);
    const passed = due !== null && options.asOf > due;
    return {
      index: index + 1,
      deadline: stage.deadline === null ? null : formatDay(stage.deadline),
      threshold: isRelative(stage) ? null : jsonNumberOrNull(target?.threshold ?? null),
      direction: stage.direction,
      current: index === current,
      met,
      missed: passed && met === false,
    };
  });
}

/** Of running totals that the plan gives a start; the history gives the others theirs. */
function paceFor(
  indicator: Indicator,
  stage: Stage,
  value: Fraction,
  options: JudgeOptions,
): Assessment["pace"] {
  const { baseline, measure } = indicator;
  const runs = measure.to === null && (stage.direction === "at-least" || stage.direction === "more-than");
  if (baseline === null || stage.threshold === null || stage.deadline === null || !runs) return null;
  if (stage.threshold.compare(baseline.value) <= 0) return null;
  const { asOf, workingDays } = options;
  const { date: start, value: from } = baseline;
  const { deadline, threshold } = stage;
  const figures = paceOf({ start, baseline: from, deadline, threshold, value, asOf, workingDays });
  return figures === null ? null : jsonPace(figures);
}
