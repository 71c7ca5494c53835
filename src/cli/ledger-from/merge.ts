import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { seekRecords } from "../../engine/ledger/known-records.ts";
import { type LedgerReading, readLedger } from "../../engine/ledger/read-ledger.ts";
import type { ResolvedInputs } from "../../ingest/inputs.ts";
import { extraAsks, fallsFor } from "../../ledger/extra-asks.ts";
import type { FilledRow } from "../../ledger/filled.ts";
import { type Known, type Recalled, recall } from "../../ledger/known.ts";
import { type Listing, Listings, listingsOf } from "../../ledger/listings.ts";
import { merge } from "../../ledger/merge.ts";
import { type Asked, type Standing, standingOf } from "../../ledger/standing.ts";
import type { KnownRecord, Ledger, Sighting } from "../../model/ledger.ts";
import type { Plan } from "../../model/plan.ts";
import { UnitNames } from "../../model/unit-names.ts";
import { type Problem, ProblemError, problem } from "../../problem.ts";
import { ledgerOf } from "../../render/ledger/ledger-of.ts";
import type { Shell } from "../shell.ts";
import type { Earlier, EarlierLedger } from "./read.ts";
import { sayMerged, sayRead } from "./words.ts";

/** Among what the records of earlier ledgers are looked for. */
export interface Merging extends Asked {
  readonly plan: Plan;
  readonly inputs: ResolvedInputs;
  readonly reading: Omit<LedgerReading, "most">;
}

/** As many rows as there are: what is cut from a list would look as if it were put right. */
const ALL = 1_000_000;

/** Brings into a ledger of all records what units have written in earlier ones, and says what became of it. */
export async function mergeEarlier(
  found: Ledger,
  earlier: Earlier,
  merging: Merging,
  shell: Shell,
): Promise<Ledger> {
  const { plan, whole } = merging;
  const listings = new Listings(listingsOf(found));
  const names = new UnitNames(plan.directory);
  const unitOf = (written: string) => names.find(written)?.name ?? written.trim();
  const rules = [...whole.indicators, ...whole.tasks];
  const book = { plan: plan.id, rules, unitOf, listings };
  const first = recall(earlier.ledgers, book, plan.title);
  refuse(
    first.strangers.map(({ file, title }) => problem("D071", { file }, { file, title, plan: plan.title })),
  );
  const standing = standings(merging);
  const judgedAmong = ({ known }: Recalled) =>
    [...known.values()].filter(
      ({ id, rule, unit }) => !listings.byId.has(id) && isJudged(standing(rule, unit)),
    );
  const others = await sparedIn(found, judgedAmong(first), merging, shell);
  const spared = new Set(others.map(({ id }) => id));
  // What nobody has to put right can be told apart now, too.
  const all = new Listings([...listingsOf(found), ...others]);
  const recalled =
    others.length === 0 ? first : recall(earlier.ledgers, { ...book, listings: all }, plan.title);
  await sayRead(earlier, recalled, shell);
  const sought = judgedAmong(recalled).filter(
    ({ id, alone, closed }) => !(alone || closed || spared.has(id)),
  );
  const findings = {
    asOf: found.asOf,
    language: shell.language,
    listings,
    spared,
    standing,
    sightings: await sightingsOf(sought, merging),
  };
  const isPlace = (unit: string) => [...found.units, ...whole.units].some((one) => one.unit === unit);
  const merged = merge(found, recalled, unitFinder(recalled, unitOf, isPlace), findings);
  await sayMerged(merged.counts, shell);
  return merged.ledger;
}

/** Each looked up once. */
function standings(merging: Merging): (rule: string | null, unit: string | null) => Standing {
  const known = new Map<string, Standing>();
  return (rule, unit) => {
    const place = JSON.stringify([rule, unit]);
    const found = known.get(place) ?? standingOf(rule, unit, merging);
    known.set(place, found);
    return found;
  };
}

function isJudged(standing: Standing): boolean {
  return standing === "met" || standing === "unmet" || standing === "empty";
}

/** Where a row goes of which nobody knows the record: to the unit that it names, else to that of its sheet. */
function unitFinder(
  { known }: Recalled,
  unitOf: (written: string) => string,
  isPlace: (unit: string) => boolean,
): (row: FilledRow) => string | null {
  const bySheet = new Map<string, string | null>();
  for (const { unit, copies } of known.values())
    for (const copy of copies) {
      const before = bySheet.get(sheetOf(copy));
      bySheet.set(sheetOf(copy), before === undefined || before === unit ? unit : null);
    }
  return (row) => {
    const named = unitOf(row.cells.unit ?? "");
    return isPlace(named) ? named : (bySheet.get(sheetOf(row)) ?? null);
  };
}

function sheetOf({ file, sheet }: FilledRow): string {
  return `${file}\u001f${sheet}`;
}

/** Records that are wrong still, of indicators that are met. */
async function sparedIn(
  { asOf: _, ...found }: Ledger,
  judged: readonly Known[],
  { plan, inputs, reading, whole }: Merging,
  { language }: Shell,
): Promise<Listing[]> {
  const asks = extraAsks(whole, judged);
  if (asks.indicators.length === 0) return [];
  const findings = await readLedger(plan, inputs, asks, { ...reading, most: ALL });
  const { limit, mask } = found;
  const ledger = ledgerOf(whole, findings, { language, limit, mask, cure: () => "" });
  return listingsOf(ledger).filter(({ figure }) => !figure);
}

async function sightingsOf(
  sought: readonly Known[],
  { plan, inputs, reading, whole }: Merging,
): Promise<ReadonlyMap<string, Sighting>> {
  const indicators = new Map(whole.indicators.map((indicator) => [indicator.id, indicator]));
  const records = sought.flatMap(({ id, rule, unit, key }): KnownRecord[] => {
    const indicator = indicators.get(rule ?? "");
    return indicator === undefined
      ? []
      : [{ id, rule: indicator.id, unit, key, falls: fallsFor(indicator, unit) }];
  });
  return records.length === 0 ? new Map() : seekRecords(plan, inputs, records, reading);
}

/** Files that are merged and written again must be as they were read, and hold nothing that is not taken over. */
export async function checkInPlace(
  files: readonly string[],
  { ledgers }: Earlier,
  cwd: string,
): Promise<void> {
  const problems: Problem[] = [];
  for (const [file, ledger] of await inPlace(files, ledgers, cwd)) {
    if (ledger.others.length > 0)
      problems.push(problem("O011", {}, { file, sheets: ledger.others.join("、") }));
    else if ((await printOf(ledger.path)) !== ledger.sha256) problems.push(problem("O012", {}, { file }));
  }
  refuse(problems);
}

async function inPlace(files: readonly string[], ledgers: readonly EarlierLedger[], cwd: string) {
  const real = (path: string) => realpath(path).catch(() => path);
  const read = new Map<string, EarlierLedger>();
  for (const ledger of ledgers) read.set(await real(ledger.path), ledger);
  const found: [file: string, ledger: EarlierLedger][] = [];
  for (const file of files) {
    const ledger = read.get(await real(resolve(cwd, file)));
    if (ledger !== undefined) found.push([file, ledger]);
  }
  return found;
}

async function printOf(path: string): Promise<string> {
  const print = createHash("sha256");
  for await (const chunk of createReadStream(path)) print.update(chunk as Buffer);
  return print.digest("hex");
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemError(problems);
}
