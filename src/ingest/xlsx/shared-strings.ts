import { isBlankText } from "../blank-text.ts";
import type { ReadLimits } from "../reader.ts";
import { refuse } from "../refuse.ts";
import { tooLongCell } from "../row-checks.ts";
import { createMarkupScanner, type MarkupHandler, type PartConsumer } from "./markup-scanner.ts";
import { decodeText, unescapeExcel } from "./markup-text.ts";
import { inScript, isVertAlign, scriptOf } from "./run-script.ts";
import { TextStore } from "./text-store.ts";

export interface SharedStringsScanner extends PartConsumer {
  readonly strings: TextStore;
}

/** Reads the strings that cells share: rich-text runs joined, phonetic runs left out. */
export function createSharedStringsScanner(part: string, limits: ReadLimits): SharedStringsScanner {
  const handler = new SharedStringsHandler(part, limits);
  const scanner = createMarkupScanner(part, handler, limits.maxCellLength * 4);
  return {
    write: (chunk) => scanner.write(chunk),
    end() {
      scanner.end();
      handler.check();
    },
    strings: handler.strings,
  };
}

const LT = 0x3c;
const ITEM = Buffer.from("<si><t>");
const ITEM_END = Buffer.from("</t></si>");

function begins(bytes: Buffer, at: number, mark: Buffer): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark[i]) return false;
  return true;
}

class SharedStringsHandler implements MarkupHandler {
  readonly done = false;
  readonly strings = new TextStore();
  private inItem = false;
  private readonly part: string;
  private readonly limits: ReadLimits;
  private inText = false;
  private phonetic = false;
  private item = "";
  /** The item is one plain text, which the store has been offered. */
  private offered = false;
  private script: string | null = null;

  constructor(part: string, limits: ReadLimits) {
    this.part = part;
    this.limits = limits;
  }

  /** Items that are one plain text, which nearly all are. */
  shortcut(bytes: Buffer, from: number): number {
    let at = from;
    while (!this.inItem && begins(bytes, at, ITEM)) {
      const text = at + ITEM.length;
      const end = bytes.indexOf(LT, text);
      if (end <= text || end - text > this.limits.maxCellLength || !begins(bytes, end, ITEM_END)) break;
      if (!this.strings.offer(bytes, text, end)) break;
      this.offered = true;
      this.keep();
      this.offered = false;
      at = end + ITEM_END.length;
    }
    return at;
  }

  open(bytes: Buffer, name: number, nameEnd: number, tagEnd: number): void {
    const first = bytes[name];
    const length = nameEnd - name;
    if (length === 2 && first === 0x73 && bytes[name + 1] === 0x69 /* si, not sz */) {
      this.inItem = true;
      this.item = "";
      this.offered = false;
      this.script = null;
    } else if (length === 1 && first === 0x74 /* t */) this.inText = this.inItem && !this.phonetic;
    else if (length === 3 && first === 0x72 && bytes[name + 2] === 0x68 /* rPh */) this.phonetic = true;
    else if (length === 1 && first === 0x72 /* r */) this.script = null;
    else if (length === 9 && isVertAlign(bytes, name)) this.script = scriptOf(bytes, nameEnd, tagEnd);
  }

  close(bytes: Buffer, name: number, nameEnd: number): void {
    const first = bytes[name];
    const length = nameEnd - name;
    if (length === 1 && first === 0x74 /* t */) this.inText = false;
    else if (length === 2 && first === 0x73 && bytes[name + 1] === 0x69 /* si, not sz */) {
      if (this.inItem) this.keep();
      this.inItem = false;
    } else if (length === 3 && first === 0x72 && bytes[name + 2] === 0x68) this.phonetic = false;
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (!this.inText) return;
    const { strings } = this;
    if (this.offered) {
      this.item = strings.takeBack();
      this.offered = false;
    } else if (
      this.item === "" &&
      !literal &&
      this.script === null &&
      to - from <= this.limits.maxCellLength
    ) {
      this.offered = strings.offer(bytes, from, to);
      if (this.offered) return;
    }
    const text = inScript(decodeText(bytes, from, to, literal, this.part), this.script);
    this.item = this.item === "" ? text : this.item + text;
    if (this.item.length > this.limits.maxCellLength) tooLongCell({}, this.limits);
  }
  private keep(): void {
    const { strings, limits } = this;
    if (strings.length >= limits.maxRows)
      refuse("D006", {}, "texts", { limit: limits.maxRows, flag: "--max-rows" });
    if (strings.isFull())
      refuse("D006", {}, "bytes", { size: 2 ** 32, limit: limits.maxBytes, flag: "--max-bytes" });
    if (this.offered) strings.keep();
    else {
      const text = unescapeExcel(this.item);
      strings.add(isBlankText(text) ? "" : text);
    }
  }

  check(): void {
    if (!this.strings.isSound()) refuse("D005", {}, "encoding", { part: this.part });
  }
}
