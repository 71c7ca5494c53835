import Fraction from "fraction.js";
import type { Totals, UnitNumber } from "../measure/tally.ts";
import { operandsOf } from "../model/dataset.ts";
import type { Figures, IndicatorEvidence, Lack, Total } from "../model/evidence.ts";
import type { Aggregate, AggregateKind } from "../model/measure.ts";
import type { Indicator } from "../model/plan.ts";
import type { DatasetRun } from "./dataset-run.ts";
import type { QualityBook } from "./quality.ts";
import type { UnitTable } from "./unit-table.ts";

interface Side {
  readonly totals: Totals;
  readonly presence: Totals;
  readonly empty: Total;
}

/** What an engine has counted of a dataset. */
export type Tallied = Pick<DatasetRun, "dataset" | "bound" | "totalsOf" | "presenceOf">;

/** Puts the tallies of an indicator together, for the whole and by unit name. */
export function evidenceOf(
  indicator: Indicator,
  lacks: readonly Lack[],
  runs: ReadonlyMap<string, Tallied>,
  units: UnitTable,
  reported: IndicatorEvidence["reported"],
  quality: QualityBook,
): IndicatorEvidence {
  const { of, to, leftOut } = indicator.measure;
  const nothing = { lacks, whole: null, units: new Map(), namesUnits: false, reported };
  const ofSide = lacks.length === 0 ? sideOf(of, runs) : undefined;
  const toSide = lacks.length === 0 ? sideOf(to, runs) : undefined;
  if (of === null || ofSide === undefined || (to !== null && toSide === undefined)) return nothing;
  noteLeftOut(indicator, ofSide.totals, leftOut === null ? undefined : sideOf(leftOut, runs), quality);
  const figuresOf = (pick: (totals: Totals) => Total | undefined): Figures => ({
    of: pick(ofSide.totals) ?? ofSide.empty,
    to: toSide === undefined ? null : (pick(toSide.totals) ?? toSide.empty),
    present: Math.max(
      pick(ofSide.presence)?.rows ?? 0,
      toSide === undefined ? 0 : (pick(toSide.presence)?.rows ?? 0),
    ),
  });
  const numbers = new Set<UnitNumber>([
    ...ofSide.presence.units.keys(),
    ...(toSide?.presence.units.keys() ?? []),
  ]);
  const byName = new Map<string, Figures>();
  for (const number of numbers) {
    const name = units.nameOf(number);
    if (name !== null)
      byName.set(
        name,
        figuresOf((totals) => totals.units.get(number)),
      );
  }
  return {
    lacks,
    whole: figuresOf((totals) => totals.whole),
    units: byName,
    namesUnits: [of, to].every((side) => side === null || namesUnits(side, runs)),
    reported,
  };
}

function namesUnits({ dataset, by }: Aggregate, runs: ReadonlyMap<string, Tallied>): boolean {
  return by !== null && isRead(dataset, by, runs);
}

/** Whether a column holds the field, or all that it is derived from. */
function isRead(name: string, fieldName: string, runs: ReadonlyMap<string, Tallied>): boolean {
  const run = runs.get(name);
  const derived = run?.dataset.fields.get(fieldName)?.derived ?? null;
  if (run === undefined || derived === null) return run?.bound.has(fieldName) ?? false;
  if (derived.kind === "lookup" && !isRead(derived.dataset, derived.field, runs)) return false;
  return operandsOf(derived).every((operand) => isRead(name, operand, runs));
}

function sideOf(aggregate: Aggregate | null, runs: ReadonlyMap<string, Tallied>): Side | undefined {
  const run = aggregate === null ? undefined : runs.get(aggregate.dataset);
  const totals = aggregate === null ? undefined : run?.totalsOf(aggregate);
  const presence = aggregate === null ? undefined : run?.presenceOf(aggregate.by);
  if (aggregate === null || totals === undefined || presence === undefined) return undefined;
  return { totals, presence, empty: { value: emptyValue[aggregate.kind], rows: 0 } };
}

const emptyValue = {
  count: new Fraction(0),
  distinct: new Fraction(0),
  sum: null,
  latest: null,
} satisfies Record<AggregateKind, Fraction | null>;

function noteLeftOut(
  indicator: Indicator,
  totals: Totals,
  leftOut: Side | undefined,
  quality: QualityBook,
): void {
  const fields = indicator.measure.required.join("、");
  const rows = leftOut?.totals.whole.rows ?? 0;
  if (rows > 0)
    quality.note("rows-left-out", { indicator: indicator.id, clause: indicator.clause, rows, fields });
  for (const [reason, count] of Object.entries(totals.leftOut)) {
    if (count > 0)
      quality.note(`latest-${reason}`, { indicator: indicator.id, clause: indicator.clause, rows: count });
  }
}
