import { keyOf, type Surroundings } from "../measure/surroundings.ts";
import { NO_UNIT } from "../measure/tally.ts";
import type { Check, CheckKind, FieldValue } from "../model/check.ts";
import type { Dataset } from "../model/dataset.ts";
import { type Day, formatDay } from "../model/day.ts";
import { compareExact, type Exact } from "../model/exact.ts";
import type { Params } from "../model/language.ts";
import type { PhraseCode } from "../model/phrases.ts";
import type { Row, Value } from "../model/value.ts";
import type { DatasetRun } from "./dataset-run.ts";
import { Reference } from "./references.ts";
import { RisingSeries } from "./rising-series.ts";
import { type SuspectCell, SuspicionTally } from "./suspicions.ts";
import type { UnitTable } from "./unit-table.ts";

/** What checks know besides the row. */
export interface WatchContext {
  readonly dataset: Dataset;
  readonly asOf: Day;
  readonly units: UnitTable;
  readonly literal: Surroundings["literal"];
  /** Whether an id in 指标填报 is that of an indicator measured in %. */
  readonly isPercent: (id: string) => boolean;
  readonly runOf: (dataset: string) => DatasetRun | undefined;
}

/** A field's value in a used row: among those that the plan reads, or those read for checks only. */
export type Look = (row: Row, more: Row) => Value;

/** The sheet that is being read. */
export interface SheetView {
  look(field: string): Look;
  /** The cell of a field in a row, by sheet row. */
  cell(field: string, row: number): Omit<SuspectCell, "value">;
  /** A field of the current row as written. */
  written(field: string): string;
}

export type WatchRow = (row: Row, more: Row, number: number, day: Day | null) => void;

/** A check of a dataset, over all its sheets. */
export interface Watch {
  readonly tally: SuspicionTally;
  over(sheet: SheetView): WatchRow;
  /** Once every dataset has been read. */
  finish?(): void;
}

/** What looks wrong in a row, as shown to people; null when nothing does. */
type Find = (row: Row, more: Row) => string | null;

type Watches = { [K in CheckKind]: (check: Extract<Check, { kind: K }>, context: WatchContext) => Watch };

