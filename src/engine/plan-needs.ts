import type { IndicatorRef } from "../model/inspection.ts";
import type { Plan } from "../model/plan.ts";
import { usageOf } from "../model/usage.ts";
import { lacksOf } from "./lacks.ts";
import type { OpenSheet } from "./open-sheets.ts";

/** What a plan needs of the datasets, and which indicators go without a value among these sheets. */
export interface PlanNeeds {
  of(dataset: string, field: string): { needed: boolean; blocks: readonly IndicatorRef[] };
  readonly lacking: readonly { readonly dataset: string; readonly indicators: readonly IndicatorRef[] }[];
}

export function planNeeds(
  { indicators, dictionary }: Pick<Plan, "indicators" | "dictionary">,
  sheets: readonly OpenSheet[],
): PlanNeeds {
  const { fields } = usageOf(
    dictionary,
    indicators.map(({ measure }) => measure),
  );
  const byField = new Map<string, IndicatorRef[]>();
  const byDataset = new Map<string, IndicatorRef[]>();
  for (const { id, clause, name, measure } of indicators) {
    for (const lack of lacksOf(measure, dictionary, sheets)) {
      if (lack.fields.length === 0) push(byDataset, lack.dataset, { id, clause, name });
      for (const field of lack.fields) push(byField, `${lack.dataset}.${field}`, { id, clause, name });
    }
  }
  return {
    of: (dataset, field) => {
      const blocks = byField.get(`${dataset}.${field}`) ?? [];
      return { needed: blocks.length > 0 || fields.get(dataset)?.has(field) === true, blocks };
    },
    lacking: [...byDataset].map(([dataset, blocked]) => ({ dataset, indicators: blocked })),
  };
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key) ?? [];
  list.push(item);
  lists.set(key, list);
}
