import type { CodeList, Dataset, Field } from "../model/dataset.ts";
import { type Day, yearOf } from "../model/day.ts";
import type { Unit } from "../model/unit.ts";
import type { Aims, ShareAim } from "./aims.ts";
import type { EvenChance } from "./apportion.ts";
import {
  follows,
  LATE,
  onlyWhere,
  SLIP,
  usualCodes,
  usualDelays,
  usualNumbers,
  usualParts,
  usualYes,
} from "./habits.ts";
import { idOf } from "./ids.ts";
import type { Random } from "./random.ts";
import { textOf } from "./texts.ts";
import type { TimeSpan } from "./time-span.ts";
import { numberIn, type SampleRow, type SampleValue } from "./values.ts";

/** What all rows of one list share. */
export interface ListContext {
  readonly dataset: Dataset;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly aims: Aims;
  readonly span: TimeSpan;
  readonly random: Random;
  readonly even: EvenChance;
  /** A share as a unit of this merit reaches it. */
  readonly shareOf: (unit: string, share: number) => number;
}

/** Where one row stands. */
export interface RowPlace {
  readonly unit: Unit;
  readonly unitNumber: number;
  /** In the list, and among the rows of the unit; from 0. */
  readonly row: number;
  readonly rowOfUnit: number;
  readonly day: Day;
  /** Values that are settled: references to another list, the stage of a case. */
  readonly given: ReadonlyMap<string, SampleValue>;
}

/** Makes the values of a row, each field after those that it hangs on. */
export class RowMaker {
  private readonly row: SampleRow = new Map();
  private readonly list: ListContext;
  private readonly place: RowPlace;

  constructor(list: ListContext, place: RowPlace) {
    this.list = list;
    this.place = place;
  }

  make(): SampleRow {
    const fields = [...this.list.dataset.fields.values()].filter(({ derived }) => derived === null);
    for (const field of fields) this.valueOf(field);
    return new Map(fields.map(({ name }) => [name, this.row.get(name) ?? null]));
  }

  private valueOf(field: Field): SampleValue {
    const known = this.row.get(field.name);
    if (known !== undefined) return known;
    // Fields that hang on each other in a circle find nothing here.
    this.row.set(field.name, null);
    const given = this.place.given.get(field.name);
    const value = given !== undefined ? given : this.applies(field) ? this.fresh(field) : null;
    this.row.set(field.name, value);
    return value;
  }

  private other(name: string): SampleValue {
    const field = this.list.dataset.fields.get(name);
    return field === undefined || field.derived !== null ? null : this.valueOf(field);
  }

  private applies({ name }: Field): boolean {
    const [other, values] = onlyWhere[name] ?? [];
    if (other === undefined || values === undefined || !this.list.dataset.fields.has(other)) return true;
    return values.includes(String(this.other(other)));
  }

  private fresh(field: Field): SampleValue {
    const { dataset } = this.list;
    if (field.name === dataset.unit) return this.place.unit.name;
    switch (field.type) {
      case "id":
        return this.id(field);
      case "text":
        return this.text(field);
      case "flag":
        return this.aimed(field) ?? (this.says(field, usualYes[field.name] ?? 0.85) ? "是" : "否");
      case "code":
        return this.code(field);
      case "set":
        return this.set(field);
      case "limit":
        return this.following(field) ?? this.limit(field);
      case "number":
        return this.following(field) ?? this.number(field);
      case "rate":
        return this.list.random.integer(3, 20) / 20;
      case "date":
        return this.date(field);
      case "year":
        return yearOf(this.place.day) - this.list.random.integer(0, 1);
      default:
        return field.type satisfies never;
    }
  }

  /** The number that another field settles; null when none does, or for a slip. */
  private following({ name }: Field): number | null {
    const [other, values] = follows[name] ?? [];
    const settled = other === undefined ? undefined : values?.[String(this.other(other))];
    return settled === undefined || this.list.random.chance(SLIP) ? null : settled;
  }

  /** One of the good values as often as an indicator wants them; null when none asks. */
  private aimed(field: Field): string | null {
    const aim = this.aimOf(field);
    if (aim === undefined) return null;
    const good = this.says(field, aim.share, aim);
    if (field.type === "flag") return (good ? aim.good[0] : aim.good[0] === "是" ? "否" : "是") ?? null;
    const weights = this.weightsOf(field).filter(([code]) => aim.good.includes(code) === good);
    if (weights.length > 0) return this.list.random.weighted(weights);
    return good ? (aim.good[0] ?? null) : null;
  }

