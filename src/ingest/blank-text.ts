/** Cells that hold nothing but spaces are blank, as they look. */
export function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first > 0x20 && first < 0x80) return false;
  return text.trim() === "";
}
