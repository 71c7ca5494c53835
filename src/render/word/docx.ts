import { createHash } from "node:crypto";
import type { ISectionOptions, Paragraph, Table } from "docx";
import type { Language } from "../../model/language.ts";
import { ownReportMark } from "../../model/own-report.ts";
import type { Report } from "../../model/report.ts";
import type { CoreFacts } from "./core.ts";
import { fontOf, looks, styleOf } from "./look.ts";
import { packed } from "./pack.ts";
import { LATIN, page, sizes } from "./page.ts";
import {
  type Paper,
  type PaperBlock,
  type PaperParagraph,
  type PaperSection,
  paragraphForms,
} from "./paper.ts";
import { formOf, tableOf } from "./tables.ts";
import { wordText } from "./word-text.ts";

export type Docx = typeof import("docx");

interface Setting {
  readonly docx: Docx;
  readonly language: Language;
}

/** A paper as a Word file; the same paper gives the same bytes. */
export async function docxOf(
  paper: Paper,
  { tool, asOf }: Pick<Report, "tool" | "asOf">,
  language: Language,
): Promise<Uint8Array> {
  // Half a second to load: only those who want a Word file pay it.
  const setting: Setting = { docx: await import("docx"), language };
  const facts = factsOf(paper, { tool, asOf });
  const { title, subject, creator, keywords } = facts;
  const file = new setting.docx.Document({
    title,
    subject,
    creator,
    keywords,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: fontOf("body", language),
            size: sizes.三号,
            language: { value: "en-US", eastAsia: "zh-CN" },
          },
        },
      },
      paragraphStyles: paragraphForms.map((form) => styleOf(form, language)),
    },
    sections: paper.sections.map((section) => ({
      ...pageOf(section, paper.header, setting),
      children: section.blocks.map((block) => blockOf(block, section.across, setting)),
    })),
  });
  return packed(setting.docx, file, facts);
}

/** What the properties of its file say: with the same facts, papers are the same. */
export function factsOf(paper: Paper, { tool, asOf }: Pick<Report, "tool" | "asOf">): CoreFacts {
  return {
    title: wordText(paper.title),
    subject: wordText(paper.subject),
    creator: `${tool.name} ${tool.version}`,
    keywords: ownReportMark,
    owner: wordText(paper.owner ?? ""),
    content: createHash("sha256").update(JSON.stringify(paper)).digest("hex").slice(0, 16),
    day: asOf,
  };
}

function blockOf(block: PaperBlock, across: boolean, setting: Setting): Paragraph | Table {
  const width = across ? page.textHeight : page.textWidth;
  switch (block.kind) {
    case "paragraph":
      return paragraphOf(block, setting);
    case "table":
      return tableOf(block, width, setting);
    case "form":
      return formOf(block, width, setting);
    default:
      return block satisfies never;
  }
}

function paragraphOf({ form, lines, newPage, indent }: PaperParagraph, { docx }: Setting): Paragraph {
  const character = sizes[looks[form].size] * 10;
  return new docx.Paragraph({
    style: form,
    ...(newPage === true ? { pageBreakBefore: true } : {}),
    ...(indent === undefined
      ? {}
      : {
          indent: {
            firstLine: 0,
            left: Math.round((indent.left ?? 0) * character),
            right: Math.round((indent.right ?? 0) * character),
          },
        }),
    children: lines.map(
      (line, index) => new docx.TextRun({ text: wordText(line), ...(index > 0 ? { break: 1 } : {}) }),
    ),
  });
}

function pageOf(
  { across, ruled }: PaperSection,
  header: string,
  setting: Setting,
): Omit<ISectionOptions, "children"> {
  const { docx } = setting;
  const { top, bottom, left, right, header: head, footer } = page;
  const upright = { top, bottom, left, right };
  // Turned a quarter: the head of the upright page is the binding side.
  const turned = { top: left, bottom: right, left: bottom, right: top };
  const head_ = () => headerOf(header, setting);
  return {
    headers: { default: head_(), even: head_() },
    footers: { default: footerOf("right", setting), even: footerOf("left", setting) },
    properties: {
      page: {
        size: {
          width: page.width,
          height: page.height,
          orientation: across ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
        },
        margin: {
          ...(across ? turned : upright),
          header: across ? Math.round(head / 2) : head,
          footer: across ? Math.round(right / 2) : footer,
        },
      },
      ...(ruled === true
        ? { grid: { type: docx.DocumentGridType.LINES, linePitch: page.pitch } }
        : { grid: { linePitch: page.pitch } }),
    },
  };
}

function headerOf(text: string, { docx, language }: Setting) {
  const run = new docx.TextRun({
    text: wordText(text),
    font: fontOf("black", language),
    size: sizes.小四,
    bold: language === "en",
  });
  return new docx.Header({
    children: [
      new docx.Paragraph({ alignment: docx.AlignmentType.RIGHT, children: text === "" ? [] : [run] }),
    ],
  });
}

/** "— 1 —" at the outer edge, one character in. */
function footerOf(side: "left" | "right", { docx, language }: Setting) {
  const character = sizes.四号 * 10;
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: side,
        indent: { [side]: character },
        children: [
          new docx.TextRun({
            children: ["— ", docx.PageNumber.CURRENT, " —"],
            font: { ...fontOf("number", language), ascii: language === "zh" ? "宋体" : LATIN },
            size: sizes.四号,
          }),
        ],
      }),
    ],
  });
}
