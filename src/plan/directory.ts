import { directorySchema, type Unit, type UnitDirectory } from "../model/unit.ts";
import { UnitNames } from "../model/unit-names.ts";
import type { Findings } from "./findings.ts";

/** Reads a unit directory: parents, groups and written forms are cross-checked. */
export function directoryOf(findings: Findings): UnitDirectory | undefined {
  const file = findings.parse(directorySchema, findings.source.data);
  if (file === undefined) return undefined;
  const names = file.members.map((member) => member.name);
  const units = file.members.map((member, index): Unit => {
    const at = ["members", index];
    if (names.indexOf(member.name) !== index) findings.add("R017", [...at, "name"], { id: member.name });
    if (member.parent !== undefined && !names.includes(member.parent)) {
      findings.add("R013", [...at, "parent"], { owner: member.name, name: member.parent }, { near: names });
    }
    const groups = [member.group ?? []].flat();
    for (const group of groups) {
      if (!file.groups.includes(group)) {
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
  for (const { unit, other, form } of new UnitNames(directory).clashes) {
    findings.add("R023", ["members", units.indexOf(unit)], { name: unit.name, other: other.name, form });
  }
  refuseParentCycles(units, findings);
  return directory;
}

function refuseParentCycles(units: readonly Unit[], findings: Findings): void {
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  for (const [index, unit] of units.entries()) {
    const chain = [unit.name];
    for (let above = unit.parent; above !== null; above = byName.get(above)?.parent ?? null) {
      if (chain.includes(above)) {
        if (above === unit.name)
          findings.add("R019", ["members", index, "parent"], { chain: [...chain, above].join(" → ") });
        break;
      }
      chain.push(above);
    }
  }
}
