import type { ProblemCode } from "../problem.ts";

/** A slip of the keyboard that YAML does not mind, or blames on something else. */
export interface Slip {
  readonly code: Extract<ProblemCode, "R008" | "R009">;
  readonly with: Readonly<Record<string, string>>;
}

// Longer ones are nothing that was typed, and take a time that grows with their square.
const LONGEST = 1000;

const halfWidth: Readonly<Record<string, string>> = { "：": ": ", "，": ", ", "、": ", " };

/** Full-width ：，、 where YAML wants its own marks; in a key also a colon without a space after it. */
export function slipIn(written: string, isKey: boolean): Slip | undefined {
  if (written.length > LONGEST) return undefined;
  const mark = /[：，、]/.exec(written)?.[0];
  if (mark !== undefined) {
    const meant = written.replace(/\s*[：，、]\s*/g, (found) => halfWidth[found.trim()] ?? found);
    return { code: "R009", with: { written, mark, meant } };
  }
  const glued = isKey ? /^([^\s:]+):([^\s:].*)$/.exec(written) : null;
  return glued === null ? undefined : { code: "R008", with: { written, meant: `${glued[1]}: ${glued[2]}` } };
}

/** The same in a line that YAML refused. */
export function slipInLine(line: string): Slip | undefined {
  if (line.length > LONGEST) return undefined;
  const bare = line
    .replace(/"[^"]*"|'[^']*'|\s#.*$/g, "")
    .trim()
    .replace(/^(?:- +)+/, "");
  const glued = /^[^\s:：{}[\],]+:[^\s:].*$/.exec(bare)?.[0];
  const marked = /[^\s{}[\],]*\s*[：，、]\s*[^\s{}[\],]*/.exec(bare)?.[0];
  return slipIn(marked ?? glued ?? "", true);
}
