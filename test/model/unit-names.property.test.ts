import fc from "fast-check";
import { expect, test } from "vitest";
import type { Unit, UnitDirectory } from "../../src/model/unit.ts";
import { UnitNames } from "../../src/model/unit-names.ts";
import { loadPlan } from "../../src/plan/load.ts";

const { directory: city } = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });

// Few and short parts, so that names, prefixes and suffixes run into each other as often as they can.
const part = fc.constantFrom("市", "局", "公安", "税务", "区", "本级", "甲市", "乙");
const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
const directory: fc.Arbitrary<UnitDirectory> = fc
  .record({
    members: fc.uniqueArray(fc.record({ name, aliases: fc.array(name, { maxLength: 2 }) }), {
      selector: (unit) => unit.name,
      minLength: 1,
      maxLength: 6,
    }),
    prefixes: fc.array(name, { maxLength: 3 }),
    suffixes: fc.array(name, { maxLength: 2 }),
  })
  .map(({ members, prefixes, suffixes }) => ({
    ...city,
    place: null,
    whole: [],
    prefixes,
    suffixes,
    units: members.map((unit): Unit => ({ ...unit, full: null, groups: [], parent: null, assumed: false })),
  }));

const formsOf = ({ name, full, aliases }: Unit) => [name, ...(full === null ? [] : [full]), ...aliases];

/** The units that a written form can be, by all the rules at once: with or without each prefix and suffix. */
function possible(written: string, { units, prefixes, suffixes }: UnitDirectory): Set<string> {
  const less = (text: string) =>
    new Set([
      text,
      ...suffixes.filter((end) => text.endsWith(end)).map((end) => text.slice(0, text.length - end.length)),
    ]);
  const bare = (text: string) =>
    new Set(
      [...less(text)].flatMap((short) => [
        short,
        ...prefixes.filter((start) => short.startsWith(start)).map((start) => short.slice(start.length)),
      ]),
    );
  const forms = bare(written);
  return new Set(
    units
      .filter((unit) => formsOf(unit).some((form) => [...bare(form)].some((one) => forms.has(one))))
      .map((unit) => unit.name),
  );
}

test("a name is never taken for a unit that it cannot be, and a declared form for no other unit", () => {
  fc.assert(
    fc.property(directory, fc.array(part, { minLength: 1, maxLength: 5 }), (made, parts) => {
      const names = new UnitNames(made);
      if (names.clashes.length > 0) return;
      const written = parts.join("");
      const found = names.find(written)?.name;
      if (found !== undefined) expect([...possible(written, made)]).toContain(found);
      for (const unit of made.units) for (const form of formsOf(unit)) expect(names.find(form)).toBe(unit);
    }),
    { numRuns: 2_000 },
  );
});

test("what could be two units by their bare names is neither, unless one of them is written so", () => {
  fc.assert(
    fc.property(directory, fc.array(part, { minLength: 1, maxLength: 5 }), (made, parts) => {
      const names = new UnitNames(made);
      if (names.clashes.length > 0) return;
      const written = parts.join("");
      const declared = (form: string) => made.units.find((unit) => formsOf(unit).includes(form));
      const direct = [
        written,
        ...made.suffixes.filter((end) => written.endsWith(end)).map((end) => written.slice(0, -end.length)),
      ];
      if (direct.some((form) => declared(form) !== undefined)) return;
      const stripped = new Set(
        direct.flatMap((form) =>
          made.prefixes
            .filter((start) => form.startsWith(start) && form.length > start.length + 1)
            .flatMap((start) => declared(form.slice(start.length)) ?? []),
        ),
      );
      if (stripped.size > 1) expect(names.find(written)).toBeUndefined();
    }),
    { numRuns: 2_000 },
  );
});

test("no form of a unit of the city, with any prefix and suffix, is another unit", () => {
  const names = new UnitNames(city);
  for (const unit of city.units) {
    for (const form of formsOf(unit)) {
      for (const written of ["", ...city.prefixes].flatMap((start) =>
        ["", ...city.suffixes].map((end) => start + form + end),
      )) {
        expect(names.find(written)?.name ?? unit.name, written).toBe(unit.name);
      }
    }
  }
});

test("one wrong letter makes no other unit of a name", () => {
  const names = new UnitNames(city);
  const forms = city.units.flatMap((unit) => formsOf(unit).map((form) => ({ unit, form })));
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      fc.nat(),
      fc.constantFrom("据", "丙", "口", "〇"),
      ({ form }, at, letter) => {
        const letters = [...form];
        letters[at % letters.length] = letter;
        expect(names.find(letters.join(""))).toBeUndefined();
      },
    ),
  );
});
