import { Chalk, type ChalkInstance } from "chalk";
import type { Language } from "../model/language.ts";
import { exitCodeFor, type Place, type Problem, sentenceOf } from "../problem.ts";
import type { Shell } from "./shell.ts";

/** A problem as one line and, where there is one, the code frame below it. */
export function problemText(found: Problem, language: Language, chalk: ChalkInstance): string {
  const place = placeOf(found.at);
  const paint = { error: chalk.red, warning: chalk.yellow, info: chalk.cyan }[found.severity];
  const line = `${paint(found.severity)} ${chalk.dim(found.code)} ${sentenceOf(found, language)}`;
  const frame = found.frame === undefined ? "" : `\n${found.frame.replace(/\n+$/, "")}`;
  return `${place === "" ? "" : `${chalk.bold(place)} `}${line}${frame}`;
}

/** rules/x.yaml:14:9 for rule files, 办件.xlsx › 办件明细 › C12: for data. */
function placeOf({ file, line, column, sheet, cell }: Place): string {
  if (sheet !== undefined || cell !== undefined) {
    return `${[file, sheet, cell].filter((part) => part !== undefined).join(" › ")}:`;
  }
  if (file === undefined) return "";
  return line === undefined
    ? `${file}:`
    : [file, line, column].filter((part) => part !== undefined).join(":");
}

/** Several problems end with the highest of their codes: outputs (4) over data (3) over usage and rules (2). */
export function exitCodeOf(problems: readonly Problem[]): number {
  const errors = problems.filter(({ severity }) => severity === "error");
  return Math.max(2, ...errors.map(({ code }) => exitCodeFor(code)));
}

export async function sayProblems(problems: readonly Problem[], shell: Shell): Promise<void> {
  const chalk = new Chalk({ level: shell.colour.stderr });
  for (const found of problems) await shell.say(problemText(found, shell.language, chalk));
}
