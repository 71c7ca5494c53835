import { z } from "zod";
import { clean, spelling } from "./reading/text.ts";

const name = z.string().min(1);

export const mappingRuleSchema = z.strictObject({
  match: name.meta({ description: "file name, or path as the report names it; * and ? are wildcards" }),
  sheet: name.optional().meta({ description: "name of the sheet; * and ? are wildcards" }),
  dataset: name.optional().meta({ description: "what the sheet holds" }),
  headerRow: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, "1, 2, 3 …")
    .optional()
    .meta({ override: "number", description: "the last row of the headings" }),
  headings: z.record(name, name).default({}).meta({ description: "heading in the sheet: field" }),
  codes: z
    .record(name, z.record(name, z.string()))
    .default({})
    .meta({ description: "by field, cell: value; what digits mean is said here" }),
  skip: z.boolean().default(false).meta({ description: "leave the sheet out" }),
});

const names = z.union([name, z.array(name).min(1)]);
const columnForms =
  "列名 | { decimal: 列, scale: 2 } | { code: 列, map: { … } } | { flag: 列, yes: 值, no: 值 } | { constant: 值 }";

/** How a column of a table holds a field; what its type says need not be said. No SQL. */
export const tableColumnSchema = z.union(
  [
    name,
    z.strictObject({
      decimal: name,
      scale: z
        .string()
        .regex(/^([0-9]|10)$/)
        .meta({ override: "number" }),
    }),
    z.strictObject({ code: name, map: z.record(name, z.string()) }),
    z.strictObject({ flag: name, yes: names, no: names.optional() }),
    z.strictObject({ constant: name }),
  ],
  { error: () => columnForms },
);
export type TableColumn = z.infer<typeof tableColumnSchema>;

export const partitionForms = ["YYYYMMDD", "YYYYMM", "YYYY-MM-DD", "YYYY-MM"] as const;

export const tableRuleSchema = z.strictObject({
  table: name.meta({ description: "in the database of the connection, or database.table" }),
  columns: z.record(name, tableColumnSchema).default({}).meta({ description: "field: column" }),
  unique: z.boolean().default(false).meta({ description: "no key comes twice; it is not checked" }),
  newest: name
    .optional()
    .meta({ description: "of rows with one key, that with the greatest value here counts" }),
  where: z
    .record(name, names)
    .default({})
    .meta({ description: "column: value or values; other rows are not looked at" }),
  partition: z
    .strictObject({ column: name, form: z.enum(partitionForms) })
    .optional()
    .meta({ description: "a column of the row's day; what lies outside the period is not read" }),
});
export type TableRule = z.infer<typeof tableRuleSchema>;

/** `mapping: NAME`, a file beside the data: how sheets are to be read where headings alone do not say it. */
export const mappingSchema = z.strictObject({
  mapping: name,
  files: z.array(mappingRuleSchema).nullable().default([]),
  tables: z
    .record(name, tableRuleSchema)
    .optional()
    .meta({ description: "by dataset, for databases; not used for files" }),
});

export interface MappingRule {
  readonly match: string;
  readonly sheet: string | null;
  readonly dataset: string | null;
  readonly headerRow: number | null;
  /** Fields by heading as looked up. */
  readonly headings: ReadonlyMap<string, string>;
  /** By field: what a cell, as looked up, stands for. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly skip: boolean;
}

export interface Mapping {
  readonly name: string;
  readonly rules: readonly MappingRule[];
  /** By dataset, where a database has it; null where nothing is said of databases. */
  readonly tables: ReadonlyMap<string, TableRule> | null;
}

/** The first rule for a sheet of a file, as reports name the two. */
export function ruleFor(mapping: Mapping | null, file: string, sheet: string): MappingRule | undefined {
  const base = file.split(/[/›]/).at(-1)?.trim() ?? file;
  return mapping?.rules.find(
    (rule) =>
      (fitsPattern(base, rule.match) || fitsPattern(file, rule.match)) &&
      (rule.sheet === null || fitsPattern(sheet, rule.sheet)),
  );
}

/** Whether a name fits a pattern in which * is any text and ? any character; width and case do not matter. */
export function fitsPattern(name: string, pattern: string): boolean {
  const [text, wild] = [[...clean(name).toLowerCase()], [...clean(pattern).toLowerCase()]];
  let [at, step, star, retry] = [0, 0, -1, 0];
  while (at < text.length) {
    if (wild[step] === "*") {
      star = step;
      retry = at;
      step += 1;
    } else if (wild[step] === "?" || wild[step] === text[at]) {
      at += 1;
      step += 1;
    } else if (star >= 0) {
      step = star + 1;
      retry += 1;
      at = retry;
    } else return false;
  }
  return wild.slice(step).every((rest) => rest === "*");
}

/** How headings and cells of a mapping are looked up. */
export function mappedKey(text: string): string {
  return spelling(text);
}
