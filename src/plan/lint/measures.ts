import { type Filter, fieldsOf, testsOf } from "../../model/measure.ts";
import { conditionsOf, impossible, keyOf, needsValue, notWithin } from "./conditions.ts";
import { filterMaps } from "./filter-maps.ts";
import type { Say } from "./rule.ts";
import type { Subjects } from "./subject.ts";

type PlanSubject = Subjects["plan"];

export function ofNotWithinTo({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators) {
    const { measure, measuredIn } = indicator;
    const { kind, of, to } = measure;
    if (kind !== "ratio" || of === null || to === null || measuredIn !== "%") continue;
    // Sums of two fields, and values of two, lie in each other or not whatever the rows are.
    if (of.dataset !== to.dataset || of.kind !== to.kind || keyOf(of.fields) !== keyOf(to.fields)) continue;
    const missing = notWithin(of.where, to.where, "may");
    if (missing !== undefined) say([...at, "measure", "ratio", "of"], { owner, missing }, "key");
  }
}

export function ratioAsShare({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators) {
    const { kind, of, to } = indicator.measure;
    if (kind !== "ratio" || of === null || to === null) continue;
    const same = of.dataset === to.dataset && of.kind === "count" && to.kind === "count" && of.by === to.by;
    if (same && notWithin(of.where, to.where, "not sure") === undefined)
      say([...at, "measure", "ratio"], { owner }, "key");
  }
}

export function thatInWhere({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators) {
    const { that, to } = indicator.measure;
    if (that === null || to === null || isEmpty(that)) continue;
    if (notWithin(to.where, that, "not sure") === undefined)
      say([...at, "measure", "that"], { owner }, "key");
  }
}

function isEmpty(filter: Filter): boolean {
  const { conditions, choices } = conditionsOf(filter);
  return conditions.length + choices.length === 0;
}

export function neverHolds({ plan, indicators }: PlanSubject, say: Say): void {
  for (const { indicator, raw, at, owner } of indicators) {
    for (const side of [indicator.measure.of, indicator.measure.to]) {
      if (side === null) continue;
      const fields = plan.dictionary.datasets.get(side.dataset)?.fields;
      const field = impossible(side.where, (name) => fields?.get(name)?.type === "set");
      if (field === undefined) continue;
      const holder = filterMaps(raw.measure, [...at, "measure"]).find(({ map }) => Object.hasOwn(map, field));
      say(holder === undefined ? [...at, "measure"] : [...holder.path, field], { owner, field }, "key");
      break;
    }
  }
}

export function emptyFilter({ indicators }: PlanSubject, say: Say): void {
  for (const { raw, at, owner } of indicators)
    for (const { map, path } of filterMaps(raw.measure, [...at, "measure"]))
      if (Object.keys(map).length === 0) say(path, { owner, key: String(path.at(-1)) });
}

/** The same condition in `where` and again in `that`, or twice in a list of choices or values. */
export function repeated({ indicators }: PlanSubject, say: Say): void {
  for (const { raw, at, owner } of indicators) {
    const maps = filterMaps(raw.measure, [...at, "measure"]);
    const tops = maps.filter(({ path }) => path.length === at.length + 2);
    const [where, that] = [
      tops.find(({ path }) => path.at(-1) === "where"),
      tops.find(({ path }) => path.at(-1) === "that"),
    ];
    for (const [field, test] of Object.entries(that?.map ?? {}))
      if (where !== undefined && that !== undefined && keyOf(where.map[field]) === keyOf(test))
        say([...that.path, field], { owner, part: field }, "key");
    for (const { map, path } of maps)
      for (const [key, value] of Object.entries(map)) {
        const list = Array.isArray(value) ? value.map(keyOf) : [];
        const twice = list.findIndex((one, index) => list.indexOf(one) < index);
        if (twice >= 0) say([...path, key, twice], { owner, part: list[twice]?.replaceAll('"', "") ?? key });
      }
  }
}

export function lookupMayBeMissing({ plan, indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators) {
    const { that, of } = indicator.measure;
    if (that === null || of === null) continue;
    const fields = plan.dictionary.datasets.get(of.dataset)?.fields;
    const guarded = new Set(
      conditionsOf(indicator.measure.to?.where ?? that).conditions.map(({ field }) => field),
    );
    for (const name of fieldsOf(that)) {
      const derived = fields?.get(name)?.derived;
      const tested = [...testsOf(that)].some(({ field, test }) => field === name && needsValue(test));
      if (derived?.kind !== "lookup" || guarded.has(name) || !tested) continue;
      say([...at, "measure", "that"], { owner, field: name, dataset: derived.dataset }, "key");
    }
  }
}

export function shareNotPercent({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, raw, at, owner } of indicators) {
    const { measuredIn, measure } = indicator;
    if (measure.kind !== "share" || measuredIn === "%") continue;
    say([...at, raw.measuredIn === undefined ? "measure" : "measuredIn"], { owner, measuredIn });
  }
}

export function unitNotTold({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators) {
    const { measure, scope, units } = indicator;
    const side = [measure.of, measure.to].find((one) => one !== null && one.by === null);
    if (side == null || scope !== "each" || units.length < 2) continue;
    say([...at, "measure"], { owner, dataset: side.dataset });
  }
}

export function sameMeasure({ indicators }: PlanSubject, say: Say): void {
  const seen = new Map<string, string>();
  for (const { indicator, at, owner } of indicators) {
    const { measure, stages, units, leadUnits, scope, weight } = indicator;
    if (measure.kind === "reported") continue;
    const names = [units, leadUnits].map((list) => list.map(({ name }) => name));
    const key = keyOf([measure, stages, names, scope, weight]);
    const other = seen.get(key);
    if (other !== undefined) say([...at, "measure"], { owner, other }, "key");
    else seen.set(key, indicator.id);
  }
}
