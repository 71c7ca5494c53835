import type { Dataset, Field } from "../../model/dataset.ts";
import type { Day } from "../../model/day.ts";
import type { Plan } from "../../model/plan.ts";
import type { SampleCell, SampleTable } from "../../render/sample-workbook.ts";
import type { Amounts } from "./amounts.ts";
import { codes, inTurn, numbers, onlyWhere, timesItsSource, yes } from "./habits.ts";
import type { Random } from "./random.ts";

export type SampleRow = Map<string, SampleCell>;

export interface SampleSettings {
  readonly plan: Plan;
  readonly random: Random;
  readonly rows: number;
  readonly start: Day;
  readonly end: Day;
  readonly amounts: Amounts;
  /** How good a unit is: 0.9 gets nine tenths of the usual share of 是. */
  readonly quality: (unit: string) => number;
}

interface Source {
  readonly field: string;
  readonly dataset: Dataset;
  readonly rows: readonly SampleRow[];
}

/** The rows of one list; `made` are the lists before it, which its ids refer to. */
export function sampleRows(
  dataset: Dataset,
  units: readonly string[],
  settings: SampleSettings,
  made: ReadonlyMap<string, { dataset: Dataset; rows: readonly SampleRow[] }>,
): SampleRow[] {
  const source = sourceOf(dataset, made);
  if (source === undefined) {
    const count = Math.max(units.length, isSeries(dataset) ? units.length * 2 : settings.rows);
    return Array.from({ length: count }, (_, index) => {
      return new RowMaker(
        dataset,
        settings,
        index,
        units[index % units.length] ?? "",
        undefined,
        count,
      ).make();
    });
  }
  // A few rows of the source stay without any row that refers to them.
  const referred = Math.max(1, Math.floor(source.rows.length * 0.97));
  const count = referred * (timesItsSource[dataset.name] ?? 1);
  return Array.from({ length: count }, (_, index) => {
    const from = source.rows[index % referred];
    const unit = from?.get(source.dataset.unit ?? "");
    const name = typeof unit === "string" ? unit : (units[index % units.length] ?? "");
    return new RowMaker(dataset, settings, Math.floor(index / referred), name, from, count, index).make();
  });
}

/** A running total: one row a unit and date. */
function isSeries({ key, unit, date }: Dataset): boolean {
  return unit !== null && key.includes(unit) && date.some((field) => key.includes(field));
}

function sourceOf(dataset: Dataset, made: Parameters<typeof sampleRows>[3]): Source | undefined {
  for (const other of [...made.values()].reverse()) {
    const [key, ...more] = other.dataset.key;
    if (key !== undefined && more.length === 0 && dataset.fields.has(key) && !dataset.key.includes(key)) {
      return { field: key, ...other };
    }
  }
  return undefined;
}

class RowMaker {
  private readonly row: SampleRow = new Map();
  private readonly dataset: Dataset;
  private readonly settings: SampleSettings;
  private readonly turn: number;
  private readonly unit: string;
  private readonly from: SampleRow | undefined;
  private readonly number: number;
  private readonly units: number;
  private readonly day: Day;

  constructor(
    dataset: Dataset,
    settings: SampleSettings,
    turn: number,
    unit: string,
    from: SampleRow | undefined,
    count: number,
    number = turn,
  ) {
    this.dataset = dataset;
    this.settings = settings;
    this.turn = turn;
    this.unit = unit;
    this.from = from;
    this.number = number + 1;
    this.units = count;
    this.day = this.rowDay();
  }

  make(): SampleRow {
    const fields = [...this.dataset.fields.values()].filter(({ derived }) => derived === null);
    for (const field of fields) this.valueOf(field);
    return new Map(fields.map(({ name }) => [name, this.row.get(name) ?? null]));
  }

  private valueOf(field: Field): SampleCell {
    const known = this.row.get(field.name);
    if (known !== undefined) return known;
    this.row.set(field.name, null);
    const value = this.applies(field) ? this.fresh(field) : null;
    this.row.set(field.name, value);
    return value;
  }

  private applies(field: Field): boolean {
    const [name, values] = onlyWhere[field.name] ?? [];
    const other = name === undefined ? undefined : this.dataset.fields.get(name);
    return other === undefined || values === undefined || values.includes(String(this.valueOf(other)));
  }

  private fresh(field: Field): SampleCell {
    const { name } = field;
    if (name === this.dataset.unit) return this.unit;
    const copied = field.type === "id" || field.type === "text" ? this.from?.get(name) : undefined;
    if (copied !== undefined && copied !== null) return copied;
    return this.byType(field);
  }

