import { Argument, Command, Option } from "commander";
import type { Language } from "../model/language.ts";
import type { CommandSpec, OptionSpec, RawOptions } from "./command-spec.ts";
import { type CommandName, commands } from "./commands.ts";
import { helpIn } from "./help.ts";
import { globalOptions } from "./specs/global-flags.ts";

export interface ProgramSettings {
  readonly language: Language;
  readonly width: number;
  readonly version: string;
  /** Takes help and version texts; complaints are worded by usage.ts instead. */
  readonly print: (text: string) => void;
  readonly act: (name: CommandName, args: readonly string[], options: RawOptions) => Promise<void>;
}

const texts = {
  about: {
    zh: "按政府工作方案的规则评估平台导出的数据，逐项、逐单位给出得分和差距。",
    en: "Scores platform exports against a government action plan: per indicator and unit, what is met and what is missing.",
  },
  usage: { zh: "[选项] [命令] [输入...]", en: "[options] [command] [inputs...]" },
  options: { zh: "[选项]", en: "[options]" },
  help: { zh: "显示帮助", en: "show help" },
  helpCommand: { zh: "显示某个命令的帮助", en: "show the help of a command" },
  command: { zh: "命令", en: "command" },
  version: { zh: "显示版本", en: "show the version" },
  examples: {
    zh: `
例：
  evaluate --plan jiayuguan-2022 data.xlsx
  evaluate --plan jiayuguan-2022 exports/ --as-of 2022-10-25 -o report.md -o report.json`,
    en: `
Examples:
  evaluate --plan jiayuguan-2022 data.xlsx
  evaluate --plan jiayuguan-2022 exports/ --as-of 2022-10-25 -o report.md -o report.json`,
  },
} satisfies Record<string, Record<Language, string>>;

/** The command line as commander knows it; every command ends in `act`. */
export function buildProgram(settings: ProgramSettings): Command {
  const { language } = settings;
  const program = new Command("evaluate")
    .description(texts.about[language])
    .usage(texts.usage[language])
    .version(settings.version, "-V, --version", texts.version[language])
    .helpOption("-h, --help", texts.help[language])
    .helpCommand(`help [${texts.command[language]}]`, texts.helpCommand[language])
    .addHelpText("after", texts.examples[language])
    .configureHelp({ ...helpIn(language), helpWidth: settings.width })
    .configureOutput({ writeOut: settings.print, writeErr: () => {}, outputError: () => {} })
    .showSuggestionAfterError(false)
    .exitOverride();
  for (const spec of globalOptions) program.addOption(optionOf(spec, language));
  for (const [name, spec] of Object.entries(commands)) {
    addCommand(program, name as CommandName, spec, settings);
  }
  return program;
}

function addCommand(program: Command, name: CommandName, spec: CommandSpec, settings: ProgramSettings): void {
  const { language } = settings;
  const names = spec.arguments.map((argument) => argument.name[language]);
  const command = program
    .command(name, { isDefault: name === "run" })
    .description(spec.about[language])
    .helpOption("-h, --help", texts.help[language]);
  for (const { name: argument, about, kind } of spec.arguments) {
    command.addArgument(new Argument(bracketed(argument[language], kind), about[language]));
  }
  for (const option of spec.options) command.addOption(optionOf(option, language));
  command.usage(
    [texts.options[language], ...spec.arguments.map((a, i) => bracketed(names[i] ?? "", a.kind))].join(" "),
  );
  command.action(async () => {
    await settings.act(name, command.args, command.optsWithGlobals<RawOptions>());
  });
}

function bracketed(name: string, kind: "<>" | "[]" | "[...]"): string {
  if (kind === "<>") return `<${name}>`;
  return kind === "[]" ? `[${name}]` : `[${name}...]`;
}

function optionOf(spec: OptionSpec, language: Language): Option {
  const flags = spec.value === undefined ? spec.flags : `${spec.flags} <${spec.value[language]}>`;
  const option = new Option(flags, spec.about[language]);
  if (spec.repeatable)
    option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  if (spec.initially !== undefined) option.default(spec.initially);
  return option;
}
