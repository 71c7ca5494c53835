import { z } from "zod";
import { neededSchema } from "./assessment.ts";

const number = z.number();
const nullable = number.nullable();

/**
 * What a score gains when one indicator is met in full, or one task is done, and all else stays as it is:
 * weight ÷ parts ÷ weights × (1 − attainment) × 100. The gains of a score's efforts add up to 100 − score.
 */
export const effortSchema = z
  .object({
    kind: z.enum(["indicator", "task"]),
    id: z.string(),
    status: z.enum(["open", "overdue"]),
    needed: neededSchema.nullable().meta({ description: "as in the assessment; null for a task" }),
    work: nullable.meta({
      description:
        "pieces of work: rows to put right, else the amount to move; of a task, the units that have not done it; null if unknown",
    }),
    gain: number.meta({ description: "points of score, of 100" }),
    gainPerWork: nullable.meta({ description: "gain ÷ work: the list is in this order, the best first" }),
    cumulated: number.meta({ description: "gain of this one and of all before it in the list" }),
    attainment: number.meta({ description: "now, 0-1" }),
    weight: number.meta({ description: "of the indicator, or of the tasks that are weighed together" }),
    parts: number.int().meta({ description: "tasks that share the weight; 1 for an indicator" }),
    weights: number.meta({ description: "the weights of all that is scored here, added up" }),
    recoverable: z
      .boolean()
      .nullable()
      .meta({ description: "whether new cases can make it good; null where rows are not what is short" }),
  })
  .meta({ id: "Effort" });
export type Effort = z.infer<typeof effortSchema>;

/** One unit's part in a pooled rate that misses its target; the shares add up to 1. */
export const shortfallSchema = z
  .object({
    unit: z.string().nullable().meta({ description: "null: rows that name no unit" }),
    group: z.string().nullable(),
    numerator: number,
    denominator: number,
    value: number.meta({ description: "the unit's own rate, in the indicator's unit" }),
    balance: number.meta({
      description: "numerator − threshold × denominator, turned so that negative is short; they add up",
    }),
    short: number.meta({ description: "the balance where it is short, as a positive number, else 0" }),
    share: number.meta({ description: "of all that is short, 0-1" }),
    wholeWithout: nullable.meta({ description: "the rate of the whole without this unit" }),
    metWithout: z
      .boolean()
      .nullable()
      .meta({ description: "whether the whole would meet its target without it" }),
  })
  .meta({ id: "Shortfall" });
export type Shortfall = z.infer<typeof shortfallSchema>;
