import { chainsOf } from "../../engine/filter-steps.ts";
import type { Explanation } from "../../model/explanation.ts";
import type { Language } from "../../model/language.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import { usageOf } from "../../model/usage.ts";
import { derivedFormula } from "../../plan/derived-formula.ts";
import { filterOn, sidesOf } from "../../plan/formula.ts";

/** An indicator in words, before any data. */
export function ruleOf(
  plan: Plan,
  indicator: Indicator,
  unit: string | null,
  language: Language,
): Explanation {
  const { dictionary } = plan;
  const { measure } = indicator;
  const [chain] = chainsOf(measure);
  const partsIn = (role: "where" | "that"): string | null => {
    if (chain === undefined || chain.side !== "both") return null;
    const filters = chain.steps.filter((step) => step.role === role).map(({ filter }) => filter);
    const words = filterOn(chain.dataset, { kind: "all", filters }, dictionary, language, measure.required);
    return words === "" ? null : words;
  };
  const derived = [...usageOf(dictionary, [measure]).fields].flatMap(([dataset, used]) =>
    [...used].flatMap((name) => {
      const rule = dictionary.datasets.get(dataset)?.fields.get(name)?.derived;
      return rule == null ? [] : [{ field: `${dataset}.${name}`, formula: derivedFormula(rule, language) }];
    }),
  );
  const responsible = [...indicator.units, ...indicator.leadUnits].some(({ name }) => name === unit);
  return {
    plan: { id: plan.id, title: plan.title },
    indicator,
    formula: {
      ...sidesOf(measure, dictionary, language),
      where: partsIn("where"),
      that: partsIn("that"),
    },
    derived,
    unit: unit === null ? null : { name: unit, responsible },
    account: null,
  };
}
