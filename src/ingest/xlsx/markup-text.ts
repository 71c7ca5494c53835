import { isUtf8 } from "node:buffer";
import { refuse } from "../refuse.ts";

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const ENTITY = /&(#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,9}|amp|lt|gt|quot|apos);/g;
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Character data as text: UTF-8 decoded, entities resolved, line ends as XML has them. */
export function decodeText(bytes: Buffer, from: number, to: number, literal: boolean, part: string): string {
  let text = bytes.toString("utf8", from, to);
  if (text.includes("\uFFFD") && !isUtf8(bytes.subarray(from, to))) {
    refuse("D005", {}, "encoding", { part });
  }
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  return literal ? text : resolveEntities(text);
}

export function resolveEntities(text: string): string {
  return text.includes("&") ? text.replace(ENTITY, entity) : text;
}

/** Excel writes characters that XML cannot hold as _xHHHH_, and a literal "_x" as _x005F_x. */
export function unescapeExcel(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function entity(whole: string, body: string): string {
  if (!body.startsWith("#")) return named[body] ?? whole;
  const hex = body[1] === "x" || body[1] === "X";
  const code = hex ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
