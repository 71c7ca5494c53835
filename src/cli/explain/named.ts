import type { Language } from "../../model/language.ts";
import { nearest } from "../../model/nearest.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import { spelling } from "../../model/reading/text.ts";
import { UnitNames } from "../../model/unit-names.ts";
import { fail } from "../../problem.ts";

const kinds = {
  indicator: { zh: "指标", en: "indicator" },
  unit: { zh: "责任单位", en: "unit" },
} satisfies Record<string, Record<Language, string>>;

/** An indicator by id, or by clause or name as the document writes them. */
export function indicatorNamed(
  name: string,
  { id: plan, indicators, tasks }: Plan,
  language: Language,
): Indicator {
  const byId = indicators.find(({ id }) => id === name);
  if (byId !== undefined) return byId;
  const written = spelling(name);
  const found = indicators.filter((one) => [one.clause, one.name].map(spelling).includes(written));
  const [only] = found;
  if (only === undefined) {
    const isTask = tasks.some((one) => [one.id, one.clause, one.name].map(spelling).includes(written));
    if (isTask) return fail("U014", {}, { name, plan });
    const known = indicators.flatMap(({ id, clause, name: title }) => [id, clause, title]);
    return fail("U006", {}, { kind: kinds.indicator[language], name }, nearest(name, known));
  }
  const ids = found.map(({ id }) => id).join(", ");
  return found.length === 1 ? only : fail("U012", {}, { name, ids });
}

/** A unit by any of its written forms; a name that the directory lacks may still be among the data. */
export function unitNamed(
  name: string | undefined,
  { directory }: Plan,
  orStranger: boolean,
  language: Language,
): string | null {
  if (name === undefined) return null;
  const unit = new UnitNames(directory).find(name);
  if (unit === undefined && !orStranger)
    refuseUnit(
      name,
      directory.units.map((one) => one.name),
      language,
    );
  return unit?.name ?? name;
}

export function refuseUnit(name: string, known: readonly string[], language: Language): never {
  return fail("U006", {}, { kind: kinds.unit[language], name }, nearest(name, known));
}
