import { CommanderError } from "commander";
import type { Language } from "../model/language.ts";
import { type Problem, ProblemError, problem } from "../problem.ts";
import type { RawOptions } from "./command-spec.ts";
import { type CommandName, commands } from "./commands.ts";
import { buildProgram } from "./program.ts";
import { openShell, type ProcessLike, quietly, type Shell, StreamError } from "./shell.ts";
import { usageProblem } from "./usage.ts";
import { toolVersion } from "./version.ts";

const bug = {
  zh: "这是程序的缺陷，不是您的数据有误。请把上面的内容连同命令一起反馈。",
  en: "This is a bug in evaluate, not in your data. Please report the text above with the command.",
} satisfies Record<Language, string>;

/** Runs one command line and says its exit code; never throws, never ends the process. */
export async function main(proc: ProcessLike, now: () => Date = () => new Date()): Promise<number> {
  const argv = proc.argv.slice(2);
  const shell = openShell(proc, argv, now);
  const code = await Promise.race([attempt(argv, shell), interruption(proc, shell)]);
  await shell.ending.close(code);
  return code;
}

/** The only catch: what a user can mend is said in a line, the rest is a bug with its stack. */
async function attempt(argv: readonly string[], shell: Shell): Promise<number> {
  try {
    return await execute(argv, shell);
  } catch (error) {
    return complain(error, shell);
  }
}

async function execute(argv: readonly string[], shell: Shell): Promise<number> {
  let text = "";
  let code = 0;
  let current: CommandName = "run";
  const program = buildProgram({
    language: shell.language,
    width: shell.width,
    version: toolVersion(),
    print: (part) => {
      text += part;
    },
    act: async (name, args, options) => {
      code = await act(name, args, options, shell);
    },
  });
  program.hook("preSubcommand", (_, command) => {
    current = command.name() as CommandName;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new ProblemError([usageProblem(error, current, argv)]);
    await shell.print(text);
  }
  return code;
}

async function act(
  name: CommandName,
  args: readonly string[],
  options: RawOptions,
  shell: Shell,
): Promise<number> {
  const { lang } = options;
  if (lang !== undefined && lang !== "zh" && lang !== "en") {
    throw new ProblemError([
      problem("U003", {}, { flag: "--lang", value: String(lang), expected: "zh, en" }),
    ]);
  }
  const run = await commands[name].load();
  return run(options.quiet === true ? quietly(shell) : shell, args, options);
}

async function complain(error: unknown, shell: Shell): Promise<number> {
  if (error instanceof StreamError) {
    // Whoever read stdout has seen enough (`evaluate … | head`).
    if (error.code === "EPIPE") return 0;
    return refuse([problem("O003", {}, { text: error.message })], shell);
  }
  if (error instanceof ProblemError) return refuse(error.problems, shell);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await shell.say(`${stack}\n\n${bug[shell.language]}`);
  return 70;
}

async function refuse(problems: readonly Problem[], shell: Shell): Promise<number> {
  const { exitCodeOf, sayProblems } = await import("./print-problems.ts");
  await sayProblems(problems, shell);
  return exitCodeOf(problems);
}

/** Ctrl+C, and what a scheduler or a closing system sends. */
function interruption(proc: ProcessLike, { ending }: Shell): Promise<number> {
  return new Promise((resolve) => {
    const end = () => {
      ending.interrupt();
      resolve(130);
    };
    proc.once?.("SIGINT", end);
    proc.once?.("SIGTERM", end);
    proc.once?.("exit", () => ending.letGo());
  });
}
