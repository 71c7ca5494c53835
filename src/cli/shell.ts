import type { Readable } from "node:stream";
import type { Language } from "../model/language.ts";
import { printableLines } from "../model/printable.ts";
import type { RenderOptions } from "../render/index.ts";
import { colourOf, widthOf } from "./colour.ts";
import { languageIn } from "./config/find.ts";
import { Ending } from "./ending.ts";

/** What the product needs of a process; tests hand in one of their own. */
export interface ProcessLike {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  cwd(): string;
  once?(event: "SIGINT" | "SIGTERM" | "exit", listener: () => void): unknown;
}

export interface OutputStream {
  write(data: string | Uint8Array, written: (error?: Error | null) => void): boolean;
  on(event: "error", listener: (error: Error) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The surroundings of a command: streams, place, clock, and how to speak. */
export interface Shell {
  readonly cwd: string;
  /** What was typed, for those who ask what is running. */
  readonly command: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly now: () => Date;
  readonly language: Language;
  readonly quiet: boolean;
  readonly width: number;
  readonly colour: { readonly stdout: 0 | 1 | 2 | 3; readonly stderr: 0 | 1 | 2 | 3 };
  /** To stdout: the report, and nothing else. */
  print(data: string | Uint8Array): Promise<void>;
  /** To stderr, a line; whatever --quiet says. What comes from data may try to steer the terminal: it is cleaned. */
  say(line: string): Promise<void>;
  /** The same for a line whose colours are ours and whose words are clean already. */
  sayPainted(line: string): Promise<void>;
  /** To stderr, a line that --quiet leaves out. */
  note(line: string): Promise<void>;
  /** Where a line may be drawn over again and again: null unless stderr is a terminal, and with --quiet. */
  readonly screen: Screen | null;
  readonly ending: Ending;
}

/** A line of a terminal. */
export interface Screen {
  readonly columns: number;
  write(text: string): void;
}

export function openShell(proc: ProcessLike, argv: readonly string[], now: () => Date): Shell {
  const stdout = writerOf(proc.stdout);
  const stderr = writerOf(proc.stderr);
  const cwd = proc.cwd();
  const colours = !before(argv, "--").includes("--no-color");
  // Nothing is left to say it to when stderr is gone; the exit code still speaks.
  const sayPainted = (line: string) => stderr(`${line}\n`).catch(() => {});
  const say = (line: string) => sayPainted(printableLines(line));
  return {
    cwd,
    command: ["evaluate", ...argv].join(" "),
    env: proc.env,
    stdin: proc.stdin,
    now,
    language: languageOf(argv, proc.env, cwd),
    quiet: false,
    width: widthOf(proc.stdout.columns, proc.env),
    colour: {
      stdout: colourOf(proc.env, colours, proc.stdout.isTTY === true),
      stderr: colourOf(proc.env, colours, proc.stderr.isTTY === true),
    },
    print: stdout,
    say,
    sayPainted,
    note: say,
    screen:
      proc.stderr.isTTY === true && proc.env.TERM !== "dumb"
        ? {
            columns: widthOf(proc.stderr.columns, proc.env),
            write: (text) => proc.stderr.write(text, () => {}),
          }
        : null,
    ending: new Ending(),
  };
}

export function quietly(shell: Shell): Shell {
  return { ...shell, quiet: true, note: async () => {}, screen: null };
}

/** How a renderer is to lay out what goes to stdout. */
export function printing({ language, width, colour }: Shell): RenderOptions {
  return { language, width, colour: colour.stdout > 0 };
}

/** The language has to be known before the command line is parsed, since complaints are worded in it. */
export function languageOf(
  argv: readonly string[],
  env: Shell["env"] = {},
  cwd: string | null = null,
): Language {
  const asked = valuesOf(argv, "--lang").at(-1) ?? env.EVALUATE_LANG;
  if (asked === "en" || asked === "zh") return asked;
  if (asked !== undefined || cwd === null) return "zh";
  const config = argv.includes("--no-config") ? false : valuesOf(argv, "--config").at(-1);
  return languageIn(config, env, cwd) ?? "zh";
}

function valuesOf(argv: readonly string[], name: string): (string | undefined)[] {
  const flags = before(argv, "--");
  return flags.flatMap((flag, index) => {
    if (flag.startsWith(`${name}=`)) return [flag.slice(name.length + 1)];
    return flag === name ? [flags[index + 1]] : [];
  });
}

function before(argv: readonly string[], end: string): readonly string[] {
  const index = argv.indexOf(end);
  return index === -1 ? argv : argv.slice(0, index);
}

function writerOf(stream: OutputStream): (data: string | Uint8Array) => Promise<void> {
  // Errors also reach the callback below; without a listener they would end the process.
  stream.on("error", () => {});
  return (data) =>
    new Promise((resolve, reject) => {
      stream.write(data, (error) => (error ? reject(new StreamError(error)) : resolve()));
    });
}

/** A stream of the process itself failed: nobody reads it any more (EPIPE), or its disk is full. */
export class StreamError extends Error {
  readonly code: string;

  constructor(cause: Error & { code?: string }) {
    super(cause.message, { cause });
    this.code = cause.code ?? "";
  }
}
