import type { Labels, TotalLevel } from "../ingest/labels.ts";
import type { RawRow } from "../ingest/reader.ts";

/** What a text says besides being data. */
export interface Words {
  /** A heading of some dataset. */
  readonly heading: boolean;
  /** The level of a total that is named in a key or unit column. */
  readonly level: TotalLevel | null;
  /** The level of a cell that says nothing but 合计 or 小计. */
  readonly bare: TotalLevel | null;
}

const REMEMBERED = 10_000;
const nothing: Words = { heading: false, level: null, bare: null };

/** Tells words of totals and headings from data; a text that repeats is looked at once. */
export class CellWords {
  private readonly byText = new Map<string, Words>();
  /** By column and token: no text has to be decoded to find these. */
  private readonly byToken: (Map<number, Words> | undefined)[] = [];
  private readonly headings: ReadonlySet<string>;
  private readonly labels: Labels;
  /** Whether a text that looks like an id may be a heading. */
  private readonly oddHeadings: boolean;

  constructor(headings: ReadonlySet<string>, labels: Labels) {
    this.headings = headings;
    this.labels = labels;
    this.oddHeadings = [...headings].some(looksLikeId);
  }

  at(row: RawRow, column: number): Words {
    const token = row.token(column);
    if (token < 0) return this.of(row.text(column));
    let known = this.byToken[column];
    if (known === undefined) {
      known = new Map();
      this.byToken[column] = known;
    }
    const words = known.get(token);
    if (words !== undefined) return words;
    const found = this.of(row.text(column));
    if (found !== nothing || known.size < REMEMBERED) known.set(token, found);
    return found;
  }

  private of(text: string): Words {
    if (text === "" || (!this.oddHeadings && looksLikeId(text))) return nothing;
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const words = this.wordsOf(text);
    if (this.byText.size < REMEMBERED) this.byText.set(text, words);
    return words;
  }

  private wordsOf(text: string): Words {
    const heading = this.headings.has(text);
    const level = this.labels.totalLevel(text);
    const bare = this.labels.bareLevel(text);
    return heading || level !== null || bare !== null ? { heading, level, bare } : nothing;
  }
}

/**
 * Ids, numbers and dates begin with a digit or a Latin letter and end in a digit, as no word of a total
 * and hardly any heading does. Nearly every cell that differs from row to row is told by this.
 */
export function looksLikeId(text: string): boolean {
  const first = text.charCodeAt(0);
  return isDigit(text.charCodeAt(text.length - 1)) && (isDigit(first) || isLatin(first));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLatin(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
