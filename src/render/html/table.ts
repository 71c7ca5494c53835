import type { Status } from "../../model/assessment.ts";
import type { Line } from "../blocks.ts";
import { type Html, html, joined, nothing, type Part } from "./markup.ts";

export interface HtmlColumn {
  readonly title: string;
  /** Figures stand right; words stand left. */
  readonly right?: boolean;
  /** May be sorted by; a first press puts this end on top. */
  readonly sort?: "up" | "down";
  /** Names its row. */
  readonly head?: boolean;
  /** Left out on a phone, where it stands elsewhere too. */
  readonly deskOnly?: boolean;
  /** Long words, which are given what room is left. */
  readonly wide?: boolean;
}

export interface HtmlCell {
  readonly content: Part;
  /** What it is sorted by; its text where it has none. Cells without a value come last: "". */
  readonly key?: string | number | undefined;
}

export interface HtmlRow {
  readonly cells: readonly (HtmlCell | Part)[];
  /** What the filter by status looks at: one, or several words apart by spaces. */
  readonly status?: Status | string;
  readonly id?: string;
}

export interface RowGroup {
  readonly title: Part;
  readonly rows: readonly HtmlRow[];
}

export interface HtmlTable {
  readonly caption: Part;
  /** Where a heading just above says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly HtmlColumn[];
  readonly groups: readonly RowGroup[];
  /** Offers to find rows by words and by status. */
  readonly filter?: boolean;
  readonly dense?: boolean;
}

/** A table in a box of its own, which scrolls when the page is too narrow for it. */
export function tableBox({ caption, captionHidden, columns, groups, filter, dense }: HtmlTable): Html {
  const offered = columns.some(({ sort }) => sort !== undefined);
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}">
<table class="${[dense ? "dense" : "", offered ? "sorts" : "", filter ? "filters" : ""].filter(Boolean).join(" ")}">
<caption${captionHidden ? html` class="unseen"` : ""}>${caption}</caption>
<thead><tr>${columns.map(headOf)}</tr></thead>
${groups.map((group) => bodyOf(group, columns))}
</table></div>`;
}

export function plainBox(table: Omit<HtmlTable, "groups">, rows: readonly HtmlRow[]): Html {
  return tableBox({ ...table, groups: [{ title: null, rows }] });
}

function headOf({ title, right, sort, wide, deskOnly }: HtmlColumn): Html {
  const kind = [right ? "right" : "", wide ? "wide" : "", deskOnly ? "at-desk-only" : ""]
    .filter(Boolean)
    .join(" ");
  const named = kind === "" ? nothing : html` class="${kind}"`;
  return html`<th scope="col"${named}${sort === undefined ? nothing : html` data-sort="${sort}"`}>${title}</th>`;
}

function bodyOf({ title, rows }: RowGroup, columns: readonly HtmlColumn[]): Html {
  const head =
    title === null
      ? nothing
      : html`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${title}</th></tr>`;
  return html`<tbody>${head}${rows.map((row) => rowOf(row, columns))}</tbody>\n`;
}

function rowOf({ cells, status, id }: HtmlRow, columns: readonly HtmlColumn[]): Html {
  const marks = html`${id === undefined ? nothing : html` id="${id}"`}${
    status === undefined ? nothing : html` data-status="${status}"`
  }`;
  return html`<tr${marks}>${cells.map((cell, index) => cellOf(cell, columns[index]))}</tr>\n`;
}

function cellOf(cell: HtmlCell | Part, column: HtmlColumn | undefined): Html {
  const { content, key } = isKeyed(cell) ? cell : { content: cell, key: undefined };
  const kind = column?.right ? "right" : column?.wide ? "wide" : column?.deskOnly ? "at-desk-only" : "";
  const marks = html`${kind === "" ? nothing : html` class="${kind}"`}${
    key === undefined || column?.sort === undefined ? nothing : html` data-key="${key}"`
  }`;
  return column?.head ? html`<th scope="row"${marks}>${content}</th>` : html`<td${marks}>${content}</td>`;
}

function isKeyed(cell: HtmlCell | Part): cell is HtmlCell {
  return typeof cell === "object" && cell !== null && "content" in cell;
}

/** Lines of one cell below each other. */
export function stacked(lines: readonly Part[]): Part {
  return joined(lines, html`<br>`);
}

export function list(items: readonly Line[]): Html {
  if (items.length === 0) return nothing;
  return html`<ul>${items.map(({ text, tone }) => html`<li${tone === undefined ? nothing : html` class="${tone}"`}>${text}</li>`)}</ul>`;
}
