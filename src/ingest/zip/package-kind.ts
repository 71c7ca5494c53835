import { refuse } from "../refuse.ts";
import { readRelationships } from "../xlsx/open-xlsx.ts";
import type { Container } from "./container.ts";

/** What a zip file is; a workbook with the name of its main part. */
export type PackageKind =
  | { kind: "xlsx"; part: string }
  | { kind: "xlsb" }
  | { kind: "ods" }
  | { kind: "archive" };

export async function packageKind(container: Container): Promise<PackageKind> {
  const has = (part: string) => container.part(part) !== undefined;
  const root = await readRelationships(container, "");
  const part = root.first("officeDocument") ?? "xl/workbook.xml";
  if (part.toLowerCase().endsWith(".bin")) return { kind: "xlsb" };
  if (has(part) && /workbook[^/]*\.xml$/i.test(part)) return { kind: "xlsx", part };
  if (has("word/document.xml")) refuse("D004", {}, "docx");
  if (!has("content.xml")) return { kind: "archive" };
  const mimetype = await textOf(container, "mimetype");
  if (mimetype !== "" && !mimetype.includes("spreadsheet")) refuse("D004", {}, "odt");
  return { kind: "ods" };
}

async function textOf(container: Container, part: string): Promise<string> {
  const member = container.part(part);
  if (member === undefined || member.size > 1000) return "";
  const chunks: Buffer[] = [];
  for await (const chunk of member.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks).toString("latin1");
}
