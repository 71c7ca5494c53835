import { existsSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { ProblemError } from "../problem.ts";
import { Findings } from "./findings.ts";
import { inherit, type PlanSource } from "./inherit.ts";
import { display, requireKind } from "./rule-files.ts";
import { readYaml } from "./yaml-file.ts";

const name = z.string().min(1);
const inheritance = z.object({ extends: name.optional(), remove: z.array(name).min(1).optional() });

interface Search {
  readonly cwd: string;
  /** The file of a plan by its id. */
  readonly find: (id: string) => Promise<string>;
}

/** Reads a plan file and every plan that it extends, as one. */
export async function readPlanSource(
  path: string,
  search: Search,
  chain: readonly string[] = [],
): Promise<PlanSource> {
  const findings = new Findings(await readYaml(path, display(path, search.cwd)));
  requireKind(findings, "plan");
  const { extends: base } = findings.parse(inheritance, findings.source.data) ?? {};
  const own = { yaml: findings.source, paths: [path], findings: [findings] };
  if (base === undefined) return findings.problems.length > 0 ? refuse(findings) : own;
  const basePath = await pathOf(base, path, search, findings);
  const files = [...chain, path];
  if (files.includes(basePath)) {
    const circle = [...files, basePath].map((file) => display(file, search.cwd)).join(" → ");
    findings.add("R019", ["extends"], { chain: circle });
    return refuse(findings);
  }
  return inherit(findings, path, await readPlanSource(basePath, search, files));
}

/** A path is relative to the file that names it; an id is looked for beside that file first. */
async function pathOf(base: string, from: string, search: Search, findings: Findings): Promise<string> {
  const folder = dirname(from);
  if (/\.ya?ml$/i.test(base) || /[/\\]/.test(base)) {
    const path = isAbsolute(base) ? base : resolve(folder, base);
    if (existsSync(path)) return path;
    findings.add("R024", ["extends"], { file: base });
    return refuse(findings);
  }
  const beside = resolve(folder, `${base}.yaml`);
  if (existsSync(beside) && beside !== from) return beside;
  return search.find(base).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    for (const { code, with: params, nearest } of error.problems) {
      const known = nearest === undefined ? [] : [nearest];
      findings.add(code, ["extends"], params, { near: known, name: base });
    }
    return refuse(findings);
  });
}

function refuse(findings: Findings): never {
  throw new ProblemError(findings.problems);
}
