import { setImmediate } from "node:timers/promises";
import { ProblemError } from "../../problem.ts";
import type { Ends, Errand, Report, Task } from "./errand.ts";
import { giveBack, type RingControl, wake } from "./memory-ring.ts";
import type { RowBatch } from "./row-batch.ts";

type Take = (batch: RowBatch, read: number) => boolean;

/** One errand, of which another thread sends the rows. */
export class Reading<Kind extends Errand["kind"] = Errand["kind"]> {
  readonly task: Task;
  /** The thread that has it; -1 while none has. */
  thread = -1;
  /** That thread's memory. */
  private control: RingControl | null = null;
  private over = false;
  private readonly inbox: Report[] = [];
  private failure: { readonly error: unknown } | null = null;
  private wake: (() => void) | null = null;

  constructor(number: number, errand: Errand & { readonly kind: Kind }) {
    this.task = { number, errand, cancelled: new Int32Array(new SharedArrayBuffer(4)) };
  }

  /** All has been handed on, or nothing more is wanted. */
  get isOver(): boolean {
    return this.over;
  }

  givenTo(thread: number, control: RingControl): void {
    this.thread = thread;
    this.control = control;
  }

  hear(report: Report): void {
    if (this.over) this.release(report);
    else this.inbox.push(report);
    this.wake?.();
  }

  /** The thread is no more. */
  fail(error: unknown): void {
    this.failure = { error };
    this.wake?.();
  }

  cancel(): void {
    if (this.over) return;
    this.over = true;
    Atomics.store(this.task.cancelled, 0, 1);
    for (const report of this.inbox.splice(0)) this.release(report);
    if (this.control !== null) wake(this.control);
  }

  private release(report: Report): void {
    if (report.kind === "rows" && this.control !== null) giveBack(this.control, report.slot);
  }

  /** Hands batches on as they come; null, and the rest is not wanted, once `take` says false. */
  async into(take: Take): Promise<Ends[Kind] | null> {
    try {
      for (;;) {
        const report = await this.next();
        switch (report.kind) {
          case "rows":
            if (!this.handOn(report, take)) return null;
            break;
          case "end":
            return report.end as Ends[Kind];
          case "problems":
            throw new ProblemError(report.problems);
          case "bug":
            throw report.error;
        }
      }
    } finally {
      this.cancel();
    }
  }

  /** The batch's memory is the thread's again when it has been taken. */
  private handOn(report: Report & { readonly kind: "rows" }, take: Take): boolean {
    try {
      return take(report.batch, report.read);
    } finally {
      this.release(report);
    }
  }

  private async next(): Promise<Report> {
    // What else has happened is heard between batches: other threads, an interrupt.
    await setImmediate();
    for (;;) {
      const report = this.inbox.shift();
      if (report !== undefined) return report;
      if (this.failure !== null) throw this.failure.error;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = null;
    }
  }
}
