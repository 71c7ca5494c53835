import Fraction from "fraction.js";
import type { Say } from "./rule.ts";
import type { Subjects } from "./subject.ts";
import { text } from "./targets.ts";

type PlanSubject = Subjects["plan"];

export function weightsSum({ file, plan, indicators }: PlanSubject, say: Say): void {
  if (file.totalWeight === undefined) return;
  const weights = [
    ...indicators.map(({ indicator }) => indicator.weight),
    ...plan.tasks.flatMap(({ weight }) => weight ?? []),
  ];
  const sum = weights.reduce((so, weight) => so.add(weight), new Fraction(0));
  if (!sum.equals(file.totalWeight)) say(["totalWeight"], { sum: text(sum), expected: file.totalWeight });
}

export function nothingScored({ plan }: PlanSubject, say: Say): void {
  const scored = plan.indicators.some(
    ({ weight, stages, direction }) =>
      weight.compare(0) > 0 &&
      (stages.some(({ threshold }) => threshold !== null) ||
        direction === "improve" ||
        direction === "reduce"),
  );
  if (!scored && plan.tasks.length === 0) say(["indicators"], {}, "key");
}

export function bandsGap({ file }: PlanSubject, say: Say): void {
  const bands = file.bands ?? [];
  if (bands.length === 0) return;
  const from = bands.map((band) => new Fraction(band.from));
  const twice = from.find((one, index) => from.slice(0, index).some((other) => other.equals(one)));
  const wrong = from.find((one) => one.compare(0) < 0 || one.compare(100) > 0) ?? twice;
  if (wrong !== undefined) say(["bands"], { text: text(wrong) }, "key");
  else if (!from.some((one) => one.equals(0))) say(["bands"], { text: from.map(text).join(", ") }, "key");
}

export function quotaNotResponsible({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators) {
    if (indicator.quota === null) continue;
    const kind = indicator.quotaIsTable ? "table" : "shares";
    const responsible = new Set(indicator.units.map(({ name }) => name));
    for (const unit of indicator.quota.keys())
      if (!responsible.has(unit)) say([...at, "quota", kind, unit], { owner, unit, side: "extra" }, "key");
    for (const unit of responsible)
      if (!indicator.quota.has(unit)) say([...at, "quota", kind], { owner, unit, side: "missing" }, "key");
  }
}
