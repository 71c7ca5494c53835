import { z } from "zod";
import { correctionSchema } from "./past.ts";
import { statuses, whySchema } from "./status.ts";

const number = z.number();
const count = number.int();
const nullable = number.nullable();
const text = z.string().nullable();
const day = z.string().meta({ format: "date" });
const names = z.array(z.string());

export const turns = ["newly-met", "newly-lost", "data-came", "data-gone"] as const;
export type Turn = (typeof turns)[number];

const reasons = z.array(whySchema).meta({
  description: "why it cannot be compared, and what else to know before it is taken for progress",
});

/** One figure against the same figure of an earlier snapshot. */
export const changeSchema = z
  .object({
    asOf: day.meta({ description: "of the snapshot" }),
    value: nullable.meta({ description: "then" }),
    change: nullable.meta({
      description: "now − then, in the indicator's unit; null where either is missing or not comparable",
    }),
    better: z.boolean().nullable().meta({ description: "whether it moved towards the target; null if not" }),
    status: z.enum(statuses).meta({ description: "then" }),
    turn: z.enum(turns).nullable(),
    comparable: z.boolean().meta({ description: "whether the values measure the same" }),
    fair: z.boolean().meta({ description: "whether the statuses were judged by the same target" }),
    reasons,
  })
  .meta({ id: "Change" });
export type Change = z.infer<typeof changeSchema>;

export const streakSchema = z
  .object({
    kind: z.enum(["met", "missed"]),
    count: count.meta({ description: "snapshots in a row, this run among them; those not judged left out" }),
    since: day,
    until: day.meta({ description: "the last one that was judged" }),
  })
  .meta({ id: "Streak" });
export type Streak = z.infer<typeof streakSchema>;

export const movementSchema = z
  .object({
    previous: changeSchema.nullable(),
    baseline: changeSchema.nullable().meta({ description: "since the day named by --baseline" }),
    streak: streakSchema.nullable().meta({ description: "null where it was never judged" }),
    noPace: whySchema.nullable().meta({ description: "why there is no forecast of what is unmet" }),
  })
  .meta({ id: "Movement" });
export type Movement = z.infer<typeof movementSchema>;

/** A score, and the rank that it gives, against an earlier snapshot. */
export const scoreChangeSchema = z
  .object({
    asOf: day,
    score: nullable.meta({ description: "then" }),
    change: nullable.meta({ description: "now − then; null where either is missing or not comparable" }),
    rank: count.nullable().meta({ description: "then" }),
    up: count.nullable().meta({ description: "places gained in the same group; negative is lost" }),
    comparable: z.boolean(),
    reasons,
  })
  .meta({ id: "ScoreChange" });
export type ScoreChange = z.infer<typeof scoreChangeSchema>;

export const scoreMovementSchema = z.object({
  previous: scoreChangeSchema.nullable(),
  baseline: scoreChangeSchema.nullable(),
});

/** What else changed since a snapshot, so that movement is not mistaken for progress. */
export const comparisonSchema = z
  .object({
    asOf: day,
    plan: z.object({
      sha256: z.string().meta({ description: "then" }),
      changed: z.boolean().meta({ description: "plan, units or dictionary; not always what is measured" }),
    }),
    corrected: z
      .array(correctionSchema)
      .default([])
      .meta({ description: "figures that a later run of that day (--replace) put right" }),
    inputs: z.object({
      same: count.meta({ description: "files with the same content, whatever they are called" }),
      added: names,
      changed: names.meta({ description: "the same name, other content" }),
      removed: names,
    }),
    indicators: z.object({
      added: names,
      removed: z.array(z.object({ id: z.string(), name: z.string() })),
      changed: z
        .array(z.object({ id: z.string(), reasons }))
        .meta({ description: "measured or judged anew" }),
    }),
    units: z.object({
      added: names,
      removed: names,
      renamed: z.array(z.object({ from: z.string(), to: z.string() })).meta({
        description: "the directory has the old name as another form of the new one",
      }),
    }),
  })
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof comparisonSchema>;

export const reportMovementSchema = z.object({
  snapshots: count.meta({ description: "earlier ones that were read" }),
  first: day.nullable(),
  previous: comparisonSchema.nullable(),
  baseline: comparisonSchema.nullable(),
});

const line = z.array(nullable);

/** The last snapshots and this run, oldest first: every list is as long as `dates`. */
export const trendSchema = z
  .object({
    dates: z.array(day),
    replanned: z.array(day).meta({ description: "days on which the rules were others than the time before" }),
    scores: line.meta({ description: "of the whole" }),
    indicators: z.array(
      z.object({
        id: z.string(),
        values: line.meta({ description: "of the whole; null before it was measured as now" }),
        statuses: z.array(z.enum(statuses).nullable()),
      }),
    ),
    units: z.array(z.object({ unit: z.string(), scores: line, ranks: line })),
  })
  .meta({ id: "Trend" });
export type Trend = z.infer<typeof trendSchema>;

export const escalatedSchema = z
  .object({
    kind: z.enum(["indicator", "task"]).default("indicator"),
    unit: z.string(),
    group: text,
    indicator: z.string().meta({ description: "its id, or that of the task" }),
    clause: z.string(),
    name: z.string(),
    step: z.string().meta({ description: "提醒, 通报, 约谈: as the plan calls it" }),
    after: count.meta({ description: "misses in a row that bring the step" }),
    misses: count,
    since: day,
    next: z
      .object({
        step: z.string(),
        after: count,
        more: count.optional().meta({ description: "misses that are lacking, as that step counts them" }),
      })
      .nullable(),
  })
  .meta({ id: "Escalated" });
export type Escalated = z.infer<typeof escalatedSchema>;

export const headroomSchema = z
  .object({
    margin: number.meta({ description: "in the indicators' units; percent points for %" }),
    lines: z.array(
      z.object({
        indicator: z.string(),
        clause: z.string(),
        name: z.string(),
        unit: text.meta({ description: "null for the whole" }),
        group: text,
        headroom: number.meta({ description: "how much more than the target, less than the margin" }),
        spare: count.nullable().meta({ description: "rows that may still go wrong before it is lost" }),
      }),
    ),
  })
  .meta({ id: "Headroom" });
export type Headroom = z.infer<typeof headroomSchema>;
