import { defaultLimits } from "../../../src/ingest/reader.ts";
import { openContainer } from "../../../src/ingest/zip/container.ts";

/** The text of one part of a Word file. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const container = await openContainer(Buffer.from(bytes), defaultLimits);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of container.part(name)?.chunks() ?? []) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  } finally {
    container.close();
  }
}

export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
}

export interface ReadDocx {
  /** Outside of tables, in order. */
  readonly paragraphs: readonly ReadParagraph[];
  /** Rows of cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Everything line by line, cells of a row between bars. */
  readonly text: string;
}

/** What a Word file says. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const xml = await partOf(bytes, "word/document.xml");
  const paragraphs: ReadParagraph[] = [];
  const tables: string[][][] = [];
  const lines: string[] = [];
  for (const [part = ""] of xml.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)) {
    if (part.startsWith("<w:tbl>")) {
      const rows = [...part.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
      );
      tables.push(rows);
      lines.push(...rows.map((row) => `| ${row.join(" | ")} |`));
    } else {
      const style = /<w:pStyle w:val="([^"]*)"/.exec(part)?.[1] ?? "";
      paragraphs.push({ style, text: textOf(part) });
      lines.push(`[${style}] ${textOf(part)}`);
    }
  }
  return { paragraphs, tables, text: `${lines.join("\n")}\n` };
}

const named = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" } as const;

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = ""]) =>
      text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof named) => named[name]),
    )
    .join("");
}
