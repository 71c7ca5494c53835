import { createHash } from "node:crypto";
import type { Language } from "../../model/language.ts";
import type { LintCode } from "../../model/lint-sentences.ts";
import { printable } from "../../model/printable.ts";
import { lintRules } from "../../plan/lint/registry.ts";
import { type Problem, type Severity, sentenceOf } from "../../problem.ts";

/** A problem as other tools take it. */
export interface Finding {
  readonly code: string;
  /** threshold-out-of-range; null for what loading refuses. */
  readonly name: string | null;
  readonly severity: Severity;
  /** As people in this folder would name it. */
  readonly file: string;
  /** From the root of the repository, for tools that look at it whole. */
  readonly uri: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string | null;
  readonly message: string;
  /** The same as long as rule and text are, whatever line they move to. */
  readonly fingerprint: string;
}

/** Findings in the order of the problems; `uriOf` names a file from the root of the repository. */
export function findingsOf(
  problems: readonly Problem[],
  language: Language,
  uriOf: (file: string) => string,
): Finding[] {
  const seen = new Map<string, number>();
  return problems.map((found) => {
    const { code, severity, at, path } = found;
    const file = at.file ?? "";
    const uri = uriOf(file);
    const text = JSON.stringify([code, uri, path ?? "", found.with]);
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return {
      code,
      name: Object.hasOwn(lintRules, code) ? lintRules[code as LintCode].name : null,
      severity,
      file,
      uri,
      line: at.line ?? null,
      column: at.column ?? null,
      path: path ?? null,
      message: printable(sentenceOf(found, language)),
      fingerprint: createHash("sha256").update(`${text}${before}`).digest("hex").slice(0, 32),
    };
  });
}
