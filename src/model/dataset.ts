import { z } from "zod";
import { type Check, checkSchema } from "./check.ts";

/** How the cells of a field are read. */
export const fieldTypes = [
  "id",
  "text",
  "number",
  "rate",
  "limit",
  "date",
  "year",
  "flag",
  "code",
  "set",
] as const;
export type FieldType = (typeof fieldTypes)[number];

const name = z.string().min(1);
const names = z.array(name);

/** A value computed from other fields of the same row (`choose` keeps its own keys open). */
export const derivedKinds = ["difference", "days", "workdays", "in-time", "choose", "lookup"] as const;
export type DerivedKind = (typeof derivedKinds)[number];

export const fieldSchema = z.strictObject({
  type: z.enum(fieldTypes),
  label: name.optional(),
  aliases: names.default([]),
  codes: name.optional().meta({ description: "the code list of a code or set field" }),
  unitColumn: name.optional().meta({ description: "the column that holds the unit of a limit" }),
  counts: z.boolean().default(false).meta({ description: "counts people, items or pieces" }),
  event: z.boolean().default(false).meta({ description: "not happened yet when dated after as-of" }),
  absent: name.optional().meta({ description: "what an absent column means" }),
});
export type FieldSpec = z.infer<typeof fieldSchema>;

export const datasetSchema = z.strictObject({
  label: name,
  aliases: names.default([]),
  key: names.default([]),
  unit: name.optional(),
  date: names.default([]).meta({ description: "the row's date: the first of these with a value" }),
  period: z.boolean().default(true).meta({ description: "whether the plan's period cuts it" }),
  title: name.optional().meta({ description: "the field that names a row for people" }),
  checks: z.array(checkSchema).default([]).meta({ description: "what cannot be true of a used row" }),
  fields: z.record(name, z.unknown()),
});

export const codeListSchema = z.strictObject({
  values: z.record(name, names),
  groups: z.record(name, names).default({}),
});
export type CodeList = z.infer<typeof codeListSchema>;

export const wordsSchema = z.strictObject({
  missing: names,
  yes: names,
  no: names,
  totals: names,
  subtotals: names,
  averages: names.default([]),
  whole: names,
  notes: names,
  counters: names,
});
export type Words = z.infer<typeof wordsSchema>;

/** One of each unit of a limit in working days. */
export const limitsSchema = z.record(
  name,
  z.string().regex(/^(none|\d+(\.\d+)?(\/[1-9]\d*)?)$/, "5 | 1/8 | none"),
);

/** `rules/datasets.yaml`: the dictionary that all plans share. */
export const dictionarySchema = z.strictObject({
  datasets: z.record(name, datasetSchema),
  codes: z.record(name, codeListSchema),
  limits: limitsSchema,
  words: wordsSchema,
});

export type Derived =
  | { kind: "difference"; minuend: string; subtrahend: string }
  | { kind: "days"; from: string; to: string }
  | { kind: "workdays"; from: string; plus: number }
  | { kind: "in-time"; done: string; due: string }
  | { kind: "choose"; on: string; cases: [literal: string, result: string][]; otherwise: string | null }
  | { kind: "lookup"; dataset: string; field: string; on: string };

/** A field of a dataset after loading: either read from a column or derived. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly label: string | null;
  readonly aliases: readonly string[];
  readonly codes: string | null;
  readonly unitColumn: string | null;
  readonly counts: boolean;
  readonly event: boolean;
  readonly absent: string | null;
  readonly derived: Derived | null;
}

export interface Dataset {
  readonly name: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly key: readonly string[];
  readonly unit: string | null;
  readonly date: readonly string[];
  readonly period: boolean;
  readonly title: string | null;
  /** Declared ones; they cast doubt on rows and change no number. */
  readonly checks: readonly Check[];
  readonly fields: ReadonlyMap<string, Field>;
}

export interface Dictionary {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly limits: ReadonlyMap<string, string>;
  readonly words: Words;
}

/** The fields of its own dataset that a derived field is computed from. */
export function operandsOf(derived: Derived): string[] {
  switch (derived.kind) {
    case "difference":
      return [derived.minuend, derived.subtrahend];
    case "days":
      return [derived.from, derived.to];
    case "workdays":
      return [derived.from];
    case "in-time":
      return [derived.done, derived.due];
    case "choose":
    case "lookup":
      return [derived.on];
    default:
      return derived satisfies never;
  }
}
