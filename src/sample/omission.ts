import type { Indicator, Plan } from "../model/plan.ts";
import { usageOf } from "../model/usage.ts";

/** What the sample lacks on purpose, so that a report shows an indicator without data. */
export interface Omission {
  readonly reported: string | null;
  readonly column: { readonly dataset: string; readonly field: string } | null;
}

const FEWEST_INDICATORS = 4;

/** The last of several reported indicators, else a column that only the last such indicator needs. */
export function omissionOf(plan: Plan): Omission {
  const reported = plan.indicators.filter(({ measure }) => measure.kind === "reported");
  if (reported.length > 1) return { reported: reported.at(-1)?.id ?? null, column: null };
  if (plan.indicators.length < FEWEST_INDICATORS) return { reported: null, column: null };
  for (const indicator of [...plan.indicators].reverse()) {
    if (indicator.threshold === null || indicator.weight.equals(0)) continue;
    const column = ownColumn(indicator, plan);
    if (column !== undefined) return { reported: null, column };
  }
  return { reported: null, column: null };
}

function ownColumn(indicator: Indicator, { indicators, dictionary }: Plan) {
  const others = indicators.filter((other) => other !== indicator).map(({ measure }) => measure);
  const theirs = usageOf(dictionary, others).fields;
  for (const [name, fields] of usageOf(dictionary, [indicator.measure]).fields) {
    const dataset = dictionary.datasets.get(name);
    if (dataset === undefined || !theirs.has(name)) continue;
    const bearing = new Set([...dataset.key, dataset.unit, ...dataset.date]);
    for (const field of fields) {
      const spec = dataset.fields.get(field);
      const plain = spec !== undefined && spec.derived === null && spec.absent === null && !spec.counts;
      if (plain && !bearing.has(field) && theirs.get(name)?.has(field) !== true) {
        return { dataset: name, field };
      }
    }
  }
  return undefined;
}
