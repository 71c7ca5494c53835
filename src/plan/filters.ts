import Fraction from "fraction.js";
import type { Dataset, Dictionary, Field, FieldType } from "../model/dataset.ts";
import { compareExact, type Exact } from "../model/exact.ts";
import { type Comparison, everyRow, type Filter, type Operand, type Test } from "../model/measure.ts";
import type { Value } from "../model/value.ts";
import { splitName } from "./derived.ts";
import type { Findings } from "./findings.ts";
import type { Literals } from "./literals.ts";
import type { Path } from "./yaml-file.ts";

const ordered: readonly FieldType[] = ["number", "rate", "limit", "date", "year"];
const wordy: readonly FieldType[] = ["id", "text", "set"];
const comparisons: readonly Comparison[] = ["lt", "lte", "gt", "gte"];
const operators = ["not", ...comparisons, "between", "exists", "contains", "in", "where"] as const;
const combiners = ["any", "all", "none"] as const;

export interface FilterContext {
  readonly owner: string;
  readonly dictionary: Dictionary;
  readonly literals: Literals;
  readonly findings: Findings;
}

/** Reads a `where` or `that` map against the fields of a dataset. Every problem becomes a finding. */
export function filterOf(raw: unknown, dataset: Dataset, path: Path, context: FilterContext): Filter {
  if (raw === undefined) return everyRow;
  if (!isMap(raw)) {
    context.findings.add("R005", path, {
      key: String(path.at(-1)),
      value: JSON.stringify(raw),
      expected: "{ FIELD: VALUE }",
    });
    return everyRow;
  }
  const filters = Object.entries(raw).map(([key, value]): Filter => {
    const at = [...path, key];
    const combiner = combiners.find((word) => word === key);
    if (combiner !== undefined && !dataset.fields.has(key)) {
      return {
        kind: combiner,
        filters: listOf(value, at, context).map((item, index) =>
          filterOf(item, dataset, [...at, index], context),
        ),
      };
    }
    const field = dataset.fields.get(key);
    if (field === undefined) {
      context.findings.add(
        "R012",
        at,
        { owner: context.owner, name: key, dataset: dataset.name },
        { key: true, near: dataset.fields.keys() },
      );
      return everyRow;
    }
    return { kind: "test", field: key, test: testOf(value, field, dataset, at, context) };
  });
  return filters.length === 1 && filters[0] !== undefined ? filters[0] : { kind: "all", filters };
}

function testOf(raw: unknown, field: Field, dataset: Dataset, path: Path, context: FilterContext): Test {
  if (isMap(raw)) return operatorsOf(raw, field, dataset, path, context);
  if (raw === "as-of" && (field.type === "date" || field.type === "year")) {
    return { op: "equals-field", operand: { kind: "as-of" } };
  }
  if (Array.isArray(raw) && raw.length === 0)
    context.findings.add("R048", path, { key: String(path.at(-1)) });
  const literals = Array.isArray(raw) ? raw : [raw];
  const values = literals.flatMap((literal, index) =>
    literalOf(literal, field, Array.isArray(raw) ? [...path, index] : path, context),
  );
  return { op: "equals", values };
}

function operatorsOf(
  raw: Record<string, unknown>,
  field: Field,
  dataset: Dataset,
  path: Path,
  context: FilterContext,
): Test {
  const { findings, owner } = context;
  if ("field" in raw && Object.keys(raw).length === 1) {
    return { op: "equals-field", operand: operandOf(raw, field, dataset, path, context) };
  }
  const tests = Object.entries(raw).flatMap(([key, value]): Test[] => {
    const at = [...path, key];
    const operator = operators.find((word) => word === key);
    if (operator === undefined) {
      findings.add("R003", at, { key }, { key: true, near: operators, name: key });
      return [];
    }
    if (operator === "where") {
      if (!("in" in raw)) findings.add("R003", at, { key }, { key: true });
      return [];
    }
    const takes = (types: readonly FieldType[]) => {
      if (types.includes(field.type)) return true;
      findings.add("R014", at, { owner, field: field.name, type: field.type, operator: key }, { key: true });
      return false;
    };
    if (operator === "not") return [{ op: "not", test: testOf(value, field, dataset, at, context) }];
    if (operator === "exists") {
      if (typeof value !== "boolean")
        findings.add("R005", at, { key, value: JSON.stringify(value), expected: "true | false" });
      return [{ op: "exists", exists: value === true }];
    }
    if (operator === "contains") {
      if (!takes(wordy)) return [];
      if (field.type === "set") return [{ op: "equals", values: literalOf(value, field, at, context) }];
      if (typeof value !== "string" || value === "")
        findings.add("R005", at, { key, value: JSON.stringify(value), expected: "text" });
      return [{ op: "contains", text: String(value) }];
    }
    if (operator === "in") return joinOf(raw, field, path, context);
    if (!takes(ordered)) return [];
    if (operator === "between") {
      const bounds = Array.isArray(value) && value.length === 2 ? value : undefined;
      if (bounds === undefined)
        findings.add("R005", at, { key, value: JSON.stringify(value), expected: "[a, b]" });
      const operands = (bounds ?? []).map((bound, index) =>
        operandOf(bound, field, dataset, [...at, index], context),
      );
      if (isReversed(operands))
        findings.add("R047", at, { low: String(bounds?.[0]), high: String(bounds?.[1]) });
      return operands.map((operand, index) => ({
        op: "compare",
        comparison: index === 0 ? "gte" : "lte",
        operand,
      }));
    }
    return [{ op: "compare", comparison: operator, operand: operandOf(value, field, dataset, at, context) }];
  });
  return tests.length === 1 && tests[0] !== undefined ? tests[0] : { op: "all", tests };
}

