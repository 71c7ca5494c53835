import { z } from "zod";
import { movementSchema } from "./movement.ts";
import { statuses, whySchema } from "./status.ts";

export { type Status, statuses, type Why, whySchema } from "./status.ts";

const number = z.number();
const nullable = number.nullable();
const day = z.string().meta({ format: "date" });

export const neededSchema = z
  .object({
    fix: nullable.meta({ description: "existing rows to put right" }),
    new: nullable.meta({ description: "perfect new rows that would do; null when none can" }),
    move: nullable.meta({ description: "the total to move, in the indicator's unit" }),
  })
  .meta({ id: "Needed" });

export const paceSchema = z
  .object({
    elapsed: number.meta({ description: "share of the time gone, 0-1" }),
    expected: number,
    spi: nullable.meta({ description: "actual over expected progress" }),
    state: z.enum(["on-track", "at-risk", "behind"]).nullable(),
    requiredPerDay: nullable.meta({ description: "calendar days; null on the last day and once it is met" }),
    requiredPerWorkingDay: nullable
      .default(null)
      .meta({ description: "null also where the calendar of working days does not reach the deadline" }),
    daysLeft: number,
    projected: day.nullable().meta({ description: "the day on which the target is reached at this pace" }),
    atDeadline: nullable
      .optional()
      .meta({ description: "what it comes to on the deadline at this pace; a rate stays within 0-100" }),
    since: day.optional().meta({ description: "of the snapshot that the pace is counted from" }),
  })
  .meta({ id: "Pace" });

export const stageOutcomeSchema = z
  .object({
    index: number,
    deadline: day.nullable(),
    threshold: nullable,
    direction: z.string(),
    current: z.boolean(),
    met: z.boolean().nullable(),
    missed: z.boolean().meta({ description: "an earlier stage whose deadline passed unmet" }),
  })
  .meta({ id: "StageOutcome" });

export const assessmentSchema = z
  .object({
    status: z.enum(statuses),
    met: z.boolean().nullable(),
    value: nullable.meta({ description: "in the indicator's unit; a percentage is 0-100" }),
    numerator: nullable,
    denominator: nullable,
    threshold: nullable,
    gap: nullable.meta({ description: "never negative, in the indicator's unit" }),
    attainment: nullable.meta({ description: "0-1" }),
    needed: neededSchema.nullable(),
    pace: paceSchema.nullable(),
    daysLeft: nullable.meta({ description: "negative once the deadline has passed" }),
    rows: number.nullable().meta({ description: "rows behind the denominator, else the numerator" }),
    stage: nullable.meta({ description: "1-based number of the current stage; null without stages" }),
    reason: z.string().nullable(),
    why: whySchema.nullable(),
    display: z
      .object({ value: z.string(), threshold: z.string(), gap: z.string() })
      .meta({ description: "rounded once, half up; an unmet value never rounds onto its threshold" }),
    source: z.enum(["rows", "reported"]).nullable(),
    deadline: day.nullable().meta({ description: "the one in force: of the current stage, and year" }),
    stages: z.array(stageOutcomeSchema),
    contribution: nullable.meta({ description: "of a shared indicator: the unit's own numerator" }),
    wholeWithout: nullable.meta({ description: "of a pooled rate: the whole's value without this unit" }),
    baseline: z
      .object({ value: number, date: day })
      .optional()
      .meta({ description: "the snapshot that improve or reduce is held against; else the indicator's" }),
    movement: movementSchema.optional().meta({ description: "with --history" }),
  })
  .meta({ id: "Assessment" });
export type Assessment = z.infer<typeof assessmentSchema>;
export type Needed = z.infer<typeof neededSchema>;
