import { isAbsolute, relative, sep } from "node:path";
import { ProblemError } from "../problem.ts";
import type { Findings } from "./findings.ts";

/** A path as the user would name it. */
export function display(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return (near.startsWith("..") || isAbsolute(near) ? path : near).split(sep).join("/");
}

/** A file's first key says its kind. */
export function requireKind(findings: Findings, kind: string): void {
  const keys = Object.keys((findings.source.data as object | null) ?? {});
  if (keys[0] === kind) return;
  findings.add("R006", [], { expected: kind, key: keys[0] ?? "" });
  throw new ProblemError(findings.problems);
}
