import { usageOf } from "../../model/usage.ts";
import type { Say } from "./rule.ts";
import { mapIn, type Subjects } from "./subject.ts";

type TestsSubject = Subjects["tests"];

export function caseTwice({ tests }: TestsSubject, say: Say): void {
  const seen = new Set<string>();
  for (const [index, { indicator, name }] of tests.cases.entries()) {
    const key = `${indicator}\n${name}`;
    if (seen.has(key)) say(["cases", index, "name"], { id: indicator, name });
    seen.add(key);
  }
}

export function everyUnknown({ tests, data }: TestsSubject, say: Say): void {
  for (const [dataset, row] of Object.entries(mapIn(data, "every"))) {
    const known = tests.plan.dictionary.datasets.get(dataset);
    if (known === undefined) {
      say(["every", dataset], { name: dataset, dataset: "" }, "key");
      continue;
    }
    const columns = new Set([...known.fields.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
    for (const name of Object.keys(row ?? {}))
      if (!columns.has(name)) say(["every", dataset, name], { name, dataset }, "key");
  }
}

// Baselines, reported values and tasks have tables of their own.
const always = new Set(["指标填报", "任务台账", "基础数据"]);

export function rowsUnread({ tests }: TestsSubject, say: Say): void {
  const { plan } = tests;
  const read = new Map(
    plan.indicators.map(({ id, measure }) => {
      const { fields, first } = usageOf(plan.dictionary, [measure]);
      return [
        id,
        new Set([...fields.keys(), ...[...first.values()].flatMap((names) => [...names])]),
      ] as const;
    }),
  );
  for (const [index, { indicator, sheets }] of tests.cases.entries())
    for (const { dataset } of sheets)
      if (!always.has(dataset) && read.get(indicator)?.has(dataset) === false)
        say(["cases", index, "rows", dataset], { id: indicator, dataset }, "key");
}
