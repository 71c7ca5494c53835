export interface CoreFacts {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly keywords: string;
  /** Stands where programs write the clock. */
  readonly day: string;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const names = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
];

/** The properties of a Word file. */
export function coreOf({ title, subject, creator, keywords, day }: CoreFacts): string {
  const moment = `${day}T00:00:00Z`;
  const parts = [
    `<dc:title>${escaped(title)}</dc:title>`,
    subjectOf(subject),
    `<dc:creator>${escaped(creator)}</dc:creator>`,
    `<cp:keywords>${escaped(keywords)}</cp:keywords>`,
    `<cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy>`,
    "<cp:revision>1</cp:revision>",
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
  ];
  return `${XML_DECLARATION}<cp:coreProperties ${names.join(" ")}>${parts.join("")}</cp:coreProperties>`;
}

const OWN_END =
  /<cp:revision>1<\/cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">(\S+?T00:00:00Z)<\/dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">\1<\/dcterms:modified><\/cp:coreProperties>$/;

/** Whether nobody has saved the file again: every office program writes its own clock and name. */
export function isLeftAlone(core: string): boolean {
  return OWN_END.test(core);
}

export function saysSubject(core: string, subject: string): boolean {
  return core.includes(subjectOf(subject));
}

function subjectOf(subject: string): string {
  return `<dc:subject>${escaped(subject)}</dc:subject>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
