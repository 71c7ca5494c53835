import { attributesOf } from "./attributes.ts";
import { createMarkupScanner, type PartConsumer } from "./markup-scanner.ts";

export interface ElementVisitor {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close?(name: string): void;
}

const LONGEST_TAG = 1 << 20;

/** Reads the small parts of a package (workbook, styles, relationships) element by element. */
export function createElementReader(part: string, visitor: ElementVisitor): PartConsumer {
  return createMarkupScanner(
    part,
    {
      done: false,
      open: (bytes, name, nameEnd, tagEnd) =>
        visitor.open(bytes.toString("latin1", name, nameEnd), attributesOf(bytes, nameEnd, tagEnd, part)),
      close: (bytes, name, nameEnd) => visitor.close?.(bytes.toString("latin1", name, nameEnd)),
      text: () => {},
    },
    LONGEST_TAG,
  );
}