const watches = {
  order: ({ earlier, later }, context) =>
    watching(context, "before-earlier", { earlier, later }, later, ({ look }) => {
      const [from, to] = [look(earlier), look(later)];
      return (row, more) => {
        const a = from(row, more) as Day | null;
        const b = to(row, more) as Day | null;
        return a === null || b === null || b >= a ? null : `${formatDay(b)} < ${formatDay(a)}`;
      };
    }),
  "not-more": ({ field, limit }, context) =>
    watching(context, "more-than-limit", { field, limit }, field, ({ look }) => {
      const [part, whole] = [look(field), look(limit)];
      return (row, more) => {
        const a = part(row, more) as Exact | null;
        const b = whole(row, more) as Exact | null;
        return a === null || b === null || compareExact(a, b) <= 0 ? null : `${shown(a)} > ${shown(b)}`;
      };
    }),
  implies: ({ when, must }, context) => {
    const with_ = { field: when.field, value: when.value, other: must.field, expected: must.value };
    return watching(context, "contradicts", with_, must.field, ({ look }) => {
      const [asks, holds] = [equals(when, context), equals(must, context)];
      const [condition, demand] = [look(when.field), look(must.field)];
      return (row, more) => {
        const given = condition(row, more);
        const found = demand(row, more);
        return given === null || found === null || !asks(given) || holds(found) ? null : shown(found);
      };
    });
  },
  past: ({ field }, context) =>
    watching(context, "in-future", { field }, field, ({ look }) => {
      const date = look(field);
      return (row, more) => {
        const day = date(row, more) as Day | null;
        return day === null || day <= context.asOf ? null : formatDay(day);
      };
    }),
  "above-zero": ({ field }, context) =>
    watching(context, "no-limit", { field }, field, ({ look, written }) => {
      const amount = look(field);
      return (row, more) => {
        const value = amount(row, more) as Exact | null;
        return value !== null && compareExact(value, 0) !== 0 ? null : written(field);
      };
    }),
  "not-negative": ({ field }, context) =>
    watching(context, "negative", { field }, field, ({ look }) => {
      const amount = look(field);
      return (row, more) => {
        const value = amount(row, more) as Exact | null;
        return value === null || compareExact(value, 0) >= 0 ? null : shown(value);
      };
    }),
  "within-100": ({ field }, context) =>
    watching(context, "over-100", { field }, field, ({ look }) => {
      const [id, amount, numerator, denominator] = ["指标编号", field, "分子", "分母"].map(look);
      return (row, more) => {
        const of = (read: Look | undefined) => (read?.(row, more) ?? null) as Exact | null;
        if (!context.isPercent(String(id?.(row, more) ?? ""))) return null;
        const [value, part, whole] = [of(amount), of(numerator), of(denominator)];
        if (value !== null && compareExact(value, 100) > 0) return shown(value);
        return part === null || whole === null || compareExact(part, whole) <= 0
          ? null
          : `${shown(part)} / ${shown(whole)}`;
      };
    }),
  rises: ({ field }, context) => {
    const tally = new SuspicionTally(context.dataset.name, "total-falls", { field });
    const series = new RisingSeries<() => Omit<SuspectCell, "value">>();
    const { unit } = context.dataset;
    const over = ({ look, cell }: SheetView): WatchRow => {
      const [amount, name] = [look(field), unit === null ? () => null : look(unit)];
      return (row, more, number, day) => {
        const total = amount(row, more) as Exact | null;
        const owner = context.units.numberOf(name(row, more));
        if (total === null || day === null || owner === NO_UNIT) return;
        const fallen = series.fall(owner, { day, total, place: () => cell(field, number) });
        if (fallen === undefined) return;
        const { earlier, later } = fallen;
        tally.add(() => ({ ...later.place(), value: `${shown(later.total)} < ${shown(earlier.total)}` }));
      };
    };
    return { tally, over };
  },
  listed: ({ field, dataset }, context) => {
    const tally = new SuspicionTally(context.dataset.name, "not-listed", { field, list: dataset });
    const reference = new Reference(dataset === context.dataset.name ? undefined : context.runOf(dataset));
    const over = ({ look }: SheetView): WatchRow => {
      const key = look(field);
      return (row, more) => {
        const value = key(row, more);
        if (value !== null) reference.see(keyOf(value));
      };
    };
    return { tally, over, finish: () => tally.addRows(reference.strangers(context.runOf(dataset))) };
  },
} satisfies Watches;

export function watchOf(check: Check, context: WatchContext): Watch {
  return (watches[check.kind] as (check: Check, context: WatchContext) => Watch)(check, context);
}

function watching(
  { dataset }: WatchContext,
  code: PhraseCode,
  with_: Params,
  field: string,
  findIn: (sheet: SheetView) => Find,
): Watch {
  const tally = new SuspicionTally(dataset.name, code, with_);
  const over = (sheet: SheetView): WatchRow => {
    const find = findIn(sheet);
    return (row, more, number) => {
      const value = find(row, more);
      if (value !== null) tally.add(() => ({ ...sheet.cell(field, number), value }));
    };
  };
  return { tally, over };
}

function equals({ field, value }: FieldValue, { dataset, literal }: WatchContext) {
  const declared = dataset.fields.get(field);
  const values = declared === undefined ? [] : literal(declared, value);
  const keys = new Set(values.flatMap((one) => (one === null ? [] : [keyOf(one)])));
  return (found: Exclude<Value, null>): boolean =>
    Array.isArray(found) ? found.some((member) => keys.has(member)) : keys.has(keyOf(found));
}

function shown(value: Exclude<Value, null>): string {
  if (typeof value === "object" && "toFraction" in value)
    return String(Number(value.valueOf().toPrecision(12)));
  return Array.isArray(value) ? value.join("、") : String(value);
}
