import { Chalk, type ChalkInstance } from "chalk";
import CliTable from "cli-table3";
import type { Block, Cell, Line, Table, Tone } from "./blocks.ts";
import { fitColumns, GUTTER } from "./columns.ts";
import { clean, displayWidth, wrap, wrapPieces } from "./text.ts";

interface Ink {
  readonly width: number;
  readonly paint: (text: string, tone: Tone | undefined) => string;
}

const NARROWEST_TERMINAL = 40;

/** Blocks as text for a terminal of a width, by display columns; the text ends with a newline. */
export function printBlocks(blocks: readonly Block[], options: { width: number; colour: boolean }): string {
  const chalk = new Chalk({ level: options.colour ? 1 : 0 });
  const ink: Ink = {
    width: Math.max(options.width, NARROWEST_TERMINAL),
    paint: (text, tone) => (tone === undefined || text === "" ? text : tones(chalk)[tone](text)),
  };
  return `${blocks
    .flatMap((block) => ["", ...printBlock(block, ink)])
    .slice(1)
    .join("\n")}\n`;
}

function tones(chalk: ChalkInstance): Record<Tone, ChalkInstance> {
  return {
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red.bold,
    muted: chalk.dim,
    strong: chalk.bold,
  };
}

function printBlock(block: Block, ink: Ink): string[] {
  switch (block.kind) {
    case "heading":
      return printHeading(block, ink);
    case "lines":
      return block.lines.flatMap((one) => printLine(one, "", ink));
    case "list":
      return block.items.flatMap((one) => printLine(one, "- ", ink));
    case "fields":
      return printFields(block, ink);
    case "table":
      return printTable(block, ink);
    case "details":
      return block.blocks.flatMap((inner, index) => [
        ...(index === 0 ? [] : [""]),
        ...printBlock(inner, ink),
      ]);
    default:
      return block satisfies never;
  }
}

function printHeading({ level, text }: Extract<Block, { kind: "heading" }>, ink: Ink): string[] {
  const titles = wrap(clean(text), ink.width);
  const rule = level === 3 ? [] : [(level === 1 ? "=" : "-").repeat(Math.max(...titles.map(displayWidth)))];
  return [...titles, ...rule].map((title) => ink.paint(title, "strong"));
}

function printLine({ text, tone }: Line, bullet: string, ink: Ink): string[] {
  const indent = " ".repeat(bullet.length);
  return wrap(clean(text), ink.width - bullet.length).map(
    (part, index) => (index === 0 ? bullet : indent) + ink.paint(part, tone),
  );
}

function printFields({ title, fields }: Extract<Block, { kind: "fields" }>, ink: Ink): string[] {
  const labels = Math.max(...fields.map(([label]) => displayWidth(label)));
  const indent = 2 + labels + GUTTER;
  const head = wrap(clean(title), ink.width).map((part) => ink.paint(part, "strong"));
  const body = fields.flatMap(([label, text]) =>
    wrap(clean(text), ink.width - indent).map((part, index) => {
      const shown = index === 0 ? label : "";
      return `  ${ink.paint(shown, "muted")}${" ".repeat(indent - 2 - displayWidth(shown))}${part}`;
    }),
  );
  return [...head, ...body];
}

function printTable(table: Table, ink: Ink): string[] {
  const { table: fitted, widths } = fitColumns(cleaned(table), ink.width);
  const rule = widths.map((width) => "-".repeat(width));
  const titles = fitted.columns.map(({ title }, index) => wrap(title, widths[index] ?? 1).join("\n"));
  const [ruled = "", ...head] = drawRows([rule, titles], fitted);
  const indent = 2 + widths.slice(0, fitted.belowFrom).reduce((sum, width) => sum + width + GUTTER, 0);
  const body = fitted.sections.flatMap(({ title, rows, after }) => {
    const cells = rows.map((row) => row.cells.map((one, index) => printCell(one, widths[index] ?? 1, ink)));
    const below = rows.map((row) =>
      wrapPieces(row.below, ink.width - indent).map((text) => " ".repeat(indent) + text),
    );
    return [
      ...(title === null ? [] : ["", ...printLine(title, "", ink)]),
      ...interleave(drawRows([rule, ...cells], fitted).slice(1), cells.map(heightOf), below),
      ...after.flatMap((one) => printLine(one, "", ink)),
    ];
  });
  return [...head.map((text) => ink.paint(text, "strong")), ruled, ...body];
}

/** Puts the lines below each row behind the drawn lines of that row. */
function interleave(
  drawn: readonly string[],
  heights: readonly number[],
  below: readonly (readonly string[])[],
): string[] {
  let from = 0;
  return heights.flatMap((height, index) => {
    from += height;
    return [...drawn.slice(from - height, from), ...(below[index] ?? [])];
  });
}

function heightOf(cells: readonly string[]): number {
  return Math.max(1, ...cells.map((text) => text.split("\n").length));
}

// The rule holds every column at its width; cli-table3 is never told widths, since it cuts what it
// measures as too wide.
function drawRows(rows: readonly (readonly string[])[], { columns }: Table): string[] {
  const drawn = new CliTable({
    chars: plainChars,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
    colAligns: columns.map(({ right }) => (right ? "right" : "left")),
  });
  // One at a time: as arguments, very many rows are more than a call may have.
  for (const cells of rows.flatMap(drawnLines)) drawn.push(cells);
  return drawn
    .toString()
    .split("\n")
    .map((text) => text.trimEnd());
}

// A row for each line: the library measures a whole cell again for every line that it draws of it.
function drawnLines(row: readonly string[]): string[][] {
  const cells = row.map((text) => text.split("\n"));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => cells.map((lines) => lines[at] ?? ""));
}

const plainChars = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ".repeat(GUTTER),
};

function printCell({ lines, tone }: Cell, width: number, ink: Ink): string {
  return lines
    .flatMap((text) => wrap(text, width))
    .map((text) => ink.paint(text, tone))
    .join("\n");
}

// No name is as long as this; a sheet's cell may hold a million characters.
const LONGEST_CELL = 1_000;

function shortened(text: string): string {
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL).replace(/\p{Cs}$/u, "")}…` : text;
}

function cleaned({ columns, sections, belowFrom }: Table): Table {
  const short = (text: string) => shortened(clean(text));
  const cleanCell = (one: Cell): Cell => ({ ...one, lines: one.lines.map(short) });
  return {
    kind: "table",
    belowFrom,
    columns: columns.map((column) => ({ ...column, title: clean(column.title) })),
    sections: sections.map((section) => ({
      ...section,
      rows: section.rows.map(({ cells, below }) => ({
        cells: cells.map(cleanCell),
        below: below.map(short),
      })),
    })),
  };
}
