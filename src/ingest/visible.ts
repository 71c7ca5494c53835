/** Whether UTF-8 that begins with a byte begins with no space: such letters beyond ASCII are Han at least. */
export function beginsVisibly(byte: number): boolean {
  return byte > 0x20 && (byte < 0x80 || (byte >= 0xe4 && byte <= 0xe9));
}
