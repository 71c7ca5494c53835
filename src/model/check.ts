import { z } from "zod";

const name = z.string().min(1);
const pair = z.tuple([name, name]);
const one = z.record(name, z.union([z.string(), z.number()]));

/** What cannot be true of a used row, as a dictionary writes it; each key of a check is one of its own. */
export const checkSchema = z.strictObject({
  order: pair.optional().meta({ description: "two dates: the second is not before the first" }),
  "not-more": pair.optional().meta({ description: "the first number is not more than the second" }),
  if: one.optional().meta({ description: "a field and the value that asks for `then`" }),
  // biome-ignore lint/suspicious/noThenProperty: a word of the rule language, never awaited.
  then: one.optional().meta({ description: "a field and the value that it must have, if it has one" }),
  past: name.optional().meta({ description: "a date that cannot be after the evaluation date" }),
  rises: name.optional().meta({ description: "a running total: never less on a later date of the unit" }),
  "above-zero": name.optional().meta({ description: "rows without it, or with 0, leave ratios to it" }),
  listed: one.optional().meta({ description: "a field and the dataset whose keys it must be among" }),
});
export type CheckSpec = z.infer<typeof checkSchema>;

export interface FieldValue {
  readonly field: string;
  readonly value: string;
}

/** A check of a dataset after loading; fields are read from columns. */
export type Check =
  | { readonly kind: "order"; readonly earlier: string; readonly later: string }
  | { readonly kind: "not-more"; readonly field: string; readonly limit: string }
  | { readonly kind: "implies"; readonly when: FieldValue; readonly must: FieldValue }
  | { readonly kind: "past"; readonly field: string }
  | { readonly kind: "rises"; readonly field: string }
  | { readonly kind: "above-zero"; readonly field: string }
  | { readonly kind: "not-negative"; readonly field: string }
  | { readonly kind: "listed"; readonly field: string; readonly dataset: string }
  | { readonly kind: "within-100"; readonly field: string };
export type CheckKind = Check["kind"];

/** The checks that a dictionary's entry stands for. */
export function checksOf(spec: CheckSpec): Check[] {
  const checks: Check[] = [];
  const { order, if: condition, then: demand, past, rises, listed } = spec;
  const [notMore, aboveZero] = [spec["not-more"], spec["above-zero"]];
  if (order !== undefined) checks.push({ kind: "order", earlier: order[0], later: order[1] });
  if (notMore !== undefined) checks.push({ kind: "not-more", field: notMore[0], limit: notMore[1] });
  for (const when of entriesOf(condition))
    for (const must of entriesOf(demand)) checks.push({ kind: "implies", when, must });
  if (past !== undefined) checks.push({ kind: "past", field: past });
  if (rises !== undefined) checks.push({ kind: "rises", field: rises });
  if (aboveZero !== undefined) checks.push({ kind: "above-zero", field: aboveZero });
  for (const { field, value } of entriesOf(listed)) checks.push({ kind: "listed", field, dataset: value });
  return checks;
}

/** The fields that a check looks at; it is left out of sheets that lack one. */
export function fieldsChecked(check: Check): string[] {
  switch (check.kind) {
    case "order":
      return [check.earlier, check.later];
    case "not-more":
      return [check.field, check.limit];
    case "implies":
      return [check.when.field, check.must.field];
    default:
      return [check.field];
  }
}

function entriesOf(record: Readonly<Record<string, string | number>> | undefined): FieldValue[] {
  return Object.entries(record ?? {}).map(([field, value]) => ({ field, value: String(value) }));
}
