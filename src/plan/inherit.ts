import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import type { Findings } from "./findings.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

type Plain = Record<string, unknown>;

/** A plan as one file, whatever it inherits. */
export interface PlanSource {
  readonly yaml: YamlFile;
  /** The files behind it, from the plan that was asked for to the one that inherits nothing. */
  readonly paths: readonly string[];
  readonly findings: readonly Findings[];
}

// Maps whose entries are inherited one by one; every other key of the head is taken or replaced as a whole.
const mergedMaps = ["defaults", "groups", "fields", "datasets", "limits", "report"];
const lists = ["indicators", "tasks"];
// Either says the target: a rule that gives one does without the inherited other.
const instead: Readonly<Record<string, string>> = { threshold: "stages", stages: "threshold" };

/** Where a part of the merged data stands: in the plan itself, or in the one that it extends. */
interface Origin {
  readonly yaml: YamlFile;
  readonly path: Path;
}

/**
 * A plan file together with the one it extends, as one file: data merged, places in the file where each
 * part is written. Ids under `remove` that the other lacks become findings.
 */
export function inherit(own: Findings, path: string, base: PlanSource): PlanSource {
  const [mine, theirs] = [plainOf(own.source.data), plainOf(base.yaml.data)];
  const removed = refuseUnknown(namesIn(mine.remove), theirs, own);
  const origins = new Map<string, Origin[]>();
  const merged: Plain = { plan: mine.plan };
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    if (key === "plan" || key === "extends" || key === "remove") continue;
    if (lists.includes(key)) {
      const list = mergedList(key, own.source, base.yaml, removed);
      merged[key] = list.map(({ data }) => data);
      for (const [index, { from }] of list.entries()) origins.set(`${key}/${index}`, from);
    } else if (mergedMaps.includes(key) && isPlain(mine[key]) && isPlain(theirs[key]))
      merged[key] = { ...theirs[key], ...mine[key] };
    else merged[key] = key in mine ? mine[key] : theirs[key];
  }
  if (!("units" in mine) && typeof theirs.units === "string")
    merged.units = resolve(dirname(base.paths[0] ?? ""), theirs.units);
  if (isPlain(merged.report))
    merged.report = withInheritedFiles(merged.report, plainOf(mine.report), dirname(base.paths[0] ?? ""));
  return {
    yaml: asOneFile(own.source, base.yaml, merged, origins),
    paths: [path, ...base.paths],
    findings: [own, ...base.findings],
  };
}

/** Files that the other plan names lie where it says, relative to itself. */
function withInheritedFiles(report: Plain, mine: Plain, folder: string): Plain {
  const from = (name: unknown) => (typeof name === "string" ? resolve(folder, name) : name);
  const inherited = ["logo", "wording"].filter((key) => key in report && !(key in mine));
  const files = inherited.map((key) => {
    const named = report[key];
    return [key, Array.isArray(named) ? named.map(from) : from(named)];
  });
  return { ...report, ...Object.fromEntries(files) };
}

function mergedList(key: string, own: YamlFile, base: YamlFile, removed: ReadonlySet<string>) {
  const mine = listIn(own, key).map((data, index) => ({ data, path: [key, index] }));
  const theirs = listIn(base, key).map((data, index) => ({ data, path: [key, index] }));
  const used = new Set<number>();
  const places = new Map<string | undefined, number>();
  for (const [index, { data }] of mine.entries()) {
    const id = idOf(data);
    if (!places.has(id)) places.set(id, index);
  }
  const inherited = theirs.flatMap(({ data, path }) => {
    const id = idOf(data);
    if (id !== undefined && removed.has(id)) return [];
    const from: Origin[] = [{ yaml: base, path }];
    const at = (id === undefined ? undefined : places.get(id)) ?? -1;
    const over = mine[at];
    if (over === undefined || !isPlain(over.data) || !isPlain(data)) return [{ data, from }];
    used.add(at);
    return [{ data: overridden(data, over.data), from: [{ yaml: own, path: over.path }, ...from] }];
  });
  const added = mine.filter((_, index) => !used.has(index));
  return [...inherited, ...added.map(({ data, path }) => ({ data, from: [{ yaml: own, path }] }))];
}

function overridden(theirs: Plain, mine: Plain): Plain {
  const kept = Object.entries(theirs).filter(
    ([key]) => !(instead[key] !== undefined && instead[key] in mine),
  );
  return { ...Object.fromEntries(kept), ...mine };
}

function asOneFile(own: YamlFile, base: YamlFile, data: Plain, origins: ReadonlyMap<string, Origin[]>) {
  const originOf = (path: Path): Origin => {
    const [head, next, ...rest] = path;
    const listed = origins.get(`${head}/${next}`);
    if (listed !== undefined) {
      const holds = listed.find(
        (one) => rest.length === 0 || has(one.yaml.data, [...one.path, rest[0] ?? ""]),
      );
      const origin = holds ?? listed[0];
      if (origin !== undefined) return { yaml: origin.yaml, path: [...origin.path, ...rest] };
    }
    const merges = mergedMaps.includes(String(head)) && next !== undefined;
    const known = path.slice(0, merges ? 2 : 1);
    return { yaml: has(own.data, known) || !has(base.data, known) ? own : base, path };
  };
  const sha256 = createHash("sha256").update(own.sha256).update(base.sha256).digest("hex");
  return {
    file: own.file,
    data,
    sha256,
    locate: (path: Path, target?: "key" | "value") => {
      const origin = originOf(path);
      return origin.yaml.locate(origin.path, target);
    },
    frame: (place: Parameters<YamlFile["frame"]>[0]) => (place.file === own.file ? own : base).frame(place),
  };
}

function refuseUnknown(removed: readonly string[], base: Plain, findings: Findings): Set<string> {
  const known = new Set(
    lists.flatMap((key) => (Array.isArray(base[key]) ? base[key] : [])).flatMap((one) => idOf(one) ?? []),
  );
  for (const [index, id] of removed.entries())
    if (!known.has(id))
      findings.add("R030", ["remove", index], { id, plan: String(base.plan) }, { near: known, name: id });
  return new Set(removed);
}

function has(data: unknown, path: Path): boolean {
  let node = data;
  for (const step of path) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, step)) return false;
    node = (node as Record<string | number, unknown>)[step];
  }
  return true;
}

function listIn({ data }: YamlFile, key: string): readonly unknown[] {
  const list = plainOf(data)[key];
  return Array.isArray(list) ? list : [];
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function idOf(data: unknown): string | undefined {
  return isPlain(data) && typeof data.id === "string" ? data.id : undefined;
}

function plainOf(data: unknown): Plain {
  return isPlain(data) ? data : {};
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
