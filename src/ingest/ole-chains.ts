import { refuse } from "./refuse.ts";

const HEADER = 512;
const ENTRY = 128;
const IN_HEADER = 109;
const NO_ENTRY = 0xffffffff;
const LAST_SECTOR = 0xfffffff9;

/**
 * Refuses an OLE file whose chains of sectors or whose directory lead back to themselves: a reader that
 * follows them never ends. Anything else that is wrong ends the reading by itself.
 */
export function checkOleChains(bytes: Buffer): void {
  if (bytes.length < HEADER) refuse("D005", {}, "container");
  const size = bytes.readUInt16LE(0x1e) === 12 ? 4096 : HEADER;
  const next = sectorTable(bytes, size);
  const walked = new Uint32Array(next.length);
  let walk = 0;
  const chain = (start: number): number[] => {
    const sectors: number[] = [];
    walk++;
    for (let at = start; at < next.length && at < LAST_SECTOR; at = next[at] as number) {
      if (walked[at] === walk) refuse("D005", {}, "container");
      if (walked[at] !== 0) break;
      walked[at] = walk;
      sectors.push(at);
    }
    return sectors;
  };
  const entries: Buffer[] = [];
  for (const sector of chain(bytes.readUInt32LE(0x30))) {
    const from = HEADER + sector * size;
    for (let at = from; at + ENTRY <= Math.min(from + size, bytes.length); at += ENTRY) {
      entries.push(bytes.subarray(at, at + ENTRY));
    }
  }
  chain(bytes.readUInt32LE(0x3c));
  for (const entry of entries) {
    const isStream = entry[66] === 2 || entry[66] === 5;
    if (isStream && entry.readUInt32LE(120) > bytes.length) refuse("D005", {}, "container");
    if (isStream) chain(entry.readUInt32LE(116));
  }
  checkTree(entries);
}

/** The sector that follows each sector. */
function sectorTable(bytes: Buffer, size: number): Uint32Array {
  const count = Math.ceil((bytes.length - HEADER) / size);
  const next = new Uint32Array(count).fill(NO_ENTRY);
  const perSector = size / 4;
  const tables: number[] = [];
  for (let at = 0; at < IN_HEADER; at++) tables.push(bytes.readUInt32LE(0x4c + at * 4));
  let list = bytes.readUInt32LE(0x44);
  for (let seen = 0; list < count; seen++) {
    if (seen > count) refuse("D005", {}, "container");
    const from = HEADER + list * size;
    if (from + size > bytes.length) break;
    for (let at = 0; at < perSector - 1; at++) tables.push(bytes.readUInt32LE(from + at * 4));
    list = bytes.readUInt32LE(from + size - 4);
  }
  let sector = 0;
  for (const table of tables) {
    if (table >= count) continue;
    const from = HEADER + table * size;
    for (let at = from; at < from + size && at + 4 <= bytes.length && sector < count; at += 4) {
      next[sector++] = bytes.readUInt32LE(at);
    }
  }
  return next;
}

/** The entries of the directory are a tree: each has one place in it. */
function checkTree(entries: readonly Buffer[]): void {
  const seen = new Set<number>();
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (entry === undefined) continue;
    if (seen.has(at)) refuse("D005", {}, "container");
    seen.add(at);
    for (const link of [68, 72, 76]) {
      const to = entry.readUInt32LE(link);
      if (to !== NO_ENTRY) waiting.push(to);
    }
  }
}
