import { setImmediate } from "node:timers/promises";
import { ProblemError } from "../../problem.ts";
import { CANCELLED, CREDITS, type Ends, type Errand, type Report, type Task } from "./errand.ts";
import type { RowBatch } from "./row-batch.ts";

/** Batches that may be on their way: enough for a range of a text, and a few megabytes. */
const MOST_BATCHES = 16;

/** One errand, of which another thread sends the rows. */
export class Reading<Kind extends Errand["kind"] = Errand["kind"]> {
  readonly task: Task;
  /** The thread that has it; -1 while none has. */
  thread = -1;
  private over = false;
  private readonly inbox: Report[] = [];
  private failure: { readonly error: unknown } | null = null;
  private wake: (() => void) | null = null;

  constructor(number: number, errand: Errand & { readonly kind: Kind }) {
    const control = new Int32Array(new SharedArrayBuffer(8));
    control[CREDITS] = MOST_BATCHES;
    this.task = { number, errand, control };
  }

  /** All has been handed on, or nothing more is wanted. */
  get isOver(): boolean {
    return this.over;
  }

  hear(report: Report): void {
    this.inbox.push(report);
    this.wake?.();
  }

  /** The thread is no more. */
  fail(error: unknown): void {
    this.failure = { error };
    this.wake?.();
  }

  cancel(): void {
    this.over = true;
    const { control } = this.task;
    Atomics.store(control, CANCELLED, 1);
    Atomics.add(control, CREDITS, 1);
    Atomics.notify(control, CREDITS);
  }

  /** Hands batches on as they come; null, and the rest is not wanted, once `take` says false. */
  async into(take: (batch: RowBatch, read: number) => boolean): Promise<Ends[Kind] | null> {
    try {
      for (;;) {
        const report = await this.next();
        switch (report.kind) {
          case "rows":
            if (!take(report.batch, report.read)) return null;
            Atomics.add(this.task.control, CREDITS, 1);
            Atomics.notify(this.task.control, CREDITS);
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
