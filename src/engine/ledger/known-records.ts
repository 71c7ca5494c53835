import type { ResolvedInputs } from "../../ingest/inputs.ts";
import { NO_UNIT } from "../../measure/tally.ts";
import type { KnownRecord, Sighting } from "../../model/ledger.ts";
import { ledgerId } from "../../model/ledger-id.ts";
import type { Aggregate } from "../../model/measure.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import type { Row } from "../../model/value.ts";
import { surroundingsOf } from "../around.ts";
import { DatasetRun } from "../dataset-run.ts";
import { demandsOf } from "../demands.ts";
import { type OpenSheet, openSheets } from "../open-sheets.ts";
import { QualityBook } from "../quality.ts";
import { labelsOf, placesIn, readDataset } from "../read-dataset.ts";
import { UnitTable } from "../unit-table.ts";
import type { LedgerReading } from "./read-ledger.ts";
import { namingFields, Records, type SeenRow } from "./records.ts";
import { type Way, wayOf } from "./ways.ts";

/**
 * Whether records that an earlier ledger lists, and that the rules no longer find fault with, are still among
 * the data: what is not there cannot be said to be mended.
 */
export async function seekRecords(
  plan: Plan,
  inputs: ResolvedInputs,
  known: readonly KnownRecord[],
  reading: Omit<LedgerReading, "most">,
): Promise<ReadonlyMap<string, Sighting>> {
  const { files, sheets } = await openSheets(inputs, plan.dictionary, {
    ...reading,
    quality: new QualityBook(),
    asked: plan,
  });
  try {
    return await new Seeking(plan, sheets, known, reading).run();
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

/** What is sought for one rule. */
interface Search {
  readonly indicator: Indicator;
  readonly way: Way;
  /** The list whose rows the records are. */
  readonly listed: Pick<Aggregate, "dataset" | "by">;
  readonly byKey: ReadonlyMap<string, readonly string[]>;
  /** Ids of records that are known by nothing else. */
  readonly ids: ReadonlySet<string>;
  /** Those of them that had no key. */
  readonly keyless: ReadonlySet<string>;
  readonly byUnit: ReadonlyMap<string | null, readonly string[]>;
}

class Seeking {
  private readonly found = new Map<string, Sighting>();
  private readonly units: UnitTable;
  private readonly searches: readonly Search[];
  private readonly plan: Plan;
  private readonly sheets: readonly OpenSheet[];
  private readonly reading: Omit<LedgerReading, "most">;

  constructor(
    plan: Plan,
    sheets: readonly OpenSheet[],
    known: readonly KnownRecord[],
    reading: Omit<LedgerReading, "most">,
  ) {
    this.plan = plan;
    this.sheets = sheets;
    this.reading = reading;
    this.units = new UnitTable(plan.directory, plan.dictionary.words.whole);
    const rules = groupsOf(known, ({ rule }) => rule);
    this.searches = plan.indicators.flatMap((indicator) =>
      this.searchFor(indicator, rules.get(indicator.id) ?? []),
    );
  }

  private searchFor(indicator: Indicator, known: readonly KnownRecord[]): Search[] {
    return [true, false].flatMap((falls) => {
      const own = known.filter((one) => one.falls === falls);
      if (own.length === 0) return [];
      const way = wayOf(indicator.measure, falls, this.plan.dictionary);
      const listed = listedBy(way);
      // A figure is no record: how it stands is all there is to know.
      if (listed === null) {
        for (const { id } of own) this.found.set(id, "seen");
        return [];
      }
      const byId = way.kind === "last" ? own : own.filter(({ key }) => key === null || key === "");
      const keyed = own.flatMap(({ key, ...one }) => (key === null || key === "" ? [] : [{ ...one, key }]));
      return [
        {
          indicator,
          way,
          listed,
          byKey: idsBy(keyed, ({ key }) => (way.kind === "last" ? undated(key) : key)),
          ids: new Set(byId.map(({ id }) => id)),
          keyless: new Set(own.flatMap(({ id, key }) => (key === "" ? [id] : []))),
          byUnit: idsBy(own, ({ unit }) => unit),
        },
      ];
    });
  }

  async run(): Promise<ReadonlyMap<string, Sighting>> {
    const { plan, sheets, units, reading } = this;
    const indicators = this.searches.map(({ indicator }) => indicator);
    const demands = demandsOf({ ...plan, indicators });
    const runs = new Map<string, DatasetRun>();
    const around = surroundingsOf(plan, runs, reading.asOf, units);
    const placeOf = placesIn(sheets);
    for (const name of demands.order) {
      const dataset = plan.dictionary.datasets.get(name);
      const own = this.searches.filter(({ listed }) => listed.dataset === name);
      const { fields, joins, lookedUp } = demands.of(name);
      if (dataset === undefined || (own.length === 0 && joins.length === 0 && lookedUp.size === 0)) continue;
      if (!sheets.some(({ binding }) => binding?.dataset.name === name)) continue;
      const naming = [...namingFields(dataset), ...(dataset.title === null ? [] : [dataset.title])];
      const demand = { fields: new Set([...fields, ...naming]), aggregates: [], joins, lookedUp };
      const run = new DatasetRun(dataset, demand, around, units);
      runs.set(name, run);
      const records = new Records(run, placeOf);
      const takers = own.map((search) => this.takerFor(search, run, records));
      await readDataset(run, sheets, {
        plan,
        asOf: reading.asOf,
        units,
        labels: labelsOf(plan),
        qualityOf: () => new QualityBook(),
        onUsed: (row, place, _, column) => {
          for (const take of takers) take({ row, place, column });
        },
      });
      for (const search of own) this.settle(search, run);
    }
    return this.found;
  }

  /** Notes which of the sought records a row is. */
  private takerFor(search: Search, run: DatasetRun, records: Records): (seen: SeenRow) => void {
    const { way, listed, indicator, byKey, byUnit, ids } = search;
    const unitAt = listed.by === null ? -1 : run.layout.indexOf(listed.by);
    const alike = new Map<string, number>();
    const see = (id: string) => this.found.set(id, "seen");
    return (seen) => {
      const { owners, name } = this.unitOf(seen.row, unitAt);
      const found = records.of(seen);
      const value = way.kind === "values" ? records.valuesOf(seen.row, way.fields) : found.key;
      // A year's rows of a unit are one record, known by the unit.
      const isLast = way.kind === "last";
      if (value !== null) byKey.get(isLast ? undated(value) : value)?.forEach(see);
      if (ids.size === 0) return;
      const identity = isLast ? name : (value ?? found.identity);
      for (const unit of owners) {
        if (!byUnit.has(unit)) continue;
        const likeness = `${unit ?? ""}\u001f${identity}`;
        const nth = alike.get(likeness) ?? 0;
        if (isLast && nth > 0) continue;
        alike.set(likeness, nth + 1);
        const id = ledgerId({ plan: this.plan.id, rule: indicator.id, unit, record: identity, nth });
        if (ids.has(id)) see(id);
      }
    };
  }

  private unitOf(row: Row, unitAt: number): { owners: readonly (string | null)[]; name: string } {
    const { units } = this;
    const written = row[unitAt] ?? null;
    const number = units.numberOf(written);
    const name = units.nameOf(number) ?? String(written);
    if (number === NO_UNIT || units.isStranger(number)) return { owners: [null], name };
    return { owners: units.upwards(number).map((one) => units.nameOf(one)), name };
  }

  /** What was not met with is gone, where the list has what it would have been known by. */
  private settle({ way, byKey, ids, keyless }: Search, run: DatasetRun): void {
    const keys = way.kind === "values" ? way.fields : run.dataset.key;
    const hasKeys = keys.length > 0 && keys.every((field) => isHeld(run, field));
    const missing = (id: string) => {
      if (!this.found.has(id)) this.found.set(id, "gone");
    };
    if (run.used === 0) return;
    if (way.kind === "last") ids.forEach(missing);
    else {
      if (hasKeys) for (const own of byKey.values()) own.forEach(missing);
      // With keys now, records that had none cannot be told any more.
      for (const id of ids) if (hasKeys !== keyless.has(id)) missing(id);
    }
  }
}

/** The key of a running total changes with its day, and is of the same unit for all that. */
function undated(key: string): string {
  return key.replace(/\d{4}-\d\d(?:-\d\d)?/g, "");
}

function isHeld({ bound, dataset }: DatasetRun, name: string): boolean {
  return bound.has(name) || dataset.fields.get(name)?.derived !== null;
}

function listedBy(way: Way): Search["listed"] | null {
  switch (way.kind) {
    case "rows":
    case "values":
      return way;
    case "partners":
      return way.to;
    case "levers":
    case "last":
      return way.of;
    case "figure":
      return null;
    default:
      return way satisfies never;
  }
}

function idsBy<Key, One extends { readonly id: string }>(
  known: readonly One[],
  keyOf: (one: One) => Key,
): Map<Key, string[]> {
  return new Map([...groupsOf(known, keyOf)].map(([key, ones]) => [key, ones.map(({ id }) => id)]));
}

function groupsOf<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
