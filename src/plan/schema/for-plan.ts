import { ruleSchemas, schemaId } from "../json-schema.ts";
import { measureDefinitionsOf } from "../measure-schema.ts";
import { datasetConditions, filterDefinitions } from "./filters-for.ts";
import type { DatasetNames, Vocabulary } from "./vocabulary.ts";

// Loose on purpose: JSON Schema is edited by path here.
type Json = { [key: string]: Json } & { enum?: unknown; type?: unknown };

/** Schemas whose lists of names are those of a plan: an editor completes datasets, fields, units, groups, values. */
export const planSchemas = {
  plan: (names) => {
    const { datasets, fields, amounts, bound, units } = names;
    const schema = named("plan", names);
    const rule = at(schema, "properties", "indicators", "items", "properties");
    const task = at(schema, "properties", "tasks", "items", "properties");
    const defaults = at(schema, "properties", "defaults", "properties");
    for (const owner of [rule, task, defaults])
      for (const key of ["responsible", "lead"]) limitNames(at(owner, key), bound);
    for (const key of ["table", "shares"])
      Object.assign(at(rule, "quota", "properties", key), { propertyNames: { enum: units } });
    Object.assign(at(schema, "properties", "groups", "additionalProperties", "items"), { enum: bound });
    const measures = measureDefinitionsOf({
      dataset: { enum: datasets.map(({ name }) => name) },
      field: { enum: fields },
      amount: { enum: amounts },
    });
    Object.assign(at(schema, "definitions"), measures, filterDefinitions(names), {
      Measure: { ...measures.Measure, allOf: datasetConditions(datasets, "measure") },
      Aggregate: { ...measures.Aggregate, allOf: datasetConditions(datasets, "aggregate") },
    });
    return schema;
  },
  tests: (names) => {
    const schema = named("tests", names);
    const one = at(schema, "properties", "cases", "items", "properties");
    Object.assign(at(one, "indicator"), { enum: names.indicators });
    Object.assign(at(one, "units"), { propertyNames: { enum: names.units } });
    const rows = names.datasets.map((dataset): [string, object] => [dataset.name, rowOf(dataset)]);
    const lists = rows.map(([name, row]) => [name, { type: "array", items: row }]);
    Object.assign(at(one, "rows"), { properties: Object.fromEntries(lists), additionalProperties: false });
    Object.assign(at(schema, "properties", "every"), {
      properties: Object.fromEntries(rows),
      additionalProperties: false,
    });
    return schema;
  },
  mapping: (names) => {
    const schema = named("mapping", names);
    const fields = {
      enum: [...new Set(names.datasets.flatMap((dataset) => columnsOf(dataset).map(({ name }) => name)))],
    };
    // The list of rules may be null, so it stands in a branch.
    const [list = {} as Json] =
      (at(schema, "properties", "files").anyOf as unknown as Json[] | undefined) ?? [];
    const rule = at(list, "items", "properties");
    Object.assign(at(rule, "dataset"), { enum: names.datasets.map(({ name }) => name) });
    Object.assign(at(rule, "headings", "additionalProperties"), fields);
    Object.assign(at(rule, "codes"), { propertyNames: fields });
    return schema;
  },
} satisfies Record<string, (names: Vocabulary) => object>;

export type PlanSchemaKind = keyof typeof planSchemas;

function named(kind: PlanSchemaKind, { plan }: Vocabulary): Json {
  return structuredClone({ ...ruleSchemas[kind](), $id: `${schemaId(kind)}:for:${plan}` }) as unknown as Json;
}

function at(node: Json, ...path: readonly string[]): Json {
  let here = node;
  for (const step of path) {
    const next = here[step];
    if (next === undefined) throw new Error(`the schema has no ${path.join(".")}`);
    here = next;
  }
  return here;
}

/** One name or a list of them. */
function limitNames(node: Json, names: readonly string[]): void {
  const { title, description, examples: _, ...rest } = node as { [key: string]: unknown };
  for (const key of Object.keys(rest)) Reflect.deleteProperty(node, key);
  Reflect.deleteProperty(node, "examples");
  const one = { enum: names };
  Object.assign(node, { title, description, anyOf: [one, { type: "array", items: one, minItems: 1 }] });
}

function columnsOf({ fields }: DatasetNames) {
  return fields.filter(({ derived }) => derived === null);
}

function rowOf(dataset: DatasetNames): object {
  const cell = { type: ["string", "number"] };
  const columns = columnsOf(dataset);
  const headings = columns.flatMap(({ name, aliases }) => [name, ...aliases]);
  return {
    type: "object",
    properties: {
      times: { type: "integer", minimum: 1, title: "重复 / Times" },
      ...Object.fromEntries(
        columns.map(({ name, label }) => [name, { ...cell, ...(label === null ? {} : { title: label }) }]),
      ),
    },
    propertyNames: { enum: [...new Set(["times", ...headings])] },
    additionalProperties: cell,
  };
}
