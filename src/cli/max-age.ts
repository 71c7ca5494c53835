import { basename } from "node:path";
import { formatDay, parseDay } from "../model/day.ts";
import { nearest } from "../model/nearest.ts";
import type { Report } from "../model/report.ts";
import { type Problem, problem } from "../problem.ts";
import { dateInName } from "./config/newest.ts";
import type { OptionReader } from "./options.ts";

/** How old data may be, in days before as-of; null is any age. */
export interface MaxAge {
  /** Of datasets that are not named. */
  readonly others: number | null;
  readonly named: ReadonlyMap<string, number | null>;
}

const FORM = /^(?:([^=]+)=)?(\d{1,5}|none)$/;

/** --max-age 14 --max-age 投诉建议=60 --max-age 好差评=none; null without it. */
export function maxAgeOf(read: OptionReader): MaxAge | null {
  const texts = read.texts("maxAge");
  if (texts.length === 0) return null;
  const found = texts.map((text) => FORM.exec(text));
  const wrong = texts.find((_, at) => found[at] === null);
  if (wrong !== undefined)
    read.add(
      problem("U003", {}, { flag: "--max-age", value: wrong, expected: "14, 办件明细=7, 投诉建议=none" }),
    );
  const days = found.flatMap((match): [string, number | null][] => {
    if (match === null) return [];
    const [, dataset = "", most] = match;
    return [[dataset.trim(), most === "none" ? null : Number(most)]];
  });
  const named = new Map(days.filter(([dataset]) => dataset !== ""));
  return { others: days.findLast(([dataset]) => dataset === "")?.[1] ?? null, named };
}

/** Names of datasets that the plan's dictionary lacks. */
export function unknownDatasets({ named }: MaxAge, known: readonly string[]): Problem[] {
  return [...named.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => problem("U003", {}, flagged(name), nearest(name, known)));
}

const flagged = (name: string) => ({ flag: "--max-age", value: name, expected: "DATASET" });

/**
 * Datasets whose newest date is too old, each a problem. Where rows bear no date the names of files do, if
 * all of the dataset's have one: 事项清单_20221024.xlsx.
 */
export function staleData(report: Report, { others, named }: MaxAge): Problem[] {
  const asOf = parseDay(report.asOf) ?? 0;
  return datasetsIn(report).flatMap((dataset) => {
    const most = named.has(dataset) ? (named.get(dataset) ?? null) : others;
    const newest = newestIn(report, dataset);
    if (most === null || newest === null) return [];
    const days = asOf - newest.day;
    if (days <= most) return [];
    const { asOf: day } = report;
    const { field, files } = newest;
    const shown = files.slice(0, MOST).join("、") + (files.length > MOST ? " …" : "");
    return [
      problem(
        "D024",
        {},
        { dataset, latest: formatDay(newest.day), field, files: shown, asOf: day, days, most },
      ),
    ];
  });
}

const MOST = 3;

function datasetsIn({ inputs }: Report): string[] {
  return [...new Set(inputs.flatMap(({ sheets }) => sheets.flatMap(({ dataset }) => dataset ?? [])))];
}

function newestIn(report: Report, dataset: string) {
  const files = report.inputs
    .filter(({ sheets }) => sheets.some((sheet) => sheet.dataset === dataset && sheet.rows > 0))
    .map(({ file }) => file);
  const fresh = report.quality.freshness.find((one) => one.dataset === dataset);
  if (fresh !== undefined) return { day: parseDay(fresh.latest) ?? 0, field: fresh.field, files };
  const days = files.map((file) => dateInName(basename(file)));
  if (days.length === 0 || days.includes(null)) return null;
  return { day: Math.max(...days.map((day) => day ?? 0)), field: "", files };
}
