import { addressOf } from "../ingest/address.ts";
import type { Block } from "../ingest/binding.ts";
import type { RawRow } from "../ingest/reader.ts";
import { RowReader } from "../ingest/row-reader.ts";
import { type Check, fieldsChecked } from "../model/check.ts";
import type { Dataset, Field } from "../model/dataset.ts";
import { type Day, formatDay } from "../model/day.ts";
import type { Suspicion } from "../model/evidence.ts";
import type { CellRead } from "../model/reading/reading.ts";
import type { Quality } from "../model/report.ts";
import type { Row } from "../model/value.ts";
import type { DatasetRun } from "./dataset-run.ts";
import { REPORTED } from "./reserved.ts";
import {
  type Look,
  type SheetView,
  type Watch,
  type WatchContext,
  type WatchRow,
  watchOf,
} from "./sanity-watches.ts";

/** A look at a used row. */
export type RowDoubt = (raw: RawRow, row: Row, day: Day | null) => void;

export interface SanityContext extends Omit<WatchContext, "dataset"> {
  readonly placeOf: (sheet: number) => { file: string; sheet: string };
}

/** Looks for what can hardly be true in the used rows of a dataset; it changes none of them. */
export class DatasetSanity {
  private readonly watches: readonly { check: Check; watch: Watch }[];
  private latest: Day | null = null;
  private readonly run: DatasetRun;
  private readonly context: SanityContext;

  constructor(run: DatasetRun, context: SanityContext) {
    this.run = run;
    this.context = context;
    const { dataset } = run;
    this.watches = [...dataset.checks, ...impliedChecks(dataset)].map((check) => ({
      check,
      watch: watchOf(check, { ...context, dataset }),
    }));
  }

  /** The look at each used row of a sheet, or at one record of each row, for the checks whose columns it has. */
  over(
    number: number,
    held: Pick<Block, "columns"> & Partial<Pick<Block, "given">>,
    readingFor: (field: Field) => CellRead,
  ): RowDoubt {
    const { dataset, layout } = this.run;
    const columns = new Map(held.columns.map(({ field, column }) => [field.name, column]));
    const names = new Set([...columns.keys(), ...(held.given?.keys() ?? [])]);
    const watches = this.watches.filter(({ check }) =>
      fieldsChecked(check).every((field) => names.has(field)),
    );
    const more = [...names].flatMap((name) => {
      const wanted = watches.some(({ check }) => fieldsLookedAt(check, dataset).includes(name));
      const field = dataset.fields.get(name);
      return wanted && field !== undefined && layout.indexOf(name) < 0 ? [field] : [];
    });
    const reader = more.length === 0 ? null : new RowReader(held, more, readingFor, this.context.asOf);
    const place = this.context.placeOf(number);
    let current: RawRow | undefined;
    const view: SheetView = {
      look: (name) =>
        lookAt(
          layout.indexOf(name),
          more.findIndex((field) => field.name === name),
        ),
      cell: (name, row) => ({ ...place, cell: addressOf(columns.get(name) ?? 0, row), row }),
      written: (name) => current?.text(columns.get(name) ?? -1).slice(0, 80) ?? "",
    };
    const looks: WatchRow[] = watches.map(({ watch }) => watch.over(view));
    const others: Row = reader?.values ?? [];
    return (raw, row, day) => {
      if (day !== null && (this.latest === null || day > this.latest)) this.latest = day;
      if (looks.length === 0) return;
      current = raw;
      reader?.read(raw);
      for (let at = 0; at < looks.length; at += 1) looks[at]?.(row, others, raw.number, day);
    };
  }

  finish(): Suspicion[] {
    return this.watches.flatMap(({ watch }) => {
      watch.finish?.();
      return watch.tally.result ?? [];
    });
  }

  /** Null where rows have no date, or only a year. */
  get freshness(): Quality["freshness"][number] | null {
    const { dataset } = this.run;
    const field = dataset.date.find((name) => this.run.bound.has(name));
    if (field === undefined || this.latest === null || dataset.fields.get(field)?.type !== "date")
      return null;
    const daysBehind = this.context.asOf - this.latest;
    return { dataset: dataset.name, field, latest: formatDay(this.latest), daysBehind };
  }
}

/** Amounts are never negative; what people report may be, but a rate of theirs is not over 100 %. */
function impliedChecks({ name, fields }: Dataset): Check[] {
  if (name === REPORTED) return [{ kind: "within-100", field: "数值" }];
  return [...fields.values()]
    .filter(({ type, derived }) => derived === null && (type === "number" || type === "limit"))
    .map((field) => ({ kind: "not-negative", field: field.name }));
}

function fieldsLookedAt(check: Check, { unit, fields }: Dataset): string[] {
  const own = fieldsChecked(check);
  if (check.kind === "rises") return unit === null ? own : [...own, unit];
  return check.kind === "within-100" ? [...fields.keys()] : own;
}

function lookAt(at: number, extra: number): Look {
  if (at >= 0) return (row) => row[at] ?? null;
  return extra < 0 ? () => null : (_, more) => more[extra] ?? null;
}
