import {
  type Dataset,
  type Derived,
  type DerivedKind,
  derivedKinds,
  type Field,
  type FieldType,
} from "../model/dataset.ts";
import { parseExact } from "../model/exact.ts";
import type { Findings } from "./findings.ts";
import type { Path } from "./yaml-file.ts";

export interface RawDerived {
  readonly dataset: string;
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly findings: Findings;
}

// Each step from field to field is a call within a call.
const LONGEST_CHAIN = 64;

type Datasets = Map<string, Omit<Dataset, "fields"> & { fields: Map<string, Field> }>;

const allowedKeys = {
  difference: [],
  days: [],
  workdays: ["plus"],
  "in-time": ["due"],
  choose: null,
  lookup: ["on"],
} satisfies Record<DerivedKind, readonly string[] | null>;

/** Adds derived fields to their datasets, in any order of dependency; cycles and clashes are findings. */
export function addDerived(datasets: Datasets, raws: readonly RawDerived[]): void {
  const waiting = new Map(raws.map((raw) => [`${raw.dataset}.${raw.name}`, raw]));
  const underway: string[] = [];
  const names = fieldNames(datasets);

  const fieldOf = (raw: RawDerived, dataset: string, name: string): Field | undefined => {
    const id = `${dataset}.${name}`;
    const pending = waiting.get(id);
    if (pending !== undefined) resolve(id, pending);
    const owner = datasets.get(dataset);
    const field = owner?.fields.get(name);
    if (owner === undefined) {
      raw.findings.add("R010", raw.path, { owner: raw.name, name: dataset }, { near: datasets.keys() });
    } else if (field === undefined && pending === undefined) {
      raw.findings.add("R012", raw.path, { owner: raw.name, name, dataset }, { near: owner.fields.keys() });
    }
    return field;
  };

  const resolve = (id: string, raw: RawDerived): void => {
    if (underway.includes(id)) {
      raw.findings.add("R019", raw.path, { chain: [...underway, id].join(" → ") });
      return;
    }
    if (underway.length >= LONGEST_CHAIN) {
      waiting.delete(id);
      raw.findings.add("R002", raw.path, { text: `> ${LONGEST_CHAIN}` });
      return;
    }
    underway.push(id);
    const field = deriveField(raw, (dataset, name) => fieldOf(raw, dataset, name));
    underway.pop();
    waiting.delete(id);
    if (field === undefined) return;
    datasets.get(raw.dataset)?.fields.set(raw.name, field);
    names.get(raw.dataset)?.set(raw.name, raw.name);
  };

  for (const [id, raw] of [...waiting]) if (waiting.has(id) && isFree(datasets, names, raw)) resolve(id, raw);
}

/** Every name and alias of a dataset's fields, with the field that has it. */
type FieldNames = ReadonlyMap<string, Map<string, string>>;

function fieldNames(datasets: Datasets): FieldNames {
  const names = [...datasets].map(([dataset, { fields }]) => {
    const own = [...fields.values()].flatMap(({ name, aliases }) =>
      [name, ...aliases].map((form): [string, string] => [form, name]),
    );
    return [dataset, new Map(own)] as const;
  });
  return new Map(names);
}

function isFree(datasets: Datasets, names: FieldNames, raw: RawDerived): boolean {
  const dataset = datasets.get(raw.dataset);
  if (dataset === undefined) {
    raw.findings.add(
      "R010",
      raw.path,
      { owner: raw.name, name: raw.dataset },
      { near: datasets.keys(), key: true },
    );
    return false;
  }
  const owner = names.get(raw.dataset)?.get(raw.name);
  if (owner === undefined) return true;
  raw.findings.add("R020", raw.path, { name: raw.name, owner: `${raw.dataset}.${owner}` }, { key: true });
  return false;
}

type FindField = (dataset: string, name: string) => Field | undefined;

function deriveField(raw: RawDerived, find: FindField): Field | undefined {
  const kind = derivedKinds.find((candidate) => candidate in raw.spec);
  if (kind === undefined) {
    raw.findings.add("R004", raw.path, { key: derivedKinds.join(" | ") });
    return undefined;
  }
  const allowed = allowedKeys[kind];
  for (const key of Object.keys(raw.spec)) {
    if (allowed !== null && key !== kind && !allowed.some((name) => name === key)) {
      raw.findings.add("R003", [...raw.path, key], { key }, { key: true, near: allowed, name: key });
      return undefined;
    }
  }
  const made: Made | undefined = makers[kind](raw, find);
  if (made === undefined) return undefined;
  const { derived, type, like } = made;
  return {
    name: raw.name,
    type,
    label: null,
    aliases: [],
    codes: like?.codes ?? null,
    unitColumn: null,
    counts: like?.counts ?? false,
    event: false,
    absent: null,
    derived,
  };
}

