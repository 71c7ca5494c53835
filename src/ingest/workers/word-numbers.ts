import type { Word } from "./row-batch.ts";

/** Brings the words of columns, which each thread numbers as they come to it, under one numbering. */
export class WordNumbers {
  /** By thread and column: what each of its words is called here. */
  private readonly threads: number[][][] = [];
  private readonly known: Map<string, number>[] = [];
  private readonly add: (column: number, text: string) => void;

  /** `add` hears of words that are new, by column in the order of their numbers. */
  constructor(add: (column: number, text: string) => void) {
    this.add = add;
  }

  of(thread: number): number[][] {
    this.threads[thread] ??= [];
    return this.threads[thread];
  }

  learn(numbers: number[][], { column, kind, text }: Word): void {
    this.known[column] ??= new Map();
    const known = this.known[column];
    const key = `${kind} ${text}`;
    let number = known.get(key);
    if (number === undefined) {
      number = known.size;
      known.set(key, number);
      this.add(column, text);
    }
    numbers[column] ??= [];
    numbers[column].push(number);
  }
}
