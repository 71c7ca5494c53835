/** A text that no other row has; its place among the shared strings is known without a look-up. */
export class Unique {
  readonly text: string;
  readonly index: number;
  constructor(text: string, index: number) {
    this.text = text;
    this.index = index;
  }
}

/** A real date: seconds since the beginning of 2022; `clock` when it carries a time of day. */
export class Stamp {
  readonly seconds: number;
  readonly clock: boolean;
  constructor(seconds: number, clock: boolean) {
    this.seconds = seconds;
    this.clock = clock;
  }
}

export type Cell = string | number | Unique | Stamp | null;

/** Made row by row, so that a million rows take no memory. */
export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: number;
  row(index: number): readonly Cell[];
}

export const DAY = 86_400;
/** 2022-10-25 as a day of the year, from 0: the last day of the data. */
export const LAST_DAY = 297;

const EPOCH = Date.UTC(2022, 0, 1);
/** 2022-01-01 in Excel's counting. */
const SERIAL = 44_562;

export const serialOf = ({ seconds }: Stamp): number => Math.round((SERIAL + seconds / DAY) * 1e9) / 1e9;

const days = new Map<number, string>();

export function stampText({ seconds, clock }: Stamp): string {
  const day = Math.floor(seconds / DAY);
  let text = days.get(day);
  if (text === undefined) {
    text = new Date(EPOCH + day * DAY * 1000).toISOString().slice(0, 10);
    days.set(day, text);
  }
  if (!clock) return text;
  const rest = seconds - day * DAY;
  const two = (value: number) => (value < 10 ? `0${value}` : String(value));
  return `${text} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
}
