import type { ReadLimits, RowSink, ScanEnd } from "../reader.ts";
import type { Container } from "../zip/container.ts";
import { readPart } from "./read-part.ts";
import { createSheetScanner } from "./sheet-scanner.ts";
import type { TextStore } from "./text-store.ts";

export interface SheetPart {
  readonly part: string;
  readonly strings: TextStore;
  readonly styles: readonly number[];
  readonly limits: ReadLimits;
}

/** Reads one worksheet; `passed` hears of the bytes of its markup as they come. */
export async function scanSheetPart(
  container: Container,
  { part, strings, styles, limits }: SheetPart,
  sink: RowSink,
  passed: (bytes: number) => void,
): Promise<ScanEnd> {
  const scanner = createSheetScanner({ part, sharedStrings: strings, styles, limits, sink });
  await readPart(container, part, {
    write(chunk) {
      passed(chunk.length);
      return scanner.write(chunk);
    },
    end: () => scanner.end(),
  });
  return scanner.result;
}
