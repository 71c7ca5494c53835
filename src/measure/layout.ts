import type { Dataset, Field } from "../model/dataset.ts";
import { operandsOf } from "../model/dataset.ts";

/** Where each used field of a dataset stands in its rows: read fields first, then derived ones in order of need. */
export interface Layout {
  readonly dataset: Dataset;
  readonly fields: readonly Field[];
  readonly derived: readonly Field[];
  indexOf(field: string): number;
}

export function layoutOf(dataset: Dataset, used: Iterable<string>): Layout {
  const read: Field[] = [];
  const derived: Field[] = [];
  const place = (name: string): void => {
    const field = dataset.fields.get(name);
    if (field === undefined || read.includes(field) || derived.includes(field)) return;
    if (field.derived === null) read.push(field);
    else {
      for (const operand of operandsOf(field.derived)) place(operand);
      derived.push(field);
    }
  };
  for (const name of used) place(name);
  const fields = [...read, ...derived];
  const index = new Map(fields.map((field, at) => [field.name, at]));
  return { dataset, fields, derived, indexOf: (field) => index.get(field) ?? -1 };
}
