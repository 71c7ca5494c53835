import { parentPort, workerData } from "node:worker_threads";
import { ProblemError } from "../../problem.ts";
import { ByteRow } from "../byte-row.ts";
import { readRange } from "../csv/read-range.ts";
import { scanSheetPart } from "../xlsx/scan-sheet-part.ts";
import { TextStore } from "../xlsx/text-store.ts";
import { openContainer } from "../zip/container.ts";
import { type Ends, isWanted, type RangeErrand, type Report, type SheetErrand, type Task } from "./errand.ts";
import { MemoryRing, type RingControl } from "./memory-ring.ts";
import { RowPacker } from "./row-batch.ts";
import { type Outlet, RowSender } from "./row-sender.ts";

/** The words that ranges of one scan have in common. */
interface Words {
  readonly scan: number;
  readonly row: ByteRow;
  readonly packer: RowPacker;
}

/** Does one task after the other, in the order in which they come. */
class ReadingThread {
  private readonly tasks: Task[] = [];
  private busy = false;
  private words: Words | null = null;
  private readonly outlet: Outlet;

  constructor(outlet: Outlet) {
    this.outlet = outlet;
  }

  async take(task: Task): Promise<void> {
    this.tasks.push(task);
    if (this.busy) return;
    this.busy = true;
    for (let next = this.tasks.shift(); next !== undefined; next = this.tasks.shift()) {
      const report: Report = { task: next.number, ...(await this.perform(next)) };
      this.outlet.port.postMessage(report);
    }
    this.busy = false;
  }

  private async perform(task: Task) {
    try {
      return { kind: "end" as const, end: isWanted(task) ? await this.end(task) : null };
    } catch (error) {
      this.words = null;
      if (error instanceof ProblemError) return { kind: "problems" as const, problems: error.problems };
      return { kind: "bug" as const, error };
    }
  }

  private end(task: Task): Promise<Ends[keyof Ends]> {
    const { errand } = task;
    switch (errand.kind) {
      case "sheet":
        return this.sheet(errand, task);
      case "range":
        return this.range(errand, task);
    }
  }

  private async sheet(
    { descriptor, part, strings, styles, limits }: SheetErrand,
    task: Task,
  ): Promise<Ends["sheet"]> {
    const container = await openContainer(descriptor, limits);
    const texts = TextStore.of(strings);
    const sender = new RowSender(task, new RowPacker(texts.length), this.outlet);
    const passed = (bytes: number) => {
      sender.read += bytes;
    };
    const sheet = { part, strings: texts, styles, limits };
    return sent(sender, () => scanSheetPart(container, sheet, (row) => sender.add(row), passed));
  }

  private async range({ scan, range }: RangeErrand, task: Task): Promise<Ends["range"]> {
    if (this.words?.scan !== scan) this.words = { scan, row: new ByteRow(), packer: new RowPacker(0) };
    const { row, packer } = this.words;
    const sender = new RowSender(task, packer, this.outlet);
    const passed = (bytes: number) => {
      sender.read += bytes;
    };
    try {
      return await sent(sender, () => readRange(range, row, (found) => sender.add(found), passed));
    } catch (error) {
      // Whoever goes on there finds it again, and its line in the file.
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }
}

/** What comes before a problem is sent, too. */
async function sent<End>(sender: RowSender, read: () => Promise<End>): Promise<End> {
  try {
    return await read();
  } finally {
    sender.flush();
  }
}

const port = parentPort;
if (port === null) throw new Error("not started as a thread");
const control = workerData as RingControl;
const thread = new ReadingThread({ port, control, ring: new MemoryRing(control) });
port.on("message", (task: Task) => void thread.take(task));
