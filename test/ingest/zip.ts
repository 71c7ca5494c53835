import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer | string;
  readonly stored?: boolean;
  /** Written instead of the true values, to make damaged files. */
  readonly crc?: number;
  readonly size?: number;
  /** Deflated already; `data` is not looked at. */
  readonly packed?: Buffer;
}

/** The smallest zip writer that will do: entries in the order given, central directory at the end. */
export function zip(entries: readonly ZipEntry[], zip64 = false): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const body = entry.packed ?? (entry.stored === true ? data : deflateRawSync(data));
    const name = Buffer.from(entry.name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(entry.stored === true ? 0 : 8, 4);
    common.writeUInt32LE(entry.crc ?? crc32(data), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(entry.size ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const extra = zip64 ? moveToExtra(common, tail) : Buffer.alloc(0);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, tail, name, extra]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(zip64 ? 0xffff : entries.length, 4);
  end.writeUInt16LE(zip64 ? 0xffff : entries.length, 6);
  end.writeUInt32LE(zip64 ? 0xffffffff : central.length, 8);
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 12);
  const large = zip64 ? [zip64End(entries.length, central.length, offset)] : [];
  return Buffer.concat([...bodies, central, ...large, Buffer.from("PK\x05\x06"), end]);
}

/** Sizes and offset as 64-bit numbers in an extra field, as in archives past 4 GB. */
function moveToExtra(common: Buffer, tail: Buffer): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(common.readUInt32LE(18)), 4);
  extra.writeBigUInt64LE(BigInt(common.readUInt32LE(14)), 12);
  extra.writeBigUInt64LE(BigInt(tail.readUInt32LE(10)), 20);
  common.writeUInt32LE(0xffffffff, 14);
  common.writeUInt32LE(0xffffffff, 18);
  common.writeUInt16LE(extra.length, 24);
  tail.writeUInt32LE(0xffffffff, 10);
  return extra;
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(56);
  record.write("PK\x06\x06", 0, "latin1");
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.write("PK\x06\x07", 0, "latin1");
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}
