import { filterKey } from "../../measure/filter-tree.ts";
import type { Dictionary } from "../../model/dataset.ts";
import { type Aggregate, everyRow, type Filter, type Measure } from "../../model/measure.ts";

/** How the records behind an unmet indicator are found. */
export type Way =
  /** Each row that passes. */
  | (Listing & { readonly kind: "rows" })
  /** Each value that a row has which passes, and no row that passes `except`. */
  | (Listing & {
      readonly kind: "values";
      readonly fields: readonly string[];
      readonly except: Filter | null;
    })
  /** Each row of `to` that has fewer partners in `of` than it should. */
  | {
      readonly kind: "partners";
      readonly of: Aggregate;
      readonly to: Aggregate;
      readonly on: string;
    }
  /** Each row by what it contributes. */
  | { readonly kind: "levers"; readonly of: Aggregate; readonly to: Aggregate | null }
  /** Each unit's last row. */
  | { readonly kind: "last"; readonly of: Aggregate; readonly to: Aggregate | null }
  /** No record can be named. */
  | { readonly kind: "figure" };

interface Listing {
  readonly dataset: string;
  readonly by: string | null;
  readonly where: Filter;
  /** What makes a row good, or, with `holds`, what makes it be counted. */
  readonly parts: readonly Filter[];
  readonly holds: boolean;
}

const figure: Way = { kind: "figure" };

/** The way for a measure whose value must rise, or `falls`. */
export function wayOf({ kind, of, to, that }: Measure, falls: boolean, dictionary: Dictionary): Way {
  if (of === null) return figure;
  if (to === null) return plainWay(of, falls, dictionary);
  if (kind === "share") {
    const parts = partsOf(that ?? everyRow);
    return of.kind === "distinct" ? valuesBetween(of, to, parts, falls) : rowsBetween(of, to, parts, falls);
  }
  if (of.dataset === to.dataset && of.by === to.by) return innerWay(of, to, falls);
  const on = falls ? null : linkBetween(of, to, dictionary);
  return on === null ? figure : { kind: "partners", of, to, on };
}

/** A count, sum, distinct or latest alone. */
function plainWay(of: Aggregate, falls: boolean, dictionary: Dictionary): Way {
  switch (of.kind) {
    case "sum":
      return { kind: "levers", of, to: null };
    case "latest":
      return { kind: "last", of, to: null };
    case "count":
    case "distinct": {
      const { subject, criteria } = splitWhere(of, dictionary);
      const to = { ...of, where: { kind: "all", filters: subject } } as const;
      // Where nothing tells a good row from another, only new rows would help.
      if (!falls && criteria.length === 0) return figure;
      const parts = criteria.length === 0 ? subject : criteria;
      return of.kind === "count" ? rowsBetween(of, to, parts, falls) : valuesBetween(of, to, parts, falls);
    }
    default:
      return of.kind satisfies never;
  }
}

/** A ratio within one list. */
function innerWay(of: Aggregate, to: Aggregate, falls: boolean): Way {
  const kinds = [of.kind, to.kind];
  if (kinds.every((kind) => kind === "latest")) return { kind: "last", of, to };
  const shared = new Set(partsOf(to.where).map(filterKey));
  const parts = partsOf(of.where).filter((part) => !shared.has(filterKey(part)));
  if (kinds.every((kind) => kind === "count")) return rowsBetween(of, to, parts, falls);
  if (kinds.every((kind) => kind === "distinct") && filterKey(of.fields) === filterKey(to.fields))
    return valuesBetween(of, to, parts, falls);
  return kinds.every((kind) => kind === "sum" || kind === "count") ? { kind: "levers", of, to } : figure;
}

function rowsBetween(of: Aggregate, to: Aggregate, parts: readonly Filter[], falls: boolean): Way {
  const base = { kind: "rows", dataset: of.dataset, by: of.by, parts, holds: falls } as const;
  return { ...base, where: falls ? of.where : both(to.where, { kind: "none", filters: [of.where] }) };
}

function valuesBetween(of: Aggregate, to: Aggregate, parts: readonly Filter[], falls: boolean): Way {
  const base = {
    kind: "values",
    dataset: of.dataset,
    by: of.by,
    fields: of.fields,
    parts,
    holds: falls,
  } as const;
  return falls ? { ...base, where: of.where, except: null } : { ...base, where: to.where, except: of.where };
}

/** Codes and names say whom a count is about; flags, amounts, dates and partners are what can be put right. */
function splitWhere({ dataset, where }: Aggregate, dictionary: Dictionary) {
  const fields = dictionary.datasets.get(dataset)?.fields;
  const isSubject = (part: Filter): boolean => {
    if (part.kind !== "test") return false;
    const type = fields?.get(part.field)?.type;
    return part.test.op === "equals" && type !== "flag" && type !== undefined && type !== "number";
  };
  const parts = partsOf(where);
  return { subject: parts.filter(isSubject), criteria: parts.filter((part) => !isSubject(part)) };
}

/** The field of `of` that holds keys of the dataset of `to`, so that each row of it has partners of its own. */
function linkBetween(of: Aggregate, to: Aggregate, dictionary: Dictionary): string | null {
  const [from, target] = [dictionary.datasets.get(of.dataset), dictionary.datasets.get(to.dataset)];
  if (from === undefined || target?.key.length !== 1) return null;
  if (!["count", "distinct"].includes(of.kind) || !["count", "sum"].includes(to.kind)) return null;
  const looked = [...from.fields.values()].flatMap(({ derived }) =>
    derived?.kind === "lookup" && derived.dataset === to.dataset ? derived.on : [],
  );
  const [key = ""] = target.key;
  const candidates = [...looked, ...(from.fields.has(key) ? [key] : [])];
  // Distinct combinations can be told apart by partner only where they name it.
  return candidates.find((field) => of.kind === "count" || of.fields.includes(field)) ?? null;
}

/** All of these must hold. */
export function partsOf(filter: Filter): readonly Filter[] {
  return filter.kind === "all" ? filter.filters.flatMap(partsOf) : [filter];
}

function both(a: Filter, b: Filter): Filter {
  return { kind: "all", filters: [...partsOf(a), b] };
}
