import { z } from "zod";
import { assessmentSchema, whySchema } from "./assessment.ts";
import { effortSchema, shortfallSchema } from "./effort.ts";
import {
  escalatedSchema,
  headroomSchema,
  reportMovementSchema,
  scoreMovementSchema,
  trendSchema,
} from "./movement.ts";
import { plainPresentation, presentationSchema } from "./presentation.ts";
import { reportWaiverSchema } from "./waiver.ts";

const number = z.number();
const count = z.number().int();
const nullable = number.nullable();
const text = z.string().nullable();
const day = z.string().meta({ format: "date" });

export const sheetReportSchema = z.object({
  name: z.string(),
  dataset: text,
  form: z
    .enum(["units-across", "indicators-across"])
    .optional()
    .meta({ description: "where one row holds several records: what its columns are" }),
  headerRow: count.nullable(),
  rows: count.meta({ description: "non-blank rows below the headings: used + excluded + rejected" }),
  used: count,
  excluded: z.record(z.string(), count),
  rejected: count,
  hidden: z.boolean(),
  matched: z.array(z.object({ heading: z.string(), field: z.string() })),
  unmatched: z.array(z.string()),
  missing: z.array(z.string()).meta({ description: "fields the plan needs that no column holds" }),
});
export type SheetReport = z.infer<typeof sheetReportSchema>;

export const cellSchema = z.object({
  file: z.string(),
  sheet: z.string(),
  cell: z.string().meta({ description: "address such as C12; line and column for CSV" }),
  row: count,
});

export const qualitySchema = z.object({
  unknownUnits: z.array(
    z.object({
      name: z.string(),
      rows: count,
      nearest: z.array(z.string()),
      yaml: z.string().meta({ description: "a line for the directory that makes the name known" }),
      datasets: z.array(z.string()),
    }),
  ),
  lacks: z
    .array(
      z.object({
        dataset: z.string(),
        field: text.meta({ description: "null where no input has the dataset" }),
        indicators: z.array(z.string()),
        nearest: text.meta({ description: "a heading among the inputs that may have been meant" }),
      }),
    )
    .meta({ description: "what the plan needs and no input has, and the indicators without a value for it" }),
  rejectedCells: z.array(
    cellSchema.extend({ field: z.string(), value: z.string(), why: whySchema, reason: z.string() }),
  ),
  rejectedCellCount: count.meta({ description: "all of them; the list stops at 200" }),
  duplicates: z.array(
    z.object({
      dataset: z.string(),
      rows: count,
      conflicts: count,
      examples: z.array(
        z.object({ key: z.string(), first: cellSchema, again: cellSchema, conflict: z.boolean() }),
      ),
    }),
  ),
  totals: z.array(
    cellSchema.extend({
      dataset: z.string(),
      label: z.string(),
      field: z.string(),
      stated: number,
      computed: number,
      agrees: z.boolean(),
    }),
  ),
  blanks: z.array(z.object({ dataset: z.string(), field: z.string(), rows: count })),
  suspicions: z
    .array(
      z.object({
        code: z.string(),
        dataset: z.string(),
        count: count.meta({ description: "rows; they are used all the same" }),
        cells: z.array(cellSchema.extend({ value: z.string() })).meta({ description: "the first 20" }),
        text: z.string(),
        why: whySchema,
      }),
    )
    .meta({ description: "values that can hardly be true; they change no number" }),
  freshness: z
    .array(z.object({ dataset: z.string(), field: z.string(), latest: day, daysBehind: count }))
    .meta({ description: "the last date of each dated dataset, and how long before as-of it is" }),
  reconciliation: z
    .array(
      z.object({
        indicator: z.string(),
        clause: z.string(),
        unit: text.meta({ description: "null for the whole" }),
        computed: number,
        reported: number,
        difference: number.meta({ description: "reported − computed, in the indicator's unit" }),
        agrees: z.boolean().meta({ description: "whether both are shown alike" }),
        at: z.string().meta({ description: "where the reported value stands" }),
      }),
    )
    .meta({ description: "every value of 指标填报 that the rows give too; the computed one counts" }),
  notes: z.array(z.object({ code: z.string(), text: z.string(), why: whySchema })),
});
export type Quality = z.infer<typeof qualitySchema>;

export const indicatorUnitSchema = z.object({ unit: z.string(), group: text, ...assessmentSchema.shape });

