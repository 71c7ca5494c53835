import { BatchMemory } from "./batch-memory.ts";

/** Batches of a thread that may be on their way at a time: a few megabytes. */
const MOST = 16;
/** Place of the count of what was given back, on which a thread waits; the places of the batches follow. */
const RETURNS = 0;
const TAKEN = 1;

export type RingControl = Int32Array<SharedArrayBuffer>;

export function newRing(): RingControl {
  return new Int32Array(new SharedArrayBuffer((MOST + 1) * 4));
}

/** Gives the memory of a batch back to the thread that has written it. */
export function giveBack(control: RingControl, slot: number): void {
  Atomics.store(control, slot + 1, 0);
  wake(control);
}

/** Has the thread look again whether it is to go on. */
export function wake(control: RingControl): void {
  Atomics.add(control, RETURNS, 1);
  Atomics.notify(control, RETURNS);
}

/** The memory that a thread writes batches to; it waits while all of it is being read. */
export class MemoryRing {
  private readonly slots: BatchMemory[] = [];
  private readonly control: RingControl;

  constructor(control: RingControl) {
    this.control = control;
  }

  /** The next free place, or null once `isWanted` says that none is needed. */
  take(isWanted: () => boolean): { readonly slot: number; readonly memory: BatchMemory } | null {
    const { control } = this;
    while (isWanted()) {
      const returns = Atomics.load(control, RETURNS);
      for (let slot = 0; slot < MOST; slot++) {
        if (Atomics.load(control, slot + 1) === TAKEN) continue;
        Atomics.store(control, slot + 1, TAKEN);
        const memory = this.slots[slot] ?? new BatchMemory();
        this.slots[slot] = memory;
        return { slot, memory };
      }
      if (isWanted()) Atomics.wait(control, RETURNS, returns);
    }
    return null;
  }
}
