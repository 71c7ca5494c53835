import type { Unit, UnitDirectory } from "../model/unit.ts";
import type { Findings } from "./findings.ts";
import type { Path } from "./yaml-file.ts";

/** Expands names of groups and units into units, in directory order and without repeats. */
export class Groups {
  private readonly directory: UnitDirectory;
  private readonly own: ReadonlyMap<string, readonly string[]>;
  private readonly findings: Findings;

  /** `own` are the plan's groups, made of groups and units; unknown names and cycles are findings. */
  constructor(
    directory: UnitDirectory,
    own: Readonly<Record<string, readonly string[]>>,
    findings: Findings,
  ) {
    this.directory = directory;
    this.own = new Map(Object.entries(own));
    this.findings = findings;
    for (const [name, parts] of Object.entries(own)) {
      if (directory.groups.includes(name) || directory.units.some((unit) => unit.name === name)) {
        findings.add("R020", ["groups", name], { name, owner: directory.id }, { key: true });
      }
      this.check(name, parts, ["groups", name]);
      this.refuseCycle(name, [name]);
    }
  }

  /** The units behind names written at a path. */
  expand(names: readonly string[], owner: string, path: Path): Unit[] {
    this.check(owner, names, path);
    const wanted = new Set(this.unitNames(names, new Set()));
    return this.directory.units.filter((unit) => wanted.has(unit.name));
  }

  /** Keys of a map that must be units, each on its own. */
  checkUnits(names: readonly string[], owner: string, path: Path): void {
    const known = this.directory.units.map((unit) => unit.name);
    for (const name of names)
      if (!known.includes(name))
        this.findings.add("R013", [...path, name], { owner, name }, { near: known, key: true });
  }

  /** Names as the directory knows them: the plan's own groups give way to their parts. */
  spellOut(names: readonly string[], within: readonly string[] = []): string[] {
    const spelt = names.flatMap((name) => {
      const parts = this.own.get(name);
      return parts === undefined || within.includes(name) ? [name] : this.spellOut(parts, [...within, name]);
    });
    return [...new Set(spelt)];
  }

  private unitNames(names: readonly string[], seen: Set<string>): string[] {
    return names.flatMap((name) => {
      if (seen.has(name)) return [];
      seen.add(name);
      const parts = this.own.get(name);
      if (parts !== undefined) return this.unitNames(parts, seen);
      const members = this.directory.units.filter((unit) => unit.name === name || unit.groups.includes(name));
      return members.map((unit) => unit.name);
    });
  }

  private check(owner: string, names: readonly string[], path: Path): void {
    const known = [
      ...this.own.keys(),
      ...this.directory.groups,
      ...this.directory.units.map((unit) => unit.name),
    ];
    for (const [index, name] of names.entries()) {
      if (!known.includes(name))
        this.findings.add("R013", [...path, index], { owner, name }, { near: known });
    }
  }

  private refuseCycle(name: string, chain: readonly string[]): void {
    for (const part of this.own.get(name) ?? []) {
      if (part === chain[0])
        this.findings.add("R019", ["groups", part], { chain: [...chain, part].join(" → ") }, { key: true });
      else if (!chain.includes(part)) this.refuseCycle(part, [...chain, part]);
    }
  }
}
