import { waiverRows, waiverTexts } from "../../waiver-words.ts";
import { html } from "../markup.ts";
import type { Page, Section } from "../page.ts";
import { type HtmlColumn, plainBox } from "../table.ts";

/** Who is excused from what, by which document, until when. */
export function waivers({ report, language }: Page): Section | null {
  const rows = waiverRows(report, language);
  if (rows.length === 0) return null;
  const { title, about, columns } = waiverTexts(language);
  const shown = columns.map(
    (name, index): HtmlColumn => ({
      title: name,
      sort: "up",
      ...(index === 1 ? { head: true } : {}),
      ...(index === 2 || index === 5 ? { wide: true } : {}),
    }),
  );
  const table = plainBox(
    { caption: title, captionHidden: true, columns: shown },
    rows.map((cells) => ({ cells })),
  );
  return { id: "waivers", title, body: html`<p>${about}</p>${table}` };
}