export const indicatorReportSchema = z.object({
  id: z.string(),
  clause: z.string(),
  name: z.string(),
  measuredIn: z.string(),
  direction: z.string(),
  threshold: nullable,
  scope: z.string(),
  deadline: day.nullable(),
  ongoing: z.boolean(),
  weight: number,
  dimension: text.meta({ description: "of the national survey (服务成效度 and so on), where one fits" }),
  measure: z
    .string()
    .meta({ description: "share, count, sum, average, distinct, latest, ratio or reported" }),
  formula: z.object({ zh: z.string(), en: z.string() }),
  datasets: z.array(z.string()),
  numerator: text.meta({
    description: "the field whose amounts make the numerator, null where things are counted",
  }),
  responsible: z.array(z.string()),
  lead: z.array(z.string()),
  remedy: text,
  note: text,
  baseline: z.object({ value: number, date: day }).nullable(),
  whole: assessmentSchema,
  units: z.array(indicatorUnitSchema),
  shortfalls: z.array(shortfallSchema).default([]).meta({
    description:
      "who makes the whole's rate miss its target, most first; empty where it is met or not pooled",
  }),
  others: z
    .array(
      z.object({
        unit: z.string(),
        group: text,
        numerator: nullable,
        denominator: nullable,
        rows: count.nullable(),
      }),
    )
    .meta({
      description: "units that are not responsible, and unknown names: their share of the whole",
    }),
});

export const taskUnitSchema = z.object({
  unit: z.string(),
  status: z.enum(["met", "open", "overdue", "no-data", "waived"]),
  done: z.boolean().nullable(),
  completedOn: day.nullable(),
  late: z.boolean(),
  rate: nullable.meta({ description: "completion rate 0-1" }),
  attainment: nullable,
  daysLeft: nullable,
  evidence: text,
  reason: z.string().optional().meta({ description: "of a waiver" }),
  why: whySchema.optional(),
});

export const taskReportSchema = z.object({
  id: z.string().meta({ description: "of an instance of a recurring task: its id @ the due day" }),
  of: text.meta({ description: "the recurring task that this is an instance of" }),
  clause: z.string(),
  name: z.string(),
  start: day.nullable().meta({ description: "not due, and not scored, before this day" }),
  deadline: day.nullable(),
  ongoing: z.boolean(),
  recurrence: text,
  responsible: z.array(z.string()),
  lead: z.array(z.string()),
  note: text,
  units: z.array(taskUnitSchema),
});

const efforts = z
  .array(effortSchema)
  .default([])
  .meta({ description: "what would raise the score, where effort pays most first" });

const tallySchema = { met: count, open: count, overdue: count, noData: count };

export const unitReportSchema = z.object({
  unit: z.string(),
  group: text,
  score: nullable,
  coverage: nullable,
  rank: count.nullable(),
  ranked: count.nullable().default(null).meta({ description: "units of its group that have a rank" }),
  provisional: z.boolean(),
  band: text,
  ...tallySchema,
  assumed: z.boolean(),
  unknown: z.boolean().meta({ description: "a name in the data that the directory lacks (待确认)" }),
  parent: text,
  efforts,
  movement: scoreMovementSchema.optional(),
});

/** The one result that every renderer reads; `schemaVersion` changes when a field changes meaning. */
export const reportSchema = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  plan: z.object({
    id: z.string(),
    title: z.string(),
    issuer: text,
    document: text,
    issued: day,
    sha256: z.string(),
  }),
  asOf: day,
  period: z.object({ start: day, end: day }).nullable(),
  language: z.enum(["zh", "en"]),
  presentation: presentationSchema.default(plainPresentation),
  labels: z
    .record(z.string(), z.object({ en: z.string(), fields: z.record(z.string(), z.string()) }))
    .default({})
    .meta({ description: "English names of datasets and of their fields" }),
  synthetic: z.boolean(),
  inputs: z.array(
    z.object({
      file: z.string(),
      sha256: z.string(),
      format: z.string(),
      sheets: z.array(sheetReportSchema),
    }),
  ),
  overall: z.object({
    score: nullable,
    coverage: nullable,
    provisional: z.boolean(),
    band: text,
    ...tallySchema,
    efforts,
    movement: scoreMovementSchema.optional(),
  }),
  bands: z.array(z.object({ from: number, name: z.string() })),
  indicators: z.array(indicatorReportSchema),
  tasks: z.array(taskReportSchema),
  units: z.array(unitReportSchema),
  quality: qualitySchema,
  waivers: z
    .array(reportWaiverSchema)
    .optional()
    .meta({ description: "in force, with --waivers; absent where nothing is waived" }),
  movement: reportMovementSchema.optional().meta({ description: "with --history" }),
  trend: trendSchema.optional().meta({ description: "with --history" }),
  escalation: z
    .array(escalatedSchema)
    .optional()
    .meta({ description: "who stands on which step, where the plan has steps; the highest first" }),
  headroom: headroomSchema
    .optional()
    .meta({ description: "what is met by less than a margin, the least first, where one is given" }),
});
export type Report = z.infer<typeof reportSchema>;
export type IndicatorReport = z.infer<typeof indicatorReportSchema>;
export type IndicatorUnit = z.infer<typeof indicatorUnitSchema>;
export type TaskReport = z.infer<typeof taskReportSchema>;
export type UnitReport = z.infer<typeof unitReportSchema>;
