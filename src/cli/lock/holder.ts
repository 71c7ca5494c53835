import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { formatISO } from "date-fns/formatISO";
import { z } from "zod";

/** A lock of another computer, or of a process that cannot be told from a later one, counts for so long. */
export const ABANDONED_AFTER_HOURS = 12;

const text = z.string().nullable();

/** Who holds a lock, as its file says. */
export const holderSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  since: z.string(),
  command: z.string(),
  /** Linux: what tells this process from a later one with the same number, and its computer from a container. */
  boot: text,
  space: text,
  start: text,
  id: z.string(),
});
export type Holder = z.infer<typeof holderSchema>;

export function holderOf(command: string, now: Date): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    since: formatISO(now),
    command: withoutPasswords(command),
    boot: bootId(),
    space: processSpace(),
    start: startOf(process.pid),
    id: randomUUID(),
  };
}

/** Of addresses that were typed: a lock is read by others. */
function withoutPasswords(command: string): string {
  return command.replace(/(:\/\/[^\s/:@]*):[^\s@]*@/g, "$1:***@");
}

/** Whether a holder is gone: its process here is no more, or it has been silent elsewhere for half a day. */
export function isAbandoned(holder: Holder, now: Date): boolean {
  if (!isHere(holder)) return isOld(holder, now);
  if (holder.boot !== bootId() || !isRunning(holder.pid)) return true;
  const start = startOf(holder.pid);
  if (start === null || holder.start === null) return isOld(holder, now);
  return start !== holder.start;
}

/** On this computer, and where numbers of processes mean the same. */
export function isHere({ host, space }: Holder): boolean {
  return host === hostname() && space === processSpace();
}

function isOld({ since }: Holder, now: Date): boolean {
  return now.getTime() - Date.parse(since) > ABANDONED_AFTER_HOURS * 3_600_000;
}

function isRunning(pid: number): boolean {
  // One that has ended and that nobody has asked about is still listed.
  if (fieldsOf(pid)?.[0] === "Z") return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function bootId(): string | null {
  return orNull(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
}

/** Containers number their processes on their own. */
function processSpace(): string | null {
  return orNull(() => readlinkSync("/proc/self/ns/pid"));
}

/** When a process started, in ticks since the computer did. */
function startOf(pid: number): string | null {
  return fieldsOf(pid)?.[19] ?? null;
}

/** What Linux says of a process, after its name in brackets: the state, the parent, … */
function fieldsOf(pid: number): string[] | null {
  return orNull(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  });
}

function orNull<Found>(look: () => Found): Found | null {
  try {
    return look();
  } catch {
    return null;
  }
}
