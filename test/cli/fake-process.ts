import { EventEmitter } from "node:events";
import { Readable } from "node:stream";
import { main } from "../../src/cli/main.ts";
import type { OutputStream, ProcessLike } from "../../src/cli/shell.ts";

export interface FakeOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly columns?: number;
  /** Fails every write to stdout with this code, as a closed pipe does. */
  readonly stdoutFails?: string;
  readonly stderrFails?: string;
  readonly now?: string;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

class Sink extends EventEmitter implements OutputStream {
  readonly chunks: string[] = [];
  readonly isTTY: boolean;
  declare readonly columns?: number;
  private readonly failing: string | undefined;

  constructor(options: FakeOptions, failing: string | undefined) {
    super();
    this.isTTY = options.terminal ?? false;
    if (options.columns !== undefined) this.columns = options.columns;
    this.failing = failing;
  }

  write(data: string | Uint8Array, written: (error?: Error | null) => void): boolean {
    const error =
      this.failing === undefined
        ? null
        : Object.assign(new Error(`write ${this.failing}`), { code: this.failing });
    if (error === null)
      this.chunks.push(typeof data === "string" ? data : Buffer.from(data).toString("utf8"));
    setImmediate(() => {
      written(error);
      if (error !== null) this.emit("error", error);
    });
    return true;
  }
}

export interface FakeProcess extends ProcessLike {
  readonly signals: EventEmitter;
  readonly out: Sink;
  readonly err: Sink;
}

export function fakeProcess(args: readonly string[], options: FakeOptions = {}): FakeProcess {
  const signals = new EventEmitter();
  const out = new Sink(options, options.stdoutFails);
  const err = new Sink(options, options.stderrFails);
  return {
    argv: ["node", "evaluate", ...args],
    env: options.env ?? {},
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout: out,
    stderr: err,
    cwd: () => options.cwd ?? process.cwd(),
    once: (event, listener) => signals.once(event, listener),
    signals,
    out,
    err,
  };
}

/** Runs a command line in this process, on 2022-10-25 unless told otherwise. */
export async function evaluate(args: readonly string[], options: FakeOptions = {}): Promise<Outcome> {
  const proc = fakeProcess(args, options);
  const code = await main(proc, () => new Date(options.now ?? "2022-10-25T04:00:00Z"));
  return { code, stdout: proc.out.chunks.join(""), stderr: proc.err.chunks.join("") };
}
