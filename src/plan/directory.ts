import { directorySchema, type Unit, type UnitDirectory } from "../model/unit.ts";
import { UnitNames } from "../model/unit-names.ts";
import { walk } from "../model/walk.ts";
import type { Findings } from "./findings.ts";

/** Reads a unit directory: parents, groups and written forms are cross-checked. */
export function directoryOf(findings: Findings): UnitDirectory | undefined {
  const file = findings.parse(directorySchema, findings.source.data);
  if (file === undefined) return undefined;
  const names = new Set(file.members.map((member) => member.name));
  const groupNames = new Set(file.groups);
  const seen = new Set<string>();
  const units = file.members.map((member, index): Unit => {
    const at = ["members", index];
    if (seen.has(member.name)) findings.add("R017", [...at, "name"], { id: member.name });
    seen.add(member.name);
    if (member.parent !== undefined && !names.has(member.parent)) {
      findings.add("R013", [...at, "parent"], { owner: member.name, name: member.parent }, { near: names });
    }
    const groups = [member.group ?? []].flat();
    for (const group of groups) {
      if (!groupNames.has(group)) {
        findings.add("R013", [...at, "group"], { owner: member.name, name: group }, { near: file.groups });
      }
    }
    return {
      name: member.name,
      full: member.full ?? null,
      aliases: member.aliases,
      groups,
      parent: member.parent ?? null,
      assumed: member.assumed,
    };
  });
  const directory: UnitDirectory = {
    id: file.units,
    place: file.place ?? null,
    whole: file.whole,
    prefixes: file.prefixes,
    suffixes: file.suffixes,
    groups: file.groups,
    units,
  };
  const places = new Map(units.map((unit, index) => [unit, index]));
  for (const { unit, other, form } of new UnitNames(directory).clashes) {
    findings.add("R023", ["members", places.get(unit) ?? 0], { name: unit.name, other: other.name, form });
  }
  refuseParentCycles(units, findings);
  return directory;
}

function refuseParentCycles(units: readonly Unit[], findings: Findings): void {
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const parentOf = (name: string) => [byName.get(name)?.parent ?? []].flat();
  for (const circle of walk(byName.keys(), parentOf).circles) {
    const index = units.findIndex(({ name }) => name === circle[0]);
    findings.add("R019", ["members", index, "parent"], { chain: circle.join(" → ") });
  }
}
