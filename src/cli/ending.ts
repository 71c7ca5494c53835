import { setTimeout as after } from "node:timers/promises";

// A database is told to stop within this time, or not at all.
const UNDO_WITHIN_MS = 3_000;

/** What is still to be done when a command ends, however it ends. */
export class Ending {
  private readonly undone = new Set<() => unknown>();
  private readonly undoing: unknown[] = [];
  private readonly kept = new Set<() => void>();
  private said: ((code: number) => Promise<void>) | null = null;

  /** Undone at once on an interrupt, and waited for a moment; the function returned forgets it. */
  onInterrupt(undo: () => unknown): () => void {
    this.undone.add(undo);
    return () => this.undone.delete(undo);
  }

  interrupt(): void {
    for (const undo of this.undone) this.undoing.push(undo());
    this.undone.clear();
  }

  /** Let go once everything else is undone, or when the process ends; the function returned forgets it. */
  atLast(letGo: () => void): () => void {
    this.kept.add(letGo);
    return () => this.kept.delete(letGo);
  }

  letGo(): void {
    for (const one of this.kept) one();
    this.kept.clear();
  }

  /** The last words of a command, which know its exit code. */
  lastly(say: (code: number) => Promise<void>): void {
    this.said = say;
  }

  async close(code: number): Promise<void> {
    if (this.undoing.length > 0)
      await Promise.race([Promise.allSettled(this.undoing), after(UNDO_WITHIN_MS)]);
    this.letGo();
    await this.said?.(code);
  }
}
