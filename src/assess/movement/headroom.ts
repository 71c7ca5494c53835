import Fraction from "fraction.js";
import type { Assessment } from "../../model/assessment.ts";
import type { Headroom } from "../../model/movement.ts";
import type { IndicatorReport, Report } from "../../model/report.ts";
import { jsonNumber } from "../rounding.ts";
import { exactValue } from "./forecast.ts";

/**
 * What is met by less than a margin, the least first. A target at the end of the scale, 100 % or 0, leaves
 * no room above it: what meets it is not listed. 9 of 19 at 45 %: 2.37 points, and 1 row may go wrong.
 */
export function headroomOf({ indicators }: Report, margin: Fraction): Headroom {
  const lines = indicators
    .filter(({ weight }) => weight > 0)
    .flatMap((indicator) => {
      const { id, clause, name, scope, whole, units } = indicator;
      const own = scope === "shared" ? [] : units;
      const all = [
        { found: whole, unit: null, group: null },
        ...own.map((found) => ({ found, unit: found.unit, group: found.group })),
      ];
      return all.flatMap(({ found, unit, group }) => {
        const room = roomOf(indicator, found);
        if (room === null || room.compare(margin) >= 0) return [];
        const line = { indicator: id, clause, name, unit, group };
        return [{ ...line, headroom: jsonNumber(room), spare: spareOf(indicator, found) }];
      });
    });
  return { margin: jsonNumber(margin), lines: lines.toSorted((a, b) => a.headroom - b.headroom) };
}

function roomOf(indicator: IndicatorReport, found: Assessment): Fraction | null {
  const value = exactValue(indicator, found);
  const target = found.threshold ?? found.baseline?.value ?? indicator.baseline?.value ?? null;
  if (found.status !== "met" || value === null || target === null) return null;
  const threshold = new Fraction(target);
  const direction = directionOf(indicator, found);
  if (direction === "up") {
    const full = indicator.measuredIn === "%" && threshold.compare(100) >= 0;
    return full ? null : value.sub(threshold);
  }
  if (direction === "down") return threshold.compare(0) <= 0 ? null : threshold.sub(value);
  return null;
}

function directionOf(indicator: IndicatorReport, { stages }: Assessment): "up" | "down" | null {
  const direction = stages.find(({ current }) => current)?.direction ?? indicator.direction;
  if (["at-least", "more-than", "improve"].includes(direction)) return "up";
  return ["at-most", "less-than", "reduce"].includes(direction) ? "down" : null;
}

/** Of shares: good rows more than the target needs (or bad ones fewer). */
function spareOf(indicator: IndicatorReport, found: Assessment): number | null {
  const { numerator, denominator, threshold } = found;
  if (indicator.measure !== "share" || indicator.measuredIn !== "%") return null;
  if (numerator === null || denominator === null || threshold === null) return null;
  const wanted = new Fraction(threshold).mul(denominator).div(100);
  const up = directionOf(indicator, found) === "up";
  const strict = ["more-than", "less-than"].includes(indicator.direction);
  const edge = up ? wanted.ceil() : wanted.floor();
  const least = strict && edge.equals(wanted) ? edge.add(up ? 1 : -1) : edge;
  const spare = up ? new Fraction(numerator).sub(least) : least.sub(numerator);
  return Number(spare.valueOf());
}
