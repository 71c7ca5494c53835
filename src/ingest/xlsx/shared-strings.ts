import { isBlankText } from "../blank-text.ts";
import type { ReadLimits } from "../reader.ts";
import { tooLongCell } from "../row-checks.ts";
import { createMarkupScanner, type MarkupHandler, type PartConsumer } from "./markup-scanner.ts";
import { decodeText, unescapeExcel } from "./markup-text.ts";

export interface SharedStringsScanner extends PartConsumer {
  readonly strings: readonly string[];
}

/** Reads the strings that cells share: rich-text runs joined, phonetic runs left out. */
export function createSharedStringsScanner(part: string, limits: ReadLimits): SharedStringsScanner {
  const handler = new SharedStringsHandler(part, limits);
  const scanner = createMarkupScanner(part, handler, limits.maxCellLength * 4);
  return {
    write: (chunk) => scanner.write(chunk),
    end: () => scanner.end(),
    strings: handler.strings,
  };
}

class SharedStringsHandler implements MarkupHandler {
  readonly done = false;
  readonly strings: string[] = [];
  private inItem = false;
  private readonly part: string;
  private readonly limits: ReadLimits;
  private inText = false;
  private phonetic = false;
  private item = "";

  constructor(part: string, limits: ReadLimits) {
    this.part = part;
    this.limits = limits;
  }

  open(bytes: Buffer, name: number, nameEnd: number): void {
    const first = bytes[name];
    const length = nameEnd - name;
    if (length === 2 && first === 0x73 /* si */) {
      this.inItem = true;
      this.item = "";
    } else if (length === 1 && first === 0x74 /* t */) this.inText = this.inItem && !this.phonetic;
    else if (length === 3 && first === 0x72 && bytes[name + 2] === 0x68 /* rPh */) this.phonetic = true;
  }

  close(bytes: Buffer, name: number, nameEnd: number): void {
    const first = bytes[name];
    const length = nameEnd - name;
    if (length === 1 && first === 0x74 /* t */) this.inText = false;
    else if (length === 2 && first === 0x73 /* si */) {
      const text = unescapeExcel(this.item);
      this.strings.push(isBlankText(text) ? "" : text);
      this.inItem = false;
    } else if (length === 3 && first === 0x72 && bytes[name + 2] === 0x68) this.phonetic = false;
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (!this.inText) return;
    const text = decodeText(bytes, from, to, literal, this.part);
    this.item = this.item === "" ? text : this.item + text;
    if (this.item.length > this.limits.maxCellLength) tooLongCell({}, this.limits);
  }
}
