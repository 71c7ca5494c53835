import type { Assessment } from "../model/assessment.ts";
import type { IndicatorReport } from "../model/report.ts";
import { directionInForce, grouped } from "./figures.ts";

/** What a working needs to know of a rule beyond its report. */
export interface Rule {
  readonly report: IndicatorReport;
  readonly worst: number | null;
}

/** A number as it stands in a working: at most six decimals, thousands apart. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toFixed(6));
  // What six decimals would turn into 0 keeps its first digits.
  return grouped(String(rounded === 0 && value !== 0 ? Number(value.toPrecision(3)) : rounded));
}

/** "43 ÷ 45 = 0.955556"; null where an unmet value earns nothing in part, or there is nothing to earn. */
export function attainmentWorking(rule: Rule, found: Assessment): string | null {
  const { value, attainment } = found;
  const target = targetOf(rule, found);
  if (found.met !== false || value === null || target === null || attainment === null) return null;
  const { threshold, more, worst } = target;
  const [x, t] = [plainNumber(value), plainNumber(threshold)];
  const direction = directionInForce(rule.report, found);
  if (direction === "exactly" && threshold !== 0 && !(rule.report.measuredIn === "%" && threshold === 100))
    return null;
  const result = `= ${plainNumber(attainment)}`;
  if (worst !== null) {
    if (worst === threshold) return null;
    const w = plainNumber(worst);
    const share = more ? `(${x} − ${w}) ÷ (${t} − ${w})` : `(${w} − ${x}) ÷ (${w} − ${t})`;
    const raw = (value - worst) / (threshold - worst);
    return raw < 0 || raw > 1 ? `${share} → ${plainNumber(attainment)}` : `${share} ${result}`;
  }
  if (threshold <= 0) return null;
  if (more) return value < 0 ? null : `${x} ÷ ${t} ${result}`;
  return `${t} ÷ ${x} ${result}`;
}

export interface NeededWorking {
  readonly fix: string | null;
  readonly new: string | null;
  readonly move: string | null;
}

/** "⌈45% × 1,000⌉ − 430 = 20" and its like; null when there is nothing to do. */
export function neededWorking(rule: Rule, found: Assessment): NeededWorking | null {
  const { needed, value, numerator, denominator } = found;
  const target = targetOf(rule, found);
  if (needed === null || target === null || value === null) return null;
  const { threshold, more, strict } = target;
  const nothing = { fix: null, new: null, move: null };
  if (denominator === null || numerator === null) {
    const difference = differenceOf(plainNumber(threshold), plainNumber(value), more);
    return {
      ...nothing,
      move: needed.move === null ? null : equals(beyond(difference, strict), needed.move),
    };
  }
  const percent = rule.report.measuredIn === "%" && rule.report.measure !== "average";
  const wanted = `${plainNumber(threshold)}${percent ? "%" : ""} × ${plainNumber(denominator)}`;
  const have = plainNumber(numerator);
  if (needed.move !== null)
    return { ...nothing, move: equals(beyond(differenceOf(wanted, have, more), strict), needed.move) };
  if (needed.fix === null) return nothing;
  if (!more) {
    const allowed = strict ? `(⌈${wanted}⌉ − 1)` : `⌊${wanted}⌋`;
    return { ...nothing, fix: equals(`${have} − ${allowed}`, needed.fix) };
  }
  const whole = Number.isInteger(numerator);
  const short = strict
    ? `⌊${wanted} − ${have}⌋ + 1`
    : whole
      ? `⌈${wanted}⌉ − ${have}`
      : `⌈${wanted} − ${have}⌉`;
  return {
    ...nothing,
    fix: equals(short, needed.fix),
    new:
      needed.new === null
        ? null
        : equals(newRows(threshold, percent, numerator, denominator, strict), needed.new),
  };
}

/** Each perfect new row also adds to the rows: ⌈(450 − 430) ÷ (1 − 0.45)⌉. */
function newRows(threshold: number, percent: boolean, have: number, of: number, strict: boolean): string {
  const share = Number((threshold / (percent ? 100 : 1)).toPrecision(12));
  const missing = `${plainNumber(share * of)} − ${plainNumber(have)}`;
  const rows = `(${missing}) ÷ (1 − ${plainNumber(share)})`;
  return strict ? `⌊${rows}⌋ + 1` : `⌈${rows}⌉`;
}

function differenceOf(wanted: string, have: string, more: boolean): string {
  return more ? `${wanted} − ${have}` : `${have} − ${wanted}`;
}

/** A strict target must be passed, not only reached. */
function beyond(amount: string, strict: boolean): string {
  return strict ? `⌊${amount}⌋ + 1` : amount;
}

function equals(working: string, result: number): string {
  return `${working} = ${plainNumber(result)}`;
}

interface TargetInForce {
  readonly threshold: number;
  readonly more: boolean;
  readonly strict: boolean;
  readonly worst: number | null;
}

function targetOf({ report, worst }: Rule, found: Assessment): TargetInForce | null {
  const direction = directionInForce(report, found);
  const relative = direction === "improve" || direction === "reduce";
  const threshold = relative ? (report.baseline?.value ?? null) : found.threshold;
  if (threshold === null || found.value === null) return null;
  const rises = direction === "at-least" || direction === "more-than" || direction === "improve";
  return {
    threshold,
    more: direction === "exactly" ? found.value < threshold : rises,
    strict: relative || direction === "more-than" || direction === "less-than",
    worst: relative ? null : worst,
  };
}
