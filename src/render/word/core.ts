export interface CoreFacts {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly keywords: string;
  /** The unit that the paper is for; "" for all. */
  readonly owner: string;
  /** Tells what the paper says from what an older one said, also when a person has saved it again. */
  readonly content: string;
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
export function coreOf({ title, subject, creator, keywords, owner, content, day }: CoreFacts): string {
  const moment = `${day}T00:00:00Z`;
  const parts = [
    `<dc:title>${escaped(title)}</dc:title>`,
    subjectOf(subject),
    `<dc:creator>${escaped(creator)}</dc:creator>`,
    `<cp:keywords>${escaped(keywords)}</cp:keywords>`,
    ...(owner === "" ? [] : [ownerOf(owner)]),
    contentOf(content),
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

/** Whether a paper, edited or not, was made with this content. */
export function saysContent(core: string, content: string): boolean {
  return core.includes(contentOf(content));
}

/** Whether a paper is this unit's; older ones do not say whose they are. */
export function saysOwner(core: string, unit: string): boolean {
  return !core.includes("<cp:category>") || core.includes(ownerOf(unit));
}

function contentOf(content: string): string {
  return `<dc:description>content-${content}</dc:description>`;
}

function ownerOf(unit: string): string {
  return `<cp:category>${escaped(unit)}</cp:category>`;
}

function subjectOf(subject: string): string {
  return `<dc:subject>${escaped(subject)}</dc:subject>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
