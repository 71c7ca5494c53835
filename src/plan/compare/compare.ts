import { type Day, formatDay } from "../../model/day.ts";
import type { Indicator, Plan, Task } from "../../model/plan.ts";
import type { Aspect, Change, Effect, PlanDiff, RuleDiff, RuleName, Told } from "../../model/plan-diff.ts";
import { recurrenceText } from "../../model/recurrence.ts";
import { decimal, effectOfDates, effectOfTarget, targetText } from "./target.ts";

/** What a plan changes against another: rules are matched by id, else by clause and name. */
export function comparePlans(from: Plan, to: Plan): PlanDiff {
  return {
    from: { plan: from.id, title: from.title },
    to: { plan: to.id, title: to.title },
    indicators: diffOf(from.indicators, to.indicators, indicatorChanges),
    tasks: diffOf(from.tasks, to.tasks, taskChanges),
    fields: fieldChanges(from, to),
  };
}

function diffOf<R extends RuleName>(
  before: readonly R[],
  after: readonly R[],
  changesOf: (a: R, b: R) => Change[],
): RuleDiff {
  const pairs = pairsOf(before, after);
  const compared = [...pairs].map(([b, a]) => ({
    ...nameOf(b),
    changes: [...namings(a, b), ...changesOf(a, b)],
  }));
  const met = new Set(pairs.values());
  return {
    added: after.filter((rule) => !pairs.has(rule)).map(nameOf),
    gone: before.filter((rule) => !met.has(rule)).map(nameOf),
    changed: compared.filter(({ changes }) => changes.length > 0),
    same: compared.filter(({ changes }) => changes.length === 0).map(nameOf),
  };
}

/** The earlier rule of each later one that has one, in the later order. */
function pairsOf<R extends RuleName>(before: readonly R[], after: readonly R[]): Map<R, R> {
  const ids = new Set(after.map(({ id }) => id));
  const taken = new Set<R>();
  const pairs = new Map<R, R>();
  const find = (rule: R) =>
    before.find(({ id }) => id === rule.id) ??
    before.find(
      (one) => !ids.has(one.id) && !taken.has(one) && one.clause === rule.clause && one.name === rule.name,
    );
  for (const rule of after) {
    const earlier = find(rule);
    if (earlier === undefined) continue;
    taken.add(earlier);
    pairs.set(rule, earlier);
  }
  return pairs;
}

function namings(a: RuleName, b: RuleName): Change[] {
  return [
    ...changed("id", text(a.id), text(b.id)),
    ...changed("clause", text(a.clause), text(b.clause)),
    ...changed("name", text(a.name), text(b.name)),
  ];
}

function indicatorChanges(a: Indicator, b: Indicator): Change[] {
  const target = effectOfTarget(a, b);
  const [was, is] = [targetText(a), targetText(b)];
  return [
    ...(target === null
      ? []
      : [{ aspect: "target" as const, effect: target, from: text(was), to: text(is) }]),
    // The same targets by other dates.
    ...(target === null && was !== is
      ? [{ aspect: "stages" as const, effect: effectOfDates(a, b), from: text(was), to: text(is) }]
      : []),
    ...(a.staged || b.staged ? [] : dates("deadline", a.deadline, b.deadline)),
    ...changed("ongoing", flag(a.ongoing), flag(b.ongoing)),
    ...duties(a, b),
    ...changed("measure", formula(a), formula(b), keyOf(a.measure), keyOf(b.measure)),
    ...changed("scope", text(a.scope), text(b.scope)),
    ...changed("quota", quota(a), quota(b)),
    ...changed("weight", text(decimal(a.weight)), text(decimal(b.weight))),
    ...changed("worst", number(a.worst), number(b.worst)),
    ...changed("baseline", baseline(a), baseline(b)),
    ...changed("dimension", textOrNothing(a.dimension), textOrNothing(b.dimension)),
  ];
}

function taskChanges(a: Task, b: Task): Change[] {
  const recurrence = (task: Task) =>
    textOrNothing(task.recurrence === null ? null : recurrenceText(task.recurrence));
  return [
    ...dates("start", a.start, b.start),
    ...dates("deadline", a.deadline, b.deadline),
    ...changed("ongoing", flag(a.ongoing), flag(b.ongoing)),
    ...changed("recurrence", recurrence(a), recurrence(b)),
    ...duties(a, b),
    ...changed("weight", number(a.weight), number(b.weight)),
  ];
}

function duties(a: Indicator | Task, b: Indicator | Task): Change[] {
  return [
    ...changed("responsible", names(a.responsible), names(b.responsible)),
    ...changed("lead", names(a.lead), names(b.lead)),
  ];
}

/** No deadline at all is the latest, no start the earliest. */
function dates(aspect: "start" | "deadline", a: Day | null, b: Day | null): Change[] {
  if (a === b) return [];
  const told = (day: Day | null) => textOrNothing(day === null ? null : formatDay(day));
  const none = aspect === "start" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const effect: Effect = (b ?? none) < (a ?? none) ? "earlier" : "later";
  return [{ aspect, effect, from: told(a), to: told(b) }];
}

function changed(aspect: Aspect, from: Told, to: Told, was = keyOf(from), is = keyOf(to)): Change[] {
  return was === is ? [] : [{ aspect, effect: "changed", from, to }];
}

/** Derived fields that both plans have and that come about in different ways. */
function fieldChanges(from: Plan, to: Plan): string[] {
  return [...to.dictionary.datasets.values()].flatMap(({ name, fields }) =>
    [...fields.values()].flatMap((field) => {
      const before = from.dictionary.datasets.get(name)?.fields.get(field.name);
      if (before === undefined || (before.derived === null && field.derived === null)) return [];
      return keyOf(before.derived) === keyOf(field.derived) ? [] : [`${name}.${field.name}`];
    }),
  );
}

function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}

function nameOf({ id, clause, name }: RuleName): RuleName {
  return { id, clause, name };
}

const text = (written: string): Told => ({ kind: "text", text: written });
const flag = (on: boolean): Told => ({ kind: "flag", flag: on });
const names = (list: readonly string[]): Told =>
  list.length === 0 ? { kind: "nothing" } : { kind: "names", names: list };
const textOrNothing = (written: string | null): Told =>
  written === null ? { kind: "nothing" } : text(written);
const number = (value: Indicator["worst"]): Told => textOrNothing(value === null ? null : decimal(value));
const formula = ({ formula: { zh, en } }: Indicator): Told => ({ kind: "formula", zh, en });

function quota({ quota: given }: Indicator): Told {
  if (given === null) return { kind: "nothing" };
  return { kind: "names", names: [...given].map(([unit, share]) => `${unit} ${decimal(share)}`) };
}

function baseline({ baseline: given }: Indicator): Told {
  return textOrNothing(given === null ? null : `${decimal(given.value)} (${formatDay(given.date)})`);
}
