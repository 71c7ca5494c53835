// For editors only: the loader reads measures itself, since a union of schemas hides which part is wrong.
import { key } from "./schema/words.ts";

export const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
const text = { type: "string", minLength: 1 };
const literal = { type: ["string", "number", "boolean"] };
const fieldName = { type: "string", pattern: "^[^.]+\\..+$" };

/** What may be named: anything, or what a plan's dictionary has. */
export interface MeasureNames {
  readonly dataset: object;
  readonly field: object;
  /** Fields that can be summed. */
  readonly amount: object;
}

export const anyNames: MeasureNames = { dataset: text, field: fieldName, amount: fieldName };

export function shape(required: Record<string, object>, optional: Record<string, object> = {}) {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const filterWords = {
  where: key("范围：算的是哪些行。", "Where: whom it is about.", [{ 事项类型: "行政许可" }]),
  that: key("合格条件：哪些行算好。", "That: what makes a row good.", [{ 办件类型: "即办件" }]),
};
const by = {
  ...text,
  ...key("单位列：由哪个字段决定算给谁。", "By: the field that names the unit.", ["受理部门"]),
};
const each = {
  ...text,
  ...key("逐个：这个字段的一个值只算一次。", "Each: a value of the field counts once.", ["证照类型编码"]),
};
const where = { ...filterWords.where, allOf: [ref("Filter")] };
const that = { ...filterWords.that, allOf: [ref("Filter")] };
const narrowing = { where, by };
const filters = { type: "array", items: ref("Filter"), minItems: 1 };

const kinds = {
  share: key("占比：合格的行 ÷ 全部行。", "Share: good rows ÷ rows.", ["事项清单"]),
  count: key("行数：有几行。", "Count: rows.", ["办件明细"]),
  sum: key("合计：字段之和。", "Sum: over rows where the field has a value.", ["电子证照.汇聚数量"]),
  average: key("平均：字段的平均数。", "Average: over rows where the field has a value.", [
    "事项清单.到办事现场次数",
  ]),
  distinct: key("去重数：不同的值有几个。", "Distinct: values or combinations.", ["电子证照.证照类型编码"]),
  latest: key(
    "最新值：各单位截至日前最后一行之和。",
    "Latest: each unit's last row on or before as-of, summed.",
    ["个人用户统计.注册总量"],
  ),
  ratio: key("比率：两个统计相除，先合计再除。", "Ratio: of the pooled sums, never the mean of ratios."),
  reported: key("填报：只取自指标填报。", "Reported: from 指标填报 only.", [true]),
};

/** The measure language as draft-07 definitions. */
export function measureDefinitionsOf({ dataset, field, amount }: MeasureNames) {
  const several = shape({ dataset, fields: { type: "array", items: text, minItems: 1 } });
  const aggregates = [
    shape({ count: { ...dataset, ...kinds.count } }, narrowing),
    shape({ sum: { ...amount, ...kinds.sum } }, narrowing),
    shape({ distinct: { anyOf: [field, several], ...kinds.distinct } }, narrowing),
    shape({ latest: { ...amount, ...kinds.latest } }, narrowing),
  ];
  return {
    Measure: {
      anyOf: [
        shape({ share: { ...dataset, ...kinds.share }, that }, { ...narrowing, each }),
        ...aggregates,
        shape({ average: { ...amount, ...kinds.average } }, narrowing),
        shape(
          { ratio: { ...shape({ of: ref("Aggregate"), to: ref("Aggregate") }), ...kinds.ratio } },
          { where },
        ),
        shape({ reported: { const: true, ...kinds.reported } }),
      ],
    },
    Aggregate: { anyOf: aggregates },
    Filter: {
      type: "object",
      ...key(
        "过滤条件：所有键都要成立；键是字段，或 any、all、none。",
        "Filter: all keys must hold; keys are fields, or any, all, none.",
      ),
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
        in: field,
        where: ref("Filter"),
        field: text,
      },
      additionalProperties: false,
    },
    Operand: { anyOf: [literal, shape({ field: text })] },
  };
}
