import Fraction from "fraction.js";
import { parseDay } from "../../model/day.ts";
import { problem } from "../../problem.ts";
import { flagOf, type OptionReader } from "../options.ts";

/** What `run` has to do with earlier runs. */
export interface HistoryOptions {
  readonly dir: string;
  readonly replace: boolean;
  /** The day of the run that is compared with beside the previous one. */
  readonly baseline: string | null;
  /** Nothing is written or said when nothing moved. */
  readonly onlyChanges: boolean;
}

/** --history and what goes with it; null without it. */
export function historyOptions(read: OptionReader): HistoryOptions | null {
  const dir = read.text("history");
  const baseline = read.text("baseline") ?? null;
  const replace = read.flag("replace");
  if (baseline !== null && parseDay(baseline) === null) read.refuse("baseline", "2022-09-30");
  const onlyChanges = read.flag("onlyChanges");
  if (dir !== undefined) return { dir, replace, baseline, onlyChanges };
  const alone = [
    ...(baseline === null ? [] : ["baseline"]),
    ...(replace ? ["replace"] : []),
    ...(onlyChanges ? ["onlyChanges"] : []),
  ];
  for (const name of alone)
    read.add(problem("U004", {}, { what: "--history", example: `--history history/ ${flagOf(name)} …` }));
  return null;
}

/** --margin: a decimal in the indicators' own units; null leaves it to the plan. */
export function marginOf(read: OptionReader): Fraction | null {
  const margin = read.text("margin");
  if (margin === undefined) return null;
  if (/^\d{1,15}(\.\d{1,12})?$/.test(margin)) return new Fraction(margin);
  read.refuse("margin", "1, 0.5 …");
  return null;
}
