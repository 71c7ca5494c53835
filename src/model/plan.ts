import type Fraction from "fraction.js";
import { z } from "zod";
import { type Dictionary, limitsSchema } from "./dataset.ts";
import type { Day } from "./day.ts";
import type { Measure } from "./measure.ts";
import type { Presentation } from "./presentation.ts";
import { type Recurrence, unstatedWords } from "./recurrence.ts";
import type { Unit, UnitDirectory } from "./unit.ts";

export const directions = [
  "at-least",
  "at-most",
  "exactly",
  "more-than",
  "less-than",
  "improve",
  "reduce",
] as const;
export type Direction = (typeof directions)[number];
export const scopes = ["each", "shared", "quota"] as const;
export type Scope = (typeof scopes)[number];
/** What the national survey of online government services rates. */
export const dimensions = ["服务成效度", "办理成熟度", "方式完备度", "事项覆盖度", "指南准确度"] as const;
export type Dimension = (typeof dimensions)[number];

const name = z.string().min(1);
const namesOrName = z.union([name, z.array(name).min(1)]);
// Numbers arrive as their source text, so that 0.30 stays 0.30; the schema shown to editors says number.
const decimal = z
  .string()
  .regex(/^[+-]?(\d+(\.\d+)?|\.\d+)$/, "45 | 0.5")
  .meta({ override: "number" });
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "2022-10-25");
const deadline = z.union([date, z.literal("none")]);

const stageSchema = z.strictObject({
  deadline: date,
  threshold: decimal.optional(),
  more: decimal.optional().meta({ description: "再新增: that much more than the stage before" }),
  direction: z.enum(directions).optional(),
});

const quotaSchema = z.strictObject({
  table: z.record(name, decimal).optional(),
  shares: z.record(name, decimal).optional(),
});

const easeSchema = z.strictObject({
  field: name,
  order: z.enum(["ascending", "descending"]).optional(),
});

export const indicatorSchema = z.strictObject({
  id: name.regex(/^[a-z0-9][a-z0-9-]*$/, "a-z 0-9 -"),
  clause: name,
  name,
  measure: z.record(z.string(), z.unknown()),
  measuredIn: name.optional(),
  direction: z.enum(directions).optional(),
  threshold: decimal.optional(),
  stages: z.array(stageSchema).min(1).optional(),
  responsible: namesOrName.optional(),
  lead: namesOrName.optional(),
  scope: z.enum(scopes).optional(),
  quota: quotaSchema.optional(),
  deadline: deadline.optional(),
  ongoing: z.boolean().optional(),
  weight: decimal.optional(),
  worst: decimal.optional(),
  dimension: z.enum(dimensions).optional().meta({ description: "of the national survey, where one fits" }),
  baseline: z.strictObject({ value: decimal, date }).optional(),
  remedy: name.optional(),
  ease: easeSchema.optional().meta({ description: "which rows are the easiest to put right" }),
  approximate: z
    .boolean()
    .optional()
    .meta({ description: "a database may estimate distinct values instead of counting them" }),
  note: name.optional(),
});

const dayOfMonth = z
  .string()
  .regex(/^([1-9]|[12]\d|3[01])$/, "1–31")
  .meta({ override: "number" });
const recurrences =
  "{ monthly: [15, 30] } | { weeks: 2, from: 2021-11-15 } | { quarterly: true } | { yearly: 12-31 } | 定期 …";
export const recurrenceSchema = z.union(
  [
    z.strictObject({ monthly: z.union([dayOfMonth, z.array(dayOfMonth).min(1)]) }),
    z.strictObject({
      weeks: z
        .string()
        .regex(/^([1-9]|[1-4]\d|5[0-2])$/)
        .meta({ override: "number" }),
      from: date,
    }),
    z.strictObject({ quarterly: z.literal(true) }),
    z.strictObject({ yearly: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) }),
    z.enum(unstatedWords),
  ],
  { error: () => recurrences },
);

