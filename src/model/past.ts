import { z } from "zod";
import { parseDay } from "./day.ts";
import { statuses } from "./status.ts";

/** No figure of ours lies beyond; what does is refused before anything is computed with it. */
const MOST = 1e18;
const LEAST = 1e-12;

const nullable = z
  .number()
  .refine((number) => number === 0 || (Math.abs(number) <= MOST && Math.abs(number) >= LEAST))
  .nullable();
const text = z.string().nullable();
const day = z.string().refine((date) => parseDay(date) !== null);

/** A figure that a later result of the same day put right. */
export const correctionSchema = z
  .object({
    indicator: z.string(),
    unit: text.meta({ description: "null for the whole" }),
    from: nullable.meta({ description: "as it was reported first" }),
    to: nullable,
  })
  .meta({ id: "Correction" });
export type Correction = z.infer<typeof correctionSchema>;

const pastAssessmentSchema = z.object({
  status: z.enum(statuses),
  value: nullable,
  numerator: nullable,
  denominator: nullable,
  threshold: nullable,
  deadline: text.default(null),
  stage: nullable.default(null),
});

/** What the checks of the data counted. */
const pastQualitySchema = z.object({
  unknownUnits: z.array(z.object({ name: z.string(), rows: z.number() })).default([]),
  rejectedCellCount: z.number().default(0),
  duplicates: z.array(z.object({ dataset: z.string(), rows: z.number(), conflicts: z.number() })).default([]),
  totals: z.array(z.object({ agrees: z.boolean() })).default([]),
  blanks: z.array(z.object({ dataset: z.string(), field: z.string(), rows: z.number() })).default([]),
  suspicions: z.array(z.object({ code: z.string(), dataset: z.string(), count: z.number() })).default([]),
  reconciliation: z.array(z.object({ indicator: z.string(), unit: text, agrees: z.boolean() })).default([]),
  notes: z.array(z.object({ code: z.string() })).default([]),
});

/**
 * What later reports need of an earlier one. Fields that a report did not have from the beginning have
 * a default, so that the oldest snapshots are read like the newest.
 */
export const pastSchema = z.object({
  plan: z.object({ id: z.string(), title: z.string().default(""), sha256: z.string() }),
  asOf: day,
  period: z.object({ start: z.string(), end: z.string() }).nullable().default(null),
  inputs: z.array(z.object({ file: z.string(), sha256: z.string() })),
  overall: z.object({ score: nullable }),
  indicators: z.array(
    z.object({
      id: z.string(),
      clause: z.string().default(""),
      name: z.string(),
      measuredIn: z.string(),
      direction: z.string(),
      weight: z.number().default(1),
      formula: z.object({ zh: z.string() }).nullable().default(null),
      whole: pastAssessmentSchema,
      units: z.array(pastAssessmentSchema.extend({ unit: z.string() })),
    }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      units: z.array(
        z.object({
          unit: z.string(),
          status: z.string(),
          done: z.boolean().nullable().default(null),
          rate: nullable.default(null),
        }),
      ),
    }),
  ),
  units: z.array(
    z.object({
      unit: z.string(),
      group: text,
      score: nullable,
      rank: nullable,
      unknown: z.boolean().default(false),
    }),
  ),
  quality: pastQualitySchema.optional(),
  escalation: z.array(z.object({ unit: z.string(), indicator: z.string(), step: z.string() })).optional(),
  /** Since the day was stored first. */
  corrected: z.array(correctionSchema).optional(),
});
export type Past = z.infer<typeof pastSchema>;
export type PastAssessment = z.infer<typeof pastAssessmentSchema>;
