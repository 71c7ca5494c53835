import type { LintCode } from "../../model/lint-sentences.ts";
import type { Problem } from "../../problem.ts";
import { Findings } from "../findings.ts";
import { rulePath } from "../rule-path.ts";
import type { Path, YamlFile } from "../yaml-file.ts";
import { lintRules } from "./registry.ts";
import type { CommentRule, LintRule, Say } from "./rule.ts";
import type { Subject, Subjects } from "./subject.ts";

// Suppressions need the line of each finding, so that more of them are placed than a person reads.
const DETAILED = 2000;

/** What the lint rules find in a file; `known` are its problems already, whose places they leave alone. */
export function lint<S extends Subject>(
  on: S,
  subject: Subjects[S],
  source: YamlFile,
  known: readonly Problem[],
): readonly Problem[] {
  const findings = new Findings(source, DETAILED);
  const spoilt = new Set(known.flatMap(({ path }) => (path === undefined ? [] : [entryOf(path)])));
  for (const [code, rule] of Object.entries(lintRules) as [LintCode, LintRule | CommentRule][]) {
    if (rule.on !== on || (rule.whole && known.length > 0)) continue;
    const say: Say = (path: Path, with_ = {}, target) => {
      if (spoilt.has(entryOf(rulePath(source.data, path)))) return;
      findings.add(code, path, with_, { severity: rule.severity, key: target === "key" });
    };
    (rule.find as (subject: Subjects[S], say: Say) => void)(subject, say);
  }
  // What a plan inherits is told where it is written, when that file is checked.
  return findings.problems.filter(({ at }) => at.file === source.file);
}

/** The list entry or head key that a path lies in: indicators[a], units. */
function entryOf(path: string): string {
  return /^[^.[]*(?:\[[^\]]*\])?/.exec(path)?.[0] ?? path;
}
