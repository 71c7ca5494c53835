import type { Dataset } from "../model/dataset.ts";

/** The nearest list whose single key the dataset carries: items for cases, cases for ratings. */
export function sourceOf(dataset: Dataset, among: readonly Dataset[]): Dataset | undefined {
  const sources = among.filter(({ name, key }) => {
    const [only, ...more] = key;
    const carried = only !== undefined && more.length === 0 && dataset.fields.has(only);
    return carried && name !== dataset.name && !dataset.key.includes(only);
  });
  return sources.find((one) => !sources.some((other) => other !== one && sourceOf(other, [one]) === one));
}

/** Each list after the one that it refers to. */
export function bySource(needed: readonly Dataset[]): Dataset[] {
  const sorted: Dataset[] = [];
  const visit = (dataset: Dataset, seen: readonly Dataset[]): void => {
    if (sorted.includes(dataset) || seen.includes(dataset)) return;
    const source = sourceOf(dataset, needed);
    if (source !== undefined) visit(source, [...seen, dataset]);
    sorted.push(dataset);
  };
  for (const dataset of needed) visit(dataset, []);
  return sorted;
}
