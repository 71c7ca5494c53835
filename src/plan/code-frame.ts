import { printable } from "../model/printable.ts";
import { roughWidth } from "../model/rough-width.ts";
import type { Place } from "../problem.ts";

const WIDEST = 160;
const LEAD = 60;

/** The line of a place and the one before it, with a mark below the place; long lines are cut around it. */
export function frameOf(lines: readonly string[], place: Place): string | undefined {
  if (place.line === undefined) return undefined;
  const column = (place.column ?? 1) - 1;
  const from = column > WIDEST - LEAD ? column - LEAD : 0;
  const cut = (line: string) =>
    (from === 0 ? "" : "…") + printable(line.slice(from, from + WIDEST)).trimEnd();
  const first = Math.max(1, place.line - 1);
  const shown = lines.slice(first - 1, place.line).map((line, index) => {
    const number = first + index;
    return `${number === place.line ? ">" : " "} ${String(number).padStart(4)} | ${cut(line)}`;
  });
  const before = (from === 0 ? "" : "…") + printable((lines[place.line - 1] ?? "").slice(from, column));
  return [...shown, `       | ${" ".repeat(roughWidth(before))}^`].join("\n");
}