  private byType(field: Field): SampleCell {
    const { random } = this.settings;
    switch (field.type) {
      case "id":
        return this.dataset.key.includes(field.name) ? `YS${String(this.number).padStart(8, "0")}` : null;
      case "text":
        return this.text(field);
      case "flag":
        return random.chance(this.likely(yes[field.name] ?? 0.93)) ? "是" : "否";
      case "code":
      case "set":
        return this.code(field);
      case "limit":
        return this.limit(field);
      case "number":
        return this.amount(field);
      case "rate":
        return `${random.integer(1, 9) * 10}%`;
      case "date":
        return this.date(field);
      case "year":
        return new Date(this.settings.start * 86_400_000).getUTCFullYear();
      default:
        return field.type satisfies never;
    }
  }

  private likely(probability: number): number {
    return Math.min(1, probability * this.settings.quality(this.unit));
  }

  private text({ name }: Field): SampleCell {
    if (name === this.dataset.title) return `${this.dataset.name}（演示）${this.number}`;
    return name.endsWith("时限单位") ? "工作日" : null;
  }

  private code(field: Field): SampleCell {
    const values = Object.keys(this.settings.plan.dictionary.codes.get(field.codes ?? "")?.values ?? {});
    if (inTurn.has(field.name)) return values[this.turn % values.length] ?? null;
    const weights = codes[field.codes ?? ""] ?? values.slice(0, 4).map((value) => [value, 1] as const);
    return weights.length === 0 ? null : this.settings.random.weighted(weights);
  }

  // The promised limit is about a quarter of the legal one.
  private limit({ name }: Field): SampleCell {
    const { random } = this.settings;
    const legal = this.dataset.fields.get("法定办结时限");
    if (!name.startsWith("承诺") || legal === undefined) return random.integer(2, 12) * 5;
    const longest = this.valueOf(legal);
    return typeof longest === "number" ? Math.max(1, Math.round(longest * random.between(0.12, 0.4))) : null;
  }

  private amount({ name }: Field): SampleCell {
    const { random, amounts } = this.settings;
    const field = `${this.dataset.name}.${name}`;
    const share = amounts.shares.get(field);
    const whole =
      share === undefined ? undefined : this.dataset.fields.get(share.of.slice(this.dataset.name.length + 1));
    if (share !== undefined && whole !== undefined) {
      const of = this.valueOf(whole);
      const part = Math.min(1, share.share * random.between(0.94, 1.08));
      return typeof of === "number" ? Math.round(of * part) : null;
    }
    const total = amounts.totals.get(field);
    if (total !== undefined) return Math.round((total / this.rowsOfTotal()) * random.between(0.85, 1.2));
    const [zero, low, high] = numbers[name] ?? [0, 100, 1000];
    if (random.chance(zero)) return 0;
    return random.integer(low, high);
  }

  /** Of a series only the last row of a unit counts. */
  private rowsOfTotal(): number {
    return isSeries(this.dataset) ? this.units / 2 : this.units;
  }

  private rowDay(): Day {
    const { random, start, end } = this.settings;
    if (isSeries(this.dataset)) return this.number <= this.units / 2 ? end - 28 : end;
    return Math.min(end, random.integer(this.earliest() ?? start, end - 10));
  }

  /** A rating comes after its case. */
  private earliest(): Day | undefined {
    const dates = [...(this.from?.values() ?? [])].filter((value) => value instanceof Date);
    const [first] = dates;
    return first === undefined ? undefined : Math.min(this.settings.end - 10, first.getTime() / 86_400_000);
  }

  private date(field: Field): SampleCell {
    const { random, end } = this.settings;
    const first = this.dataset.date.includes(field.name);
    if (first) return dateOf(this.day);
    if (!field.event) return dateOf(this.day + 10);
    if (!random.chance(this.likely(0.98))) return null;
    return dateOf(Math.min(end, this.day + random.integer(0, 8)));
  }
}

function dateOf(day: Day): Date {
  return new Date(day * 86_400_000);
}

export function tableOf(
  dataset: Dataset,
  rows: readonly SampleRow[],
  used: ReadonlySet<string>,
): SampleTable {
  const names = [...dataset.fields.values()]
    .filter(({ derived }) => derived === null)
    .map(({ name }) => name);
  const headings = names.filter((name) => used.has(name) || rows.some((row) => row.get(name) !== null));
  return {
    name: dataset.name,
    headings,
    rows: rows.map((row) => headings.map((name) => row.get(name) ?? null)),
  };
}
