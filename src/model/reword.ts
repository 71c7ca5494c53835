import type { Why } from "./assessment.ts";
import type { Language } from "./language.ts";
import { phraseOf } from "./phrases.ts";
import type { Report } from "./report.ts";

type Labels = Report["labels"];

/** The same report with every text of ours in a language; the reasons are carried as data for this. */
export function reword(report: Report, language: Language): Report {
  const say = (why: Why) => phraseOf(language === "en" ? inEnglish(why, report.labels) : why, language);
  const judged = <Line extends { reason: string | null; why: Why | null }>(line: Line): Line =>
    line.why === null ? line : { ...line, reason: say(line.why) };
  const { quality } = report;
  return {
    ...report,
    language,
    indicators: report.indicators.map((indicator) => ({
      ...indicator,
      whole: judged(indicator.whole),
      units: indicator.units.map(judged),
    })),
    tasks: report.tasks.map((task) => ({
      ...task,
      units: task.units.map((line) => (line.why === undefined ? line : { ...line, reason: say(line.why) })),
    })),
    quality: {
      ...quality,
      rejectedCells: quality.rejectedCells.map((cell) => ({ ...cell, reason: say(cell.why) })),
      suspicions: quality.suspicions.map((found) => ({ ...found, text: say(found.why) })),
      notes: quality.notes.map((note) => ({ ...note, text: say(note.why) })),
    },
  };
}

/** "Cases (办件明细)": what a dataset is called in a language. */
export function datasetName(name: string, { labels }: Pick<Report, "labels">, language: Language): string {
  const label = language === "en" ? labelAt(labels, name)?.en : undefined;
  return label === undefined ? name : `${label} (${name})`;
}

/** The same for a field, of a dataset if it is known which. */
export function fieldName(
  name: string,
  dataset: string | null,
  { labels }: Pick<Report, "labels">,
  language: Language,
): string {
  if (language === "zh") return name;
  const label =
    fieldLabel(labels, dataset ?? "", name) ??
    Object.keys(labels)
      .map((other) => fieldLabel(labels, other, name))
      .find((found) => found !== undefined);
  return label === undefined ? name : `${label} (${name})`;
}

function labelAt(labels: Labels, dataset: string): Labels[string] | undefined {
  return Object.hasOwn(labels, dataset) ? labels[dataset] : undefined;
}

function fieldLabel(labels: Labels, dataset: string, field: string): string | undefined {
  const fields = labelAt(labels, dataset)?.fields ?? {};
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

const datasetKeys: readonly string[] = ["dataset", "list", "named"];
const fieldKeys: readonly string[] = ["field", "fields", "earlier", "later", "limit", "other"];

/** The reason with names of datasets and fields as an English reader knows them. */
function inEnglish(why: Why, labels: Labels): Why {
  const dataset = typeof why.with.dataset === "string" ? why.with.dataset : null;
  const named = Object.entries(why.with).map(([key, value]) => {
    if (typeof value !== "string" || value === "") return [key, value];
    if (datasetKeys.includes(key)) {
      const names = value.split("”“").map((name) => datasetName(name, { labels }, "en"));
      return [key, names.join(" and ")];
    }
    if (!fieldKeys.includes(key)) return [key, value];
    const fields = value.split("、").map((name) => fieldName(name, dataset, { labels }, "en"));
    return [key, fields.join(", ")];
  });
  return { ...why, with: Object.fromEntries(named) as Why["with"] };
}
