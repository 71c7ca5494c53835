import type { Gauge, RowSink, ScanEnd } from "../reader.ts";
import type { TextStore } from "../xlsx/text-store.ts";
import type { SheetErrand } from "./errand.ts";
import type { Readers } from "./readers.ts";
import type { Reading } from "./reading.ts";
import { RowUnpacker } from "./row-unpacker.ts";

/** One scan of a worksheet by another thread. */
export class SheetReading {
  private readonly reading: Reading<"sheet">;
  private readonly readers: Readers;

  constructor(readers: Readers, errand: SheetErrand) {
    this.readers = readers;
    this.reading = readers.read(errand);
  }

  /** Whether it can be taken now; it is given up if not. */
  isMine(): boolean {
    return this.readers.mayTake(this.reading);
  }

  async scan(strings: TextStore, sink: RowSink, gauge: Gauge): Promise<ScanEnd> {
    const unpacker = new RowUnpacker(strings, sink);
    const end = await this.reading.into((batch, read) => {
      gauge.read = read;
      return unpacker.take(batch);
    });
    return end ?? { formulasWithoutValue: { cells: [], count: 0 } };
  }
}
