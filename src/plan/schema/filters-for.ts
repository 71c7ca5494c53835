import type { Field } from "../../model/dataset.ts";
import { ref } from "../measure-schema.ts";
import type { DatasetNames, Vocabulary } from "./vocabulary.ts";

/** Definitions of filters whose keys are a dataset's fields and whose values are of their code lists. */
export function filterDefinitions({ datasets, valuesOf }: Vocabulary): Record<string, object> {
  const filters = datasets.map((dataset, at): [string, object] => [
    filterName(at),
    filterOver(dataset, at, valuesOf),
  ]);
  const fields = datasets.flatMap((dataset) => dataset.fields);
  const lists = new Map(fields.map((field) => [listName(field), valuesOf(field)]));
  const tests = [...lists].flatMap(([name, values]): [string, object][] =>
    name === null || values === null ? [] : testsOver(name, values),
  );
  return Object.fromEntries([...filters, ...tests]);
}

/** Names of definitions are plain letters: not every editor reads others in a reference. */
function filterName(at: number): string {
  return `Filter${at + 1}`;
}

function listName(field: Field): string | null {
  if (field.type === "flag") return "Flag";
  return field.codes === null
    ? null
    : `Codes${[...field.codes].map((sign) => sign.codePointAt(0)?.toString(16)).join("")}`;
}

function filterOver({ name, fields }: DatasetNames, at: number, valuesOf: Vocabulary["valuesOf"]): object {
  const lists = { type: "array", items: ref(filterName(at)), minItems: 1 };
  const tests = fields.map((field): [string, object] => {
    const list = valuesOf(field) === null ? null : listName(field);
    return [
      field.name,
      { title: `${name}.${field.name}`, ...describedBy(field), allOf: [ref(list ?? "Test")] },
    ];
  });
  return {
    type: "object",
    title: name,
    properties: { ...Object.fromEntries(tests), any: lists, all: lists, none: lists },
    additionalProperties: false,
  };
}

function describedBy({ label, type }: Field): object {
  return { description: label === null ? type : `${type} · ${label}` };
}

function testsOver(name: string, values: readonly unknown[]): [string, object][] {
  const value = { enum: values };
  const operators = {
    type: "object",
    properties: {
      not: ref(name),
      exists: { type: "boolean" },
      contains: value,
      in: { type: "string" },
      where: ref("Filter"),
      field: { type: "string" },
    },
    additionalProperties: false,
  };
  return [[name, { anyOf: [value, { type: "array", items: value, minItems: 1 }, operators] }]];
}

/** For each dataset: a measure or an aggregate over it takes its fields. */
export function datasetConditions(
  datasets: readonly DatasetNames[],
  kinds: "measure" | "aggregate",
): object[] {
  return datasets.map(({ name, fields }, at) => {
    const over = isOver(name);
    const filter = { allOf: [ref(filterName(at))] };
    const own = { enum: fields.map((field) => field.name) };
    const ratio = {
      required: ["ratio"],
      properties: { ratio: { required: ["of"], properties: { of: { anyOf: over } } } },
    };
    return {
      if: { anyOf: kinds === "measure" ? [...over, ratio] : over },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema, never awaited.
      then: { properties: { where: filter, that: filter, by: own, each: own } },
    };
  });
}

function isOver(dataset: string): object[] {
  const named = { const: dataset };
  const field = { type: "string", pattern: `^${dataset.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}\\.` };
  const several = { type: "object", required: ["dataset"], properties: { dataset: named } };
  const has = (kind: string, value: object) => ({ required: [kind], properties: { [kind]: value } });
  return [
    has("share", named),
    has("count", named),
    has("sum", field),
    has("average", field),
    has("latest", field),
    has("distinct", { anyOf: [field, several] }),
  ];
}
