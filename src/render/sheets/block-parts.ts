import type { Block, Cell, Table } from "../blocks.ts";
import { type SheetColumn, type SheetPart, type SheetRow, tableOf, text } from "./sheet.ts";

/** The blocks that text formats print, as parts of a sheet of so many columns. */
export function blockParts(blocks: readonly Block[], across: number): SheetPart[] {
  let caption: string | null = null;
  const parts: SheetPart[] = [];
  const take = () => {
    const own = caption;
    caption = null;
    return own;
  };
  for (const block of blocks) {
    if (block.kind === "heading") caption = block.text;
    else if (block.kind === "lines") parts.push({ kind: "lines", caption: take(), lines: block.lines });
    else if (block.kind === "list") parts.push({ kind: "lines", caption: take(), lines: block.items });
    else if (block.kind === "table") parts.push(tablePart(block, take(), across));
    else if (block.kind === "details") parts.push(...blockParts(block.blocks, across));
  }
  return parts;
}

/** A table of more columns than the sheet has lets the last ones go. */
function tablePart({ columns, sections }: Table, caption: string | null, across: number): SheetPart {
  const shown = columns
    .slice(0, across)
    .map(({ title, right }): SheetColumn => ({ title, span: 1, ...(right ? { align: "right" } : {}) }));
  const rows = sections.flatMap(({ title, rows: own }): SheetRow[] => [
    ...(title === null ? [] : [{ cells: [text(title.text, title.tone)] }]),
    ...own.map(({ cells }) => ({ cells: cells.slice(0, across).map(cellOf) })),
  ]);
  return tableOf(shown, rows, caption);
}

function cellOf({ lines, tone }: Cell) {
  return text(lines.join("\n"), tone);
}
