import { Lexer } from "yaml";
import { type Problem, type ProblemCode, problem, ruleCodes } from "../problem.ts";
import { frameOf } from "./code-frame.ts";
import { lintRules } from "./lint/registry.ts";

const MARK = "evaluate-disable-next-line";
/** Marks of the lexer that are no text of the file: a document begins, ends, a scalar follows. */
const SCALAR = "\u001f";
const marks = ["\u0002", "\u0018", SCALAR];

const known: ReadonlySet<string> = new Set(ruleCodes);

interface Suppression {
  readonly line: number;
  readonly column: number;
  readonly codes: readonly string[];
  readonly reason: string;
  /** The line that it is about. */
  readonly about: number;
}

interface Filtered {
  readonly problems: readonly Problem[];
  readonly suppressed: number;
}

/**
 * Leaves out the problems of a file that a comment `# evaluate-disable-next-line R012 -- reason` on the line
 * above them disables; a comment without reason, with an unknown code or without effect is a problem itself.
 */
export function suppress(file: string, text: string, problems: readonly Problem[]): Filtered {
  const kept = new Set(problems);
  const own: Problem[] = [];
  const lines = text.split("\n");
  const complain = (
    code: ProblemCode & keyof typeof lintRules,
    found: Suppression,
    with_: Problem["with"],
  ) => {
    const at = { file, line: found.line, column: found.column };
    const frame = frameOf(lines, at);
    own.push({ ...problem(code, at, with_), severity: lintRules[code].severity, frame });
  };
  for (const found of suppressionsIn(text)) {
    if (found.reason === "" || found.codes.length === 0) {
      complain("R190", found, { codes: found.codes.join(", ") || "R…" });
      continue;
    }
    for (const code of found.codes) {
      const meant = problems.filter((one) => one.code === code && one.at.line === found.about);
      if (!known.has(code)) complain("R191", found, { name: code });
      else if (meant.length === 0) complain("R192", found, { name: code });
      for (const one of meant) kept.delete(one);
    }
  }
  return { problems: [...kept, ...own], suppressed: problems.length - kept.size };
}

function suppressionsIn(text: string): Suppression[] {
  if (!text.includes(MARK)) return [];
  const lines = text.split("\n");
  return commentsIn(text).flatMap(({ line, column, comment }) => {
    const said = comment.replace(/^#+\s*/, "");
    if (!said.startsWith(MARK)) return [];
    const [codes = "", ...reason] = said.slice(MARK.length).split(/\s--(?:\s|$)/);
    const about = lines.findIndex((one, index) => index >= line && !/^\s*(?:#.*)?$/.test(one)) + 1;
    return [
      {
        line,
        column,
        about,
        codes: codes.split(/[\s,]+/).filter((code) => code !== ""),
        reason: reason.join(" -- ").trim(),
      },
    ];
  });
}

function commentsIn(text: string): { line: number; column: number; comment: string }[] {
  const comments = [];
  let [line, column, before] = [1, 1, ""];
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith("#") && before !== SCALAR) comments.push({ line, column, comment: token });
    if (!marks.includes(token)) {
      const breaks = token.split("\n");
      line += breaks.length - 1;
      column = breaks.length > 1 ? (breaks.at(-1)?.length ?? 0) + 1 : column + token.length;
    }
    before = token;
  }
  return comments;
}
