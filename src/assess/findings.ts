import Fraction from "fraction.js";
import type { Why } from "../model/assessment.ts";
import type { Figures, IndicatorEvidence, Lack, ReportedFigure } from "../model/evidence.ts";
import { whyOf } from "../model/phrases.ts";
import type { Indicator } from "../model/plan.ts";
import type { Finding } from "./judgement.ts";

/** What the rows, or else 指标填报, say of the whole. */
export function wholeFinding(indicator: Indicator, evidence: IndicatorEvidence): Finding {
  const computed = computedFinding(indicator, evidence, evidence.whole, "no-rows-at-all");
  return computed.kind === "value" || hasRows(evidence)
    ? computed
    : (reportedWhole(indicator, evidence) ?? computed);
}

/** What the rows, or else 指标填报, say of one unit. */
export function unitFinding(indicator: Indicator, evidence: IndicatorEvidence, unit: string): Finding {
  if (!hasRows(evidence)) {
    const figure = evidence.reported.units.get(unit);
    const reported = figure === undefined ? null : reportedFinding(indicator, figure);
    if (reported !== null) return reported;
    const answered = evidence.reported.whole !== null || evidence.reported.units.size > 0;
    if (answered) return none("not-applicable", whyOf("no-rows"));
  }
  if (evidence.whole !== null && !evidence.namesUnits) {
    const dataset = indicator.measure.of?.dataset ?? "";
    return none("no-data", whyOf("no-unit-column", { dataset }));
  }
  return computedFinding(
    indicator,
    evidence,
    evidence.units.get(unit) ?? nothing(indicator, evidence),
    "no-rows",
  );
}

/** Whether the measure's datasets are there and have rows; if not, reported values serve. */
function hasRows(evidence: IndicatorEvidence): boolean {
  return evidence.whole !== null && evidence.whole.present > 0;
}

function computedFinding(
  indicator: Indicator,
  evidence: IndicatorEvidence,
  figures: Figures | null,
  absent: "no-rows" | "no-rows-at-all",
): Finding {
  if (indicator.measure.kind === "reported") return none("no-data", whyOf("not-reported"));
  if (figures === null) return none("no-data", lackWhy(evidence.lacks));
  const { of, to, present } = figures;
  if (present === 0) return none("not-applicable", whyOf(absent));
  if (to?.value?.equals(0)) return none("not-applicable", whyOf("denominator-zero"));
  if (of.value === null || to?.value === null) return none("not-applicable", whyOf("no-value"));
  const denominator = to?.value ?? null;
  return {
    kind: "value",
    value: denominator === null ? of.value : of.value.div(denominator).mul(scaleOf(indicator)),
    numerator: of.value,
    denominator,
    rows: to?.rows ?? of.rows,
    source: "rows",
  };
}

/** 100 where a share or ratio is said in %. */
export function scaleOf(indicator: Indicator): number {
  return indicator.measuredIn === "%" && indicator.measure.kind !== "average" ? 100 : 1;
}

function nothing(indicator: Indicator, evidence: IndicatorEvidence): Figures | null {
  if (evidence.whole === null) return null;
  const empty = { value: null, rows: 0 };
  return { of: empty, to: indicator.measure.to === null ? null : empty, present: 0 };
}

function lackWhy(lacks: readonly Lack[]): Why {
  const absent = lacks.filter((lack) => lack.fields.length === 0);
  if (absent.length > 0)
    return whyOf("no-dataset", { dataset: absent.map((lack) => lack.dataset).join("”“") });
  const [lack] = lacks;
  if (lack === undefined) return whyOf("no-value");
  return whyOf("no-column", {
    dataset: lack.dataset,
    fields: lack.fields.join("、"),
    nearest: lack.nearest ?? "",
  });
}

function none(status: "no-data" | "not-applicable", why: Why): Finding {
  return { kind: "none", status, why };
}

/** The whole as reported: its own row, else the pooled parts, never a mean of values. */
function reportedWhole(indicator: Indicator, { reported }: IndicatorEvidence): Finding | null {
  const own = reported.whole === null ? null : reportedFinding(indicator, reported.whole);
  if (own !== null) return own;
  const figures = [...reported.units.values()];
  if (figures.length === 0) return null;
  const pooled = poolOf(indicator, figures);
  return (pooled && reportedFinding(indicator, pooled)) ?? none("no-data", whyOf("not-pooled"));
}

function poolOf(indicator: Indicator, figures: readonly ReportedFigure[]): ReportedFigure | null {
  const sum = (pick: (figure: ReportedFigure) => Fraction | null): Fraction | null =>
    figures.reduce<Fraction | null>((so, figure) => {
      const part = pick(figure);
      return so === null || part === null ? null : so.add(part);
    }, new Fraction(0));
  const numerator = sum((figure) => figure.numerator);
  const denominator = sum((figure) => figure.denominator);
  const nothingElse = { day: null, at: "" };
  if (numerator !== null && denominator !== null)
    return { value: null, numerator, denominator, ...nothingElse };
  // Numbers of things add up; rates and averages do not.
  const additive: readonly string[] = ["count", "sum", "latest"];
  const value = additive.includes(indicator.measure.kind) ? sum((figure) => figure.value) : null;
  return value === null ? null : { value, numerator: null, denominator: null, ...nothingElse };
}

/** A reported value in the indicator's unit; numerator ÷ denominator where both are given, being exact. */
export function reportedFinding(indicator: Indicator, figure: ReportedFigure): Finding | null {
  const { numerator, denominator } = figure;
  const divides = numerator !== null && denominator !== null;
  if (divides && denominator.equals(0)) return none("not-applicable", whyOf("denominator-zero"));
  const scale = indicator.measuredIn === "%" ? 100 : 1;
  const rate = isRate(indicator);
  const value = divides
    ? numerator.div(denominator).mul(scale)
    : (figure.value ?? (rate || denominator !== null ? null : numerator));
  if (value === null) return null;
  return {
    kind: "value",
    value,
    numerator: divides ? numerator : rate ? null : value,
    denominator: divides ? denominator : null,
    rows: null,
    source: "reported",
  };
}

/** Whether a value is a quotient, which its parts make and which alone says nothing of them. */
function isRate({ measure, measuredIn }: Indicator): boolean {
  return measuredIn === "%" || ["share", "ratio", "average"].includes(measure.kind);
}
