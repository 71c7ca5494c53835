import type { Dictionary, Field } from "../model/dataset.ts";
import { formatDay } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import type {
  Aggregate,
  AggregateKind,
  Comparison,
  Filter,
  Measure,
  Operand,
  Test,
} from "../model/measure.ts";
import type { Value } from "../model/value.ts";

interface FormulaWords extends Record<AggregateKind, string> {
  and: string;
  or: string;
  not: string;
  present: string;
  absent: string;
  contains: string;
  asOf: string;
  reported: string;
  by: string;
  among: string;
  average: string;
}

const words: Record<Language, FormulaWords> = {
  zh: {
    count: "行数",
    sum: "合计",
    distinct: "去重数",
    latest: "各单位最新值合计",
    and: " 且 ",
    or: " 或 ",
    not: "非",
    present: "有值",
    absent: "为空",
    contains: "含",
    asOf: "数据截至日",
    reported: "取自指标填报",
    by: "按",
    among: "见于",
    average: "平均值",
  },
  en: {
    count: "rows",
    sum: "sum",
    distinct: "distinct",
    latest: "latest per unit, summed",
    and: " and ",
    or: " or ",
    not: "not ",
    present: "present",
    absent: "blank",
    contains: "contains",
    asOf: "as-of",
    reported: "as reported",
    by: "by",
    among: "among",
    average: "average",
  },
};

const signs: Record<Comparison, string> = { lt: "<", lte: "≤", gt: ">", gte: "≥" };

/** A measure as a formula that a person can check, in either language. */
export function formulaOf(
  measure: Measure,
  measuredIn: string,
  dictionary: Dictionary,
  language: Language,
): string {
  const say = words[language];
  const part = (side: Aggregate, hide: readonly string[] = []) =>
    aggregateText(side, hide, dictionary, language);
  if (measure.of === null) return say.reported;
  if (measure.to === null) return part(measure.of);
  if (measure.kind === "average") {
    const { of } = measure;
    return part({ ...of, kind: "sum" }, of.fields).replace(say.sum, say.average);
  }
  const percent = measuredIn === "%" ? " × 100" : "";
  return `${part(measure.of, measure.required)} ÷ ${part(measure.to, measure.required)}${percent}`;
}

/** The two sides of a formula apart, so that figures can stand behind them. */
export function sidesOf(
  { kind, of, to, required }: Measure,
  dictionary: Dictionary,
  language: Language,
): { of: string | null; to: string | null } {
  const hide = to === null ? [] : kind === "average" ? (of?.fields ?? []) : required;
  const side = (part: Aggregate | null) => part && aggregateText(part, hide, dictionary, language);
  return { of: side(of), to: side(to) };
}

/** A filter in words, "" for every row; that fields in `hide` have a value is left out. */
export function filterOn(
  dataset: string,
  filter: Filter,
  dictionary: Dictionary,
  language: Language,
  hide: readonly string[] = [],
): string {
  return filterText(filter, hide, dictionary.datasets.get(dataset)?.fields, words[language], true);
}

function aggregateText(
  side: Aggregate,
  hide: readonly string[],
  dictionary: Dictionary,
  language: Language,
): string {
  const say = words[language];
  const dataset = dictionary.datasets.get(side.dataset);
  const fields = side.fields.length === 0 ? side.dataset : `${side.dataset}.${side.fields.join("+")}`;
  const where = filterText(side.where, hide, dataset?.fields, say, true);
  const by =
    side.by !== null && side.by !== dataset?.unit
      ? `${language === "zh" ? "，" : ", "}${say.by} ${side.by}`
      : "";
  return `${say[side.kind]}(${fields}${where === "" ? "" : ` | ${where}`}${by})`;
}

type Fields = ReadonlyMap<string, Field> | undefined;

function filterText(
  filter: Filter,
  hide: readonly string[],
  fields: Fields,
  say: FormulaWords,
  outer = false,
): string {
  if (filter.kind === "test") {
    const { test, field } = filter;
    // "Has a value" goes without saying for a field that is itself summed.
    if (test.op === "exists" && test.exists && hide.includes(field)) return "";
    return testText(field, test, fields?.get(field), say);
  }
  const parts = filter.filters
    .map((inner) => filterText(inner, hide, fields, say))
    .filter((part) => part !== "");
  if (parts.length === 0) return "";
  if (filter.kind === "none") return `${say.not}(${parts.join(say.or)})`;
  const joined = parts.join(filter.kind === "any" ? say.or : say.and);
  return parts.length === 1 || (outer && filter.kind === "all") ? joined : `(${joined})`;
}

function testText(name: string, test: Test, field: Field | undefined, say: FormulaWords): string {
  switch (test.op) {
    case "equals": {
      const values = test.values.map((value) => valueText(value, field));
      if (field?.type === "set") return `${name} ${say.contains} ${values.join("/")}`;
      return `${name}=${values.join("/")}`;
    }
    case "equals-field":
      return `${name}=${operandText(test.operand, field, say)}`;
    case "compare":
      return `${name}${signs[test.comparison]}${operandText(test.operand, field, say)}`;
    case "exists":
      return `${name} ${test.exists ? say.present : say.absent}`;
    case "contains":
      return `${name} ${say.contains} "${test.text}"`;
    case "in": {
      const { dataset, field: partner, where } = test.join;
      const inner = filterText(where, [], undefined, say, true);
      return `${name} ${say.among} ${dataset}.${partner}${inner === "" ? "" : `[${inner}]`}`;
    }
    case "not":
      return test.test.op === "equals"
        ? testText(name, test.test, field, say).replace("=", "≠")
        : `${say.not}(${testText(name, test.test, field, say)})`;
    case "all":
      return test.tests.map((inner) => testText(name, inner, field, say)).join(say.and);
    default:
      return test satisfies never;
  }
}

function operandText(operand: Operand, field: Field | undefined, say: FormulaWords): string {
  if (operand.kind === "as-of") return say.asOf;
  return operand.kind === "field" ? operand.field : valueText(operand.value, field);
}

function valueText(value: Value, field: Field | undefined): string {
  if (typeof value === "number" && (field?.type === "date" || field?.type === "year"))
    return formatDay(value);
  return value === null ? "" : String(value);
}
