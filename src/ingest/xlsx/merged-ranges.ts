import type { CellRange } from "../reader.ts";
import { AttributeCursor } from "./attributes.ts";
import { createMarkupScanner, type MarkupHandler, type PartConsumer } from "./markup-scanner.ts";

// Excel itself holds no more; a list beyond it is not a layout.
const MOST = 65_536;
const NAME = "mergeCell";

/** Collects the merged cells of a worksheet part, which stand after its rows. */
export function createMergedRanges(part: string, maxToken: number): PartConsumer & { ranges: CellRange[] } {
  const ranges: CellRange[] = [];
  const cursor = new AttributeCursor();
  const handler: MarkupHandler = {
    done: false,
    open(bytes, name, nameEnd, tagEnd) {
      if (nameEnd - name !== NAME.length || ranges.length >= MOST) return;
      if (bytes.toString("latin1", name, nameEnd) !== NAME) return;
      for (let at = cursor.next(bytes, nameEnd, tagEnd); at >= 0; at = cursor.next(bytes, at, tagEnd)) {
        if (bytes.toString("latin1", cursor.name, cursor.nameEnd) !== "ref") continue;
        const range = rangeOf(bytes.toString("latin1", cursor.value, cursor.valueEnd));
        if (range !== null) ranges.push(range);
      }
    },
    close() {},
    text() {},
  };
  const scanner = createMarkupScanner(part, handler, maxToken);
  return { ranges, write: (chunk) => scanner.write(chunk), end: () => scanner.end() };
}

/** Looks for the name of merged cells anywhere in a part, which comes in chunks. */
export function createMentionSearch(): PartConsumer & { readonly found: boolean } {
  let found = false;
  let end: Buffer = Buffer.alloc(0);
  return {
    get found() {
      return found;
    },
    write(chunk) {
      const joint = Buffer.concat([end, chunk.subarray(0, NAME.length)]);
      found ||= joint.includes(NAME) || chunk.includes(NAME);
      end = Buffer.concat([joint, chunk.subarray(NAME.length).subarray(-NAME.length)]).subarray(-NAME.length);
      return !found;
    },
    end() {},
  };
}

/** Reads A3:B8. */
function rangeOf(text: string): CellRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text.trim());
  if (match === null) return null;
  const [, left = "", top, right = "", bottom] = match;
  return { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
