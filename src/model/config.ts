import { z } from "zod";

const name = z.string().min(1);
const names = z.array(name).min(1);
const oneOrMore = z.union([name, names]);
const whole = z
  .string()
  .regex(/^\d{1,15}$/, "0, 1, 2 …")
  .meta({ override: "number" });
const decimal = z
  .string()
  .regex(/^\d{1,15}(\.\d+)?$/, "60, 89.5 …")
  .meta({ override: "number" });

const age = z
  .string()
  .regex(/^([^=]+=)?(\d{1,5}|none)$/, "14 | 办件明细=7 | 投诉建议=none")
  .meta({ override: "number | text" });

export const newestSchema = z.strictObject({
  newest: name.meta({ description: "a pattern: the newest of the files that match it" }),
});

/** `config: NAME`: what `evaluate run` is to do when nobody says otherwise. Keys are the flags' names. */
export const configSchema = z.strictObject({
  config: name,
  plan: name.optional(),
  inputs: z.union([name, z.array(z.union([name, newestSchema])).min(1)]).optional(),
  asOf: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2}|today)$/, "2022-10-25 | today")
    .optional(),
  units: name.optional(),
  mapping: name.optional(),
  waivers: name.optional(),
  outputs: oneOrMore.optional(),
  format: z.enum(["table", "json", "markdown", "csv", "html"]).optional(),
  title: name.optional(),
  unit: oneOrMore.optional(),
  indicator: oneOrMore.optional(),
  groupBy: z.enum(["clause", "dimension"]).optional(),
  history: name.optional(),
  baseline: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "2022-09-30")
    .optional(),
  replace: z.boolean().optional(),
  margin: decimal.optional(),
  onlyChanges: z.boolean().optional(),
  ledger: name.optional(),
  ledgerFrom: oneOrMore.optional(),
  ledgerLimit: whole.optional(),
  mask: z.boolean().optional(),
  taskSheets: name.optional(),
  failOn: z.enum(["unmet", "overdue", "no-data", "never"]).optional(),
  failUnder: decimal.optional(),
  strict: z.boolean().optional(),
  allowEmpty: z.boolean().optional(),
  maxAge: z.union([age, z.array(age).min(1)]).optional(),
  lock: name.optional(),
  wait: decimal.optional(),
  logLine: z.boolean().optional(),
  language: z.enum(["zh", "en"]).optional(),
  quiet: z.boolean().optional(),
  jobs: whole.optional(),
  engine: z.enum(["files", "duckdb", "clickhouse"]).optional(),
  connection: name.optional(),
  memoryLimit: z
    .string()
    .regex(/^[1-9]\d{0,5}\s?[KMGT]i?B$/i, "4GB, 512MB …")
    .optional(),
  maxBytes: whole.optional(),
  maxRows: whole.optional(),
  maxColumns: whole.optional(),
  maxCellLength: whole.optional(),
  maxDepth: whole.optional(),
});
export type Config = z.infer<typeof configSchema>;
export type ConfigKey = Exclude<keyof Config, "config">;

/** What a name of an output may hold in braces. */
export const nameParts = ["plan", "asOf"] as const;
export type NamePart = (typeof nameParts)[number];

/** The names in braces, with those that nobody knows. */
export function partsIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, part = ""]) => part);
}
