import { Chalk } from "chalk";
import { problemText } from "../print-problems.ts";
import { countsOf, type Format } from "./outcome.ts";

/** For people: each finding with the lines around it, and a count at the end. */
export const pretty: Format = ({ problems, language, colour, files, suppressed }) => {
  const chalk = new Chalk({ level: colour });
  const told = problems.map((found) => problemText(found, language, chalk));
  const { error, warning, info } = countsOf(problems);
  const summary =
    language === "zh"
      ? `检查了 ${files.length} 个文件：错误 ${error}，警告 ${warning}，提示 ${info}${suppressed > 0 ? `；停用 ${suppressed}` : ""}`
      : `${files.length} file${files.length === 1 ? "" : "s"} checked: ${error} errors, ${warning} warnings, ${info} hints${suppressed > 0 ? `; ${suppressed} suppressed` : ""}`;
  return `${[...told, ...(told.length > 0 ? [""] : []), summary].join("\n")}\n`;
};
