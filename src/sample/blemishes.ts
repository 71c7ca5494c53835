import type { Field } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import { CodeLookup } from "../model/reading/codes.ts";
import type { SampleCell } from "../model/sample-sheet.ts";
import { idOf } from "./ids.ts";
import type { SampleContext, SampleList } from "./lists.ts";
import type { Random } from "./random.ts";
import { isSeries } from "./series.ts";
import type { ListRow } from "./values.ts";

const ENOUGH_ROWS = 40;

/** What is wrong with real exports, a little of each: rows first, then single cells. */
export class Blemishes {
  private readonly context: SampleContext;
  private readonly random: Random;
  private readonly strange: SampleList | undefined;
  private readonly longest: SampleList | undefined;
  private wanted = { number: 1, code: 1, flag: 2 };

  constructor(context: SampleContext, lists: readonly SampleList[], random: Random) {
    this.context = context;
    this.random = random;
    const plain = lists.filter(({ dataset, rows }) => !isSeries(dataset) && rows.length >= ENOUGH_ROWS);
    const refers = (one: SampleList) =>
      lists.some(
        (other) => other !== one && [one, other].some((a) => carriesKeyOf(a === one ? other : one, a)),
      );
    this.strange = plain.find((list) => !refers(list)) ?? plain[0];
    this.longest = [...plain].sort((a, b) => b.rows.length - a.rows.length)[0];
  }

  /** Repeated rows, rows of another year, a unit that nobody knows, a row without its key. */
  rows(list: SampleList): ListRow[] {
    const { dataset, rows } = list;
    const [key, ...more] = dataset.key;
    if (isSeries(dataset) || key === undefined || more.length > 0 || rows.length < ENOUGH_ROWS) {
      return [...rows];
    }
    const added: ListRow[] = [];
    const copy = (change: (row: ListRow, idOn: (day: Day) => string) => ListRow) => {
      const row = rows[this.random.integer(0, rows.length - 1)];
      if (row === undefined) return;
      const number = rows.length + added.length + 1;
      added.push(change(row, (day) => idOf({ dataset, field: key, unit: 0, row: number, day })));
    };
    copy((row) => row);
    copy((row) => withValues(row, this.contradiction(row, list)));
    const { period } = this.context.plan;
    if (dataset.date.length > 0 && dataset.period && period !== null) {
      for (const day of [period.start - 3, period.start - 11]) {
        copy((row, idOn) => moved(row, idOn(day), day, list));
      }
    }
    if (list === this.strange) {
      const { stranger } = this.context.pool;
      const unit = dataset.unit ?? "";
      for (let time = 0; time < 2; time += 1)
        copy((row, idOn) =>
          withValues(row, [
            [key, idOn(row.day)],
            [unit, stranger],
          ]),
        );
    }
    if (list === this.longest) copy((row) => withValues(row, [[key, null]]));
    return [...rows, ...added];
  }

  private contradiction({ values }: ListRow, { dataset, used }: SampleList): [string, string][] {
    for (const { name, type } of dataset.fields.values()) {
      if (type === "flag" && used.has(name) && values.get(name) === "是") return [[name, "否"]];
    }
    return [];
  }

  /** A cell as someone may have left it; most stay as they are. */
  cell(cell: SampleCell, field: Field, list: SampleList, row: number): SampleCell {
    const { dataset, used, rows } = list;
    const name = field.name;
    const apart = dataset.key.includes(name) || name === dataset.unit || isSeries(dataset);
    if (cell === null || apart || !used.has(name) || rows.length < ENOUGH_ROWS) return cell;
    if (
      this.wanted.number > 0 &&
      row >= 7 &&
      !field.counts &&
      (field.type === "number" || field.type === "limit")
    ) {
      this.wanted.number -= 1;
      return "待核实";
    }
    if (this.wanted.code > 0 && row >= 19 && field.type === "code") {
      this.wanted.code -= 1;
      return this.strangeCode(field);
    }
    const imperfect = (this.context.aims.shares.get(`${dataset.name}.${name}`)?.share ?? 1) < 1;
    if (this.wanted.flag > 0 && field.type === "flag" && imperfect && this.random.chance(0.1)) {
      this.wanted.flag -= 1;
      return null;
    }
    return cell;
  }

  private strangeCode({ codes }: Field): string {
    const list = this.context.plan.dictionary.codes.get(codes ?? "");
    const lookup = new CodeLookup(list ?? { values: {}, groups: {} });
    return ["待定", "不详"].find((word) => lookup.read(word) === undefined) ?? "？？";
  }
}

function carriesKeyOf(list: SampleList, { dataset }: SampleList): boolean {
  const [key, ...more] = dataset.key;
  return key !== undefined && more.length === 0 && list.dataset.fields.has(key);
}

function withValues(row: ListRow, changes: readonly (readonly [string, string | null])[]): ListRow {
  return { ...row, values: new Map([...row.values, ...changes]) };
}

function moved(row: ListRow, id: string, day: number, { dataset }: SampleList): ListRow {
  const values = new Map(row.values);
  for (const { name, type } of dataset.fields.values()) {
    const value = values.get(name);
    if (type === "date" && typeof value === "number") values.set(name, value - row.day + day);
  }
  values.set(dataset.key[0] ?? "", id);
  return { ...row, values, day };
}
