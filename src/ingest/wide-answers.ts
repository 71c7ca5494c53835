import type { Field } from "../model/dataset.ts";
import { clean } from "../model/reading/text.ts";
import type { AnswerNames } from "./answer-names.ts";
import type { Across, Block, BoundColumn, SheetBinding } from "./binding.ts";
import type { HeadRow } from "./heading-rows.ts";
import type { Labels } from "./labels.ts";
import { statedDay } from "./stated-day.ts";

const LOOK_AT = 40;
const PARTS: ReadonlySet<string> = new Set(["数值", "分子", "分母"]);

/** Which way a table of answers runs: what its headings name, and what stands at the left of its rows. */
interface Direction {
  readonly form: Across["form"];
  readonly across: string;
  readonly down: string;
  /** What a heading names, as written alike for all its spellings. */
  readonly headingOf: (text: string) => string | undefined;
  readonly labelOf: (text: string) => string | undefined;
  /** Whether a heading can mean nothing else. */
  readonly isCertain: (text: string) => boolean;
}

/** Recognises answers with a column for each unit, or for each indicator; null when a sheet holds none. */
export function wideAnswers(
  head: readonly HeadRow[],
  names: AnswerNames,
  labels: Labels,
): SheetBinding | null {
  const unit = (text: string) => names.unitOf(text);
  const indicator = (text: string) => names.indicatorOf(text);
  const directions: Direction[] = [
    {
      form: "units-across",
      across: "责任单位",
      down: "指标编号",
      headingOf: unit,
      labelOf: indicator,
      isCertain: () => true,
    },
    {
      form: "indicators-across",
      across: "指标编号",
      down: "责任单位",
      headingOf: indicator,
      labelOf: unit,
      isCertain: (text) => indicator(text) === clean(text),
    },
  ];
  const found = directions.flatMap((direction) => {
    for (let at = 0; at < Math.min(head.length, LOOK_AT); at += 1) {
      const binding = bindAt(head, at, direction, names, labels);
      if (binding !== null) return [binding];
    }
    return [];
  });
  return found.sort((a, b) => b.columns.length - a.columns.length)[0] ?? null;
}

function bindAt(
  head: readonly HeadRow[],
  at: number,
  direction: Direction,
  names: AnswerNames,
  labels: Labels,
): SheetBinding | null {
  const upper = head[at];
  if (upper === undefined) return null;
  const named = upper.text.flatMap((cell, column) =>
    direction.headingOf(clean(cell)) === undefined ? [] : [column],
  );
  const distinct = new Set(named.map((column) => direction.headingOf(clean(upper.text[column] ?? ""))));
  const [first] = named;
  if (first === undefined || upper.text.some((cell) => /^[\d.,%]+$/.test(clean(cell)))) return null;
  const rows = [upper, ...headingsBelow(head, at, first, direction, names)];
  const below = head.slice(at + rows.length);
  const labelColumn = bestLabel(below, new Set(named), direction);
  if (labelColumn < 0) return null;
  // A lone heading may be anything: 投诉建议 counts complaints elsewhere.
  const label = rows.map(({ text }) => names.fieldOf(clean(text[labelColumn] ?? ""))?.name);
  if (distinct.size < 2 && !(label.includes(direction.down) && direction.isCertain(upper.text[first] ?? "")))
    return null;
  return assemble(head, at, rows, labelColumn, named, direction, names, labels);
}

/** 数值, 分子 and 分母 under each heading; or the same headings once more, as names under clauses. */
function headingsBelow(
  head: readonly HeadRow[],
  at: number,
  first: number,
  { headingOf }: Direction,
  names: AnswerNames,
): HeadRow[] {
  const [upper, lower] = [head[at], head[at + 1]];
  if (upper === undefined || lower?.number !== upper.number + 1) return [];
  const cells = lower.text.slice(first).map(clean);
  const parts = cells.filter((cell) => PARTS.has(names.fieldOf(cell)?.name ?? ""));
  if (parts.length >= 2) return [lower];
  const again = cells.filter((cell, offset) => {
    const own = headingOf(cell);
    return own !== undefined && own === headingOf(clean(upper.text[first + offset] ?? ""));
  });
  return again.length >= 2
    ? [lower, ...headingsBelow(head, at + 1, first, { headingOf } as Direction, names)]
    : [];
}

