import { nearestHeading } from "../ingest/heading-key.ts";
import type { Dictionary } from "../model/dataset.ts";
import type { Lack } from "../model/evidence.ts";
import type { Measure } from "../model/measure.ts";
import type { Plan } from "../model/plan.ts";
import type { Quality } from "../model/report.ts";
import { usageOf } from "../model/usage.ts";
import type { OpenSheet } from "./open-sheets.ts";

/** What a sheet or table holds, as far as rules can lack it. */
export interface Held extends Pick<OpenSheet, "unfilled"> {
  readonly binding: {
    readonly dataset: { readonly name: string };
    readonly columns: readonly { readonly field: { readonly name: string } }[];
    readonly unmatched: readonly string[];
  } | null;
}

/** Datasets and columns that a measure needs and no input has. */
export function lacksOf(measure: Measure, dictionary: Dictionary, sheets: readonly Held[]): Lack[] {
  const usage = usageOf(dictionary, [measure]);
  return [...usage.fields].flatMap(([name, used]): Lack[] => {
    const own = sheets.filter((sheet) => sheet.binding?.dataset.name === name && !sheet.unfilled);
    if (own.length === 0) return [{ dataset: name, fields: [], nearest: null }];
    const dataset = dictionary.datasets.get(name);
    const bound = new Set(
      own.flatMap((sheet) => sheet.binding?.columns.map((column) => column.field.name) ?? []),
    );
    const needed = new Set([
      ...used,
      ...keysLookedUp(name, usage.fields, dictionary),
      ...dateOfLatest(name, measure, dictionary, bound),
    ]);
    const lacking = [...needed].flatMap((fieldName) => {
      const field = dataset?.fields.get(fieldName);
      const optional =
        field === undefined || field.derived !== null || field.absent !== null || fieldName === dataset?.unit;
      return optional || bound.has(fieldName) ? [] : [field];
    });
    if (lacking.length === 0) return [];
    const headings = own.flatMap((sheet) => sheet.binding?.unmatched ?? []);
    const [first] = lacking;
    const nearest = first === undefined ? null : nearestHeading(first, headings);
    return [{ dataset: name, fields: lacking.map((field) => field.name), nearest }];
  });
}

/** What rules need and no input has: each dataset or column once, with the indicators that go without a value. */
export function everyLack(
  { indicators, dictionary }: Pick<Plan, "indicators" | "dictionary">,
  sheets: readonly Held[],
): Quality["lacks"] {
  const lacks = new Map<string, Quality["lacks"][number]>();
  for (const { id, measure } of indicators) {
    for (const { dataset, fields } of lacksOf(measure, dictionary, sheets)) {
      for (const field of fields.length === 0 ? [null] : fields) {
        const known = lacks.get(`${dataset}.${field}`);
        if (known !== undefined) known.indicators.push(id);
        else {
          const nearest = nearestOf(dataset, field, dictionary, sheets);
          lacks.set(`${dataset}.${field}`, { dataset, field, indicators: [id], nearest });
        }
      }
    }
  }
  return [...lacks.values()];
}

function nearestOf(
  dataset: string,
  name: string | null,
  dictionary: Dictionary,
  sheets: readonly Held[],
): string | null {
  const field = dictionary.datasets.get(dataset)?.fields.get(name ?? "");
  const own = sheets.filter(({ binding }) => binding?.dataset.name === dataset);
  const headings = own.flatMap(({ binding }) => binding?.unmatched ?? []);
  return field === undefined ? null : nearestHeading(field, headings);
}

/** Running totals go by the row's date: one of its columns must be there. */
function dateOfLatest(
  name: string,
  { of, to }: Measure,
  dictionary: Dictionary,
  bound: ReadonlySet<string>,
): string[] {
  const isLatest = [of, to].some((side) => side?.kind === "latest" && side.dataset === name);
  const dates = dictionary.datasets.get(name)?.date ?? [];
  return isLatest && !dates.some((field) => bound.has(field)) ? dates.slice(0, 1) : [];
}

/** A look-up goes by the other dataset's key, which must then have a column. */
function keysLookedUp(
  name: string,
  used: ReadonlyMap<string, ReadonlySet<string>>,
  dictionary: Dictionary,
): string[] {
  const lookedUp = [...used].some(([dataset, fields]) =>
    [...fields].some((field) => {
      const derived = dictionary.datasets.get(dataset)?.fields.get(field)?.derived;
      return derived?.kind === "lookup" && derived.dataset === name;
    }),
  );
  return lookedUp ? [...(dictionary.datasets.get(name)?.key ?? [])] : [];
}
