import { dutiesOf } from "../model/duties.ts";
import type { Language } from "../model/language.ts";
import type { Indicator, Plan } from "../model/plan.ts";
import { REPORTED, TASK_LEDGER } from "../model/reserved.ts";
import type { Template } from "../model/template.ts";
import type { Unit } from "../model/unit.ts";
import { usageOf } from "../model/usage.ts";
import { Lists } from "./lists.ts";
import { sheetOf } from "./sheet.ts";

const DAYS_AHEAD = 365;

/** What one unit, or with null any of them, has to fill in so that a plan can be evaluated. */
export function templateOf(
  plan: Plan,
  { unit, language }: { unit: Unit | null; language: Language },
): Template {
  const asked = ({ units, leadUnits }: Pick<Indicator, "units" | "leadUnits">) =>
    unit === null || [...units, ...leadUnits].includes(unit);
  const indicators = plan.indicators.filter(asked);
  // Every period of a recurring task is there to be answered, whenever the workbook is filled in.
  const tasks = dutiesOf(plan, plan.period?.end ?? plan.issued + DAYS_AHEAD).filter(
    ({ units }) => unit === null || units.includes(unit),
  );
  const usage = usageOf(
    plan.dictionary,
    indicators.map(({ measure }) => measure),
  );
  const answers = [...(tasks.length === 0 ? [] : [TASK_LEDGER]), REPORTED];
  const measured = [...plan.dictionary.datasets.keys()].filter(
    (name) => usage.fields.has(name) && !answers.includes(name),
  );
  const lists = new Lists();
  const scope = { plan, unit, language, indicators, tasks, lists };
  const sheets = [...measured, ...answers].flatMap((name) => {
    const dataset = plan.dictionary.datasets.get(name);
    return dataset === undefined ? [] : [sheetOf(dataset, usage.fields.get(name) ?? new Set(), scope)];
  });
  return { plan, language, unit, indicators, tasks, sheets, lists: lists.byName };
}
