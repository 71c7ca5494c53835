import { type Chain, chainsOf, type FilterStep } from "../../engine/filter-steps.ts";
import { RowProbes } from "../../engine/row-probes.ts";
import type { Dictionary } from "../../model/dataset.ts";
import type { Filter } from "../../model/measure.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import { usageOf } from "../../model/usage.ts";

/** The counts that an explanation needs beside the indicator's own. */
export interface Probes {
  readonly chains: readonly { chain: Chain; steps: readonly { step: FilterStep; probe: string }[] }[];
  readonly blanks: readonly { dataset: string; field: string; probe: string }[];
  /** A count more, by the handle that probedRows takes. */
  add(dataset: string, by: string | null, where: Filter): string;
  beside(plan: Plan): Plan;
}

export function probesFor(indicator: Indicator, dictionary: Dictionary): Probes {
  const probes = new RowProbes(indicator);
  const chains = chainsOf(indicator.measure).map((chain) => ({
    chain,
    steps: chain.steps.map((step) => ({ step, probe: probes.add(chain.dataset, chain.by, step.so) })),
  }));
  const { fields } = usageOf(dictionary, [indicator.measure]);
  const blanks = [...fields].flatMap(([name, used]) => {
    const dataset = dictionary.datasets.get(name);
    const by = chains.find(({ chain }) => chain.dataset === name)?.chain.by ?? dataset?.unit ?? null;
    return [...used].map((field) => ({
      dataset: name,
      field,
      probe: probes.add(name, by, { kind: "test", field, test: { op: "exists", exists: false } }),
    }));
  });
  return {
    chains,
    blanks,
    add: (dataset, by, where) => probes.add(dataset, by, where),
    beside: (plan) => probes.beside(plan),
  };
}
