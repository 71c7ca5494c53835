import { type Day, inYear, yearOf } from "../model/day.ts";
import type { Indicator, Stage } from "../model/plan.ts";

export interface CurrentStage {
  readonly index: number;
  readonly stage: Stage;
  /** The deadline in force, null when there is none. */
  readonly due: Day | null;
}

/** The first stage whose deadline has not passed, else the last; the deadline day is still in time. */
export function currentStage(indicator: Indicator, asOf: Day): CurrentStage {
  const { stages } = indicator;
  const open = stages.findIndex((stage) => stage.deadline === null || asOf <= stage.deadline);
  const index = open < 0 ? stages.length - 1 : open;
  const stage = stages[index];
  if (stage === undefined) throw new Error(`indicator ${indicator.id} has no stage`);
  return { index, stage, due: dueIn(stage.deadline, indicator.ongoing, asOf) };
}

/** An ongoing duty is judged anew in each calendar year after its deadline, by the same date. */
export function dueIn(deadline: Day | null, ongoing: boolean, asOf: Day): Day | null {
  if (deadline === null || !ongoing || yearOf(asOf) <= yearOf(deadline)) return deadline;
  return inYear(deadline, yearOf(asOf));
}
