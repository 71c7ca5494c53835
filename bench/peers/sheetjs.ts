import { readFile } from "node:fs/promises";
import { read } from "@e965/xlsx";
import type { Peer } from "./peer.ts";

export const sheetjs: Peer = async (file) => {
  const book = read(await readFile(file), {
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
  });
  const sheets = book.SheetNames.map(
    (name, at) => [String(at), book.Sheets[name]?.["!data"]?.length ?? 0] as const,
  );
  return { sheets: Object.fromEntries(sheets) };
};
