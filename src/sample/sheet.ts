import { formatDay } from "../model/day.ts";
import type { SampleCell, SampleSheet } from "../model/sample-sheet.ts";
import { syntheticMark } from "../model/synthetic.ts";
import type { Blemishes } from "./blemishes.ts";
import { type CellWriter, writerOf } from "./cells.ts";
import { columnsOf, type SampleColumn } from "./headings.ts";
import type { SampleContext, SampleList } from "./lists.ts";
import { Random } from "./random.ts";
import { isSeries } from "./series.ts";
import type { ListRow } from "./values.ts";

const SERIAL = "序号";

/** Writes a list as a platform exports it: title, time, headings, rows, totals, a remark. */
export function sheetOf(
  list: SampleList,
  context: SampleContext,
  blemishes: Blemishes,
  omitted: string | null,
): SampleSheet {
  const { dataset } = list;
  const random = Random.for(context.seed, `sheet ${dataset.name}`);
  // Nobody exports a column in which nothing stands.
  const columns = columnsOf(dataset, omitted, random).filter(
    ({ field }) =>
      list.used.has(field.name) || list.rows.some(({ values }) => (values.get(field.name) ?? null) !== null),
  );
  const serial = random.chance(0.5);
  const writing = new SheetWriting(list, context, columns, serial, random, blemishes);
  const rows = writing.rows(sorted(blemishes.rows(list), list));
  const place = context.plan.directory.place ?? "";
  return {
    name: dataset.name,
    above: [
      `${place}一体化政务服务平台 ${dataset.name}导出（${syntheticMark}）`,
      `导出时间：${formatDay(context.span.end)} 17:30:00`,
    ],
    headings: [...(serial ? [SERIAL] : []), ...columns.map(({ heading }) => heading)],
    rows,
    below: [`数据来源：${syntheticMark}，仅供演示，不含任何真实记录`],
  };
}

function sorted(rows: ListRow[], { dataset }: SampleList): ListRow[] {
  return dataset.date.length === 0 || isSeries(dataset) ? rows : rows.sort((a, b) => a.day - b.day);
}

class SheetWriting {
  private readonly writers: readonly CellWriter[];
  private readonly usual: "name" | "full";
  private readonly written = new Map<ListRow, SampleCell[]>();
  private readonly list: SampleList;
  private readonly context: SampleContext;
  private readonly columns: readonly SampleColumn[];
  private readonly serial: boolean;
  private readonly random: Random;
  private readonly blemishes: Blemishes;

  constructor(
    list: SampleList,
    context: SampleContext,
    columns: readonly SampleColumn[],
    serial: boolean,
    random: Random,
    blemishes: Blemishes,
  ) {
    this.list = list;
    this.context = context;
    this.columns = columns;
    this.serial = serial;
    this.random = random;
    this.blemishes = blemishes;
    this.usual = random.pick(["name", "full"]);
    const { codes } = context.plan.dictionary;
    this.writers = columns.map(({ field }) =>
      field.name === list.dataset.unit
        ? (value) => this.unitName(String(value))
        : writerOf(field, codes.get(field.codes ?? ""), random),
    );
  }

  rows(rows: readonly ListRow[]): SampleCell[][] {
    const totalled = this.columns.some(({ field }) => field.counts && field.name !== this.list.dataset.unit);
    const cells = rows.map((row, index) => this.row(row, index));
    if (!totalled) return cells;
    if (!isSeries(this.list.dataset)) return [...cells, this.total(rows)];
    const days = [...new Set(rows.map(({ day }) => day))];
    return days.flatMap((day) => {
      const block = rows.flatMap((row, index) => (row.day === day ? [cells[index] ?? []] : []));
      return [...block, this.total(rows.filter((row) => row.day === day))];
    });
  }

  private row(row: ListRow, index: number): SampleCell[] {
    // A repeated row is repeated to the letter.
    const cells = this.written.get(row) ?? this.write(row, index);
    this.written.set(row, cells);
    return this.serial ? [index + 1, ...cells] : cells;
  }

  private write({ values }: ListRow, index: number): SampleCell[] {
    return this.columns.map(({ field }, at) => {
      const written = this.writers[at]?.(values.get(field.name) ?? null) ?? null;
      return this.blemishes.cell(written, field, this.list, index);
    });
  }

  private total(rows: readonly ListRow[]): SampleCell[] {
    const sums = this.columns.map(({ field }, at): SampleCell => {
      if (!field.counts) return at === 0 && !this.serial ? "合计" : null;
      const numbers = rows
        .map(({ values }) => values.get(field.name))
        .filter((one) => typeof one === "number");
      return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0);
    });
    return this.serial ? ["合计", ...sums] : sums;
  }

  private unitName(name: string): string {
    const unit = this.context.plan.directory.units.find((one) => one.name === name);
    return unit === undefined ? name : this.context.pool.written(unit, this.usual, this.random);
  }
}