export const taskSchema = z.strictObject({
  id: name.regex(/^[a-z0-9][a-z0-9-]*$/, "a-z 0-9 -"),
  clause: name,
  name,
  start: date.optional(),
  deadline: deadline.optional(),
  ongoing: z.boolean().optional(),
  recurrence: recurrenceSchema.optional(),
  responsible: namesOrName.optional(),
  lead: namesOrName.optional(),
  weight: decimal.optional(),
  note: name.optional(),
});

const bandSchema = z.strictObject({ from: decimal, name });

/** Which snapshots are misses: those in which the target was due and unmet, or all in which it was unmet. */
export const missCounts = ["overdue", "unmet"] as const;
const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, "1, 2, 3 …")
  .meta({ override: "number" });
const escalationSchema = z.strictObject({
  after: wholeNumber.meta({ override: "number", description: "misses in a row" }),
  step: name.meta({ description: "提醒, 通报, 约谈" }),
  counts: z.enum(missCounts).optional().meta({ description: "overdue unless said" }),
  tasks: z.boolean().optional().meta({ description: "for tasks too, not for indicators alone" }),
});

const wording = z.union([name, z.strictObject({ zh: name.optional(), en: name.optional() })]);
const presentationFileSchema = z.strictObject({
  title: wording.optional().meta({ description: "of reports, instead of the plan's title" }),
  subtitle: wording.optional().meta({ description: "a line below the title" }),
  preface: wording.optional().meta({ description: "a paragraph before the figures" }),
  closing: wording.optional().meta({ description: "a paragraph at the end" }),
  whole: wording.optional().meta({ description: "what the whole area is called: 全市" }),
  bands: z.array(bandSchema).min(1).optional().meta({ description: "instead of bands beside it" }),
  order: z.array(name).min(1).optional().meta({ description: "groups and units as reports list them" }),
  logo: name.optional().meta({ description: "a .png, .jpg or .svg file" }),
  headroom: decimal.optional().meta({ override: "number", description: "what is met by less is listed" }),
  draft: z.boolean().optional().meta({ description: "papers are marked as drafts" }),
  wording: namesOrName.optional().meta({ description: "files with the sentences of papers" }),
});
export type PresentationFile = z.infer<typeof presentationFileSchema>;

/** A plan file. */
export const planSchema = z.strictObject({
  plan: name.regex(/^[a-z0-9][a-z0-9.-]*$/, "a-z 0-9 . -"),
  extends: name.optional().meta({ description: "a plan to inherit from, by id or path" }),
  remove: z.array(name).optional().meta({ description: "ids of the inherited plan that do not hold here" }),
  title: name,
  issuer: name.optional(),
  document: name.optional(),
  issued: date,
  period: z.strictObject({ start: date, end: date, repeats: z.enum(["yearly"]).optional() }).optional(),
  timezone: name.default("Asia/Shanghai"),
  units: name,
  defaults: indicatorSchema
    .pick({ measuredIn: true, direction: true, responsible: true, lead: true, scope: true, deadline: true })
    .extend({ ongoing: z.boolean().optional(), weight: decimal.optional(), worst: decimal.optional() })
    .prefault({}),
  limits: limitsSchema.optional(),
  datasets: z.record(name, z.unknown()).optional(),
  fields: z.record(name, z.record(name, z.unknown())).optional(),
  groups: z.record(name, z.array(name).min(1)).optional(),
  bands: z.array(bandSchema).min(1).optional(),
  totalWeight: decimal
    .optional()
    .meta({ override: "number", description: "what the weights add up to, for check" }),
  report: presentationFileSchema.optional(),
  escalation: z
    .array(escalationSchema)
    .min(1)
    .optional()
    .meta({ description: "what happens after so many misses in a row" }),
  indicators: z.array(indicatorSchema),
  tasks: z.array(taskSchema).default([]),
});

