import { Worker } from "node:worker_threads";
import type { SheetSource } from "../reader.ts";
import type { Errand, Report } from "./errand.ts";
import { newRing, type RingControl } from "./memory-ring.ts";
import { Reading } from "./reading.ts";
import { threadUrl } from "./thread-url.ts";

/** Tasks that a thread has at a time, so that it need not wait for the next one. */
const AHEAD = 2;
/** Megabytes: what a thread reads stays outside its heap, of which little and short-lived is left. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

interface Thread {
  readonly worker: Worker;
  readonly control: RingControl;
  /** Tasks that it has not come to the end of. */
  readonly readings: Map<number, Reading>;
}

/** Threads that read for this one: what is asked for first is read first, and has to be taken first. */
export class Readers {
  private readonly threads: Thread[];
  /** What no thread has begun. */
  private readonly waiting: Reading[] = [];
  /** What has not been taken. */
  private live: Reading[] = [];
  private tasks = 0;
  private stopping = false;
  private lost: { readonly error: Error } | null = null;

  constructor(count: number) {
    this.threads = Array.from({ length: count }, (_, index) => this.start(index));
  }

  /** Begins to read sheets in the order in which they will be scanned. */
  async ahead(sheets: readonly SheetSource[]): Promise<void> {
    for (const sheet of sheets) await sheet.ahead?.(this);
  }

  read<Kind extends Errand["kind"]>(errand: Errand & { readonly kind: Kind }): Reading<Kind> {
    const reading = new Reading<Kind>(this.tasks++, errand);
    this.waiting.push(reading as unknown as Reading);
    this.live.push(reading as unknown as Reading);
    this.handOut();
    return reading;
  }

  /**
   * Whether a reading can be taken now. One that is asked for before its turn is given up: the threads
   * may be waiting for those before it to be taken.
   */
  mayTake(reading: Reading): boolean {
    if (this.lost !== null) throw this.lost.error;
    this.live = this.live.filter(({ isOver }) => !isOver);
    const mine = this.live[0] === reading;
    if (!mine) reading.cancel();
    return mine;
  }

  /** Ends all threads, whatever they do; may be said again. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const reading of this.live) reading.cancel();
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private start(index: number): Thread {
    const control = newRing();
    const worker = new Worker(threadUrl(), { workerData: control, resourceLimits });
    const thread: Thread = { worker, control, readings: new Map() };
    worker.on("message", (report: Report) => this.hear(report, thread));
    worker.on("error", (error) => this.lose(error));
    worker.on("exit", (code) => this.lose(new Error(`reading thread ${index} ended, code ${code}`)));
    return thread;
  }

  private hear(report: Report, { readings }: Thread): void {
    readings.get(report.task)?.hear(report);
    if (report.kind === "rows") return;
    readings.delete(report.task);
    this.handOut();
  }

  /** Rows of a thread that is no more are missing wherever they are waited for. */
  lose(error: Error): void {
    if (this.stopping) return;
    this.lost ??= { error };
    for (const reading of this.live) reading.fail(error);
  }

  private handOut(): void {
    for (;;) {
      const [index, thread] = [...this.threads.entries()].reduce((least, one) =>
        one[1].readings.size < least[1].readings.size ? one : least,
      );
      if (thread.readings.size >= AHEAD) return;
      let reading = this.waiting.shift();
      while (reading?.isOver) reading = this.waiting.shift();
      if (reading === undefined) return;
      reading.givenTo(index, thread.control);
      thread.readings.set(reading.task.number, reading);
      thread.worker.postMessage(reading.task);
    }
  }
}
