import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Config, configSchema, nameParts, partsIn } from "../model/config.ts";
import { parseDay } from "../model/day.ts";
import { ProblemError } from "../problem.ts";
import { Findings } from "./findings.ts";
import { display, requireKind } from "./rule-files.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

export interface ConfigRead {
  readonly config: Config;
  readonly source: YamlFile;
  readonly path: string;
}

const files = ["units", "mapping", "waivers"] as const;
const days = ["asOf", "baseline"] as const;
const written = ["outputs", "ledger", "taskSheets"] as const;

/**
 * Reads a configuration; what it names must be there.
 * @throws ProblemError with every problem at once.
 */
export async function loadConfig(path: string, cwd: string): Promise<ConfigRead> {
  const source = await readYaml(path, display(path, cwd));
  const findings = new Findings(source);
  requireKind(findings, "config");
  const config = findings.parse(configSchema, source.data);
  if (config !== undefined) findSlips(config, path, findings);
  if (config === undefined || findings.problems.length > 0) throw new ProblemError(findings.problems);
  return { config, source, path };
}

/** A plan that is a path, or that stands beside the configuration; else the name as it is. */
export function planBeside(plan: string, path: string): string {
  const folder = dirname(path);
  if (/[/\\]|\.ya?ml$/i.test(plan)) return resolve(folder, plan);
  const own = resolve(folder, "rules", `${plan}.yaml`);
  return existsSync(own) ? own : plan;
}

function findSlips(config: Config, path: string, findings: Findings): void {
  const folder = dirname(path);
  for (const key of files) {
    const file = config[key];
    if (file !== undefined && !existsSync(resolve(folder, file))) findings.add("R024", [key], { file });
  }
  for (const key of days) {
    const day = config[key];
    if (day !== undefined && day !== "today" && parseDay(day) === null)
      findings.add("R022", [key], { value: day });
  }
  for (const key of written) {
    const names = config[key] ?? [];
    for (const [index, text] of [names].flat().entries())
      for (const part of partsIn(text).filter((one) => !nameParts.some((known) => known === one)))
        findings.add(
          "R066",
          Array.isArray(names) ? [key, index] : [key],
          { name: part, known: nameParts.map((one) => `{${one}}`).join(" ") },
          { near: nameParts },
        );
  }
}