/** The column, not one of the answers', in which most rows name what the table runs down by. */
function bestLabel(below: readonly HeadRow[], answers: ReadonlySet<number>, { labelOf }: Direction): number {
  const counts = new Map<number, number>();
  for (const { text } of below) {
    for (const [column, cell] of text.entries()) {
      if (answers.has(column) || labelOf(clean(cell)) === undefined) continue;
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}

function assemble(
  head: readonly HeadRow[],
  at: number,
  rows: readonly HeadRow[],
  labelColumn: number,
  named: readonly number[],
  direction: Direction,
  names: AnswerNames,
  labels: Labels,
): SheetBinding | null {
  const { dataset } = names;
  const [upper] = rows;
  const lowest = rows.at(-1);
  if (upper === undefined || lowest === undefined) return null;
  const field = (name: string): Field | undefined => dataset.fields.get(name);
  const width = Math.max(...rows.map(({ text }) => text.length));
  const cell = (row: HeadRow, column: number) => clean(row.text[column] ?? "");
  const heading = (column: number) =>
    [...new Set(rows.map((row) => cell(row, column)))].filter((text) => text !== "").join("/");
  const last = named.at(-1) ?? 0;
  const blocks: Block[] = [];
  const unmatched: string[] = [];
  const doubled: { field: string; heading: string }[] = [];
  const columns: BoundColumn[] = [];
  const seen = new Set<string>();
  const bound = (column: number, of: Field | undefined, by: BoundColumn["by"], as = heading(column)) =>
    of === undefined ? [] : [{ column, field: of, heading: as, by, unit: null }];

  columns.push(...bound(labelColumn, field(direction.down), "alias"));
  for (let column = 0; column < width; column += 1) {
    if (column === labelColumn) continue;
    const title = cell(upper, column);
    const own = names.fieldOf(heading(column));
    if (named.includes(column) || isStranger(column, title, named, direction, names, labels)) {
      const meant = direction.headingOf(title) ?? title;
      if (seen.has(meant)) {
        doubled.push({ field: direction.across, heading: title });
        continue;
      }
      seen.add(meant);
      const until = nextFilled(
        upper,
        column,
        column >= last ? partsEnd(lowest, column, width, names, rows) : width,
      );
      const answers = answersIn(column, until, rows, names).flatMap(([where, of]) =>
        bound(where, of, "across", where === column ? heading(where) : `${title}/${cell(lowest, where)}`),
      );
      if (answers.length === 0) unmatched.push(title);
      else
        blocks.push({
          columns: answers,
          own: answers.map((answer) => answer.column),
          given: new Map([[direction.across, title]]),
        });
      columns.push(...answers);
      column = until - 1;
    } else if (own?.name === "统计日期") columns.push(...bound(column, own, "alias"));
    else if (heading(column) !== "") unmatched.push(heading(column));
  }
  if (blocks.length === 0) return null;
  const dated = columns.some((column) => column.field.name === "统计日期");
  const day = dated ? null : statedDay(head.slice(0, at));
  const given = day === null ? [] : ([["统计日期", day]] as const);
  const shared = columns.filter(({ column, field: of }) => column === labelColumn || of.name === "统计日期");
  return {
    dataset,
    headerRow: lowest.number,
    headerRows: rows.map(({ number }) => number),
    columns,
    unmatched,
    doubled,
    across: {
      form: direction.form,
      given: [direction.across, ...given.map(([name]) => name)],
      blocks: blocks.map((block) => ({
        own: block.own,
        columns: [...shared.filter((column) => !block.columns.includes(column)), ...block.columns],
        given: new Map([...block.given, ...given]),
      })),
    },
  };
}

/** Between the columns of known units another heading is a unit as well, if one that nobody knows. */
function isStranger(
  column: number,
  title: string,
  named: readonly number[],
  { form }: Direction,
  names: AnswerNames,
  labels: Labels,
): boolean {
  if (form !== "units-across" || title === "") return false;
  const between = column > (named[0] ?? 0) && column < (named.at(-1) ?? 0);
  return between && names.fieldOf(title) === undefined && labels.totalLevel(title) === null;
}

function nextFilled(row: HeadRow, column: number, most: number): number {
  let next = column + 1;
  while (next < most && clean(row.text[next] ?? "") === "") next += 1;
  return next;
}

/** How far the parts of the last heading go. */
function partsEnd(
  lowest: HeadRow,
  column: number,
  width: number,
  names: AnswerNames,
  rows: readonly HeadRow[],
): number {
  if (rows.length === 1) return column + 1;
  let end = column + 1;
  while (end < width && names.fieldOf(clean(lowest.text[end] ?? "")) !== undefined) end += 1;
  return end;
}

/** The columns of one heading by what they hold: its value alone, or its parts. */
function answersIn(
  from: number,
  until: number,
  rows: readonly HeadRow[],
  names: AnswerNames,
): [number, Field][] {
  const value = names.dataset.fields.get("数值");
  const lowest = rows.at(-1);
  const parts = new Map<string, [number, Field]>();
  for (let column = from; column < until; column += 1) {
    const field = names.fieldOf(clean(lowest?.text[column] ?? ""));
    if (field !== undefined && PARTS.has(field.name) && !parts.has(field.name))
      parts.set(field.name, [column, field]);
  }
  if (parts.size > 0) return [...parts.values()];
  return value === undefined ? [] : [[from, value]];
}
