import type { Dictionary, FieldType } from "../model/dataset.ts";
import type { Measure } from "../model/measure.ts";
import type { Ease, IndicatorFile } from "../model/plan.ts";
import type { Findings } from "./findings.ts";
import type { Path } from "./yaml-file.ts";

interface EaseContext {
  readonly owner: string;
  readonly dictionary: Dictionary;
  readonly findings: Findings;
}

const ordered: readonly FieldType[] = ["number", "rate", "limit", "date", "year"];

/** The order in which rows are the easiest to put right, by a field of the rows that a ledger lists. */
export function easeOf(
  { ease }: IndicatorFile,
  { kind, of, to }: Measure,
  path: Path,
  { owner, dictionary, findings }: EaseContext,
): Ease | null {
  if (ease === undefined) return null;
  const at = [...path, "field"];
  const listed = kind === "ratio" && of?.dataset !== to?.dataset ? to : of;
  const dataset = dictionary.datasets.get(listed?.dataset ?? "");
  if (dataset === undefined) {
    findings.add("R021", path, { owner, text: "ease + reported" }, { key: true });
    return null;
  }
  const field = dataset.fields.get(ease.field);
  const name = { owner, name: ease.field, dataset: dataset.name };
  if (field === undefined) findings.add("R012", at, name, { near: dataset.fields.keys() });
  else if (!ordered.includes(field.type))
    findings.add("R014", at, { owner, field: field.name, type: field.type, operator: "ease" });
  return { field: ease.field, order: ease.order ?? "ascending" };
}
