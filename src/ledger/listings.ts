import type { Ledger } from "../model/ledger.ts";
import { masked } from "../model/mask.ts";
import { spelling } from "../model/reading/text.ts";

/** A record that the data finds fault with now. */
export interface Listing {
  readonly id: string;
  readonly rule: string;
  readonly unit: string | null;
  /** "" where it has none. */
  readonly key: string;
  readonly label: string;
  /** A figure, a task, or a unit's last row: no record of its own that a key would name. */
  readonly alone: boolean;
  /** A figure or a task. */
  readonly figure: boolean;
}

const figures = ["figure", "reported", "task", "task-missing"];

export function listingsOf({ units, mask }: Pick<Ledger, "units" | "mask">): Listing[] {
  return units.flatMap(({ unit, groups }) =>
    groups.flatMap(({ indicator, rows, ids }) =>
      rows.map(({ key, label, fault }, at) => ({
        id: ids[at] ?? "",
        rule: indicator,
        unit,
        key: key ?? "",
        label: label === null ? "" : mask ? masked(label) : label,
        alone: fault.kind === "last" || figures.includes(fault.kind),
        figure: figures.includes(fault.kind),
      })),
    ),
  );
}

/** Finds listings again by what a row of a ledger says. */
export class Listings {
  readonly byId: ReadonlyMap<string, Listing>;
  private readonly byRule = new Map<string, Listing[]>();
  private readonly byRecord = new Map<string, Listing[]>();
  private readonly byKey = new Map<string, Listing>();

  constructor(listings: readonly Listing[]) {
    this.byId = new Map(listings.map((one) => [one.id, one]));
    for (const one of listings) {
      put(this.byRule, place(one.rule, one.unit), one);
      if (one.key === "") continue;
      put(this.byRecord, place(one.rule, one.key), one);
      this.byKey.set(keyPlace(one.rule, one.unit, one.key), one);
    }
  }

  of(rule: string, unit: string | null): readonly Listing[] {
    return this.byRule.get(place(rule, unit)) ?? [];
  }

  /** The only one of a unit that has a key like this. */
  keyed(rule: string, unit: string | null, key: string): Listing | undefined {
    const exact = this.byKey.get(keyPlace(rule, unit, key));
    if (exact !== undefined || !isNumberLike(key)) return exact;
    const [found, ...others] = this.of(rule, unit).filter((one) => isSameKey(key, one.key));
    return others.length === 0 ? found : undefined;
  }

  /** The same record under another unit. */
  elsewhere(rule: string, unit: string | null, key: string): Listing | undefined {
    return this.byRecord.get(place(rule, key))?.find((one) => one.unit !== unit);
  }
}

/**
 * Whether a key as it came back is this one: a spreadsheet that opened a CSV file has dropped leading zeros,
 * rounded long numbers and written 6.202E+17.
 */
export function isSameKey(written: string, key: string): boolean {
  const [here, there] = [spelling(written), spelling(key)];
  if (here === there) return true;
  if (!/^\d+$/.test(there)) return false;
  if (/^\d+$/.test(here)) return bare(here) === bare(there) || rounded(there) === here;
  const [, digits = "", more = "", power = ""] = /^(\d)(?:\.(\d+))?e\+?(\d+)$/.exec(here) ?? [];
  if (digits === "" || more.length > 14) return false;
  return (
    there.length === Number(power) + 1 &&
    Number(there).toExponential(more.length) === Number(here).toExponential(more.length)
  );
}

/** Whether a key may have been rounded, so that it names no record for sure. */
export function isDamagedKey(key: string): boolean {
  const written = spelling(key);
  return /^\d(?:\.\d+)?e\+?\d+$/.test(written) || /^\d{15}0+$/.test(written);
}

/** As a spreadsheet may have changed it. */
function isNumberLike(key: string): boolean {
  return /^\d+$|^\d(?:\.\d+)?e\+?\d+$/.test(spelling(key));
}

function keyPlace(rule: string, unit: string | null, key: string): string {
  return `${place(rule, unit)}\u001f${spelling(key)}`;
}

function bare(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

/** To 15 digits, as spreadsheets do. */
function rounded(digits: string): string {
  return digits.length <= 15 ? digits : digits.slice(0, 15).padEnd(digits.length, "0");
}

function place(rule: string, of: string | null): string {
  return `${rule}\u001f${of === null ? "\u0000" : of}`;
}

function put(map: Map<string, Listing[]>, key: string, one: Listing): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
}
