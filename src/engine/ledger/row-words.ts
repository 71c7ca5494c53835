import { compileFilter, type RowTest } from "../../measure/filter.ts";
import type { Layout } from "../../measure/layout.ts";
import type { Surroundings } from "../../measure/surroundings.ts";
import type { Field, FieldType } from "../../model/dataset.ts";
import { type Day, formatDay, yearOf } from "../../model/day.ts";
import { type Exact, fraction } from "../../model/exact.ts";
import type { Fact } from "../../model/ledger.ts";
import { type Filter, testsOf } from "../../model/measure.ts";
import type { Row, Value } from "../../model/value.ts";

const MOST_SHARED = 1_000;

/** A value as a ledger shows it. */
export function valueWords(value: Value, type: FieldType): string | null {
  if (value === null) return null;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.join("、");
  if (type === "date") return formatDay(value as Day);
  if (type === "year") return String(yearOf(value as Day));
  return amountWords(value as Exact);
}

export function amountWords(value: Exact): string {
  return String(Number(fraction(value).valueOf().toFixed(6)));
}

/** Says what rows have in the fields that a rule tests. */
export class FactWords {
  private readonly parts: readonly {
    readonly test: RowTest;
    readonly facts: readonly ((row: Row) => Fact)[];
  }[];
  private readonly holds: boolean;
  private readonly said = new Map<string, Fact[]>();

  /** `holds`: what is wrong is that the parts hold; else only those that do not are told. */
  constructor(parts: readonly Filter[], holds: boolean, layout: Layout, around: Surroundings) {
    this.holds = holds;
    this.parts = parts.map((part) => ({
      test: compileFilter(part, layout, around),
      facts: factsOf(part, holds, layout),
    }));
  }

  of(row: Row): Fact[] {
    const told = this.parts.filter(({ test }) => test(row) === this.holds);
    const facts = (told.length > 0 ? told : this.parts).flatMap(({ facts }) =>
      facts.map((fact) => fact(row)),
    );
    const apart = [...new Map(facts.map((fact) => [`${fact.field} ${fact.among ?? ""}`, fact])).values()];
    return this.shared(apart);
  }

  /** Most rows are wrong in one of a few ways: what is said of them is kept once. */
  private shared(facts: Fact[]): Fact[] {
    const key = facts.map(({ field, value }) => `${field}\u001f${value ?? ""}`).join("\u001e");
    const known = this.said.get(key);
    if (known !== undefined) return known;
    if (this.said.size < MOST_SHARED) this.said.set(key, facts);
    return facts;
  }
}

function factsOf(part: Filter, holds: boolean, layout: Layout): ((row: Row) => Fact)[] {
  return [...testsOf(part)].flatMap(({ field: name, test }) => {
    if (test.op === "all" || test.op === "not") return [];
    if (test.op === "in")
      return [() => ({ field: name, value: null, untold: true, among: test.join.dataset, found: holds })];
    return fieldsBehind(layout, name).map((field) => factOf(field, layout));
  });
}

/** Whether something was in time is told by both its dates. */
function fieldsBehind(layout: Layout, name: string): Field[] {
  const field = layout.fields[layout.indexOf(name)];
  if (field === undefined) return [];
  const { derived } = field;
  if (derived?.kind !== "in-time") return [field];
  return [derived.due, derived.done].flatMap((operand) => layout.fields[layout.indexOf(operand)] ?? []);
}

/** Names and numbers of people may stand in text: whether there is any is all that is told. */
export function factOf(field: Field, layout: Layout): (row: Row) => Fact {
  const at = layout.indexOf(field.name);
  const told = field.type !== "text" && field.type !== "id";
  return (row) => {
    const value = row[at] ?? null;
    if (value === null || told) return { field: field.name, value: valueWords(value, field.type) };
    return { field: field.name, value: null, untold: true };
  };
}
