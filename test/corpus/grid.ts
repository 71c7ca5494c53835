import { CellKind, type SourceFile } from "../../src/ingest/reader.ts";

/** A cell in words that every reader can be made to speak: "n 1.5", "s text", "b 1", "e #N/A". */
export type Grid = ReadonlyMap<string, string>;

export const at = (sheet: string, row: number, column: number) => `${sheet} R${row}C${column}`;

/** To a tenth of a second, for readers that make dates of serials. */
export const roughly = (serial: number) => Math.round(serial * 1e6) / 1e6;

/** What we read; dates and percentages are numbers here, dates rounded by `day`. */
export async function ourGrid(file: SourceFile, day: (serial: number) => number): Promise<Grid> {
  const grid = new Map<string, string>();
  for (const sheet of file.sheets) {
    await sheet.scan((row) => {
      for (let column = 0; column < row.width; column++) {
        const word = ourWord(row.kind[column] ?? 0, row.text(column), day);
        if (word !== null) grid.set(at(sheet.name, row.number, column + 1), word);
      }
      return true;
    });
  }
  return grid;
}

function ourWord(kind: number, text: string, day: (serial: number) => number): string | null {
  switch (kind) {
    case CellKind.blank:
      return null;
    case CellKind.text:
      return `s ${text}`;
    case CellKind.boolean:
      return `b ${text}`;
    case CellKind.error:
      return `e ${text}`;
    case CellKind.date:
      return `n ${day(Number(text))}`;
    default:
      return `n ${Number(text)}`;
  }
}

export function textWord(text: string): string | null {
  return text.trim() === "" ? null : `s ${text}`;
}

/** A cell that an oracle reads wrongly, and why it is the oracle that is wrong. */
export interface Excuse {
  readonly why: string;
  readonly holds: (ours: string, theirs: string) => boolean;
}

/** Cells in which two readings differ without excuse, the first few. */
export function differences(ours: Grid, theirs: Grid, excuses: readonly Excuse[]): string[] {
  const cells = new Set([...ours.keys(), ...theirs.keys()]);
  const excused = (cell: string) =>
    excuses.some(({ holds }) => holds(ours.get(cell) ?? "", theirs.get(cell) ?? ""));
  return [...cells]
    .filter((cell) => ours.get(cell) !== theirs.get(cell) && !excused(cell))
    .slice(0, 10)
    .map((cell) => `${cell}: ours ${ours.get(cell) ?? "blank"}, theirs ${theirs.get(cell) ?? "blank"}`);
}
