// For editors only: the loader reads measures itself, since a union of schemas hides which part is wrong.
const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
const text = { type: "string", minLength: 1 };
const literal = { type: ["string", "number", "boolean"] };
const fieldName = { type: "string", pattern: "^[^.]+\\..+$", description: "DATASET.FIELD" };

function shape(required: Record<string, object>, optional: Record<string, object> = {}) {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const narrowing = { where: ref("Filter"), by: { ...text, description: "the field that names the unit" } };
const distinct = {
  anyOf: [fieldName, shape({ dataset: text, fields: { type: "array", items: text, minItems: 1 } })],
};
const filters = { type: "array", items: ref("Filter"), minItems: 1 };

const aggregates = [
  shape({ count: text }, narrowing),
  shape({ sum: fieldName }, narrowing),
  shape({ distinct }, narrowing),
  shape({ latest: fieldName }, narrowing),
];

/** The measure language as draft-07 definitions. */
export const measureDefinitions = {
  Measure: {
    anyOf: [
      shape({ share: text, that: ref("Filter") }, { ...narrowing, each: text }),
      ...aggregates,
      shape({ average: fieldName }, narrowing),
      shape({ ratio: shape({ of: ref("Aggregate"), to: ref("Aggregate") }) }, { where: ref("Filter") }),
      shape({ reported: { const: true } }),
    ],
  },
  Aggregate: { anyOf: aggregates },
  Filter: {
    type: "object",
    description: "all keys must hold; keys are fields, or any, all, none",
    properties: { any: filters, all: filters, none: filters },
    additionalProperties: ref("Test"),
  },
  Test: { anyOf: [literal, { type: "array", items: literal, minItems: 1 }, ref("Operators")] },
  Operators: {
    type: "object",
    properties: {
      not: ref("Test"),
      lt: ref("Operand"),
      lte: ref("Operand"),
      gt: ref("Operand"),
      gte: ref("Operand"),
      between: { type: "array", items: ref("Operand"), minItems: 2, maxItems: 2 },
      exists: { type: "boolean" },
      contains: literal,
      in: fieldName,
      where: ref("Filter"),
      field: text,
    },
    additionalProperties: false,
  },
  Operand: { anyOf: [literal, shape({ field: text })] },
};
