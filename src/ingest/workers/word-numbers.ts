import type { Word } from "./row-batch.ts";

/** Brings the words of columns, which each thread numbers as they come to it, under one numbering. */
export class WordNumbers {
  /** By thread, column and the thread's number: the number here. */
  private readonly threads: number[][][] = [];
  private numbers: number[][] = [];
  private readonly known: Map<string, number>[] = [];
  private readonly texts: string[][] = [];

  /** Whose numbers are asked for from now on. */
  turnTo(thread: number): void {
    this.threads[thread] ??= [];
    this.numbers = this.threads[thread];
  }

  learn({ column, kind, text }: Word): void {
    this.known[column] ??= new Map();
    this.texts[column] ??= [];
    this.numbers[column] ??= [];
    const known = this.known[column];
    const key = `${kind} ${text}`;
    let number = known.get(key);
    if (number === undefined) {
      number = this.texts[column].push(text) - 1;
      known.set(key, number);
    }
    this.numbers[column].push(number);
  }

  numberOf(column: number, word: number): number {
    return this.numbers[column]?.[word] ?? -1;
  }

  textOf(column: number, word: number): string {
    return this.texts[column]?.[this.numberOf(column, word)] ?? "";
  }
}
