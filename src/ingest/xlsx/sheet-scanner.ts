import type { ScanEnd } from "../reader.ts";
import { createMarkupScanner, type PartConsumer } from "./markup-scanner.ts";
import { type SheetContext, SheetHandler } from "./sheet-handler.ts";

export interface SheetScanner extends PartConsumer {
  readonly result: ScanEnd;
}

/** Reads the rows of one worksheet part from its bytes, in chunks of any size. */
export function createSheetScanner(context: SheetContext): SheetScanner {
  const handler = new SheetHandler(context);
  const scanner = createMarkupScanner(context.part, handler, context.limits.maxCellLength * 4);
  return {
    // Rows end before the part does; the rest is let through, so that its checksum can be checked.
    write(chunk) {
      scanner.write(chunk);
      handler.settle();
      return !handler.stopped;
    },
    end: () => scanner.end(),
    get result() {
      return { formulasWithoutValue: { cells: handler.hollow, count: handler.hollowCount } };
    },
  };
}
