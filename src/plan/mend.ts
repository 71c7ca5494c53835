import type { z } from "zod";

type Plain = Record<PropertyKey, unknown>;

/**
 * Data without its wrong parts, so that what is right can be checked further and one mistake does not
 * hide the others. `spare` stands in for what was wrong or missing; it never reaches a loaded plan.
 */
export function mended(data: unknown, issues: readonly z.core.$ZodIssue[], spare: Plain): unknown {
  if (!isPlain(data)) return data;
  const copy: Plain = structuredClone(data);
  const wanted = new Set<PropertyKey>();
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) cut(copy, [...issue.path, key]);
      // A misspelt key leaves out the one that was meant, whichever it is.
      for (const key of Object.keys(spare)) wanted.add(key);
    } else {
      cut(copy, issue.path);
      if (issue.path[0] !== undefined) wanted.add(issue.path[0]);
    }
  }
  for (const key of wanted)
    if (!Object.hasOwn(copy, key) && Object.hasOwn(spare, key)) copy[key] = spare[key];
  return copy;
}

/** Takes out the innermost entry of a map that holds the path's end. */
function cut(data: Plain, path: readonly PropertyKey[]): void {
  let node: unknown = data;
  let found: { map: Plain; key: PropertyKey } | undefined;
  for (const step of path) {
    if (isPlain(node)) found = { map: node, key: step };
    node = typeof node === "object" && node !== null ? (node as Plain)[step] : undefined;
  }
  if (found !== undefined) delete found.map[found.key];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
