import type { Block, Cell, Table } from "../blocks.ts";
import { type Html, html, nothing } from "./markup.ts";
import { type HtmlColumn, list, type RowGroup, stacked, tableBox } from "./table.ts";

/** The blocks that text formats print, as parts of a page; `named` is what a table without a heading is called. */
export function blocksHtml(blocks: readonly Block[], named: string): Html {
  let caption = named;
  const parts = blocks.map((block) => {
    if (block.kind === "heading") caption = block.text;
    return blockHtml(block, caption);
  });
  return html`${parts}`;
}

function blockHtml(block: Block, caption: string): Html {
  switch (block.kind) {
    case "heading":
      return html`<h3>${block.text}</h3>\n`;
    case "lines":
      return html`${block.lines.map(({ text, tone }) => html`<p${tone === undefined ? nothing : html` class="${tone}"`}>${text}</p>`)}\n`;
    case "list":
      return html`${list(block.items)}\n`;
    case "table":
      return tableHtml(block, caption);
    case "details":
      return blocksHtml(block.blocks, block.summary);
    case "fields":
      return html`<dl class="facts">${block.fields.map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>\n`)}</dl>\n`;
    default:
      return block satisfies never;
  }
}

function tableHtml({ columns, sections }: Table, caption: string): Html {
  const head = columns.findIndex(({ grows }) => grows === true);
  const shown = columns.map(
    ({ title, right, grows }, index): HtmlColumn => ({
      title,
      ...(right ? { right } : {}),
      ...(grows ? { wide: true } : {}),
      ...(index === head ? { head: true } : {}),
    }),
  );
  const groups = sections.map(
    ({ title, rows }): RowGroup => ({
      title: title?.text ?? null,
      rows: rows.map(({ cells, below }) => ({
        cells: cells.map((cell, index) =>
          index === head
            ? html`${cellHtml(cell)}${below.map((line) => html`<small>${line}</small>`)}`
            : cellHtml(cell),
        ),
      })),
    }),
  );
  return tableBox({ caption, captionHidden: true, columns: shown, groups });
}

function cellHtml({ lines, tone }: Cell): Html {
  const text = stacked([...lines]);
  return tone === undefined ? html`${text}` : html`<span class="${tone}">${text}</span>`;
}
