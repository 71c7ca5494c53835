import { isLedgerId, ledgerId } from "../model/ledger-id.ts";
import { spelling } from "../model/reading/text.ts";
import type { FilledRow } from "./filled.ts";
import { isDamagedKey, isSameKey, type Listing, type Listings } from "./listings.ts";

/** An indicator or a task of the plan. */
export interface Rule {
  readonly id: string;
  readonly clause: string;
  readonly name: string;
}

export interface Book {
  readonly plan: string;
  readonly rules: readonly Rule[];
  /** A unit by any form that its directory declares, other names as they are. */
  readonly unitOf: (written: string) => string;
  readonly listings: Listings;
}

export interface Matched {
  readonly row: FilledRow;
  readonly id: string;
  /** Null: the plan has it no more. */
  readonly rule: string | null;
  readonly unit: string | null;
  /** "" where the record has none, null where what stands there may be damaged. */
  readonly key: string | null;
  /** `record`: by unit, indicator and number, since there is no id, or one that cannot be right. */
  readonly by: "id" | "record";
  /** The id was found to be of this plan. */
  readonly proved: boolean;
  /** It had an id that belongs to another record. */
  readonly doubted: boolean;
}

const unconfirmed = /^(?:待确认|tobeconfirmed)(?:[:]|$)/;
/** Records that nothing tells apart are numbered; so many are tried. */
const MOST_ALIKE = 20;

/** Finds the records that rows are about; null where that cannot be told. */
export function matcher(book: Book, rows: readonly FilledRow[]): (row: FilledRow) => Matched | null {
  const ruleOf = ruleFinder(book.rules);
  const contested = contestedIds(rows);
  return (row) => matched(row, ruleOf(row.cells.rule ?? ""), book, contested);
}

function matched(
  row: FilledRow,
  rule: string | null,
  book: Book,
  contested: ReadonlySet<string>,
): Matched | null {
  const { listings, plan } = book;
  const { id: written = "", unit: unitWritten = "", key = "", label = "" } = row.cells;
  const id = isLedgerId(written) ? written : null;
  const unit = unitIn(unitWritten, book);
  const listing = id === null ? undefined : listings.byId.get(id);
  const about = { row, doubted: false, proved: true };
  if (listing !== undefined && agrees(listing, rule, unit, key))
    return { ...about, id: listing.id, rule: listing.rule, unit: listing.unit, key: listing.key, by: "id" };
  const trusted = isDamagedKey(key) ? null : key;
  if (rule === null || unit === undefined) {
    if (id === null || listing !== undefined) return null;
    return { ...about, id, rule, unit: unit ?? null, key: trusted, by: "id", proved: false };
  }
  if (id !== null && listing === undefined) {
    if (isOf(id, { plan, rule, unit, key })) return { ...about, id, rule, unit, key, by: "id" };
    // A record may be known by more than its number: the id knows better, unless it was copied to other rows.
    const keyed = key === "" ? "" : null;
    if (!contested.has(id)) return { ...about, id, rule, unit, key: keyed, by: "id", proved: false };
  }
  const found = byRecord(row, rule, unit, listings);
  const self = { ...about, rule, unit, by: "record", doubted: id !== null } as const;
  if (found !== undefined) return { ...self, id: found.id, key: found.key };
  // Without a number it is the figure itself, of which there is one, or nobody knows.
  if (isDamagedKey(key) || (key === "" && label !== "")) return null;
  return { ...self, id: ledgerId({ plan, rule, unit, record: key, nth: 0 }), key };
}

/** By unit, indicator and number, else by what else tells one from the others. */
function byRecord(
  { cells: { key = "", label = "" } }: FilledRow,
  rule: string,
  unit: string | null,
  listings: Listings,
): Listing | undefined {
  const all = listings.of(rule, unit);
  const [first] = all;
  if (all.length === 1 && first?.alone) return first;
  const [last, ...lasts] = all.filter((one) => one.alone && undated(one.key) === undated(key));
  if (last !== undefined && lasts.length === 0) return last;
  if (key !== "") return listings.keyed(rule, unit, key);
  const [found, ...others] = all.filter((one) => one.key === "" && spelling(one.label) === spelling(label));
  return label === "" || others.length > 0 ? undefined : found;
}

/** The number of a unit's last row changes with its day. */
function undated(key: string): string {
  return spelling(key.replace(/\d{4}-\d\d(?:-\d\d)?/g, ""));
}

function agrees(
  listing: Listing,
  rule: string | null,
  unit: string | null | undefined,
  key: string,
): boolean {
  if (rule !== null && rule !== listing.rule) return false;
  if (unit !== undefined && unit !== listing.unit) return false;
  return listing.alone || key === "" || isSameKey(key, listing.key);
}

interface Identity {
  readonly plan: string;
  readonly rule: string;
  readonly unit: string | null;
  readonly key: string;
}

/** Whether an id is what this record's would be. */
function isOf(id: string, { plan, rule, unit, key }: Identity): boolean {
  const about = { plan, rule, unit };
  // A unit's last row is known by the unit.
  if (ledgerId({ ...about, record: unit ?? "", nth: 0 }) === id) return true;
  for (let nth = 0; nth < MOST_ALIKE; nth += 1)
    if (ledgerId({ ...about, record: key, nth }) === id) return true;
  return false;
}

/** Ids that stand beside several numbers: somebody has copied cells down. */
function contestedIds(rows: readonly FilledRow[]): Set<string> {
  const keys = new Map<string, string>();
  const contested = new Set<string>();
  for (const { cells } of rows) {
    const { id = "", key = "", rule = "" } = cells;
    const about = `${spelling(rule)}\u001f${spelling(key)}`;
    const before = keys.get(id);
    if (before === undefined) keys.set(id, about);
    else if (before !== about && !isDamagedKey(key)) contested.add(id);
  }
  return contested;
}

/** Undefined where no unit is named. */
function unitIn(written: string, { unitOf }: Book): string | null | undefined {
  if (written === "") return undefined;
  return unconfirmed.test(spelling(written)) ? null : unitOf(written);
}

/** By clause and name, else by either's only bearer, else by id. */
function ruleFinder(rules: readonly Rule[]): (written: string) => string | null {
  const known = new Map<string, string | null>();
  const enter = (form: string, id: string) => {
    const before = known.get(spelling(form));
    known.set(spelling(form), before === undefined || before === id ? id : null);
  };
  for (const { id, clause, name } of rules)
    for (const form of [`${clause} ${name}`, name, id]) enter(form, id);
  return (written) => known.get(spelling(written)) ?? null;
}
