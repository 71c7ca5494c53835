import type { Words } from "../model/dataset.ts";
import { spelling } from "../model/reading/text.ts";

/** An average is a row of no unit as well, but sums nothing. */
export type TotalLevel = "block" | "grand" | "average";

const CJK = /\p{Script=Han}/u;
// Total, Grand Total: ids have digits and are passed over quickly.
const LATIN = /^[A-Za-z :]+$/;

/** Tells rows that are no data by what is written in them. */
export class Labels {
  private readonly subtotals: readonly string[];
  private readonly totals: readonly string[];
  private readonly averages: readonly string[];
  private readonly notes: readonly string[];
  private readonly wholes: ReadonlySet<string>;
  private readonly known = new Map<string, TotalLevel | null>();

  /** `places`: names of the whole area, besides the common words for it. */
  constructor(words: Words, places: readonly string[] = []) {
    this.wholes = new Set([...words.whole, ...places].map(spelling));
    this.subtotals = words.subtotals.map(spelling);
    this.totals = words.totals.map(spelling);
    this.averages = words.averages.map(spelling);
    this.notes = words.notes.map(spelling);
  }

  /** 小计 closes a block, 合计 and 总计 everything; "市公安局小计" is one too. Null for anything else. */
  totalLevel(text: string): TotalLevel | null {
    if (text.length > 30 || !(CJK.test(text) || LATIN.test(text))) return null;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const level = this.levelOf(spelling(text).replace(/(?:\([^()]*\)|[:：])+$/, ""));
    // Names of units repeat; free text does not, so the memory of it stays bounded.
    if (this.known.size < 10_000) this.known.set(text, level);
    return level;
  }

  /** The level of a cell that says nothing but 合计 or 小计, which no record does. */
  bareLevel(text: string): TotalLevel | null {
    return text.length > 30 ? null : this.exactLevel(spelling(text).replace(/[:：]+$/, ""));
  }

  private exactLevel(label: string): TotalLevel | null {
    if (this.subtotals.includes(label)) return "block";
    if (this.averages.includes(label)) return "average";
    return this.totals.includes(label) ? "grand" : null;
  }

  private levelOf(label: string): TotalLevel | null {
    const exact = this.exactLevel(label);
    if (exact !== null) return exact;
    if (this.averages.some((end) => CJK.test(end) && label.endsWith(end))) return "average";
    const word = [...this.subtotals, ...this.totals].find((end) => CJK.test(end) && label.endsWith(end));
    if (word === undefined) return null;
    // 全市合计 sums everything, 市直合计 a part of it.
    return this.wholes.has(label.slice(0, -word.length)) ? "grand" : "block";
  }

  /** A remark below or between the rows: its first cell begins like one. */
  isNote(text: string): boolean {
    const start = spelling(text).replace(/^[*※(【[]+/, "");
    return this.notes.some(
      (word) => start === word || (start.startsWith(word) && isRemark(start.slice(word.length))),
    );
  }
}

// 注：… and 数据来源：… are remarks, 注册会计师协会 is not.
function isRemark(rest: string): boolean {
  return /^[\d一二三四五六七八九十]*[:：.、)）\]】]/.test(rest) || rest === "";
}

export function hasHan(text: string): boolean {
  return CJK.test(text);
}
