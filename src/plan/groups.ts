import type { Unit, UnitDirectory } from "../model/unit.ts";
import { walk } from "../model/walk.ts";
import type { Findings } from "./findings.ts";
import type { Path } from "./yaml-file.ts";

/** Expands names of groups and units into units, in directory order and without repeats. */
export class Groups {
  private readonly directory: Pick<UnitDirectory, "id" | "groups" | "units">;
  /** Without a directory nothing can be said of names. */
  private readonly lenient: boolean;
  private readonly own: ReadonlyMap<string, readonly string[]>;
  private readonly findings: Findings;
  private readonly known: ReadonlySet<string>;
  // The plan's defaults are expanded for each indicator, but checked once.
  private readonly checked = new Set<string>();
  private readonly expanded = new WeakMap<readonly string[], Unit[]>();
  private readonly spelt = new WeakMap<readonly string[], string[]>();

  /**
   * `own` are the plan's groups, made of groups and units; unknown names and cycles are findings. A null
   * directory could not be read, which has been said: names are taken as they are.
   */
  constructor(
    directory: UnitDirectory | null,
    own: Readonly<Record<string, readonly string[]>>,
    findings: Findings,
  ) {
    this.directory = directory ?? { id: "", groups: [], units: [] };
    this.lenient = directory === null;
    this.own = new Map(Object.entries(own));
    this.findings = findings;
    const { id, groups, units } = this.directory;
    const unitNames = new Set(units.map((unit) => unit.name));
    this.known = new Set([...this.own.keys(), ...groups, ...unitNames]);
    for (const [name, parts] of Object.entries(own)) {
      if (groups.includes(name) || unitNames.has(name)) {
        findings.add("R020", ["groups", name], { name, owner: id }, { key: true });
      }
      this.check(name, parts, ["groups", name]);
    }
    for (const circle of walk(this.own.keys(), (name) => this.own.get(name) ?? []).circles) {
      findings.add("R019", ["groups", circle[0] ?? ""], { chain: circle.join(" → ") }, { key: true });
    }
  }

  /** The units behind names written at a path. */
  expand(names: readonly string[], owner: string, path: Path): Unit[] {
    this.check(owner, names, path);
    const known = this.expanded.get(names);
    if (known !== undefined) return known;
    const wanted = new Set(this.spellOut(names));
    const units = this.directory.units.filter(
      (unit) => wanted.has(unit.name) || unit.groups.some((group) => wanted.has(group)),
    );
    this.expanded.set(names, units);
    return units;
  }

  /** Names that must be units or groups. */
  checkNames(names: readonly string[], owner: string, path: Path): void {
    this.check(owner, names, path);
  }

  /** Keys of a map that must be units, each on its own. */
  checkUnits(names: readonly string[], owner: string, path: Path): void {
    if (this.lenient) return;
    const known = new Set(this.directory.units.map((unit) => unit.name));
    for (const name of names)
      if (!known.has(name))
        this.findings.add("R013", [...path, name], { owner, name }, { near: known, key: true });
  }

  /** Names as the directory knows them: the plan's own groups give way to their parts. */
  spellOut(names: readonly string[]): string[] {
    const known = this.spelt.get(names);
    if (known !== undefined) return known;
    const spelt = new Set<string>();
    const opened = new Set<string>();
    const ahead = [...names].reverse();
    for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
      const parts = this.own.get(name);
      if (parts === undefined) spelt.add(name);
      else if (!opened.has(name)) for (const part of [...parts].reverse()) ahead.push(part);
      opened.add(name);
    }
    this.spelt.set(names, [...spelt]);
    return [...spelt];
  }

  private check(owner: string, names: readonly string[], path: Path): void {
    if (this.lenient) return;
    if (path[0] === "defaults") {
      if (this.checked.has(path.join("."))) return;
      this.checked.add(path.join("."));
    }
    for (const [index, name] of names.entries()) {
      if (!this.known.has(name))
        this.findings.add("R013", [...path, index], { owner, name }, { near: this.known });
    }
  }
}

/** One name or several, as a list; the same list for the same names. */
export function namesIn(names: string | readonly string[] | undefined): readonly string[] {
  if (names === undefined) return [];
  return typeof names === "string" ? [names] : names;
}
