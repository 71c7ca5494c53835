import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteRow, Form } from "../../../src/ingest/byte-row.ts";
import { CellKind, type RawRow } from "../../../src/ingest/reader.ts";
import { TextRow } from "../../../src/ingest/text-row.ts";
import { RowPacker } from "../../../src/ingest/workers/row-batch.ts";
import { RowUnpacker } from "../../../src/ingest/workers/row-unpacker.ts";
import { rowLine } from "../read.ts";
import { storedTexts } from "../stored-texts.ts";

const texts = ["应急管理局", "a", "62020020220001", "𠮷"];
const shared = storedTexts(...texts);

type Cell = readonly ["" | "text" | "bytes" | "shared", string | number, number];
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant<Cell>(["", "", 0]),
  fc.tuple(fc.constant("shared" as const), fc.nat(texts.length - 1), fc.constant(CellKind.text)),
  fc.tuple(
    fc.constantFrom("text" as const, "bytes" as const),
    fc.stringMatching(/^[a局7]{1,3}$/),
    fc.integer({ min: 1, max: 6 }),
  ),
);
const row = fc.record({
  number: fc.integer({ min: 1, max: 1_048_576 }),
  hidden: fc.boolean(),
  cells: fc.array(cell, { minLength: 1, maxLength: 40 }),
});

function* rowsOf(
  rows: readonly { number: number; hidden: boolean; cells: readonly Cell[] }[],
): Generator<RawRow> {
  const made = new ByteRow(shared);
  for (const { number, hidden, cells } of rows) {
    const bytes = Buffer.from(cells.map(([, text]) => text).join(""));
    Object.assign(made, { number, hidden, width: 0, bytes });
    let at = 0;
    for (const [column, [how, what, kind]] of cells.entries()) {
      const length = Buffer.byteLength(String(what));
      if (how === "shared") made.note(column, kind, Form.shared, Number(what), 0);
      else if (how === "bytes") made.note(column, kind, Form.utf8, at, at + length);
      else if (how === "text") made.put(column, kind, String(what));
      at += length;
    }
    yield made;
  }
}

test("rows come out of batches as they went in", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 10 }), (rows, size) => {
      const packer = new RowPacker(shared.length);
      const found: string[] = [];
      const tokens = new Map<string, string>();
      const unpacker = new RowUnpacker(shared, (row) => {
        for (let column = 0; column < row.width; column++) {
          const token = row.token(column);
          if (token < 0) continue;
          const cell = `${row.kind[column]} ${row.text(column)}`;
          expect(tokens.get(`${column} ${token}`) ?? cell).toBe(cell);
          tokens.set(`${column} ${token}`, cell);
        }
        found.push(rowLine(row));
        return true;
      });
      const pass = () => {
        unpacker.take(structuredClone(packer.take()));
      };
      const expected: string[] = [];
      for (const row of rowsOf(rows)) {
        expected.push(rowLine(row));
        packer.add(row);
        if (expected.length % size === 0) pass();
      }
      pass();
      expect(found).toEqual(expected);
    }),
  );
});

test("a row of strings, such as a wrapper makes, is packed too", () => {
  const row = new TextRow();
  row.number = 7;
  row.put(2, CellKind.percent, "0.5");
  const packer = new RowPacker(0);
  packer.add(row);
  const found: string[] = [];
  new RowUnpacker(null, (row) => found.push(rowLine(row)) > 0).take(packer.take());
  expect(found).toEqual([rowLine(row)]);
});

test("a sink that has had enough gets no more rows", () => {
  const row = new TextRow();
  row.put(0, CellKind.text, "a");
  const packer = new RowPacker(0);
  for (row.number = 1; row.number <= 9; row.number++) packer.add(row);
  const found: number[] = [];
  expect(new RowUnpacker(null, (row) => found.push(row.number) < 3).take(packer.take())).toBe(false);
  expect(found).toEqual([1, 2, 3]);
});
