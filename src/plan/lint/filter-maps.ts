import type { Path } from "../yaml-file.ts";
import { isPlain, type Plain } from "./subject.ts";

interface FilterMap {
  readonly map: Plain;
  readonly path: Path;
}

/** Every map of conditions in a measure as it is written, from the outside inwards. */
export function filterMaps(measure: unknown, path: Path): FilterMap[] {
  if (!isPlain(measure)) return [];
  return Object.entries(measure).flatMap(([key, value]) => {
    const at = [...path, key];
    if (key === "where" || key === "that") return mapsIn(value, at);
    return key === "ratio" || key === "of" || key === "to" ? filterMaps(value, at) : [];
  });
}

function mapsIn(filter: unknown, path: Path): FilterMap[] {
  if (!isPlain(filter)) return [];
  const inner = Object.entries(filter).flatMap(([key, value]) => {
    const at = [...path, key];
    if (Array.isArray(value)) return value.flatMap((one, index) => mapsIn(one, [...at, index]));
    return isPlain(value) && "in" in value && "where" in value ? mapsIn(value.where, [...at, "where"]) : [];
  });
  return [{ map: filter, path }, ...inner];
}
