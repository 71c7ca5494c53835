import { Chalk } from "chalk";
import type { Language } from "../../model/language.ts";
import type { Severity } from "../../problem.ts";
import { problemText } from "../print-problems.ts";
import { countsOf, type Format } from "./outcome.ts";

/** For people: each finding with the lines around it, and a count at the end. */
export const pretty: Format = ({ problems, language, colour, files, suppressed }) => {
  const chalk = new Chalk({ level: colour });
  const told = problems.map((found) => problemText(found, language, chalk));
  const summary = summaries[language](countsOf(problems), files.length, suppressed);
  return `${[...told, ...(told.length > 0 ? [""] : []), summary].join("\n")}\n`;
};

type Summary = (counts: Record<Severity, number>, files: number, suppressed: number) => string;
const some = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

const summaries: Record<Language, Summary> = {
  zh: ({ error, warning, info }, files, suppressed) =>
    `检查了 ${files} 个文件：错误 ${error}，警告 ${warning}，提示 ${info}${suppressed > 0 ? `；停用 ${suppressed}` : ""}`,
  en: ({ error, warning, info }, files, suppressed) => {
    const found = [some(error, "error"), some(warning, "warning"), some(info, "hint")].join(", ");
    return `${some(files, "file")} checked: ${found}${suppressed > 0 ? `; ${suppressed} suppressed` : ""}`;
  },
};
