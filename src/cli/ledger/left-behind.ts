import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { ledgerStanding } from "../../ingest/own-ledger.ts";
import type { Shell } from "../shell.ts";

const MOST_NAMED = 5;

/** Ledgers of units that have nothing to put right by now, or another name, stay in the folder: that is said. */
export async function noteLeftBehind(
  folder: string,
  written: readonly string[],
  { cwd, language, note }: Shell,
): Promise<void> {
  const own = new Set(written.map((file) => basename(file)));
  const entries = await readdir(resolve(cwd, folder));
  const others: string[] = [];
  for (const name of entries.filter((one) => /^[^.~].*\.xlsx$/i.test(one) && !own.has(one)).toSorted()) {
    const standing = await ledgerStanding(join(resolve(cwd, folder), name));
    if (standing === "untouched" || standing === "edited") others.push(name);
  }
  if (others.length > 0) await note(words[language](others.slice(0, MOST_NAMED), others.length));
}

const words = {
  zh: (named: readonly string[], all: number) =>
    `文件夹里另有以前的台账 ${all} 个，本次没有写，也没有删：${named.join("、")}${all > named.length ? " 等" : ""}。`,
  en: (named: readonly string[], all: number) =>
    `The folder has ${all} earlier ledgers that this run neither wrote nor removed: ${named.join(", ")}${all > named.length ? ", …" : ""}.`,
};