interface Made {
  derived: Derived;
  type: FieldType;
  like?: Field;
}

const makers = {
  difference: (raw, find) => {
    const pair = operands(raw, raw.spec.difference, numeric, find);
    return pair && { derived: { kind: "difference", minuend: pair[0], subtrahend: pair[1] }, type: "number" };
  },
  days: (raw, find) => {
    const pair = operands(raw, raw.spec.days, dated, find);
    return pair && { derived: { kind: "days", from: pair[0], to: pair[1] }, type: "number" };
  },
  workdays: (raw, find) => {
    const from = operand(raw, "workdays", raw.spec.workdays, dated, find);
    const plus = Number(raw.spec.plus);
    if (!Number.isInteger(plus) || plus < 0 || plus > 1000 || typeof raw.spec.plus !== "string") {
      wrong(raw, "plus", raw.spec.plus, "0–1000");
      return undefined;
    }
    return from === undefined ? undefined : { derived: { kind: "workdays", from, plus }, type: "date" };
  },
  "in-time": (raw, find) => {
    const done = operand(raw, "in-time", raw.spec["in-time"], dated, find);
    const due = operand(raw, "due", raw.spec.due, dated, find);
    return done && due ? { derived: { kind: "in-time", done, due }, type: "flag" } : undefined;
  },
  choose: (raw, find) => {
    const on = operand(raw, "choose", raw.spec.choose, anyType, find);
    const cases: [string, string][] = [];
    for (const [literal, result] of Object.entries(raw.spec)) {
      if (literal === "choose" || literal === "else") continue;
      if (typeof result !== "string") wrong(raw, literal, result, "text | number");
      else cases.push([literal, result]);
    }
    const otherwise = typeof raw.spec.else === "string" ? raw.spec.else : null;
    if (on === undefined) return undefined;
    if (cases.length === 0) {
      raw.findings.add("R004", raw.path, { key: "choose: … value: x" });
      return undefined;
    }
    const results = [...cases.map(([, result]) => result), ...(otherwise === null ? [] : [otherwise])];
    const type = results.every((result) => parseExact(result) !== null) ? "number" : "text";
    return { derived: { kind: "choose", on, cases, otherwise }, type };
  },
  lookup: (raw, find) => {
    const target = splitName(raw.spec.lookup);
    if (target === undefined) {
      wrong(raw, "lookup", raw.spec.lookup, "DATASET.FIELD");
      return undefined;
    }
    const like = find(target.dataset, target.field);
    const on = operand(raw, "on", raw.spec.on, anyType, find);
    if (like === undefined || on === undefined) return undefined;
    return { derived: { kind: "lookup", ...target, on }, type: like.type, like };
  },
} satisfies Record<DerivedKind, (raw: RawDerived, find: FindField) => Made | undefined>;

const numeric: readonly FieldType[] = ["number", "rate", "limit"];
const dated: readonly FieldType[] = ["date", "year"];
const anyType: readonly FieldType[] = [
  "id",
  "text",
  "number",
  "rate",
  "limit",
  "date",
  "year",
  "flag",
  "code",
];

function operands(
  raw: RawDerived,
  value: unknown,
  types: readonly FieldType[],
  find: FindField,
): [string, string] | undefined {
  const key = Object.keys(raw.spec)[0] ?? "";
  if (!Array.isArray(value) || value.length !== 2) {
    wrong(raw, key, value, "[FIELD, FIELD]");
    return undefined;
  }
  const [a, b] = value.map((name) => operand(raw, key, name, types, find));
  return a !== undefined && b !== undefined ? [a, b] : undefined;
}

function operand(
  raw: RawDerived,
  key: string,
  name: unknown,
  types: readonly FieldType[],
  find: FindField,
): string | undefined {
  if (typeof name !== "string") {
    wrong(raw, key, name, "FIELD");
    return undefined;
  }
  const field = find(raw.dataset, name);
  if (field === undefined) return undefined;
  if (types.includes(field.type)) return name;
  raw.findings.add("R014", [...raw.path, key], {
    owner: raw.name,
    field: name,
    type: field.type,
    operator: key,
  });
  return undefined;
}

function wrong(raw: RawDerived, key: string, value: unknown, expected: string): void {
  if (value === undefined) raw.findings.add("R004", raw.path, { key });
  else raw.findings.add("R005", [...raw.path, key], { key, value: JSON.stringify(value), expected });
}

/** Splits DS.field at the first dot. */
export function splitName(value: unknown): { dataset: string; field: string } | undefined {
  const dot = typeof value === "string" ? value.indexOf(".") : -1;
  if (typeof value !== "string" || dot <= 0 || dot === value.length - 1) return undefined;
  return { dataset: value.slice(0, dot).trim(), field: value.slice(dot + 1).trim() };
}
