import type { Dictionary } from "../model/dataset.ts";
import type { Report } from "../model/report.ts";

/** What datasets and their fields are called in English. */
export function labelsOf({ datasets }: Dictionary): Report["labels"] {
  const named = [...datasets.values()].map(({ name, label, fields }) => {
    const own = [...fields.values()].flatMap((field) =>
      field.label === null ? [] : [[field.name, field.label]],
    );
    return [name, { en: label, fields: Object.fromEntries(own) as Record<string, string> }] as const;
  });
  return Object.fromEntries(named);
}
