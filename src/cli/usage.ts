import type { CommanderError } from "commander";
import { nearest } from "../model/nearest.ts";
import { type Problem, problem } from "../problem.ts";
import type { CommandSpec } from "./command-spec.ts";
import { type CommandName, commandNames, commands } from "./commands.ts";
import { globalOptions } from "./specs/global-flags.ts";

/** commander's complaint as a problem of ours; `command` is the one that was being parsed. */
export function usageProblem(error: CommanderError, command: CommandName, argv: readonly string[]): Problem {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownOption": {
      const flag = quoted.split("=")[0] ?? quoted;
      return problem("U002", {}, { flag, command }, meant(flag, flagsOf(command)));
    }
    case "commander.help": // `evaluate help shwo`
      return unknownCommand(argv[argv.indexOf("help") + 1] ?? "");
    case "commander.optionMissingArgument":
      return problem("U009", {}, { flag: quoted });
    case "commander.missingArgument":
      return problem("U010", {}, { name: quoted, command });
    case "commander.excessArguments":
      return problem("U011", {}, { command });
    default:
      return problem("U008", {}, { text: error.message });
  }
}

export function unknownCommand(name: string): Problem {
  return problem("U001", {}, { name }, meant(name, commandNames));
}

function flagsOf(name: CommandName): string[] {
  const command: CommandSpec = commands[name];
  const flags = [...command.options, ...globalOptions].flatMap((option) => option.flags.split(", "));
  return [...flags, "--help", "--version"].filter((flag) => flag.startsWith("--"));
}

/** The nearest word, and for short ones also the same letters in another order (shwo). */
function meant(word: string, known: readonly string[]): string | undefined {
  const letters = (text: string) => [...text].sort().join("");
  return known.find((one) => letters(one) === letters(word)) ?? nearest(word, known);
}
