import type { MessagePort } from "node:worker_threads";
import type { RawRow } from "../reader.ts";
import { isWanted, type Report, type Task } from "./errand.ts";
import { giveBack, type MemoryRing, type RingControl } from "./memory-ring.ts";
import type { RowPacker } from "./row-batch.ts";

/** Where a thread sends to, and what it writes to meanwhile. */
export interface Outlet {
  readonly port: MessagePort;
  readonly control: RingControl;
  readonly ring: MemoryRing;
}

/** Sends the rows of a task, and waits where the other side has not kept up. */
export class RowSender {
  /** Bytes of the source that have been passed. */
  read = 0;
  private slot = -1;
  private readonly task: Task;
  private readonly packer: RowPacker;
  private readonly outlet: Outlet;

  constructor(task: Task, packer: RowPacker, outlet: Outlet) {
    this.task = task;
    this.packer = packer;
    this.outlet = outlet;
  }

  /** False once no more rows are wanted. */
  add(row: RawRow): boolean {
    const { packer } = this;
    if (this.slot < 0) {
      const place = this.outlet.ring.take(() => isWanted(this.task));
      if (place === null) return false;
      this.slot = place.slot;
      packer.memory = place.memory;
    }
    packer.add(row);
    if (packer.isFull) this.flush();
    return true;
  }

  flush(): void {
    const { slot, packer, outlet, read } = this;
    if (slot < 0) return;
    this.slot = -1;
    const batch = packer.take();
    const report: Report = { task: this.task.number, kind: "rows", batch, slot, read };
    if (isWanted(this.task)) outlet.port.postMessage(report);
    else giveBack(outlet.control, slot);
  }
}
