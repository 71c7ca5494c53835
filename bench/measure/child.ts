import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

export interface Measurement {
  /** CPU seconds, user and system, of the process and all its threads. */
  readonly cpu: number;
  readonly wall: number;
  /** Peak resident memory in MB; null where the system has no /proc. */
  readonly peak: number | null;
  readonly exit: number;
  readonly stdout: string;
}

// bash's own `time` asks the kernel about the child alone, to the millisecond.
const TIMED = 'TIMEFORMAT="%3U %3S %3R"; { time "$@" 2>&3; } 3>&2 2>"$TIMES"';
const POLL = 20;

let runs = 0;

/** Runs a command to its end and says what it cost; whatever it prints on stderr is shown if it fails. */
export async function measured(command: readonly string[]): Promise<Measurement> {
  const base = join(tmpdir(), `evaluate-bench-${process.pid}-${runs++}`);
  const [times, out, errors] = [`${base}.times`, `${base}.out`, `${base}.err`];
  const fds = [openSync(out, "w"), openSync(errors, "w")] as const;
  const started = performance.now();
  const child = spawn("bash", ["-c", TIMED, "bash", ...command], {
    stdio: ["ignore", ...fds],
    env: { ...process.env, TIMES: times, LC_ALL: "C.UTF-8", NO_COLOR: "1" },
  });
  for (const fd of fds) closeSync(fd);
  let peak: number | null = null;
  const poll = setInterval(() => {
    peak = peakOf(child.pid) ?? peak;
  }, POLL);
  const exit = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
  clearInterval(poll);
  const elapsed = (performance.now() - started) / 1000;
  const [user = 0, system = 0, wall = elapsed] = read(times).trim().split(" ").map(Number);
  const result = { cpu: user + system, wall, peak, exit, stdout: read(out) };
  if (exit !== 0) process.stderr.write(read(errors).slice(-2000));
  for (const file of [times, out, errors]) rmSync(file, { force: true });
  return result;
}

/** The high-water mark of the process that bash started; it only ever grows. */
function peakOf(bash: number | undefined): number | null {
  try {
    const child = readFileSync(`/proc/${bash}/task/${bash}/children`, "utf8").trim().split(" ")[0];
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