  private aimOf(field: Field): ShareAim | undefined {
    return this.list.aims.shares.get(`${this.list.dataset.name}.${field.name}`);
  }

  private says({ name }: Field, share: number, aim?: ShareAim): boolean {
    const apart = (aim?.apart ?? []).filter((other) => other !== name).map((other) => this.other(other));
    const reached = this.list.shareOf(this.place.unit.name, share);
    return this.list.even.says([name, ...apart.map(String)].join(" "), reached);
  }

  private id(field: Field): SampleValue {
    const { dataset } = this.list;
    const { unitNumber, row, day } = this.place;
    return idOf({ dataset, field: field.name, unit: unitNumber, row: row + 1, day });
  }

  private text({ name }: Field): SampleValue {
    const { dataset, random } = this.list;
    const done = (event: string) => this.other(event) !== null;
    return textOf(name, { ...this.place, title: dataset.title, list: dataset.name, random, done });
  }

  private weightsOf({ codes }: Field): readonly (readonly [string, number])[] {
    const values = Object.keys(this.list.codes.get(codes ?? "")?.values ?? {});
    const usual = usualCodes[codes ?? ""];
    // A plan's own list may share the name and not the values.
    if (usual?.every(([code]) => values.includes(code))) return usual;
    return values.slice(0, 4).map((value) => [value, 1]);
  }

  private code(field: Field): string | null {
    const aimed = this.aimed(field);
    if (aimed !== null) return aimed;
    const weights = this.weightsOf(field);
    return weights.length === 0 ? null : this.list.random.weighted(weights);
  }

  private set(field: Field): SampleValue {
    const first = this.code(field);
    if (first === null) return null;
    const more = this.list.random.chance(0.25) && this.aimOf(field) === undefined;
    const second = more ? this.list.random.weighted(this.weightsOf(field)) : first;
    return [...new Set([first, second])];
  }

  // Most legal limits are a few weeks; what is promised is what the plan's compression leaves of them.
  private limit(field: Field): SampleValue {
    const part = this.partOf(field, 0.9, 1.1);
    if (part !== null) return Math.max(1, part);
    return this.list.random.pick([5, 10, 15, 20, 20, 20, 30, 30, 45, 60]);
  }

  private number(field: Field): SampleValue {
    const { aims, random } = this.list;
    const name = `${this.list.dataset.name}.${field.name}`;
    const part = this.partOf(field, 0.97, 1.03);
    if (part !== null) return part;
    const aim = this.aimOf(field);
    const [low, high] = usualNumbers[field.name] ?? [1, 1000];
    if (aim !== undefined) {
      return this.says(field, aim.share, aim) ? Number(aim.good[0]) : random.integer(Math.max(1, low), high);
    }
    const mean = aims.means.get(name);
    if (mean !== undefined) return this.around(field, mean);
    // Sums are brought to their total when all rows are there.
    return aims.totals.has(name) ? random.between(0.02, 1) ** 3 * 1000 : random.integer(low, high);
  }

  private around(field: Field, mean: number): number {
    const whole = Math.floor(mean);
    return whole + (this.list.even.says(field.name, mean - whole) ? 1 : 0);
  }

  private partOf(field: Field, low: number, high: number): number | null {
    const { aims, dataset, random, shareOf } = this.list;
    const usual = usualParts[field.name];
    const part =
      aims.parts.get(`${dataset.name}.${field.name}`) ??
      (usual === undefined ? undefined : { of: usual[0], share: usual[1] });
    if (part === undefined) return null;
    this.other(part.of);
    const whole = numberIn(this.row, part.of);
    if (whole === null) return null;
    if (part.share >= 1) return whole;
    // Limits differ from unit to unit; running totals of one list stay close to their share.
    const share = field.type === "limit" ? shareOf(this.place.unit.name, part.share) : part.share;
    return Math.min(whole, Math.round(whole * share * random.between(low, high)));
  }

  private date(field: Field): SampleValue {
    const { aims, dataset, random, span } = this.list;
    const { day } = this.place;
    if (field.name === dataset.date[0]) return day;
    const [low, high] = usualDelays[field.name] ?? (field.event ? [0, 10] : [10, 10]);
    if (!field.event) return Math.max(span.start, day + random.integer(low, high));
    const filled = aims.filled.get(`${dataset.name}.${field.name}`) ?? 0.97;
    if (!this.says(field, filled)) return null;
    const delay =
      high > low && random.chance(LATE) ? random.integer(high + 3, high + 12) : random.integer(low, high);
    // What would come after the data ends has not happened yet.
    return day + delay > span.end ? null : day + delay;
  }
}
