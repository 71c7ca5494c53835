import { spelling } from "../../model/reading/text.ts";
import type { Unit } from "../../model/unit.ts";
import { UnitNames } from "../../model/unit-names.ts";
import type { Say } from "./rule.ts";
import type { Subjects } from "./subject.ts";

type UnitsSubject = Subjects["units"];

/** A written form that a directory gives a unit, and that finds none because another could be meant. */
export function formsCollide({ directory }: UnitsSubject, say: Say): void {
  const names = new UnitNames(directory);
  for (const [index, unit] of directory.units.entries())
    for (const prefix of directory.prefixes)
      for (const form of formsOf(unit)) {
        if (!form.startsWith(spelling(prefix))) continue;
        const bare = form.slice(spelling(prefix).length);
        const other = directory.units
          .slice(0, index)
          .find((one) => bareForms(one, directory.prefixes).has(bare));
        if (bare.length < 2 || other === undefined || names.find(bare) !== undefined) continue;
        say(["members", index, "name"], { name: unit.name, other: other.name, form: bare });
        break;
      }
}

function formsOf({ name, full, aliases }: Unit): string[] {
  return [name, ...(full === null ? [] : [full]), ...aliases].map(spelling);
}

function bareForms(unit: Unit, prefixes: readonly string[]): Set<string> {
  const forms = formsOf(unit);
  const bare = prefixes.flatMap((prefix) =>
    forms
      .filter((form) => form.startsWith(spelling(prefix)))
      .map((form) => form.slice(spelling(prefix).length)),
  );
  return new Set([...forms, ...bare]);
}

export function groupWithoutMember({ directory }: UnitsSubject, say: Say): void {
  for (const [index, name] of directory.groups.entries())
    if (!directory.units.some(({ groups }) => groups.includes(name))) say(["groups", index], { name });
}
