import type { Language } from "../../model/language.ts";
import type { Problem, Severity } from "../../problem.ts";
import type { Finding } from "./finding.ts";

/** What a check came to, for every format. */
export interface Outcome {
  readonly version: string;
  readonly language: Language;
  readonly colour: 0 | 1 | 2 | 3;
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly suppressed: number;
}

export type Format = (outcome: Outcome) => string;

export function countsOf(problems: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const of = (severity: Severity) => problems.filter((one) => one.severity === severity).length;
  return { error: of("error"), warning: of("warning"), info: of("info") };
}
