import { z } from "zod";

export const statuses = [
  "met",
  "open",
  "overdue",
  "no-data",
  "not-applicable",
  "not-scored",
  "waived",
] as const;
export type Status = (typeof statuses)[number];

export const whySchema = z
  .object({ code: z.string(), with: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: "Why", description: "the reason as data, so that a saved report can be worded again" });
export type Why = z.infer<typeof whySchema>;
