import { lettersOf } from "../ingest/address.ts";
import { heldFields } from "../ingest/binding.ts";
import { headingKey } from "../ingest/heading-key.ts";
import type { Dataset, Dictionary } from "../model/dataset.ts";
import type { InspectedColumn, MissingField, SheetWhy, UnmatchedColumn } from "../model/inspection.ts";
import { nearestFew } from "../model/nearest.ts";
import type { OpenSheet } from "./open-sheets.ts";
import type { PlanNeeds } from "./plan-needs.ts";

const NEAREST = 3;

/** What of a sheet's headings was understood, and what of its dataset is not there. */
export function columnsSeen({ binding }: OpenSheet, dictionary: Dictionary, needs: PlanNeeds) {
  if (binding === null) return { headerRows: [], columns: [], unmatched: [], missing: [] };
  const { dataset, columns } = binding;
  const bound = heldFields(binding);
  const missing = [...dataset.fields.values()]
    .filter((field) => field.derived === null && !bound.has(field.name))
    .map(({ name, absent }): MissingField => {
      const { needed, blocks } = needs.of(dataset.name, name);
      return { field: name, absent, needed, namesUnit: name === dataset.unit, blocks };
    });
  return {
    headerRows: binding.headerRows,
    columns: columns.map(
      ({ column, heading, field, by }): InspectedColumn => ({
        column: lettersOf(column),
        heading,
        field: field.name,
        by,
      }),
    ),
    unmatched: unmatchedOf(binding.unmatched, dictionary, dataset),
    missing,
  };
}

/** Headings with the fields that may have been meant; of all datasets where the sheet's is not known. */
export function unmatchedOf(
  headings: readonly string[],
  dictionary: Dictionary,
  dataset: Dataset | null,
): UnmatchedColumn[] {
  const forms = new Map<string, string>();
  for (const each of dataset === null ? dictionary.datasets.values() : [dataset]) {
    for (const { name, aliases, derived } of each.fields.values()) {
      if (derived !== null) continue;
      const shown = dataset === null ? `${each.name}.${name}` : name;
      for (const form of [name, ...aliases].map(headingKey)) if (!forms.has(form)) forms.set(form, shown);
    }
  }
  return headings.map((heading) => {
    const near = nearestFew(headingKey(heading), forms.keys(), NEAREST * 2).map((form) => forms.get(form));
    return { heading, nearest: [...new Set(near)].filter((name) => name !== undefined).slice(0, NEAREST) };
  });
}

/** What decided for the sheet's dataset, and which came second. */
export function whyOf({ candidates }: OpenSheet): SheetWhy | null {
  const [best, second] = candidates;
  if (best === undefined) return null;
  return {
    fit: shown(best.fit),
    decisive: best.decisive,
    nameDecided:
      second !== undefined && best.byName > 0 && best.fit - best.byName <= second.fit - second.byName,
    runnerUp:
      second === undefined
        ? null
        : {
            dataset: second.binding.dataset.name,
            fit: shown(second.fit),
            matched: second.binding.columns.length,
          },
  };
}

function shown(fit: number): number {
  return Number(fit.toFixed(2));
}
