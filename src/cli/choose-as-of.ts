import { type Day, formatDay } from "../model/day.ts";
import type { Plan } from "../model/plan.ts";
import { type AskedAsOf, asOfDay } from "./as-of.ts";
import type { Shell } from "./shell.ts";

/** The day to judge on; where the plan's end was taken, that is said. */
export async function chooseAsOf(asked: AskedAsOf, plan: Plan, shell: Shell): Promise<Day> {
  const { day, afterPeriod } = asOfDay(asked, shell.now(), plan);
  if (afterPeriod) await shell.note(periodNote[shell.language](formatDay(day)));
  return day;
}

const periodNote = {
  zh: (day: string) => `方案期已过，数据截至日取 ${day}。要按别的日子评估，加 --as-of。`,
  en: (day: string) => `The plan's period is over: judged as of ${day}. --as-of takes another day.`,
};
