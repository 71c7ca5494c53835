import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const source = fileURLToPath(new URL("../../../src/cli/lock/", import.meta.url));

/** A program of its own that waits for a moment, takes a lock, says how that ended, and holds it till its input ends. */
const program = `
import { holderOf } from ${JSON.stringify(join(source, "holder.ts"))};
import { dropLock, takeLock } from ${JSON.stringify(join(source, "lock-file.ts"))};
const [file, start] = process.argv.slice(2);
const self = holderOf("starter", new Date());
while (Date.now() < Number(start));
const taking = await takeLock(file, self, () => new Date());
process.stdout.write(taking.kind + "\\n");
process.stdin.on("end", () => { dropLock(file, self); }).resume();
`;

export async function buildStarter(folder: string): Promise<string> {
  const outfile = join(folder, "starter.mjs");
  await build({
    stdin: { contents: program, resolveDir: source },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return outfile;
}

export class Starter {
  private readonly child: ChildProcessWithoutNullStreams;
  readonly said: Promise<string>;
  readonly ended: Promise<unknown>;

  constructor(script: string, file: string, startMs: number) {
    this.child = spawn(process.execPath, [script, file, String(startMs)]);
    this.said = new Promise((resolve, reject) => {
      let errors = "";
      this.child.stderr.on("data", (part) => {
        errors += part;
      });
      this.child.stdout.once("data", (text) => resolve(String(text).trim()));
      this.child.once("close", () => reject(new Error(errors)));
    });
    this.ended = new Promise((resolve) => this.child.once("close", resolve));
  }

  async end(): Promise<void> {
    this.child.stdin.end();
    await this.ended;
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended;
  }
}
