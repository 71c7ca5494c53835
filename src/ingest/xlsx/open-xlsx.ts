import { within } from "../place.ts";
import type { ReadLimits, SheetSource } from "../reader.ts";
import { refuse } from "../refuse.ts";
import type { Readers } from "../workers/readers.ts";
import { SheetReading } from "../workers/sheet-reading.ts";
import type { Container } from "../zip/container.ts";
import { createElementReader, type ElementVisitor } from "./elements.ts";
import { createMentionSearch, createMergedRanges } from "./merged-ranges.ts";
import { readPart } from "./read-part.ts";
import { createRelationships, type Relationships, relationshipsOf } from "./relationships.ts";
import { scanSheetPart } from "./scan-sheet-part.ts";
import { createSharedStringsScanner } from "./shared-strings.ts";
import { createStyles } from "./styles.ts";
import type { TextStore } from "./text-store.ts";
import { createWorkbook, type SheetEntry } from "./workbook.ts";

export interface OpenWorkbook {
  readonly sheets: readonly SheetSource[];
  /** Lets go of what all sheets share. */
  close(): void;
}

/** What all sheets of a workbook share, read when the first of them is scanned. */
interface Shared {
  readonly strings: TextStore;
  readonly styles: readonly number[];
}

/** Opens a workbook by its main part; `file` names it in problems. */
export async function openXlsx(
  container: Container,
  part: string,
  file: string,
  limits: ReadLimits,
): Promise<OpenWorkbook> {
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
  if (sheets.length === 0) refuse("D004", {}, "sheetless");
  const close = () => {
    loading = null;
  };
  return { sheets, close };
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
  const gauge = { total: part === undefined ? 0 : (container.part(part)?.size ?? 0), read: 0 };
  const readings: SheetReading[] = [];
  const { descriptor } = container;
  return {
    gauge,
    name: entry.name,
    hidden: entry.hidden,
    date1904,
    scan: (sink) =>
      within({ file, sheet: entry.name }, async () => {
        if (part === undefined) refuse("D005", {}, "missing", { part: entry.relationship });
        const { strings, styles } = await shared();
        const reading = readings.shift();
        if (reading?.isMine()) return reading.scan(strings, sink, gauge);
        gauge.read = 0;
        return scanSheetPart(container, { part, strings, styles, limits }, sink, (bytes) => {
          gauge.read += bytes;
        });
      }),
    merges: () =>
      within({ file, sheet: entry.name }, async () => {
        if (part === undefined) return [];
        // Most sheets merge nothing, which takes no more than a look through their bytes.
        const mention = createMentionSearch();
        await readPart(container, part, mention);
        if (!mention.found) return [];
        const merged = createMergedRanges(part, limits.maxCellLength * 4);
        await readPart(container, part, merged);
        return merged.ranges;
      }),
    // A workbook that came on stdin or lies in an archive is in this thread's memory.
    ...(descriptor === null || part === undefined
      ? {}
      : {
          async ahead(readers: Readers) {
            // What is wrong with them is said by the scan.
            const found = await shared().catch(() => null);
            if (found === null) return;
            const { strings, styles } = found;
            const errand = { kind: "sheet" as const, descriptor, part, styles, limits };
            readings.push(new SheetReading(readers, { ...errand, strings: strings.stored }));
          },
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
  if (container.part(stylesPart) !== undefined) await visit(container, stylesPart, styles);
  const stringsPart = related.first("sharedStrings") ?? relativeTo(workbook, "sharedStrings.xml");
  const strings = createSharedStringsScanner(stringsPart, limits);
  if (container.part(stringsPart) !== undefined) await readPart(container, stringsPart, strings);
  return { strings: strings.strings, styles: styles.kinds };
}

export async function readRelationships(container: Container, source: string): Promise<Relationships> {
  const relationships = createRelationships(source);
  const part = relationshipsOf(source);
  if (container.part(part) !== undefined) await visit(container, part, relationships);
  return relationships;
}

async function visit(container: Container, part: string, visitor: ElementVisitor): Promise<void> {
  await readPart(container, part, createElementReader(part, visitor));
}

function relativeTo(workbook: string, name: string): string {
  return `${workbook.slice(0, workbook.lastIndexOf("/") + 1)}${name}`;
}
