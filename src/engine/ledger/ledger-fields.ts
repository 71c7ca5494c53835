import type { Dataset } from "../../model/dataset.ts";
import type { Ease } from "../../model/plan.ts";
import { namingFields } from "./records.ts";

/** What a ledger tells of rows of a dataset beside what rules read, and by what it ranks them. */
export function ledgerFields(dataset: Dataset, eases: readonly (Ease | null)[]): string[] {
  const title = dataset.title === null ? [] : [dataset.title];
  const ranked = eases.flatMap((ease) => (ease !== null && dataset.fields.has(ease.field) ? ease.field : []));
  return [...new Set([...namingFields(dataset), ...title, ...ranked])];
}