function isReversed([low, high]: readonly Operand[]): boolean {
  if (low?.kind !== "value" || high?.kind !== "value") return false;
  return isExact(low.value) && isExact(high.value) && compareExact(low.value, high.value) > 0;
}

function isExact(value: Value): value is Exact {
  return typeof value === "number" || value instanceof Fraction;
}

function joinOf(raw: Record<string, unknown>, field: Field, path: Path, context: FilterContext): Test[] {
  const { findings, owner, dictionary } = context;
  const target = splitName(raw.in);
  const at = [...path, "in"];
  if (target === undefined) {
    findings.add("R005", at, { key: "in", value: JSON.stringify(raw.in), expected: "DATASET.FIELD" });
    return [];
  }
  const other = dictionary.datasets.get(target.dataset);
  if (other === undefined) {
    findings.add("R010", at, { owner, name: target.dataset }, { near: dictionary.datasets.keys() });
    return [];
  }
  const partner = other.fields.get(target.field);
  if (partner === undefined) {
    findings.add(
      "R012",
      at,
      { owner, name: target.field, dataset: other.name },
      { near: other.fields.keys() },
    );
    return [];
  }
  if (partner.type !== field.type && !(isWord(partner) && isWord(field))) {
    findings.add("R014", at, {
      owner,
      field: field.name,
      type: `${field.type} / ${partner.type}`,
      operator: "in",
    });
  }
  const where = filterOf(raw.where, other, [...path, "where"], context);
  return [{ op: "in", join: { dataset: other.name, field: partner.name, where } }];
}

function isWord(field: Field): boolean {
  return field.type === "id" || field.type === "text";
}

function operandOf(
  raw: unknown,
  field: Field,
  dataset: Dataset,
  path: Path,
  context: FilterContext,
): Operand {
  const { findings, owner } = context;
  const isDate = field.type === "date" || field.type === "year";
  if (raw === "as-of") {
    if (!isDate)
      findings.add("R014", path, { owner, field: field.name, type: field.type, operator: "as-of" });
    return { kind: "as-of" };
  }
  if (isMap(raw) && typeof raw.field === "string" && Object.keys(raw).length === 1) {
    const other = dataset.fields.get(raw.field);
    if (other === undefined) {
      findings.add(
        "R012",
        [...path, "field"],
        { owner, name: raw.field, dataset: dataset.name },
        { near: dataset.fields.keys() },
      );
    } else if (
      (other.type === "date" || other.type === "year") !== isDate ||
      (ordered.includes(field.type) && !ordered.includes(other.type))
    ) {
      findings.add("R014", [...path, "field"], {
        owner,
        field: other.name,
        type: other.type,
        operator: `${field.name} (${field.type})`,
      });
    }
    return { kind: "field", field: raw.field };
  }
  const value = literalOf(raw, field, path, context)[0];
  return { kind: "value", value: value ?? null };
}

function literalOf(raw: unknown, field: Field, path: Path, context: FilterContext): readonly Value[] {
  const values = context.literals.read(field, raw);
  if (values !== undefined) return values;
  if (raw === null) {
    context.findings.add("R007", path, { key: String(path.at(-1)) }, { key: true });
    return [];
  }
  const expected = context.literals.expected(field);
  const value = typeof raw === "string" ? raw : JSON.stringify(raw);
  context.findings.add(
    "R015",
    path,
    { owner: context.owner, value, field: field.name, expected: expected.join(" | ") },
    { near: expected, name: value },
  );
  return [];
}

function listOf(raw: unknown, path: Path, context: FilterContext): unknown[] {
  if (Array.isArray(raw) && raw.length > 0) return raw;
  context.findings.add("R005", path, {
    key: String(path.at(-1)),
    value: JSON.stringify(raw),
    expected: "[{ … }, …]",
  });
  return [];
}

function isMap(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
