import { type ZipEntry, zip } from "./zip.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface Parts {
  /** What stands inside sheetData. */
  readonly rows?: string;
  /** A whole worksheet part instead. */
  readonly sheet?: string | Buffer;
  readonly strings?: string | null;
  readonly styles?: string | null;
  readonly workbook?: string;
  readonly rels?: string;
  readonly more?: readonly ZipEntry[];
}

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function sheetXml(rows: string): string {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

export function stringsXml(...items: string[]): string {
  return `${HEAD}<sst xmlns="${MAIN}">${items.map((item) => `<si>${item}</si>`).join("")}</sst>`;
}

/** Styles with one cell style for each format: a built-in id or a format code. */
export function stylesXml(...formats: (number | string)[]): string {
  const codes = formats.map((format, i) =>
    typeof format === "string" ? `<numFmt numFmtId="${170 + i}" formatCode="${format}"/>` : "",
  );
  const ids = formats.map((format, i) => (typeof format === "string" ? 170 + i : format));
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${ids
    .map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`)
    .join("")}</cellXfs></styleSheet>`;
}

export function workbookXml(sheets: string, properties = ""): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets}</sheets></workbook>`;
}

export function relsXml(...items: [id: string, type: string, target: string][]): string {
  const list = items.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships>${list.join("")}</Relationships>`;
}

/** A workbook with one sheet 表1, without docProps and, unless given, without strings and styles. */
export function workbookEntries(parts: Parts): ZipEntry[] {
  const entries: ZipEntry[] = [
    { name: "_rels/.rels", data: relsXml(["rId1", "officeDocument", "xl/workbook.xml"]) },
    {
      name: "xl/workbook.xml",
      data: parts.workbook ?? workbookXml('<sheet name="表1" sheetId="1" r:id="rId1"/>'),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data:
        parts.rels ??
        relsXml(
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "sharedStrings", "sharedStrings.xml"],
          ["rId3", "styles", "styles.xml"],
        ),
    },
    { name: "xl/worksheets/sheet1.xml", data: parts.sheet ?? sheetXml(parts.rows ?? "") },
  ];
  if (parts.strings) entries.push({ name: "xl/sharedStrings.xml", data: parts.strings });
  if (parts.styles) entries.push({ name: "xl/styles.xml", data: parts.styles });
  return [...entries, ...(parts.more ?? [])];
}

export function workbook(parts: Parts): Buffer {
  return zip(workbookEntries(parts));
}
