import Fraction from "fraction.js";
import type { Shortfall } from "../model/effort.ts";
import type { IndicatorEvidence } from "../model/evidence.ts";
import type { Indicator } from "../model/plan.ts";
import type { UnitDirectory } from "../model/unit.ts";
import { scaleOf } from "./findings.ts";
import type { Finding, Judgement } from "./judgement.ts";
import { jsonNumber, jsonNumberOrNull } from "./rounding.ts";
import { isMet, type Target, wantsMore } from "./target.ts";

const ZERO = new Fraction(0);

interface Rate {
  readonly numerator: Fraction;
  readonly denominator: Fraction;
}

/**
 * Who makes the whole miss its target, by how much: at 45 % a unit with 40 of 100 is 5 rows short. The
 * balances of all units add up to the whole's. Empty where the whole meets its target or is no pooled rate.
 */
export function shortfallsOf(
  indicator: Indicator,
  evidence: IndicatorEvidence,
  found: Finding,
  { target }: Pick<Judgement, "target">,
  directory: UnitDirectory,
): Shortfall[] {
  if (found.kind !== "value" || target === null || isMet(found.value, target)) return [];
  if (found.numerator === null || found.denominator === null || !subtracts(indicator)) return [];
  const whole = { numerator: found.numerator, denominator: found.denominator };
  const scale = scaleOf(indicator);
  const lines = linesOf(evidence, found.source, directory, whole).map(({ unit, group, rate }) => {
    const balance = balanceOf(rate, target, scale, found.value);
    return { unit, group, rate, balance, short: balance.compare(0) < 0 ? balance.neg() : ZERO };
  });
  const all = lines.reduce((sum, { short }) => sum.add(short), ZERO);
  if (all.equals(0)) return [];
  return lines
    .toSorted((a, b) => a.balance.compare(b.balance))
    .map(({ unit, group, rate, balance, short }) => {
      const without = withoutIt(whole, rate, scale);
      return {
        unit,
        group,
        numerator: jsonNumber(rate.numerator),
        denominator: jsonNumber(rate.denominator),
        value: jsonNumber(rate.numerator.div(rate.denominator).mul(scale)),
        balance: jsonNumber(balance),
        short: jsonNumber(short),
        share: jsonNumber(short.div(all)),
        wholeWithout: jsonNumberOrNull(without),
        metWithout: without === null ? null : isMet(without, target),
      };
    });
}

/** The whole's value without one unit's rows; null when nothing is left. */
export function withoutIt(whole: Rate, own: Rate, scale: number): Fraction | null {
  const rest = whole.denominator.sub(own.denominator);
  return rest.compare(0) <= 0 ? null : whole.numerator.sub(own.numerator).div(rest).mul(scale);
}

/** Distinct values of two units may be the same ones. */
export function subtracts({ measure }: Indicator): boolean {
  return measure.of?.kind !== "distinct" && measure.to?.kind !== "distinct";
}

/** Negative where a unit is short of what the threshold asks of its denominator. */
function balanceOf({ numerator, denominator }: Rate, target: Target, scale: number, value: Fraction) {
  const over = numerator.sub(target.threshold.div(scale).mul(denominator));
  return wantsMore(target, value) ? over : over.neg();
}

interface Line {
  readonly unit: string | null;
  readonly group: string | null;
  readonly rate: Rate;
}

/** Units that together make up the whole, and what names no unit. What lies below a unit is in its figure. */
function linesOf(
  evidence: IndicatorEvidence,
  source: "rows" | "reported",
  { units }: UnitDirectory,
  whole: Rate,
): Line[] {
  const rates = source === "rows" ? computed(evidence) : reported(evidence);
  const directory = new Map(units.map((unit) => [unit.name, unit]));
  const below = (unit: string): boolean => {
    const parent = directory.get(unit)?.parent ?? null;
    return parent !== null && (rates.has(parent) || below(parent));
  };
  const lines = [...rates].flatMap(([unit, rate]): Line[] =>
    below(unit) ? [] : [{ unit, group: directory.get(unit)?.groups[0] ?? null, rate }],
  );
  const rest = {
    numerator: whole.numerator.sub(sum(lines, "numerator")),
    denominator: whole.denominator.sub(sum(lines, "denominator")),
  };
  // A whole that was reported need not be the sum of its units.
  const named = source === "reported" || rest.denominator.compare(0) <= 0;
  return named ? lines : [...lines, { unit: null, group: null, rate: rest }];
}

function sum(lines: readonly Line[], side: keyof Rate): Fraction {
  return lines.reduce((so, { rate }) => so.add(rate[side]), ZERO);
}

function computed({ units }: IndicatorEvidence): Map<string, Rate> {
  return rated([...units].map(([unit, { of, to }]) => [unit, of.value, to?.value ?? null]));
}

function reported({ reported: { units } }: IndicatorEvidence): Map<string, Rate> {
  return rated([...units].map(([unit, said]) => [unit, said.numerator, said.denominator]));
}

function rated(figures: readonly (readonly [string, Fraction | null, Fraction | null])[]): Map<string, Rate> {
  return new Map(
    figures.flatMap(([unit, numerator, denominator]): [string, Rate][] =>
      numerator === null || denominator === null || denominator.compare(0) <= 0
        ? []
        : [[unit, { numerator, denominator }]],
    ),
  );
}
