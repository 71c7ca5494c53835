import { within } from "../place.ts";
import type { ReadLimits, SheetSource } from "../reader.ts";
import { refuse } from "../refuse.ts";
import { type Container, openContainer } from "./container.ts";
import { createElementReader, type ElementVisitor } from "./elements.ts";
import { createRelationships, type Relationships, relationshipsOf } from "./relationships.ts";
import { createSharedStringsScanner } from "./shared-strings.ts";
import { createSheetScanner } from "./sheet-scanner.ts";
import { createStyles } from "./styles.ts";
import { createWorkbook, type SheetEntry } from "./workbook.ts";

export interface OpenWorkbook {
  readonly sheets: readonly SheetSource[];
  close(): void;
}

/** What all sheets of a workbook share, read when the first of them is scanned. */
interface Shared {
  readonly strings: readonly string[];
  readonly styles: readonly number[];
}

/** Opens a workbook from a path or from its bytes; `file` names it in problems. */
export async function openXlsx(
  source: string | Buffer,
  file: string,
  limits: ReadLimits,
): Promise<OpenWorkbook> {
  return within({ file }, async () => {
    const container = await openContainer(source, limits);
    try {
      return await readWorkbook(container, file, limits);
    } catch (error) {
      container.close();
      throw error;
    }
  });
}

async function readWorkbook(container: Container, file: string, limits: ReadLimits): Promise<OpenWorkbook> {
  const part = await findWorkbook(container);
  const workbook = createWorkbook();
  await visit(container, part, workbook);
  const related = await readRelationships(container, part);

  let loading: Promise<Shared> | null = null;
  const shared = (): Promise<Shared> => {
    loading ??= readShared(container, part, related, limits);
    return loading;
  };
  const sheets: SheetSource[] = [];
  for (const entry of workbook.sheets) {
    const found = related.byId.get(entry.relationship);
    if (found !== undefined && found.type !== "worksheet") continue;
    sheets.push(sheetSource(container, entry, found?.target, workbook.date1904, file, limits, shared));
  }
  const close = () => {
    loading = null;
    container.close();
  };
  return { sheets, close };
}

async function findWorkbook(container: Container): Promise<string> {
  const root = await readRelationships(container, "");
  const part = root.first("officeDocument") ?? "xl/workbook.xml";
  if (part.toLowerCase().endsWith(".bin")) refuse("D004", {}, "xlsb");
  if (container.has(part) && /workbook[^/]*\.xml$/i.test(part)) return part;
  const other = container.has("content.xml") ? "ods" : "zip";
  return refuse("D004", {}, container.has("word/document.xml") ? "docx" : other);
}

function sheetSource(
  container: Container,
  entry: SheetEntry,
  part: string | undefined,
  date1904: boolean,
  file: string,
  limits: ReadLimits,
  shared: () => Promise<Shared>,
): SheetSource {
  return {
    name: entry.name,
    hidden: entry.hidden,
    date1904,
    scan: (sink) =>
      within({ file, sheet: entry.name }, async () => {
        if (part === undefined) refuse("D005", {}, "missing", { part: entry.relationship });
        const { strings, styles } = await shared();
        const scanner = createSheetScanner({ part, sharedStrings: strings, styles, limits, sink });
        await container.read(part, scanner);
        return scanner.result;
      }),
  };
}

async function readShared(
  container: Container,
  workbook: string,
  related: Relationships,
  limits: ReadLimits,
): Promise<Shared> {
  const styles = createStyles();
  const stylesPart = related.first("styles") ?? relativeTo(workbook, "styles.xml");
  if (container.has(stylesPart)) await visit(container, stylesPart, styles);
  const stringsPart = related.first("sharedStrings") ?? relativeTo(workbook, "sharedStrings.xml");
  const strings = createSharedStringsScanner(stringsPart, limits);
  if (container.has(stringsPart)) await container.read(stringsPart, strings);
  return { strings: strings.strings, styles: styles.kinds };
}

async function readRelationships(container: Container, source: string): Promise<Relationships> {
  const relationships = createRelationships(source);
  const part = relationshipsOf(source);
  if (container.has(part)) await visit(container, part, relationships);
  return relationships;
}

async function visit(container: Container, part: string, visitor: ElementVisitor): Promise<void> {
  await container.read(part, createElementReader(part, visitor));
}

function relativeTo(workbook: string, name: string): string {
  return `${workbook.slice(0, workbook.lastIndexOf("/") + 1)}${name}`;
}
