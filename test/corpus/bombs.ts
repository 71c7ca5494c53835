import { constants, crc32, deflateRawSync } from "node:zlib";
import { workbookEntries } from "../ingest/workbook.ts";
import { zip } from "../ingest/zip.ts";

const BLOCK = 64 * 1024 ** 2;
const BLOCKS = 48;
export const THREE_GB = BLOCK * BLOCKS;

/** Three gigabytes of a few bytes over and over, deflated: one block many times, and an empty last one. */
function deflated(text: string): Buffer {
  const block = deflateRawSync(Buffer.alloc(BLOCK, text), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(BLOCKS).fill(block), Buffer.from([3, 0])]);
}

/** A workbook whose only sheet is three gigabytes of rows; `size` is what it says of itself. */
export function workbookBomb(size = THREE_GB): Buffer {
  const packed = deflated("<row/>");
  return zip(
    workbookEntries({ rows: "" }).map((entry) =>
      entry.name.includes("sheet1") ? { ...entry, packed, size } : entry,
    ),
  );
}

export function archiveBomb(name: string): Buffer {
  return zip([{ name, data: "", packed: deflated("\0"), size: THREE_GB }]);
}

export function gzipBomb(): Buffer {
  return Buffer.concat([Buffer.from("1f8b0800000000000003", "hex"), deflated("1,2\n"), Buffer.alloc(8)]);
}

/** A workbook of one cell with millions of shared strings, sound in every respect: 64 MB for each block. */
export function stringsBomb(blocks: number): Buffer {
  const text = Buffer.alloc(BLOCK, "<si><t>办件编号</t></si>    ");
  const pieces = [Buffer.from("<sst>"), ...Array<Buffer>(blocks).fill(text), Buffer.from("</sst>")];
  const block = deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([
    deflateRawSync("<sst>", { finishFlush: constants.Z_FULL_FLUSH }),
    ...Array<Buffer>(blocks).fill(block),
    deflateRawSync("</sst>"),
  ]);
  const crc = pieces.reduce((sum, piece) => crc32(piece, sum), 0);
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const entries = workbookEntries({
    rows: '<row r="1"><c r="A1" t="s"><v>1</v></c></row>',
    strings: "<sst/>",
  });
  return zip(entries.map((entry) => (entry.data === "<sst/>" ? { ...entry, packed, size, crc } : entry)));
}
