import type { Document } from "docx";
import { stopZipClock } from "../zip-clock.ts";
import { type CoreFacts, coreOf, XML_DECLARATION } from "./core.ts";
import type { Docx } from "./docx.ts";
import { fallbacks, LATIN } from "./page.ts";

/** The zip file, with the day of the data where the library writes the clock, and a table of fonts. */
export async function packed(docx: Docx, file: Document, facts: CoreFacts): Promise<Uint8Array> {
  const overrides = [
    { path: "docProps/core.xml", data: coreOf(facts) },
    { path: "word/fontTable.xml", data: fontTable },
  ];
  return stopZipClock(new Uint8Array(await docx.Packer.toArrayBuffer(file, undefined, overrides)));
}

/** By w:altName a program that lacks a face finds the next one. */
const fontTable = `${XML_DECLARATION}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  ...Object.entries(fallbacks).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  ),
  `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
].join("")}</w:fonts>`;
