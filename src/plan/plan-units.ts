import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { DirectoryFile, UnitDirectory } from "../model/unit.ts";
import { type Problem, ProblemError } from "../problem.ts";
import { directoryOf } from "./directory.ts";
import { Findings } from "./findings.ts";
import { display, requireKind } from "./rule-files.ts";
import { directoryFrom, type UnitList } from "./unit-list.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

export interface PlanUnits {
  /** Null where it could not be read: why is among the problems. */
  readonly directory: UnitDirectory | null;
  readonly problems: readonly Problem[];
  readonly sources: readonly YamlFile[];
  readonly path: string;
}

interface Wanted {
  readonly planPath: string;
  /** As the plan names it. */
  readonly file: string;
  /** What is used in its place. */
  readonly instead: string | UnitList | undefined;
  readonly cwd: string;
}

/** The unit directory of a plan, or the one that the user named in its place. */
export async function unitsOf(wanted: Wanted, planFindings: Findings): Promise<PlanUnits> {
  const { planPath, file, instead, cwd } = wanted;
  const path = typeof instead === "string" ? resolve(cwd, instead) : resolve(dirname(planPath), file);
  const nothing = { directory: null, problems: [], sources: [], path };
  if (instead === undefined && !existsSync(path)) {
    planFindings.add("R024", ["units"], { file });
    return nothing;
  }
  try {
    const source = await readYaml(path, display(path, cwd));
    const own = new Findings(source);
    requireKind(own, "units");
    const directory = directoryOf(own);
    if (typeof instead !== "object" || directory === undefined)
      return { directory: directory ?? null, problems: own.problems, sources: [source], path };
    const listed = new Findings(directoryFrom(instead, source.data as Partial<DirectoryFile>));
    return {
      directory: directoryOf(listed) ?? null,
      problems: [...own.problems, ...listed.problems],
      sources: [source, listed.source],
      path,
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { ...nothing, problems: error.problems };
  }
}
