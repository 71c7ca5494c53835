let table: Map<number, number> | null = null;

/** The two-byte part of GB18030, turned round from what TextDecoder reads. */
function tableOf(): Map<number, number> {
  const decoder = new TextDecoder("gb18030", { fatal: false });
  const pairs = new Map<number, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== "\ufffd") pairs.set(text.charCodeAt(0), (lead << 8) | trail);
    }
  }
  return pairs;
}

/** Only for characters of the two-byte part; another one is a mistake of the generator. */
export function gb18030(text: string): Buffer {
  table ??= tableOf();
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    const pair = table.get(code);
    if (pair === undefined) throw new Error(`no two bytes for ${text[index]}`);
    bytes[at++] = pair >> 8;
    bytes[at++] = pair & 0xff;
  }
  return bytes.subarray(0, at);
}
