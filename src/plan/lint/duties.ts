import { usageOf } from "../../model/usage.ts";
import type { Say } from "./rule.ts";
import { namesAt, type Subjects } from "./subject.ts";

type PlanSubject = Subjects["plan"];

export function taskWithoutUnits({ tasks }: PlanSubject, say: Say): void {
  for (const { task, at, owner } of tasks) if (task.units.length === 0) say([...at, "id"], { owner });
}

export function indicatorWithoutUnits({ indicators }: PlanSubject, say: Say): void {
  for (const { indicator, at, owner } of indicators)
    if (indicator.units.length === 0 && indicator.scope === "each") say([...at, "id"], { owner });
}

export function emptyGroup({ plan, file }: PlanSubject, say: Say): void {
  const { groups, units } = plan.directory;
  const empty = new Set(groups.filter((group) => !units.some((unit) => unit.groups.includes(group))));
  for (const [name, parts] of Object.entries(file.groups ?? {}))
    if (parts.every((part) => empty.has(part))) say(["groups", name], { name }, "key");
}

export function groupUnused({ file }: PlanSubject, say: Say): void {
  const groups = file.groups ?? {};
  const rules = [file.defaults, ...file.indicators, ...file.tasks] as readonly Readonly<
    Record<string, unknown>
  >[];
  const used = new Set([
    ...rules.flatMap(({ responsible, lead }) => [...namesAt(responsible), ...namesAt(lead)]),
    ...Object.entries(groups).flatMap(([name, parts]) => parts.filter((part) => part !== name)),
  ]);
  for (const name of Object.keys(groups)) if (!used.has(name)) say(["groups", name], { name }, "key");
}

/** Fields and datasets that measures read, with those that these are derived from. */
function used({ plan }: PlanSubject): ReadonlyMap<string, ReadonlySet<string>> {
  return usageOf(
    plan.dictionary,
    plan.indicators.map(({ measure }) => measure),
  ).fields;
}

export function fieldUnused(subject: PlanSubject, say: Say): void {
  const fields = used(subject);
  for (const id of Object.keys(subject.file.fields ?? {})) {
    const dot = id.indexOf(".");
    if (dot > 0 && fields.get(id.slice(0, dot))?.has(id.slice(dot + 1)) !== true)
      say(["fields", id], { name: id }, "key");
  }
}

export function datasetUnused(subject: PlanSubject, say: Say): void {
  const fields = used(subject);
  for (const name of Object.keys(subject.file.datasets ?? {}))
    if (!fields.has(name)) say(["datasets", name], { name }, "key");
}

/** Units that the directory puts into a group and no rule of the plan binds; assumed ones are nobody's mistake. */
export function unitUnbound({ plan }: PlanSubject, say: Say): void {
  const bound = new Set(
    [...plan.indicators, ...plan.tasks].flatMap(({ units }) => units.map(({ name }) => name)),
  );
  for (const group of plan.directory.groups) {
    const free = plan.directory.units.filter(
      ({ name, groups, assumed }) => groups[0] === group && !assumed && !bound.has(name),
    );
    if (free.length === 0) continue;
    const names = free.slice(0, 3).map(({ name }) => name);
    say(["units"], { count: free.length, names: `${names.join("、")}${free.length > 3 ? "…" : ""}`, group });
  }
}

export function untested({ indicators, tests }: PlanSubject, say: Say): void {
  const { ids, file } = tests;
  if (ids === null) return;
  for (const { indicator, at, owner } of indicators)
    if (indicator.measure.kind !== "reported" && !ids.has(indicator.id)) say([...at, "id"], { owner, file });
}

export function planUntested({ indicators, tests }: PlanSubject, say: Say): void {
  const measured = indicators.some(({ indicator }) => indicator.measure.kind !== "reported");
  if (tests.ids === null && measured) say(["plan"], { file: tests.file });
}
