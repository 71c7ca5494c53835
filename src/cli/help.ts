import { type Argument, type Command, Help, type HelpConfiguration } from "commander";
import type { Language } from "../model/language.ts";
import { roughWidth } from "../model/rough-width.ts";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Global Options:": "通用选项：",
  "Commands:": "命令：",
};

/** commander's help in the language, aligned with Chinese text; the top help also shows the flags of run. */
export function helpIn(language: Language): HelpConfiguration {
  return {
    showGlobalOptions: true,
    minWidthToWrap: 20,
    displayWidth: roughWidth,
    styleTitle: (title) => (language === "zh" ? (titles[title] ?? title) : title),
    subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
    visibleOptions(this: Help, command: Command) {
      const own = Help.prototype.visibleOptions.call(this, command);
      return command.parent === null ? [...optionsOfRun(command), ...own] : own;
    },
    optionDescription: ({ description, defaultValue }) =>
      typeof defaultValue === "string" ? description + defaultNote(defaultValue, language) : description,
    boxWrap: (text, width) =>
      text
        .split("\n")
        .map((line) => wrap(line, width))
        .join("\n"),
  };
}

function optionsOfRun(program: Command): Command["options"] {
  return program.commands.find((command) => command.name() === "run")?.options ?? [];
}

function argumentTerm(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? "..." : "");
  return argument.required ? `<${name}>` : `[${name}]`;
}

function defaultNote(value: string, language: Language): string {
  return language === "zh" ? `（默认值：${value}）` : ` (default: ${value})`;
}

// A word of Latin letters or one Chinese character, with the punctuation that must not start a line.
const piece = /\s*(?:[^\s\u2e80-\uffef]+|[\u2e80-\uffef])[，。、；：）》”]*/g;

function wrap(line: string, width: number): string {
  const lines: string[] = [];
  let current = "";
  for (const [chunk] of line.matchAll(piece)) {
    if (current !== "" && roughWidth(current + chunk) > width) {
      lines.push(current);
      current = chunk.trimStart();
    } else current += chunk;
  }
  return [...lines, current].join("\n");
}
