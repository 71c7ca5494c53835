import type { Dictionary } from "../model/dataset.ts";
import { splitName } from "./derived.ts";
import type { Findings } from "./findings.ts";
import type { Literals } from "./literals.ts";

/** The values that a plan's `choose` fields name must be values of the field chosen on. */
export function checkChoices(
  fields: Readonly<Record<string, unknown>>,
  dictionary: Dictionary,
  literals: Literals,
  findings: Findings,
): void {
  for (const id of Object.keys(fields)) {
    const target = splitName(id);
    const own = dictionary.datasets.get(target?.dataset ?? "")?.fields;
    const derived = own?.get(target?.field ?? "")?.derived;
    if (derived?.kind !== "choose") continue;
    const on = own?.get(derived.on);
    if (on === undefined) continue;
    for (const [value] of derived.cases) {
      if (literals.read(on, value) !== undefined) continue;
      const expected = literals.expected(on);
      const with_ = { owner: id, value, field: on.name, expected: expected.join(" | ") };
      findings.add("R015", ["fields", id, value], with_, { key: true, near: expected, name: value });
    }
  }
}
