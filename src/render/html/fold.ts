import { type Html, html, nothing, type Part } from "./markup.ts";

interface Fold {
  readonly id?: string;
  /** A heading, or words. */
  readonly summary: Part;
  readonly body: Part;
}

/** Stands open in the file; the script folds it, so that nothing is hidden from who reads without one. */
export function fold({ id, summary, body }: Fold): Html {
  return html`<details class="fold" open${id === undefined ? nothing : html` id="${id}"`}><summary>${summary}</summary>
<div class="folded">${body}</div></details>\n`;
}
