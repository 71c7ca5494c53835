import { distance } from "fastest-levenshtein";
import type { Say } from "./rule.ts";
import { namesAt, type Plain, type Subjects } from "./subject.ts";

type PlanSubject = Subjects["plan"];

function rulesOf({ indicators, tasks }: PlanSubject) {
  return [
    ...indicators.map(({ indicator, raw, at, owner }) => ({ rule: indicator, raw, at, owner })),
    ...tasks.map(({ task, raw, at, owner }) => ({ rule: task, raw, at, owner })),
  ];
}

// Two short ids, or two that differ in a number (stage-1, stage-2), are told apart at a glance.
const SHORT = 6;

export function idsTooNear(subject: PlanSubject, say: Say): void {
  const seen: string[] = [];
  for (const { rule, at } of rulesOf(subject)) {
    const { id } = rule;
    const near = (other: string) =>
      other !== id &&
      Math.min(other.length, id.length) >= SHORT &&
      Math.abs(other.length - id.length) <= 1 &&
      other.replace(/\d+/g, "") !== id.replace(/\d+/g, "") &&
      distance(other, id) === 1;
    const other = seen.find(near);
    if (other !== undefined) say([...at, "id"], { id, other });
    seen.push(id);
  }
}

export function namesAlike(subject: PlanSubject, say: Say): void {
  const seen = new Map<string, string>();
  for (const { rule, at } of rulesOf(subject)) {
    const key = `${rule.clause}\n${rule.name}`;
    const other = seen.get(key);
    if (other !== undefined && other !== rule.id) say([...at, "name"], { id: rule.id, other });
    seen.set(key, rule.id);
  }
}

export function remedyMissing({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators) {
    const scored =
      indicator.weight.compare(0) > 0 && indicator.stages.some(({ threshold }) => threshold !== null);
    if (scored && indicator.remedy === null) say([...at, "id"], { owner });
  }
}

const NOTHING = /^(?:[-—–?？/\\.…xX\s]+|无|待定|待补|略|todo|tbd|fixme|n\/a)$/i;

export function placeholders(subject: PlanSubject, say: Say): void {
  const check = (raw: Plain, owner: string, keys: readonly string[], at: readonly (string | number)[]) => {
    for (const key of keys) {
      const value = raw[key];
      if (typeof value === "string" && NOTHING.test(value)) say([...at, key], { owner, key, value });
    }
  };
  const { plan, file } = subject;
  check(file, plan.id, ["title", "issuer", "document"], []);
  for (const { raw, at, owner } of rulesOf(subject)) check(raw, owner, ["clause", "name", "remedy"], at);
}

export function idNotKebab(subject: PlanSubject, say: Say): void {
  const check = (id: string, path: readonly (string | number)[]) => {
    const meant = id.replace(/[.-]*-[.-]*/g, "-").replace(/^[.-]+|[.-]+$/g, "");
    if (meant !== id) say(path, { id, meant });
  };
  check(subject.plan.id, ["plan"]);
  for (const { rule, at } of rulesOf(subject)) check(rule.id, [...at, "id"]);
}

export function fileName({ plan, path }: PlanSubject, say: Say): void {
  const file = path.split(/[/\\]/).at(-1) ?? "";
  if (file.replace(/\.ya?ml$/i, "") !== plan.id) say(["plan"], { id: plan.id, file });
}

export function nameTwice(subject: PlanSubject, say: Say): void {
  const { plan, file } = subject;
  const groups = new Map(Object.entries(file.groups ?? {}));
  const unitsOf = (name: string, depth = 0): string[] => {
    const parts = depth > 8 ? undefined : groups.get(name);
    if (parts !== undefined) return parts.flatMap((part) => unitsOf(part, depth + 1));
    const members = plan.directory.units.filter((unit) => unit.name === name || unit.groups.includes(name));
    return members.map((unit) => unit.name);
  };
  const units = new Set(plan.directory.units.map(({ name }) => name));
  const check = (names: readonly string[], owner: string, path: readonly (string | number)[]) => {
    if (names.length < 2) return;
    const behind = names.map((name) => new Set(unitsOf(name)));
    for (const [index, name] of names.entries()) {
      const own = behind[index] ?? new Set();
      const covered = behind.some(
        (other, at) =>
          at !== index &&
          own.size > 0 &&
          // Documents name a unit beside the group that it is in; they do not name one group twice.
          (name === names[at] || !units.has(name)) &&
          [...own].every((unit) => other.has(unit)) &&
          (other.size > own.size || at < index),
      );
      if (covered) say([...path, index], { owner, name });
    }
  };
  check(namesAt(file.defaults.responsible), "defaults", ["defaults", "responsible"]);
  for (const { raw, at, owner } of rulesOf(subject))
    check(namesAt(raw.responsible), owner, [...at, "responsible"]);
  for (const [name, parts] of groups) check(parts, name, ["groups", name]);
}
