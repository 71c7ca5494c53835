import { type CheckKind, type CheckSpec, checksOf, fieldsChecked } from "../model/check.ts";
import type { Field, FieldType } from "../model/dataset.ts";
import type { Findings } from "./findings.ts";
import type { Path } from "./yaml-file.ts";

const days: readonly FieldType[] = ["date", "year"];
const amounts: readonly FieldType[] = ["number", "limit", "rate"];
/** The types of field that a check takes; any where it is not named. */
const takes: Partial<Record<CheckKind, readonly FieldType[]>> = {
  order: days,
  past: days,
  "not-more": amounts,
  rises: amounts,
  "above-zero": amounts,
};

/** Fields and datasets that the checks of a dataset name and nobody has. */
export function findCheckSlips(
  dataset: string,
  specs: readonly CheckSpec[],
  fields: ReadonlyMap<string, Field>,
  datasets: ReadonlySet<string>,
  path: Path,
  findings: Findings,
): void {
  for (const [at, spec] of specs.entries()) {
    const place = [...path, "checks", at];
    if ((spec.if === undefined) !== (spec.then === undefined))
      findings.add("R004", place, { key: spec.if === undefined ? "if" : "then" });
    for (const check of checksOf(spec)) {
      if (check.kind === "listed" && !datasets.has(check.dataset)) {
        findings.add("R010", place, { owner: dataset, name: check.dataset }, { near: datasets });
      }
      for (const name of fieldsChecked(check)) {
        const field = fields.get(name);
        const types = takes[check.kind];
        if (field === undefined)
          findings.add("R012", place, { owner: dataset, name, dataset }, { near: fields.keys() });
        else if (types !== undefined && !types.includes(field.type))
          findings.add("R014", place, {
            owner: dataset,
            field: name,
            type: field.type,
            operator: check.kind,
          });
      }
    }
  }
}
