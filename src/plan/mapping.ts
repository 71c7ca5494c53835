import { resolve } from "node:path";
import type { z } from "zod";
import type { Dataset, Dictionary, Field } from "../model/dataset.ts";
import {
  type Mapping,
  type MappingRule,
  mappedKey,
  type mappingRuleSchema,
  mappingSchema,
  type TableRule,
} from "../model/mapping.ts";
import { ProblemError } from "../problem.ts";
import { Findings } from "./findings.ts";
import { Literals } from "./literals.ts";
import { display, requireKind } from "./rule-files.ts";
import { readYaml } from "./yaml-file.ts";

export interface MappingOptions {
  readonly cwd: string;
  readonly dictionary: Dictionary;
  readonly timezone: string;
}

type RuleFile = z.infer<typeof mappingRuleSchema>;

/**
 * Loads a mapping and checks its datasets, fields and values against the dictionary.
 * @throws ProblemError with every problem at once.
 */
export async function loadMapping(file: string, options: MappingOptions): Promise<Mapping> {
  const path = resolve(options.cwd, file);
  const findings = new Findings(await readYaml(path, display(path, options.cwd)));
  requireKind(findings, "mapping");
  const parsed = findings.parse(mappingSchema, findings.source.data);
  const check = new RuleCheck(options.dictionary, options.timezone, findings);
  const rules = parsed?.files?.map((rule, index) => check.rule(rule, index)) ?? [];
  const tables = Object.entries(parsed?.tables ?? {});
  for (const [dataset, rule] of tables) check.table(dataset, rule);
  if (parsed === undefined || findings.problems.length > 0) throw new ProblemError(findings.problems);
  return { name: parsed.mapping, rules, tables: parsed.tables === undefined ? null : new Map(tables) };
}

class RuleCheck {
  private readonly dictionary: Dictionary;
  private readonly literals: Literals;
  private readonly findings: Findings;

  constructor(dictionary: Dictionary, timezone: string, findings: Findings) {
    this.dictionary = dictionary;
    this.literals = new Literals(dictionary, timezone);
    this.findings = findings;
  }

  rule(rule: RuleFile, index: number): MappingRule {
    const at = ["files", index];
    const datasets = this.datasetsOf(rule, at);
    for (const [heading, field] of Object.entries(rule.headings)) {
      this.fieldsNamed(field, datasets, rule, [...at, "headings", heading]);
    }
    for (const [field, values] of Object.entries(rule.codes)) {
      const [found] = this.fieldsNamed(field, datasets, rule, [...at, "codes", field], true);
      if (found !== undefined) this.checkValues(found, values, rule, [...at, "codes", field]);
    }
    return {
      match: rule.match,
      sheet: rule.sheet ?? null,
      dataset: rule.dataset ?? null,
      headerRow: rule.headerRow === undefined ? null : Number(rule.headerRow),
      headings: keyed(rule.headings),
      codes: new Map(Object.entries(rule.codes).map(([field, values]) => [field, keyed(values)])),
      skip: rule.skip,
    };
  }

  /** A table of a database: its dataset, its fields, and what codes stand for. */
  table(name: string, { table, columns }: TableRule): void {
    const at = ["tables", name];
    const dataset = this.dictionary.datasets.get(name);
    if (dataset === undefined) {
      this.findings.add("R010", at, { owner: table, name }, { near: this.dictionary.datasets.keys() });
      return;
    }
    for (const [field, form] of Object.entries(columns)) {
      const path = [...at, "columns", field];
      const [found] = this.fieldsNamed(field, [dataset], { match: table }, path, true);
      if (found === undefined || typeof form === "string" || !("map" in form)) continue;
      this.checkValues(found, form.map, { match: table }, [...path, "map"]);
    }
  }

  /** Those that the rule's fields may be of: one where it names it, else all. */
  private datasetsOf(rule: RuleFile, at: readonly (string | number)[]): readonly Dataset[] {
    const { datasets } = this.dictionary;
    if (rule.dataset === undefined) return [...datasets.values()];
    const found = datasets.get(rule.dataset);
    if (found !== undefined) return [found];
    const with_ = { owner: rule.match, name: rule.dataset };
    this.findings.add("R010", [...at, "dataset"], with_, { near: datasets.keys() });
    return [...datasets.values()];
  }

  private fieldsNamed(
    name: string,
    datasets: readonly Dataset[],
    rule: Pick<RuleFile, "match">,
    at: readonly (string | number)[],
    key = false,
  ): Field[] {
    const fields = datasets.flatMap((dataset) =>
      [...dataset.fields.values()].filter(({ derived }) => derived === null),
    );
    const found = fields.filter((field) => field.name === name);
    if (found.length > 0) return found;
    const [only, second] = datasets;
    const dataset = only !== undefined && second === undefined ? only.name : "datasets.yaml";
    const near = new Set(fields.map((field) => field.name));
    this.findings.add("R012", at, { owner: rule.match, name, dataset }, { near, key });
    return [];
  }

  private checkValues(
    field: Field,
    values: Readonly<Record<string, string>>,
    rule: Pick<RuleFile, "match">,
    at: readonly (string | number)[],
  ): void {
    for (const [cell, value] of Object.entries(values)) {
      if (this.literals.reads(field, value)) continue;
      const expected = this.literals.expected(field);
      const with_ = { owner: rule.match, value, field: field.name, expected: expected.join(" | ") };
      this.findings.add("R015", [...at, cell], with_, { near: expected, name: value });
    }
  }
}

function keyed(names: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(names).map(([written, meant]) => [mappedKey(written), meant]));
}
