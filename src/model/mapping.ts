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

/** `mapping: NAME`, a file beside the data: how sheets are to be read where headings alone do not say it. */
export const mappingSchema = z.strictObject({
  mapping: name,
  files: z.array(mappingRuleSchema).nullable().default([]),
  tables: z.unknown().optional().meta({ description: "for databases; not used for files" }),
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
  /** Whether it also says something about databases. */
  readonly tables: boolean;
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
