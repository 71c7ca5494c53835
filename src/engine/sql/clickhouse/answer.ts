import { z } from "zod";
import { fail } from "../../../problem.ts";
import type { AnswerRow } from "../database.ts";

/** JSONCompact as a server ends it; what it says of the rows must be true of them. */
const bodySchema = z.object({
  meta: z.array(z.object({ name: z.string(), type: z.string() })),
  data: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  rows: z.number(),
  exception: z.string().optional(),
});

/** Numbers of these types keep their digits in JSON; all others are asked for as text. */
const SAFE = /^(?:Nullable\(|LowCardinality\()*(?:U?Int(?:8|16|32)|Bool|Nothing)\)*$/;

export type Body =
  | { readonly whole: true; readonly rows: readonly AnswerRow[] }
  /** `exception` is what the server put in place of the rest, null where the rest is just not there. */
  | { readonly whole: false; readonly exception: string | null };

/** How 18.16 prints a decimal of 22 and more digits. */
const MISPRINTED = /^-?\d+\0/;

/** Reads an answer's text; never a part of one. */
export function readBody(text: string): Body {
  const parsed = bodySchema.safeParse(jsonOf(text));
  if (!parsed.success) return { whole: false, exception: exceptionIn(text) };
  const { meta, data, rows, exception } = parsed.data;
  if (exception !== undefined) return { whole: false, exception };
  if (rows !== data.length || data.some((row) => row.length !== meta.length))
    return { whole: false, exception: null };
  return { whole: true, rows: data.map((row) => row.map((cell, at) => textOf(cell, meta[at]?.type ?? ""))) };
}

function textOf(cell: string | number | boolean | null, type: string): string | null {
  if (cell === null) return null;
  if (typeof cell === "string") {
    if (MISPRINTED.test(cell)) fail("D064", {});
    return cell;
  }
  if (!SAFE.test(type)) throw new Error(`a statement asked for ${type} as a number; digits may be lost`);
  return String(Number(cell));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** After a status of 200 an error can only stand where the rows should go on. */
function exceptionIn(text: string): string | null {
  const tail = text.slice(-4_000);
  return /Code: \d+[.,][\s\S]*Exception[\s\S]*/.exec(tail)?.[0] ?? null;
}
