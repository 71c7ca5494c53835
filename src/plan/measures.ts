import type { Dataset, Field, FieldType } from "../model/dataset.ts";
import {
  type Aggregate,
  type AggregateKind,
  aggregateKinds,
  everyRow,
  type Filter,
  type Measure,
  type MeasureKind,
  measureKinds,
} from "../model/measure.ts";
import { splitName } from "./derived.ts";
import { type FilterContext, filterOf } from "./filters.ts";
import type { Path } from "./yaml-file.ts";

type RawMap = Readonly<Record<string, unknown>>;

const numeric: readonly FieldType[] = ["number", "rate", "limit"];

const companions = {
  share: ["where", "that", "each", "by"],
  count: ["where", "by"],
  sum: ["where", "by"],
  average: ["where", "by"],
  distinct: ["where", "by"],
  latest: ["where", "by"],
  ratio: ["where"],
  reported: [],
} satisfies Record<MeasureKind, readonly string[]>;

/** Reads a measure; undefined when it is wrong, with every problem among the findings. */
export function measureOf(raw: RawMap, path: Path, context: FilterContext): Measure | undefined {
  const kind = kindOf(raw, measureKinds, path, context);
  if (kind === undefined || !keysFit(raw, kind, companions[kind], path, context)) return undefined;
  return builders[kind](raw, path, context);
}

const builders = {
  share: (raw, path, context) => {
    const dataset = datasetOf(raw.share, [...path, "share"], context);
    if (dataset === undefined) return undefined;
    if (raw.that === undefined) {
      context.findings.add("R004", path, { key: "that" });
      return undefined;
    }
    const each = raw.each === undefined ? undefined : fieldIn(dataset, raw.each, [...path, "each"], context);
    if (raw.each !== undefined && each === undefined) return undefined;
    const where = filterOf(raw.where, dataset, [...path, "where"], context);
    const that = filterOf(raw.that, dataset, [...path, "that"], context);
    const by = byOf(raw, dataset, path, context);
    const base = { dataset: dataset.name, by, together: [] };
    const part = (filter: Filter): Aggregate =>
      each === undefined
        ? { ...base, kind: "count", fields: [], where: filter }
        : { ...base, kind: "distinct", fields: [each.name], where: filter };
    return {
      kind: "share",
      of: part(both(where, that)),
      to: part(where),
      needs: "things",
      that,
      required: [],
      leftOut: null,
    };
  },
  count: (raw, path, context) => single("count", raw, path, context),
  sum: (raw, path, context) => single("sum", raw, path, context),
  distinct: (raw, path, context) => single("distinct", raw, path, context),
  latest: (raw, path, context) => single("latest", raw, path, context),
  average: (raw, path, context) => {
    const target = targetOf("average", raw, path, context);
    if (target === undefined) return undefined;
    const { dataset, fields } = target;
    const field = fields[0] ?? "";
    const given = filterOf(raw.where, dataset, [...path, "where"], context);
    const where = both(given, hasValue(field));
    const base = { dataset: dataset.name, where, by: byOf(raw, dataset, path, context), together: [] };
    return {
      kind: "average",
      of: { ...base, kind: "sum", fields: [field] },
      to: { ...base, kind: "count", fields: [] },
      needs: "amount",
      that: null,
      required: [field],
      leftOut: incompleteRows({ ...base, where: given }, [field]),
    };
  },
  ratio: (raw, path, context) => ratioOf(raw, path, context),
  reported: (raw, path, context) => {
    if (raw.reported !== true) {
      context.findings.add("R005", [...path, "reported"], {
        key: "reported",
        value: JSON.stringify(raw.reported),
        expected: "true",
      });
    }
    return { kind: "reported", of: null, to: null, needs: "things", that: null, required: [], leftOut: null };
  },
} satisfies Record<MeasureKind, (raw: RawMap, path: Path, context: FilterContext) => Measure | undefined>;

function single(kind: AggregateKind, raw: RawMap, path: Path, context: FilterContext): Measure | undefined {
  const of = aggregateOf(kind, raw, path, everyRow, context);
  return of && { kind, of, to: null, needs: "amount", that: null, required: [], leftOut: null };
}

