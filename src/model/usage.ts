import { type Dictionary, operandsOf } from "./dataset.ts";
import { type Filter, fieldsOf, joinsOf, type Measure } from "./measure.ts";
import { walk } from "./walk.ts";

/** What a set of measures reads, look-ups and semi-joins followed to their ends. */
export interface Usage {
  /** Fields used, by dataset; a dataset that is only counted has an empty set. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  /** Datasets that must be read before a dataset, because its rules look into them. */
  readonly first: ReadonlyMap<string, ReadonlySet<string>>;
}

export function usageOf(dictionary: Dictionary, measures: Iterable<Measure>): Usage {
  const usage = new UsageWalk(dictionary);
  for (const measure of measures) {
    for (const side of [measure.of, measure.to]) {
      if (side === null) continue;
      usage.useDataset(side.dataset);
      for (const field of side.fields) usage.useField(side.dataset, field);
      if (side.by !== null) usage.useField(side.dataset, side.by);
      usage.useFilter(side.dataset, side.where);
    }
  }
  return usage;
}

class UsageWalk implements Usage {
  readonly fields = new Map<string, Set<string>>();
  readonly first = new Map<string, Set<string>>();
  private readonly dictionary: Dictionary;

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary;
  }

  useDataset(dataset: string): Set<string> {
    const used = this.fields.get(dataset) ?? new Set();
    this.fields.set(dataset, used);
    return used;
  }

  useField(dataset: string, name: string): void {
    const used = this.useDataset(dataset);
    if (used.has(name)) return;
    used.add(name);
    const derived = this.dictionary.datasets.get(dataset)?.fields.get(name)?.derived;
    if (derived == null) return;
    for (const operand of operandsOf(derived)) this.useField(dataset, operand);
    if (derived.kind !== "lookup") return;
    this.readBefore(dataset, derived.dataset);
    this.useField(derived.dataset, derived.field);
  }

  useFilter(dataset: string, filter: Filter): void {
    for (const field of fieldsOf(filter)) this.useField(dataset, field);
    for (const join of joinsOf(filter)) {
      this.readBefore(dataset, join.dataset);
      this.useField(join.dataset, join.field);
      this.useFilter(join.dataset, join.where);
    }
  }

  private readBefore(dataset: string, first: string): void {
    this.first.set(dataset, (this.first.get(dataset) ?? new Set()).add(first));
  }
}

/** The datasets of a usage, each after those that it looks into; or the circle that forbids it. */
export function readingOrder(usage: Usage): { order: readonly string[] } | { cycle: readonly string[] } {
  const { order, circles } = walk(usage.fields.keys(), (dataset) => usage.first.get(dataset) ?? []);
  return circles[0] === undefined ? { order } : { cycle: circles[0] };
}
