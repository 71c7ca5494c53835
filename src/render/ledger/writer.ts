import { once } from "node:events";
import { Batch } from "./batch.ts";

/** What is used of the library's streaming writer, of which its own types know a part. */
export interface BookWriter {
  addWorksheet(name: string, options: object): SheetWriter;
  readonly styles: { addStyleModel(style: object): number };
  commit(): Promise<unknown>;
}

export interface SheetWriter {
  getColumn(at: number): { width?: number; hidden?: boolean };
  getRow(at: number): RowWriter;
  autoFilter?: object;
  addConditionalFormatting(formatting: object): void;
  readonly dataValidations: { add(ref: string, rule: object): void };
  readonly stream: SheetStream;
  commit(): void;
}

interface RowWriter {
  getCell(at: number): { value: unknown; style: object };
  height: number;
  commit(): void;
}

interface SheetStream extends NodeJS.EventEmitter {
  write(xml: Uint8Array): unknown;
  readonly pipes?: readonly Pipe[];
}

/** What the packer reads from is a stream of an older kind, which says in its own way that it is full. */
interface Pipe extends NodeJS.EventEmitter {
  readonly _writableState?: { readonly needDrain: boolean };
}

/** Rows of a sheet that are written out. */
export function rowsOf(sheet: SheetWriter): Batch {
  return new Batch(async (xml) => {
    sheet.stream.write(xml);
    await packed(sheet);
  });
}

/** Lets the packer catch up, so that rows do not pile up as XML in memory. */
async function packed({ stream }: SheetWriter): Promise<void> {
  for (const pipe of stream.pipes ?? []) if (pipe._writableState?.needDrain) await once(pipe, "drain");
  await turn();
}

/** Waits until the sheet is packed, so that no two wait in memory. */
export async function done(sheet: SheetWriter, rows: Batch): Promise<void> {
  await rows.flush();
  const zipped = once(sheet.stream, "zipped");
  sheet.commit();
  await zipped;
  await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The library's class, of which the packer is a part. */
export declare class LibraryWriter implements BookWriter {
  constructor(options: object);
  readonly styles: BookWriter["styles"];
  protected readonly zip: { append(source: unknown, entry: object): unknown };
  addWorksheet(name: string, options: object): SheetWriter;
  commit(): Promise<unknown>;
  /** The first part of every workbook, packed by the constructor. */
  protected addThemes(): Promise<unknown>;
}

/** The packer stamps each part with the time of day unless it is told another. */
export function withoutClock(Library: typeof LibraryWriter): typeof LibraryWriter {
  return class extends Library {
    protected override addThemes(): Promise<unknown> {
      const { zip } = this;
      const append = zip.append.bind(zip);
      zip.append = (source, entry) => append(source, { ...entry, date: new Date(0) });
      return super.addThemes();
    }
  };
}
