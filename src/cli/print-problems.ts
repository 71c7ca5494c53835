import { Chalk, type ChalkInstance } from "chalk";
import type { Language } from "../model/language.ts";
import { printable, printableLines } from "../model/printable.ts";
import { exitCodeFor, type Place, type Problem, sentenceOf } from "../problem.ts";
import type { Shell } from "./shell.ts";

/** A problem as one line and, where there is one, the code frame below it. */
export function problemText(found: Problem, language: Language, chalk: ChalkInstance): string {
  const place = printable(placeOf(found.at));
  const paint = { error: chalk.red, warning: chalk.yellow, info: chalk.cyan }[found.severity];
  const line = `${paint(found.severity)} ${chalk.dim(found.code)} ${printable(sentenceOf(found, language))}`;
  const frame = found.frame === undefined ? "" : `\n${printableLines(found.frame.replace(/\n+$/, ""))}`;
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

const MOST = 100;
const further: Record<Language, (count: number) => string> = {
  zh: (count) => `另有 ${count} 个问题没有列出。改正以上各处后再运行一次。`,
  en: (count) => `${count} more problems are not listed. Mend these and run it again.`,
};

/** The first of them; what is left out is counted. */
export async function sayProblems(
  problems: readonly Problem[],
  shell: Pick<Shell, "language" | "colour" | "say" | "sayPainted">,
): Promise<void> {
  const chalk = new Chalk({ level: shell.colour.stderr });
  for (const found of problems.slice(0, MOST)) {
    await shell.sayPainted(problemText(found, shell.language, chalk));
  }
  if (problems.length > MOST) await shell.say(further[shell.language](problems.length - MOST));
}
