import { figureCollector, lastCollector, leversCollector } from "./collect-amounts.ts";
import { partnersCollector } from "./collect-partners.ts";
import { rowsCollector, valuesCollector } from "./collect-rows.ts";
import type { Collecting, Collector } from "./collector.ts";
import type { Way } from "./ways.ts";

const collectors = {
  rows: rowsCollector,
  values: valuesCollector,
  partners: partnersCollector,
  levers: leversCollector,
  last: lastCollector,
  figure: () => figureCollector(""),
} satisfies { [Kind in Way["kind"]]: (way: Extract<Way, { kind: Kind }>, about: Collecting) => Collector };

export function collectorFor(way: Way, about: Collecting): Collector {
  const make = collectors[way.kind] as (way: Way, about: Collecting) => Collector;
  return make(way, about);
}
