import type { Plan } from "../model/plan.ts";
import type { SampleSheet } from "../model/sample-sheet.ts";
import { aimsOf } from "./aims.ts";
import { reportedValues, taskLedger } from "./answers.ts";
import { Blemishes } from "./blemishes.ts";
import { listsOf, type SampleContext } from "./lists.ts";
import { omissionOf } from "./omission.ts";
import { Random } from "./random.ts";
import { sheetOf } from "./sheet.ts";
import { timeSpanOf } from "./time-span.ts";
import { UnitPool } from "./unit-pool.ts";

/**
 * Synthetic exports for all that a plan reads. The same plan, rows and seed give the same sheets; `rows`
 * is about how many the longest plain list has.
 */
export function sampleOf(plan: Plan, { rows, seed }: { rows: number; seed: number }): SampleSheet[] {
  const span = timeSpanOf(plan);
  const aims = aimsOf(plan, span.end, seed);
  const context: SampleContext = { plan, rows, seed, span, aims, pool: new UnitPool(plan, seed) };
  const omission = omissionOf(plan);
  const lists = listsOf(context).filter((list) => list.rows.length > 0);
  const answers = [...taskLedger(context), ...reportedValues(context, omission.reported)];
  const blemishes = new Blemishes(context, lists, Random.for(seed, "blemishes"));
  return [...lists, ...answers].map((list) => {
    const omitted = omission.column?.dataset === list.dataset.name ? omission.column.field : null;
    return sheetOf(list, context, blemishes, omitted);
  });
}
