import type { Params } from "../../model/language.ts";
import type { Severity } from "../../problem.ts";
import type { Path } from "../yaml-file.ts";
import type { Subject, Subjects } from "./subject.ts";

/** Reports a finding at a path; with "key" at the key that stands there. */
export type Say = (path: Path, with_?: Params, target?: "key") => void;

interface RuleOn<S extends Subject> {
  /** Words for people and other tools: threshold-out-of-range. */
  readonly name: string;
  readonly severity: Severity;
  readonly on: S;
  /** Looks at everything together: silent while anything in the file is refused. */
  readonly whole?: true;
  readonly find: (subject: Subjects[S], say: Say) => void;
}

/** A lint rule: data, and a small function that looks for what is probably not meant. */
export type LintRule = { [S in Subject]: RuleOn<S> }[Subject];

/** Said by the machinery of suppressions itself. */
export interface CommentRule {
  readonly name: string;
  readonly severity: Severity;
  readonly on: "comments";
  readonly whole?: true;
}
