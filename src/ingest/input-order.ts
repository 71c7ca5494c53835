import { ownName } from "./spreadsheet-names.ts";

interface Named {
  /** As the user would name it; members of an archive are sorted by their own names. */
  readonly display: string;
}

/**
 * Reading order: by base name descending, so that the newest of dated exports comes first; files of one
 * name by their folders, 1024/ before 1017/.
 */
export function compareInputs(a: Named, b: Named): number {
  return compareNatural(stem(b.display), stem(a.display)) || compareNatural(b.display, a.display);
}

/** Compares names with runs of digits as numbers: a9 before a10. The same on every machine. */
export function compareNatural(a: string, b: string): number {
  const left = pieces(a);
  const right = pieces(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const order = comparePiece(left[i] as string, right[i] as string);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function comparePiece(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return compareText(a, b);
  const x = a.replace(/^0+/, "");
  const y = b.replace(/^0+/, "");
  return x.length - y.length || compareText(x, y);
}

function pieces(name: string): string[] {
  return name.match(/\d+|\D+/g) ?? [];
}

function isNumber(piece: string): boolean {
  const first = piece.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// Names from macOS come decomposed; composed they sort like all others.
function stem(display: string): string {
  return ownName(display).normalize("NFC");
}
