import type Fraction from "fraction.js";
import type { Why } from "../model/assessment.ts";
import type { IndicatorEvidence, ReportedFigure } from "../model/evidence.ts";
import { whyOf } from "../model/phrases.ts";
import type { Indicator } from "../model/plan.ts";
import type { Quality } from "../model/report.ts";
import { reportedFinding, unitFinding } from "./findings.ts";
import { type Finding, placesFor } from "./judgement.ts";
import { fixed, jsonNumber } from "./rounding.ts";

type Entry = Quality["reconciliation"][number];

export interface Reconciled {
  readonly reconciliation: Entry[];
  /** Of entries that differ as shown, and of reported values that are not their own parts' ratio. */
  readonly notes: Why[];
}

/** 对账: each reported value beside the computed one. */
export function reconcile(indicator: Indicator, evidence: IndicatorEvidence, whole: Finding): Reconciled {
  const { reported } = evidence;
  const units = [...reported.units].map(
    ([unit, figure]) => [unit, unitFinding(indicator, evidence, unit), figure] as const,
  );
  const pairs = [[null, whole, reported.whole] as const, ...units];
  const compared = pairs.flatMap(([unit, computed, figure]) => compare(indicator, unit, computed, figure));
  return {
    reconciliation: compared.map(({ entry }) => entry),
    notes: [
      ...compared.flatMap(({ note }) => note ?? []),
      ...units.flatMap(([unit, , figure]) => partsDiffer(indicator, unit, figure)),
    ],
  };
}

function compare(
  indicator: Indicator,
  unit: string | null,
  computed: Finding,
  figure: ReportedFigure | null,
): { entry: Entry; note: Why | null }[] {
  if (figure === null || computed.kind !== "value" || computed.source !== "rows") return [];
  const given = reportedFinding(indicator, figure);
  if (given?.kind !== "value") return [];
  const { id, clause } = indicator;
  const shown = shownAlike(indicator, computed.value, given.value);
  const entry = {
    indicator: id,
    clause,
    unit,
    computed: jsonNumber(computed.value),
    reported: jsonNumber(given.value),
    difference: jsonNumber(given.value.sub(computed.value)),
    agrees: shown.agree,
    at: figure.at,
  };
  const params = { clause, unit: unit ?? "全域", computed: shown.computed, reported: shown.reported };
  return [{ entry, note: shown.agree ? null : whyOf("reported-differs", params) }];
}

function partsDiffer(indicator: Indicator, unit: string, figure: ReportedFigure): Why[] {
  const parts = reportedFinding(indicator, figure);
  if (figure.value === null || parts?.kind !== "value" || parts.denominator === null) return [];
  const { agree, computed, reported } = shownAlike(indicator, parts.value, figure.value);
  const params = { clause: indicator.clause, unit, computed, reported };
  return agree ? [] : [whyOf("reported-parts-differ", params)];
}

function shownAlike(indicator: Indicator, computed: Fraction, reported: Fraction) {
  const places = Math.max(2, placesFor(indicator, computed));
  const [a, b] = [fixed(computed, places), fixed(reported, places)];
  return { computed: a, reported: b, agree: a === b };
}
