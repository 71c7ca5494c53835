import { z } from "zod";
import { configSchema } from "../model/config.ts";
import { datasetSchema, dictionarySchema, fieldSchema, limitsSchema } from "../model/dataset.ts";
import { mappingSchema } from "../model/mapping.ts";
import { planSchema } from "../model/plan.ts";
import { ruleTestsSchema } from "../model/rule-test.ts";
import { directorySchema } from "../model/unit.ts";
import { waiversSchema } from "../model/waiver.ts";
import { wordingSchema } from "../model/wording.ts";
import { anyNames, measureDefinitionsOf } from "./measure-schema.ts";
import { configWords } from "./schema/config-words.ts";
import { derivedDefinition } from "./schema/derived-schema.ts";
import {
  datasetWords,
  dictionaryWords,
  directoryWords,
  mappingWords,
  ruleTestsWords,
} from "./schema/file-words.ts";
import { planWords } from "./schema/plan-words.ts";
import { waiversWords } from "./schema/waivers-words.ts";
import { wordingWords } from "./schema/wording-words.ts";
import { describe, type KeyWords } from "./schema/words.ts";

/** Changes when a file that was right becomes wrong; a key more does not change it. */
export const SCHEMA_VERSION = 1;

const name = z.string().min(1);
/** Stands where the definition of a derived field goes. */
const derived = z.record(name, z.unknown()).meta({ override: "derived" });
const fields = z.record(name, z.union([fieldSchema, derived]));
const datasets = z.record(name, datasetSchema.extend({ fields }));
const limits = z.record(name, z.union([z.number(), limitsSchema.valueType]));

/** Rule files as draft-07 JSON Schema, by the first key of a file: what an editor completes and checks. */
export const ruleSchemas = {
  plan: () => ({
    ...whereInherited(
      asJsonSchema(
        "plan",
        planSchema.extend({
          datasets: datasets.optional(),
          fields: z.record(name.regex(/^[^.]+\..+$/), derived).optional(),
          limits: limits.optional(),
        }),
        withDatasets(planWords),
      ),
    ),
    definitions: { ...measureDefinitionsOf(anyNames), Derived: derivedDefinition },
  }),
  datasets: () => ({
    ...asJsonSchema("datasets", dictionarySchema.extend({ datasets, limits }), dictionaryWords),
    definitions: { Derived: derivedDefinition },
  }),
  units: () => asJsonSchema("units", directorySchema, directoryWords),
  tests: () => asJsonSchema("tests", ruleTestsSchema, ruleTestsWords),
  mapping: () => asJsonSchema("mapping", mappingSchema, mappingWords),
  config: () => asJsonSchema("config", configSchema, configWords),
  waivers: () => asJsonSchema("waivers", waiversSchema, waiversWords),
  wording: () => asJsonSchema("wording", wordingSchema, wordingWords),
} satisfies Record<string, () => object>;

/** A name of our own: an address would have to be reachable. */
export function schemaId(kind: string): string {
  return `urn:evaluate:schema:${kind}:${SCHEMA_VERSION}`;
}

function withDatasets(words: KeyWords): KeyWords {
  const { datasets: own } = words.of ?? {};
  return own === undefined
    ? words
    : { ...words, of: { ...words.of, datasets: { ...own, each: datasetWords } } };
}

/** A plan that extends another may leave out anything but its id; so may its rules. */
function whereInherited({ required = [], ...schema }: z.core.JSONSchema.BaseSchema) {
  const { indicators, tasks } = schema.properties ?? {};
  const rules = { indicators: withIdsOnly(indicators), tasks: withIdsOnly(tasks) };
  return {
    ...schema,
    required: ["plan"],
    properties: { ...schema.properties, ...rules },
    anyOf: [{ required: ["extends"] }, { required }],
  };
}

function withIdsOnly(list: z.core.JSONSchema._JSONSchema | undefined): object {
  const { items, ...rest } = list as { items: object };
  return { ...rest, items: { ...items, required: ["id"] } };
}

function asJsonSchema(kind: string, schema: z.ZodType, words: KeyWords): z.core.JSONSchema.BaseSchema {
  const made = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    override: ({ jsonSchema, path }) => {
      if (path.at(-1) === "measure") replace(jsonSchema, { allOf: [{ $ref: "#/definitions/Measure" }] });
      if (jsonSchema.override === "derived") replace(jsonSchema, { $ref: "#/definitions/Derived" });
      // The loader reads numbers and cells from their source text; in the file they are what YAML makes of them.
      if (jsonSchema.override === "number") replace(jsonSchema, { type: "number" });
      if (jsonSchema.override === "number | text")
        replace(jsonSchema, { ...jsonSchema, type: ["number", "string"] });
      if (jsonSchema.override === "cell") replace(jsonSchema, { type: ["string", "number"] });
    },
  });
  describe(made, words);
  const { $schema, ...rest } = made;
  return { $schema, $id: schemaId(kind), ...rest } as z.core.JSONSchema.BaseSchema;
}

function replace(target: object, by: object): void {
  const own = { ...by };
  for (const key of Object.keys(target)) Reflect.deleteProperty(target, key);
  Object.assign(target, own);
  Reflect.deleteProperty(target, "override");
}
