import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { type Block, cell, heading, line, plainTable, row } from "../blocks.ts";
import { waiverRows, waiverTexts } from "../waiver-words.ts";

const grows = { grows: true };
/** A document's number is searched for: it stays in one piece. */
const widths = [{}, grows, grows, { widest: 30 }, {}, grows];

/** Who is excused from what, by which document, until when; nothing where nobody is. */
export function waivers(report: Report, language: Language): Block[] {
  const rows = waiverRows(report, language);
  if (rows.length === 0) return [];
  const { title, about, columns } = waiverTexts(language);
  return [
    heading(2, title),
    { kind: "lines", lines: [line(about)] },
    plainTable(
      columns.map((name, index) => ({ title: name, ...(widths[index] ?? {}) })),
      rows.map((cells) => row(cells.map((text) => cell(text)))),
    ),
  ];
}
