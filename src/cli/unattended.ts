import { ProblemError } from "../problem.ts";
import type { RawOptions } from "./command-spec.ts";
import { LogLine } from "./log-line.ts";
import type { Shell } from "./shell.ts";

/** What a run reports to those who are not there. */
export interface Unattended {
  readonly log: LogLine;
  /** Something is to be said: what was noted until now comes first. */
  readonly speak: () => Promise<void>;
}

/**
 * Runs with notes held back until it is known that something moved (--only-changes), and with a line for
 * logs at the very end (--log-line). Work that comes to null found nothing to say: not even that line.
 */
export async function unattended(
  { onlyChanges, logLine, plan }: RawOptions,
  outer: Shell,
  work: (shell: Shell, unattended: Unattended) => Promise<number | null>,
): Promise<number> {
  const log = new LogLine(outer.now(), Date.now());
  log.set({ plan: typeof plan === "string" ? plan : null });
  if (logLine === true) outer.ending.lastly((code) => outer.say(log.text(code, Date.now())));
  const { shell, speak } =
    onlyChanges === true ? holdingNotes(outer) : { shell: outer, speak: async () => {} };
  try {
    const code = await work(shell, { log, speak });
    if (code === null) outer.ending.lastly(async () => {});
    else await speak();
    return code ?? 0;
  } catch (error) {
    await speak();
    if (error instanceof ProblemError) log.problems(error.problems.map(({ code }) => code));
    throw error;
  }
}

function holdingNotes(outer: Shell): { shell: Shell; speak: () => Promise<void> } {
  let held: string[] | null = [];
  const note = async (line: string) => {
    if (held === null) await outer.note(line);
    else held.push(line);
  };
  const speak = async () => {
    const lines = held ?? [];
    held = null;
    for (const line of lines) await outer.note(line);
  };
  return { shell: { ...outer, note }, speak };
}
