import { z } from "zod";
import type { Day } from "./day.ts";

const name = z.string().min(1);
const day = z.string().meta({ format: "date" });

/** Everybody whom the rule concerns, and the whole area with them. */
export const EVERYBODY = "all";

export const waiverEntrySchema = z.strictObject({
  indicator: name.optional().meta({ description: "id of the indicator that is waived" }),
  task: name.optional().meta({ description: "or of the task; ID@DAY is one period of a recurring one" }),
  unit: z.union([name, z.array(name).min(1)]).meta({ description: "units or groups, or all" }),
  reason: name,
  document: name.meta({ description: "number of the document that grants it" }),
  expires: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "2022-12-31"),
});
export type WaiverEntry = z.infer<typeof waiverEntrySchema>;

/** `waivers: PLAN`, a file of its own: who is excused from what, by which document, until when. */
export const waiversSchema = z.strictObject({ waivers: name, entries: z.array(waiverEntrySchema) });

/** A waiver in force, its names looked up. */
export interface Waiver {
  readonly kind: "indicator" | "task";
  readonly id: string;
  /** Null is everybody, and the whole with them. */
  readonly units: readonly string[] | null;
  /** Units and groups as the file names them. */
  readonly named: readonly string[];
  readonly reason: string;
  readonly document: string;
  /** The last day on which it holds. */
  readonly expires: Day;
}

/** A waiver as reports list it. */
export const reportWaiverSchema = z
  .object({
    kind: z.enum(["indicator", "task"]),
    id: z.string(),
    clause: z.string(),
    name: z.string(),
    all: z.boolean().meta({ description: "everybody, and the whole area with them" }),
    units: z.array(z.string()).meta({ description: "whom it concerns" }),
    named: z.array(z.string()).meta({ description: "the same as the file says it: units, groups, all" }),
    reason: z.string(),
    document: z.string(),
    expires: day.meta({ description: "the last day on which it holds" }),
  })
  .meta({ id: "Waiver" });
export type ReportWaiver = z.infer<typeof reportWaiverSchema>;