function ratioOf(raw: RawMap, path: Path, context: FilterContext): Measure | undefined {
  const sides = raw.ratio;
  const at = [...path, "ratio"];
  if (!isMap(sides) || !isMap(sides.of) || !isMap(sides.to)) {
    context.findings.add("R005", at, {
      key: "ratio",
      value: JSON.stringify(sides),
      expected: "{ of: { … }, to: { … } }",
    });
    return undefined;
  }
  if (!keysFit(sides, "of", ["to"], at, context)) return undefined;
  const sideOf = (side: RawMap, name: string, shared: Filter): Aggregate | undefined => {
    const sidePath = [...at, name];
    const kind = kindOf(side, aggregateKinds, sidePath, context);
    if (kind === undefined || !keysFit(side, kind, companions[kind], sidePath, context)) return undefined;
    return aggregateOf(kind, side, sidePath, shared, context);
  };
  const bare = (side: RawMap, name: string) => sideOf(side, name, everyRow);
  const of = bare(sides.of, "of");
  const to = bare(sides.to, "to");
  if (of === undefined || to === undefined) return undefined;
  const dataset = context.dictionary.datasets.get(of.dataset);
  if (raw.where !== undefined && of.dataset !== to.dataset) {
    context.findings.add(
      "R021",
      [...path, "where"],
      { owner: context.owner, text: "where + ratio: of.dataset ≠ to.dataset" },
      { key: true },
    );
    return undefined;
  }
  const shared =
    dataset === undefined || raw.where === undefined
      ? everyRow
      : filterOf(raw.where, dataset, [...path, "where"], context);
  const paired = {
    of: { ...of, where: both(of.where, shared) },
    to: { ...to, where: both(to.where, shared) },
  };
  return {
    kind: "ratio",
    ...tieTogether(paired.of, paired.to),
    needs: needsOf([of, to], context),
    that: null,
  };
}

/** In a ratio of sums or latests over one dataset a row that lacks either field leaves both sides. */
function tieTogether(of: Aggregate, to: Aggregate): Pick<Measure, "of" | "to" | "required" | "leftOut"> {
  if (of.dataset !== to.dataset || of.kind !== to.kind) return { of, to, required: [], leftOut: null };
  const fields = [...new Set([...of.fields, ...to.fields])];
  if (of.kind === "sum") {
    const complete: Filter = { kind: "all", filters: fields.map(hasValue) };
    const tied = (side: Aggregate): Aggregate => ({ ...side, where: both(side.where, complete) });
    return { of: tied(of), to: tied(to), required: fields, leftOut: incompleteRows(to, fields) };
  }
  if (of.kind === "latest")
    return {
      of: { ...of, together: fields },
      to: { ...to, together: fields },
      required: fields,
      leftOut: null,
    };
  return { of, to, required: [], leftOut: null };
}

/** The rows of an aggregate that lack one of the fields. */
function incompleteRows(base: Omit<Aggregate, "kind" | "fields">, fields: readonly string[]): Aggregate {
  const lacking: Filter = { kind: "any", filters: fields.map(isMissing) };
  return { ...base, kind: "count", fields: [], where: both(base.where, lacking) };
}

function needsOf(sides: readonly Aggregate[], context: FilterContext): "things" | "amount" {
  const countsThings = (side: Aggregate) =>
    side.kind === "count" ||
    side.kind === "distinct" ||
    side.fields.every(
      (name) => context.dictionary.datasets.get(side.dataset)?.fields.get(name)?.counts === true,
    );
  return sides.every(countsThings) ? "things" : "amount";
}

function aggregateOf(
  kind: AggregateKind,
  raw: RawMap,
  path: Path,
  shared: Filter,
  context: FilterContext,
): Aggregate | undefined {
  const target = targetOf(kind, raw, path, context);
  if (target === undefined) return undefined;
  const { dataset, fields } = target;
  const where = both(filterOf(raw.where, dataset, [...path, "where"], context), shared);
  if (kind === "latest" && dataset.date.length === 0) {
    context.findings.add("R021", path, {
      owner: context.owner,
      text: `latest: ${dataset.name} has no date field`,
    });
  }
  return { kind, dataset: dataset.name, fields, where, by: byOf(raw, dataset, path, context), together: [] };
}

type Target = { dataset: Dataset; fields: string[] };

