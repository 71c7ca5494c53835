import { compileFilter } from "../../measure/filter.ts";
import { KeyPrint } from "../../measure/key-print.ts";
import { KeyTable } from "../../measure/key-table.ts";
import { PagedInts } from "../../measure/paged.ts";
import { keyOf } from "../../measure/surroundings.ts";
import type { Exact } from "../../model/exact.ts";
import type { Row } from "../../model/value.ts";
import { type Collecting, type Collector, easeOf, Groups, numberOf, unitReader } from "./collector.ts";
import { amountWords } from "./row-words.ts";
import type { Way } from "./ways.ts";

const print = new KeyPrint();

/** Each record that has fewer partners in another list than it should: cases without all their ratings. */
export function partnersCollector(way: Extract<Way, { kind: "partners" }>, about: Collecting): Collector {
  const { of, to, on } = way;
  const partnered = new KeyTable();
  const partners = new PagedInts();
  const seenBefore = new KeyTable();
  const groups = new Groups(about, about.ease === null ? "reading" : "ease");
  return {
    surveyed: [of.dataset],
    listed: to.dataset,
    survey({ run, around }) {
      const passes = compileFilter(of.where, run.layout, around);
      const places = of.fields.map((field) => run.layout.indexOf(field));
      const at = run.layout.indexOf(on);
      return (row) => {
        const key = row[at];
        if (key == null || !passes(row) || !isNew(row, places, seenBefore)) return;
        const ordinal = partnered.enter(keyOf(key));
        partners.put(ordinal, partners.at(ordinal) + 1);
      };
    },
    collect(reading) {
      const { run, around, records } = reading;
      const passes = compileFilter(to.where, run.layout, around);
      const amountAt = to.kind === "count" ? -1 : run.layout.indexOf(to.fields[0] ?? "");
      const keyAt = run.layout.indexOf(run.dataset.key[0] ?? "");
      const unitOf = unitReader(to.by, reading, about.units);
      const rank = easeOf(about.ease, reading);
      return (seen) => {
        const { row } = seen;
        const key = row[keyAt];
        const wanted = amountAt < 0 ? 1 : ((row[amountAt] ?? null) as Exact | null);
        if (key == null || wanted === null || !passes(row)) return;
        const ordinal = partnered.find(keyOf(key));
        const found = ordinal < 0 ? 0 : partners.at(ordinal);
        const weight = numberOf(wanted) - found;
        if (weight <= 0) return;
        const { number, written } = unitOf(row);
        const owners = about.owners.count(number);
        for (const unit of owners)
          groups.offer(unit, rank(row), weight, written, () => ({
            record: records.of(seen),
            fault: { kind: "lacks", dataset: of.dataset, wanted: amountWords(wanted), found },
          }));
      };
    },
    groups: () => groups.found,
  };
}

/** Whether a combination of values is met for the first time; rows that lack one of them count for nothing. */
function isNew(row: Row, places: readonly number[], before: KeyTable): boolean {
  if (places.length === 0) return true;
  print.start();
  for (const at of places) {
    const value = row[at];
    if (value == null) return false;
    print.add(keyOf(value));
  }
  const size = before.size;
  return before.enterPrint(print.end()) >= size;
}
