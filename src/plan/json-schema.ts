import { z } from "zod";
import { datasetSchema, dictionarySchema, fieldSchema, limitsSchema } from "../model/dataset.ts";
import { mappingSchema } from "../model/mapping.ts";
import { planSchema } from "../model/plan.ts";
import { directorySchema } from "../model/unit.ts";
import { measureDefinitions } from "./measure-schema.ts";

const name = z.string().min(1);
/** A field is read from a column, or derived by one key such as `difference`. */
const fields = z.record(name, z.union([fieldSchema, z.record(name, z.unknown())]));
const datasets = z.record(name, datasetSchema.extend({ fields }));
const limits = z.record(name, z.union([z.number(), limitsSchema.valueType]));

/** Rule files as draft-07 JSON Schema, by the first key of a file: what an editor completes and checks. */
export const ruleSchemas = {
  plan: () => ({
    ...whereInherited(
      asJsonSchema(planSchema.extend({ datasets: datasets.optional(), limits: limits.optional() })),
    ),
    definitions: measureDefinitions,
  }),
  datasets: () => asJsonSchema(dictionarySchema.extend({ datasets, limits })),
  units: () => asJsonSchema(directorySchema),
  mapping: () => asJsonSchema(mappingSchema),
} satisfies Record<string, () => object>;

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

function asJsonSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    override: ({ jsonSchema, path }) => {
      if (path.at(-1) === "measure") replace(jsonSchema, { $ref: "#/definitions/Measure" });
      // The loader reads numbers from their source text; in the file they are numbers.
      if (jsonSchema.override === "number") replace(jsonSchema, { type: "number" });
    },
  });
}

function replace(target: object, by: object): void {
  for (const key of Object.keys(target)) Reflect.deleteProperty(target, key);
  Object.assign(target, by);
}
