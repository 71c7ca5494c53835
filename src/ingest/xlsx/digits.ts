/** The digits at the start of a range as a number; 0 when there are none. */
export function leadingInteger(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value;
}

/** Goes on with a number that may come in pieces, spaces allowed: -1 is none yet, NaN not a number. */
export function digits(bytes: Buffer, from: number, to: number, before: number): number {
  let value = before;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x30 && byte <= 0x39) value = (value < 0 ? 0 : value) * 10 + byte - 0x30;
    else if (byte > 0x20) return Number.NaN;
  }
  return value;
}
