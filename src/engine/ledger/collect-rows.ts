import { compileFilter } from "../../measure/filter.ts";
import { KeyPrint } from "../../measure/key-print.ts";
import { KeyTable } from "../../measure/key-table.ts";
import { keyOf } from "../../measure/surroundings.ts";
import type { Row } from "../../model/value.ts";
import { type Collecting, type Collector, easeOf, Groups, type Reading, unitReader } from "./collector.ts";
import type { SeenRow } from "./records.ts";
import { FactWords } from "./row-words.ts";
import type { Way } from "./ways.ts";

type WayOf<Kind extends Way["kind"]> = Extract<Way, { kind: Kind }>;

/** Each row that passes is a record to put right. */
export function rowsCollector(way: WayOf<"rows">, about: Collecting): Collector {
  const groups = new Groups(about, about.ease === null ? "reading" : "ease");
  return {
    surveyed: [],
    listed: way.dataset,
    collect(reading) {
      const { run, around, records } = reading;
      const passes = compileFilter(way.where, run.layout, around);
      const facts = new FactWords(way.parts, way.holds, run.layout, around);
      const unitOf = unitReader(way.by, reading, about.units);
      const rank = easeOf(about.ease, reading);
      const kind = way.holds ? "counted" : "fails";
      return (seen) => {
        if (!passes(seen.row)) return;
        const { number, written } = unitOf(seen.row);
        const owners = about.owners.count(number);
        for (const unit of owners)
          groups.offer(unit, rank(seen.row), 1, written, () => ({
            record: records.of(seen),
            fault: { kind, facts: facts.of(seen.row) },
          }));
      };
    },
    groups: () => groups.found,
  };
}

const print = new KeyPrint();

/** A value that no good row has is one record, wherever and however often it occurs. */
export function valuesCollector(way: WayOf<"values">, about: Collecting): Collector {
  const good = new KeyTable();
  const listed = new KeyTable();
  const groups = new Groups(about, about.ease === null ? "reading" : "ease");
  const { fields, except } = way;
  /** False where the row lacks one of the fields, and so has no value. */
  const printed = (unit: string | null, row: Row, places: readonly number[]): boolean => {
    print.start().add(unit === null ? "" : `.${unit}`);
    for (const at of places) {
      const value = row[at];
      if (value == null) return false;
      print.add(keyOf(value));
    }
    return true;
  };
  const placesIn = ({ run }: Reading) => fields.map((field) => run.layout.indexOf(field));
  // Of a shared value it does not matter whose row is good; of unknown units each has values of its own.
  const scopesOf = (number: number, written: string | null) =>
    about.shared
      ? [{ unit: about.owners.of(number)[0] ?? null, scope: "" }]
      : about.owners.of(number).map((unit) => ({ unit, scope: unit ?? `?${written ?? ""}` }));
  return {
    surveyed: except === null ? [] : [way.dataset],
    listed: way.dataset,
    survey(reading) {
      const isGood =
        except === null ? () => false : compileFilter(except, reading.run.layout, reading.around);
      const unitOf = unitReader(way.by, reading, about.units);
      const places = placesIn(reading);
      return (row) => {
        if (!isGood(row)) return;
        const { number, written } = unitOf(row);
        for (const { scope } of scopesOf(number, written))
          if (printed(scope, row, places)) good.enterPrint(print.end());
      };
    },
    collect(reading) {
      const { run, around, records } = reading;
      const passes = compileFilter(way.where, run.layout, around);
      const facts = new FactWords(way.parts, way.holds, run.layout, around);
      const unitOf = unitReader(way.by, reading, about.units);
      const rank = easeOf(about.ease, reading);
      const places = placesIn(reading);
      const offer = (seen: SeenRow, unit: string | null, written: string | null) => {
        const value = records.valuesOf(seen.row, fields);
        groups.offer(unit, rank(seen.row), 1, written, () => ({
          record: records.of(seen),
          value,
          fault: { kind: way.holds ? "counted" : "no-good-row", facts: facts.of(seen.row) },
        }));
      };
      return (seen) => {
        const { row } = seen;
        if (!passes(row)) return;
        const { number, written } = unitOf(row);
        for (const { unit, scope } of scopesOf(number, written)) {
          if (!printed(scope, row, places)) continue;
          const key = print.end();
          if (good.findPrint(key) >= 0 || listed.findPrint(key) >= 0) continue;
          if (about.shared && about.owners.of(number).length === 0) continue;
          listed.enterPrint(key);
          offer(seen, unit, written);
        }
      };
    },
    groups: () => groups.found,
  };
}
