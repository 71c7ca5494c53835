import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Language } from "../../model/language.ts";
import { type Problem, ProblemError, problem } from "../../problem.ts";
import { writeProblem } from "../outputs.ts";
import type { Shell } from "../shell.ts";
import { type Holder, holderOf, isHere } from "./holder.ts";
import { dropLock, type Taking, takeLock } from "./lock-file.ts";

const LOOK_AGAIN_MS = 500;

/** What keeps runs apart: a file that one of them holds at a time. */
export interface Locking {
  /** As the user named it; null for the one that comes with a history. */
  readonly file: string | null;
  readonly waitMs: number;
}

/** The lock of a plan's history, where no other is named. */
export function lockFileOf({ file }: Locking, history: string, plan: string): string {
  return file ?? join(history, `${plan}.lock`);
}

/** Takes a lock until the function returned is called, or the run is interrupted. */
export async function holdLock(file: string, { file: named, waitMs }: Locking, shell: Shell) {
  const path = resolve(shell.cwd, file);
  const self = holderOf(shell.command, shell.now());
  const until = Date.now() + waitMs;
  // From before it is taken: an interrupt may come in between.
  const drop = () => dropLock(path, self);
  const forget = shell.ending.atLast(drop);
  try {
    if (named === null) await mkdir(dirname(path), { recursive: true });
    for (let asked = 1; ; asked++) {
      const taking = await takeLock(path, self, shell.now);
      if (taking.kind === "taken") {
        if (taking.from !== null) await shell.note(words[shell.language].left(file, taking.from));
        break;
      }
      const left = until - Date.now();
      if (taking.kind === "foreign" || left <= 0) throw new ProblemError([refusal(file, taking)]);
      if (asked === 1) await shell.note(words[shell.language].waiting(file, taking.by));
      await pause(Math.min(LOOK_AGAIN_MS, left));
    }
  } catch (error) {
    forget();
    const refused = error instanceof Error && "syscall" in error;
    throw refused ? new ProblemError([writeProblem(file, error, shell.language)]) : error;
  }
  return () => {
    drop();
    forget();
  };
}

function refusal(file: string, taking: Exclude<Taking, { kind: "taken" }>): Problem {
  if (taking.kind === "foreign") return problem("O008", {}, { file });
  const { by } = taking;
  if (by === null) return problem("O007", {}, { file });
  const { pid, host, since, command } = by;
  return problem("O007", {}, { file, pid, host, since, command, here: isHere(by) ? "yes" : "" });
}

const words = {
  zh: {
    left: (file: string, { pid, host, since }: Holder) =>
      `${since} 开始的一次运行（${host}，进程 ${pid}）没有正常结束，已接管它留下的锁 ${file}。`,
    waiting: (file: string, by: Holder | null) =>
      `${by === null ? "另一次运行" : `${by.since} 开始的另一次运行（${by.host}，进程 ${by.pid}）`}占用着 ${file}，等它结束……`,
  },
  en: {
    left: (file: string, { pid, host, since }: Holder) =>
      `A run begun at ${since} (process ${pid} on ${host}) did not end properly: its lock ${file} is taken over.`,
    waiting: (file: string, by: Holder | null) =>
      `${by === null ? "Another run" : `A run begun at ${by.since} (process ${by.pid} on ${by.host})`} holds ${file}: waiting for it …`,
  },
} satisfies Record<Language, unknown>;