/** What an aggregate is over: a dataset for count, DATASET.FIELD for the rest, or several fields for distinct. */
function targetOf(
  kind: AggregateKind | "average",
  raw: RawMap,
  path: Path,
  context: FilterContext,
): Target | undefined {
  const at = [...path, kind];
  const value = raw[kind];
  if (kind === "count") {
    const dataset = datasetOf(value, at, context);
    return dataset && { dataset, fields: [] };
  }
  if (kind === "distinct" && isMap(value)) {
    if (!keysFit(value, "dataset", ["fields"], at, context)) return undefined;
    const dataset = datasetOf(value.dataset, [...at, "dataset"], context);
    const names = Array.isArray(value.fields) ? value.fields : [];
    if (names.length === 0) context.findings.add("R004", at, { key: "fields" });
    if (dataset === undefined || names.length === 0) return undefined;
    const fields = names.map(
      (name, index) => fieldIn(dataset, name, [...at, "fields", index], context)?.name,
    );
    return fields.every((name) => name !== undefined) ? { dataset, fields } : undefined;
  }
  const name = splitName(value);
  if (name === undefined) {
    context.findings.add("R005", at, { key: kind, value: JSON.stringify(value), expected: "DATASET.FIELD" });
    return undefined;
  }
  const dataset = datasetOf(name.dataset, at, context);
  const field = dataset && fieldIn(dataset, name.field, at, context);
  if (dataset === undefined || field === undefined) return undefined;
  if (kind !== "distinct" && !numeric.includes(field.type)) {
    context.findings.add("R014", at, {
      owner: context.owner,
      field: field.name,
      type: field.type,
      operator: kind,
    });
    return undefined;
  }
  return { dataset, fields: [field.name] };
}

function datasetOf(name: unknown, path: Path, context: FilterContext): Dataset | undefined {
  const { dictionary, findings, owner } = context;
  const dataset = typeof name === "string" ? dictionary.datasets.get(name) : undefined;
  if (dataset === undefined)
    findings.add("R010", path, { owner, name: String(name) }, { near: dictionary.datasets.keys() });
  return dataset;
}

function fieldIn(dataset: Dataset, name: unknown, path: Path, context: FilterContext): Field | undefined {
  const field = typeof name === "string" ? dataset.fields.get(name) : undefined;
  if (field === undefined) {
    context.findings.add(
      "R012",
      path,
      { owner: context.owner, name: String(name), dataset: dataset.name },
      { near: dataset.fields.keys() },
    );
  }
  return field;
}

function byOf(raw: RawMap, dataset: Dataset, path: Path, context: FilterContext): string | null {
  if (raw.by === undefined) return dataset.unit;
  return fieldIn(dataset, raw.by, [...path, "by"], context)?.name ?? dataset.unit;
}

function kindOf<K extends string>(
  raw: RawMap,
  kinds: readonly K[],
  path: Path,
  context: FilterContext,
): K | undefined {
  const named = kinds.filter((kind) => kind in raw);
  if (named.length === 1) return named[0];
  if (named.length > 1) context.findings.add("R021", path, { owner: context.owner, text: named.join(" + ") });
  else {
    const [written = ""] = Object.keys(raw);
    context.findings.add(
      "R005",
      written === "" ? path : [...path, written],
      { key: String(path.at(-1)), value: written, expected: kinds.join(" | ") },
      { near: kinds, name: written, key: true },
    );
  }
  return undefined;
}

function keysFit(
  raw: RawMap,
  kind: string,
  others: readonly string[],
  path: Path,
  context: FilterContext,
): boolean {
  const known = [kind, ...others];
  const strange = Object.keys(raw).filter((key) => !known.includes(key));
  for (const key of strange)
    context.findings.add("R003", [...path, key], { key }, { key: true, near: known, name: key });
  return strange.length === 0;
}

function hasValue(field: string): Filter {
  return { kind: "test", field, test: { op: "exists", exists: true } };
}

function isMissing(field: string): Filter {
  return { kind: "test", field, test: { op: "exists", exists: false } };
}

function both(a: Filter, b: Filter): Filter {
  const parts = [a, b].flatMap((filter) => (filter.kind === "all" ? filter.filters : [filter]));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "all", filters: parts };
}

function isMap(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
