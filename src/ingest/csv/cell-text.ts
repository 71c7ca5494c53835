import { isBlankText } from "../blank-text.ts";

const PROTECTED = /^="((?:[^"]|"")*)"$/;

/** A field as text: `="0123"`, which keeps Excel from dropping zeros, is unwrapped; spaces are blank. */
export function cellText(field: string): string {
  if (field === "" || isBlankText(field)) return "";
  if (field.charCodeAt(0) !== 0x3d) return field;
  const match = PROTECTED.exec(field);
  return match === null ? field : (match[1] ?? "").replaceAll('""', '"');
}
