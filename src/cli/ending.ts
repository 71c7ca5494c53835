/** What is still to be done when a command ends, however it ends. */
export class Ending {
  private readonly undone = new Set<() => void>();
  private said: ((code: number) => Promise<void>) | null = null;

  /** Undone at once on an interrupt, when nothing can be waited for; the function returned forgets it. */
  onInterrupt(undo: () => void): () => void {
    this.undone.add(undo);
    return () => this.undone.delete(undo);
  }

  interrupt(): void {
    for (const undo of this.undone) undo();
    this.undone.clear();
  }

  /** The last words of a command, which know its exit code. */
  lastly(say: (code: number) => Promise<void>): void {
    this.said = say;
  }

  async close(code: number): Promise<void> {
    await this.said?.(code);
  }
}
