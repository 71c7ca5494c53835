import type { Dictionary } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import type { Aggregate, Filter, Measure, Test } from "../model/measure.ts";
import type { Direction, Indicator, Plan } from "../model/plan.ts";

/** How often a field has one of the good values, counted apart by the fields that say whom it is about. */
export interface ShareAim {
  readonly good: readonly string[];
  readonly share: number;
  readonly apart: readonly string[];
}

/** What the rows should come to, so that indicators lie about their thresholds; keys are `dataset.field`. */
export interface Aims {
  readonly shares: ReadonlyMap<string, ShareAim>;
  /** How often a field has a value. */
  readonly filled: ReadonlyMap<string, number>;
  /** How many rows of a list some other list refers to, by the list's key. */
  readonly reached: ReadonlyMap<string, number>;
  readonly totals: ReadonlyMap<string, number>;
  readonly means: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  /** Of a part: the field of its whole, and its share of it. */
  readonly parts: ReadonlyMap<string, { readonly of: string; readonly share: number }>;
}

type Outcome = "met" | "near" | "far";
const outcomes: readonly Outcome[] = ["near", "near", "met", "far", "met", "near", "met", "met"];

export function aimsOf(plan: Plan, end: Day, seed: number): Aims {
  const aims = new AimBook(plan.dictionary);
  for (const [index, indicator] of plan.indicators.entries()) {
    // What was due before the data ends has been missed, so that a report shows something overdue.
    const missed = indicator.deadline !== null && indicator.deadline <= end && !indicator.ongoing;
    const outcome = missed ? "near" : (outcomes[(index + seed) % outcomes.length] ?? "near");
    aims.take(indicator, outcome);
  }
  return aims;
}

class AimBook implements Aims {
  readonly shares = new Map<string, ShareAim>();
  readonly filled = new Map<string, number>();
  readonly reached = new Map<string, number>();
  readonly totals = new Map<string, number>();
  readonly means = new Map<string, number>();
  readonly kinds = new Map<string, number>();
  readonly parts = new Map<string, { of: string; share: number }>();
  private readonly dictionary: Dictionary;

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary;
  }

  take({ measure, threshold, measuredIn, direction }: Indicator, outcome: Outcome): void {
    const target = threshold === null ? null : threshold.valueOf() / (measuredIn === "%" ? 100 : 1);
    const { of, to } = measure;
    if (of === null) return;
    if (measure.kind === "average") {
      if (target !== null) set(this.means, of, Math.max(0, amountFor(target, direction, outcome)));
      return;
    }
    const share = target === null ? 0.7 : shareFor(target, direction, outcome);
    if (to !== null) {
      if (of.kind === "sum" || of.kind === "latest") this.takePart(of, to, share);
      else this.takeShare(measure, of, to, share);
    } else if (target !== null) {
      const amount = amountFor(target, direction, outcome);
      if (of.kind === "distinct") set(this.kinds, of, amount);
      else if (of.kind !== "count") set(this.totals, of, amount);
    }
  }

  private takeShare(measure: Measure, of: Aggregate, to: Aggregate, share: number): void {
    if (of.dataset !== to.dataset) return;
    const apart = [...new Set(conditionsOf(to.where).map(({ field }) => field))];
    const about = new Set(apart);
    const conditions =
      measure.that === null
        ? conditionsOf(of.where).filter(({ field }) => !about.has(field))
        : conditionsOf(measure.that);
    const each = share ** (1 / Math.max(1, conditions.length));
    for (const { field, test } of conditions) this.takeTest(of.dataset, field, test, each, apart);
  }

  private takeTest(dataset: string, field: string, test: Test, share: number, apart: readonly string[]) {
    const name = `${dataset}.${field}`;
    if (test.op === "not") this.takeTest(dataset, field, test.test, 1 - share, apart);
    if (test.op === "exists" && !this.filled.has(name))
      this.filled.set(name, test.exists ? share : 1 - share);
    if (test.op === "in" && !this.reached.has(name)) this.reached.set(name, share);
    if (test.op === "equals" && !this.shares.has(name)) {
      this.shares.set(name, { good: test.values.map((value) => String(value)), share, apart });
    }
  }

  private takePart(of: Aggregate, to: Aggregate, share: number): void {
    if (of.dataset !== to.dataset) return;
    const [part = ""] = of.fields;
    const [whole = ""] = to.fields;
    const derived = this.dictionary.datasets.get(of.dataset)?.fields.get(part)?.derived;
    // (a − b) ÷ a = 72 % makes b 28 % of a.
    if (derived?.kind === "difference" && derived.minuend === whole) {
      this.setPart(of.dataset, derived.subtrahend, whole, 1 - share);
    } else if (part !== whole) this.setPart(of.dataset, part, whole, share);
  }

  private setPart(dataset: string, part: string, whole: string, share: number): void {
    const name = `${dataset}.${part}`;
    if (!this.parts.has(name)) this.parts.set(name, { of: whole, share });
  }
}

function set(aims: Map<string, number>, { dataset, fields }: Aggregate, value: number): void {
  const name = `${dataset}.${fields[0]}`;
  if (!aims.has(name)) aims.set(name, value);
}

/** The conditions that must all hold, with their nesting taken away. */
export function conditionsOf(filter: Filter): { field: string; test: Test }[] {
  if (filter.kind === "all") return filter.filters.flatMap(conditionsOf);
  if (filter.kind !== "test") return [];
  const { field, test } = filter;
  return test.op === "all" ? test.tests.map((one) => ({ field, test: one })) : [{ field, test }];
}

function isUpper(direction: Direction): boolean {
  return direction === "at-most" || direction === "less-than" || direction === "reduce";
}

/** A share from 0 to 1 on the right side of its target, just short of it, or well short of it. */
function shareFor(target: number, direction: Direction, outcome: Outcome): number {
  const room = isUpper(direction) ? target : 1 - target;
  const step = { met: room * 0.3, near: -nearMiss(target), far: -3 * nearMiss(target) }[outcome];
  const share = isUpper(direction) ? target - step : target + step;
  return Math.min(1, Math.max(0, share));
}

/** 4 points below 80 %, 1 below 10 %, 4 above 0 %. */
function nearMiss(target: number): number {
  return target === 0 ? 0.04 : Math.min(0.04, target * 0.1);
}

function amountFor(target: number, direction: Direction, outcome: Outcome): number {
  const step = { met: 0.03, near: -0.03, far: -0.12 }[outcome];
  return target * (isUpper(direction) ? 1 - step * 2 : 1 + step);
}
