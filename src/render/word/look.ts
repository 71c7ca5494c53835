import type { IParagraphStyleOptions } from "docx";
import type { Language } from "../../model/language.ts";
import { type Face, faces, LATIN, page, sizes, tighter } from "./page.ts";
import type { ParagraphForm } from "./paper.ts";

interface Look {
  readonly face: Face;
  readonly size: keyof typeof sizes;
  readonly align?: "center" | "right";
  /** Characters before the first line, or before all of them. */
  readonly first?: number;
  readonly left?: number;
  readonly right?: number;
  /** Lines of space above, and below. */
  readonly before?: number;
  readonly after?: number;
  /** Points from line to line; the page's pitch where nothing is said. */
  readonly pitch?: number;
  readonly keepNext?: true;
  readonly outline?: number;
}

export const looks: Readonly<Record<ParagraphForm, Look>> = {
  title: { face: "title", size: "二号", align: "center", keepNext: true },
  subtitle: { face: "script", size: "三号", align: "center", keepNext: true },
  addressee: { face: "body", size: "三号", before: 1 },
  body: { face: "body", size: "三号", first: 2 },
  heading1: { face: "black", size: "三号", first: 2, keepNext: true, outline: 0 },
  heading2: { face: "script", size: "三号", first: 2, keepNext: true, outline: 1 },
  attachments: { face: "body", size: "三号", left: 2, before: 1, keepNext: true },
  "attachments-more": { face: "body", size: "三号", keepNext: true },
  signature: { face: "body", size: "三号", align: "right", before: 2, keepNext: true },
  date: { face: "body", size: "三号", align: "right", right: 4 },
  annex: { face: "black", size: "三号", keepNext: true },
  "annex-title": {
    face: "title",
    size: "二号",
    align: "center",
    pitch: 36,
    after: 0.5,
    keepNext: true,
    outline: 0,
  },
  note: { face: "body", size: "小四", first: 2, pitch: 20 },
  "sheet-title": { face: "title", size: "二号", align: "center", pitch: 32 },
  "sheet-number": { face: "body", size: "小四", align: "right", pitch: 20, after: 0.15 },
  "sheet-body": { face: "body", size: "小四", first: 2, pitch: 18, before: 0.1, after: 0.1 },
  "sheet-heading": {
    face: "black",
    size: "小四",
    first: 2,
    pitch: 20,
    before: 0.2,
    after: 0.1,
    keepNext: true,
  },
  "sheet-gap": { face: "body", size: "小五", pitch: 5 },
};

/** Every form as a style of the document, which an office can change in one place. */
export function styleOf(form: ParagraphForm, language: Language): IParagraphStyleOptions {
  const look = looks[form];
  const character = sizes[look.size] * 10;
  const { first = 0, left = 0, right = 0, before = 0, after = 0 } = look;
  return {
    id: form,
    name: form,
    basedOn: "Normal",
    quickFormat: true,
    run: {
      font: fontOf(look.face, language),
      size: sizes[look.size],
      bold: isBold(look, language),
      ...(language === "zh" && look.size === "三号" ? { characterSpacing: tighter } : {}),
    },
    paragraph: {
      ...(look.align === undefined ? {} : { alignment: look.align }),
      ...(look.align === undefined && language === "zh" ? { alignment: "both" as const } : {}),
      indent: { firstLine: first * character, left: left * character, right: right * character },
      spacing: {
        line: look.pitch === undefined ? page.pitch : look.pitch * 20,
        lineRule: "exact",
        before: Math.round(before * page.pitch),
        after: Math.round(after * page.pitch),
      },
      ...(look.keepNext ? { keepNext: true } : {}),
      ...(look.outline === undefined ? {} : { outlineLevel: look.outline }),
    },
  };
}

/** Quotation marks and dashes are Chinese ones in a Chinese paper. */
export function fontOf(face: Face, language: Language) {
  const eastAsia = faces[face];
  return {
    ascii: LATIN,
    hAnsi: LATIN,
    cs: LATIN,
    eastAsia,
    ...(language === "zh" ? { hint: "eastAsia" } : {}),
  };
}

/** Latin letters have one face here: headings are told by weight. */
function isBold({ face }: Look, language: Language): boolean {
  return language === "en" && face !== "body";
}
