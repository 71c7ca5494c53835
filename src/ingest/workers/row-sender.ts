import type { MessagePort } from "node:worker_threads";
import type { RawRow } from "../reader.ts";
import { CANCELLED, CREDITS, type Report, type Task } from "./errand.ts";
import { buffersOf, type RowPacker } from "./row-batch.ts";

/** Sends the rows of a task, and waits where the other side has not kept up. */
export class RowSender {
  /** Bytes of the source that have been passed. */
  read = 0;
  private readonly task: Task;
  private readonly packer: RowPacker;
  private readonly port: MessagePort;

  constructor(task: Task, packer: RowPacker, port: MessagePort) {
    this.task = task;
    this.packer = packer;
    this.port = port;
  }

  /** False once no more rows are wanted. */
  add(row: RawRow): boolean {
    this.packer.add(row);
    return !this.packer.isFull || this.flush();
  }

  flush(): boolean {
    if (this.packer.isEmpty) return true;
    if (!this.mayGoOn()) return false;
    const batch = this.packer.take();
    const report: Report = { task: this.task.number, kind: "rows", batch, read: this.read };
    this.port.postMessage(report, buffersOf(batch));
    return true;
  }

  private mayGoOn(): boolean {
    const { control } = this.task;
    while (Atomics.load(control, CANCELLED) === 0) {
      if (Atomics.load(control, CREDITS) > 0) {
        Atomics.sub(control, CREDITS, 1);
        return true;
      }
      Atomics.wait(control, CREDITS, 0);
    }
    return false;
  }
}
