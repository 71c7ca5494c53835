import type { Document } from "docx";
import { stopZipClock } from "../zip-clock.ts";
import type { Docx } from "./docx.ts";
import { fallbacks, LATIN } from "./page.ts";

interface Facts {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly keywords: string;
  readonly day: string;
}

/** The zip file, with the day of the data where the library writes the clock, and a table of fonts. */
export async function packed(docx: Docx, file: Document, facts: Facts): Promise<Uint8Array> {
  const overrides = [
    { path: "docProps/core.xml", data: coreOf(facts) },
    { path: "word/fontTable.xml", data: fontTable },
  ];
  return stopZipClock(new Uint8Array(await docx.Packer.toArrayBuffer(file, undefined, overrides)));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function coreOf({ title, subject, creator, keywords, day }: Facts): string {
  const moment = `${day}T00:00:00Z`;
  const parts = [
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:subject>${escaped(subject)}</dc:subject>`,
    `<dc:creator>${escaped(creator)}</dc:creator>`,
    `<cp:keywords>${escaped(keywords)}</cp:keywords>`,
    `<cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy>`,
    "<cp:revision>1</cp:revision>",
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
  ];
  const names = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ];
  return `${DECLARATION}<cp:coreProperties ${names.join(" ")}>${parts.join("")}</cp:coreProperties>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** By w:altName a program that lacks a face finds the next one. */
const fontTable = `${DECLARATION}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  ...Object.entries(fallbacks).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  ),
  `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
].join("")}</w:fonts>`;
