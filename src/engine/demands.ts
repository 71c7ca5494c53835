import { type Aggregate, type Filter, joinsOf, type SemiJoin } from "../model/measure.ts";
import type { Plan } from "../model/plan.ts";
import { readingOrder, usageOf } from "../model/usage.ts";
import type { Demand } from "./dataset-run.ts";
import { REPORTED, TASK_LEDGER } from "./reserved.ts";

/** What each dataset is read for, and the order in which datasets must be read. */
export interface Demands {
  readonly order: readonly string[];
  of(dataset: string): Demand;
}

export function demandsOf(plan: Pick<Plan, "indicators" | "dictionary">): Demands {
  const measures = plan.indicators.map((indicator) => indicator.measure);
  const usage = usageOf(plan.dictionary, measures);
  const reading = readingOrder(usage);
  if ("cycle" in reading) throw new Error(`a plan with a circle of datasets was loaded: ${reading.cycle}`);
  const aggregates = measures
    .flatMap(({ of, to, leftOut }) => [of, to, leftOut])
    .filter((side) => side !== null);
  const joins = new Set(aggregates.flatMap((aggregate) => [...joinsWithin(aggregate.where)]));
  const everyField = (dataset: string) => new Set(plan.dictionary.datasets.get(dataset)?.fields.keys());
  return {
    order: [
      ...reading.order,
      ...[...plan.dictionary.datasets.keys()].filter((name) => !reading.order.includes(name)),
    ],
    of: (dataset) => ({
      fields:
        dataset === REPORTED || dataset === TASK_LEDGER
          ? everyField(dataset)
          : (usage.fields.get(dataset) ?? new Set()),
      aggregates: aggregates.filter((aggregate): aggregate is Aggregate => aggregate.dataset === dataset),
      joins: [...joins].filter((join) => join.dataset === dataset),
      lookedUp: lookedUpFields(plan, usage.fields, dataset),
    }),
  };
}

/** The datasets that a plan's indicators and tasks look for; any value may stand in 指标填报. */
export function neededBy(plan: Pick<Plan, "indicators" | "dictionary" | "tasks">): string[] {
  const measures = plan.indicators.map((indicator) => indicator.measure);
  const used = usageOf(plan.dictionary, measures).fields.keys();
  const needed = new Set([...used, ...(plan.tasks.length > 0 ? [TASK_LEDGER] : []), REPORTED]);
  return [...plan.dictionary.datasets.keys()].filter((name) => needed.has(name));
}

function* joinsWithin(filter: Filter): Generator<SemiJoin> {
  for (const join of joinsOf(filter)) {
    yield join;
    yield* joinsWithin(join.where);
  }
}

function lookedUpFields(
  plan: Pick<Plan, "dictionary">,
  used: ReadonlyMap<string, ReadonlySet<string>>,
  dataset: string,
): Set<string> {
  const fields = new Set<string>();
  for (const [name, usedFields] of used) {
    for (const field of usedFields) {
      const derived = plan.dictionary.datasets.get(name)?.fields.get(field)?.derived;
      if (derived?.kind === "lookup" && derived.dataset === dataset) fields.add(derived.field);
    }
  }
  return fields;
}