/** The same with its lists still unread, so that one bad indicator does not hide the others. */
export const planFrameSchema = planSchema.extend({
  indicators: z.array(z.unknown()),
  tasks: z.array(z.unknown()).default([]),
});
export type PlanFrame = z.infer<typeof planFrameSchema>;
export type IndicatorFile = z.infer<typeof indicatorSchema>;
export type TaskFile = z.infer<typeof taskSchema>;

export interface Stage {
  readonly deadline: Day | null;
  /** Null for improve and reduce, which are held against a baseline, and for not-scored indicators. */
  readonly threshold: Fraction | null;
  readonly direction: Direction;
  /** What a 再新增 stage asks for beyond the stage before it; the threshold is the sum. */
  readonly more: Fraction | null;
}

/** Rows with a low, or with `descending` a high, value of a field are the easiest to put right. */
export interface Ease {
  readonly field: string;
  readonly order: "ascending" | "descending";
}

export interface Indicator {
  readonly id: string;
  readonly clause: string;
  readonly name: string;
  readonly measure: Measure;
  readonly measuredIn: string;
  readonly direction: Direction;
  readonly threshold: Fraction | null;
  /** At least one; a plain threshold and deadline are the only stage. */
  readonly stages: readonly Stage[];
  readonly staged: boolean;
  readonly deadline: Day | null;
  readonly ongoing: boolean;
  /** As the plan writes them: groups and units. */
  readonly responsible: readonly string[];
  readonly lead: readonly string[];
  /** The units behind `responsible`, in directory order. */
  readonly units: readonly Unit[];
  readonly leadUnits: readonly Unit[];
  readonly scope: Scope;
  /** By unit: thresholds of their own where `quotaIsTable`, else shares of the threshold. */
  readonly quota: ReadonlyMap<string, Fraction> | null;
  readonly quotaIsTable: boolean;
  readonly weight: Fraction;
  readonly worst: Fraction | null;
  readonly dimension: Dimension | null;
  readonly baseline: { readonly value: Fraction; readonly date: Day } | null;
  readonly remedy: string | null;
  /** By which the rows to put right are ordered. */
  readonly ease: Ease | null;
  readonly note: string | null;
  readonly formula: { readonly zh: string; readonly en: string };
}

export interface Task {
  readonly id: string;
  readonly clause: string;
  readonly name: string;
  /** Not due, and not counted, before this day. */
  readonly start: Day | null;
  readonly deadline: Day | null;
  readonly ongoing: boolean;
  readonly recurrence: Recurrence | null;
  readonly responsible: readonly string[];
  readonly lead: readonly string[];
  readonly units: readonly Unit[];
  readonly weight: Fraction | null;
  readonly note: string | null;
}

export interface EscalationStep {
  readonly after: number;
  readonly step: string;
  readonly counts: (typeof missCounts)[number];
  /** Whether tasks that are not done come to it too. */
  readonly tasks: boolean;
}

export interface Band {
  readonly from: Fraction;
  readonly name: string;
}

export interface Period {
  readonly start: Day;
  readonly end: Day;
  readonly yearly: boolean;
}

export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly issuer: string | null;
  readonly document: string | null;
  readonly issued: Day;
  readonly period: Period | null;
  readonly timezone: string;
  readonly directory: UnitDirectory;
  readonly dictionary: Dictionary;
  readonly bands: readonly Band[];
  readonly presentation: Presentation;
  /** Units and groups in the order in which reports list them; empty for the directory's. */
  readonly order: readonly string[];
  /** Null lists nothing. */
  readonly headroom: Fraction | null;
  readonly escalation: readonly EscalationStep[];
  readonly indicators: readonly Indicator[];
  readonly tasks: readonly Task[];
  /** Every file that it was read from, as absolute paths. */
  readonly files: readonly string[];
  /** Of the plan file, its unit directory and the dictionary together. */
  readonly sha256: string;
  readonly file: string;
}
