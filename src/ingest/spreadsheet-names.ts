import { basename } from "node:path";

/** Endings that are looked for in folders and archives; a file that is named is opened whatever it is called. */
export const spreadsheetEndings = ["xlsx", "xlsm", "csv", "tsv", "xls", "xlsb", "ods", "fods", "et"] as const;
export const archiveEndings = ["zip", "csv.gz", "tsv.gz"] as const;

/** Between an archive and its member in the name of a file. */
export const INSIDE = " › ";

const member = new RegExp(`\\.(${[...spreadsheetEndings, ...archiveEndings].join("|")})$`, "i");

export function isSpreadsheetName(name: string): boolean {
  return member.test(name) && !/^(?:\.|__MACOSX\/|.*\/\.)(?!~)/.test(name);
}

/** What Office (~$) and WPS (.~) leave beside a workbook that is open. */
export function isLockFile(path: string): boolean {
  return /^(~\$|\.~)/.test(basename(path));
}

/** The name of a file's only sheet: its own, without endings. */
export function sheetName(file: string): string {
  const own = file.slice(file.lastIndexOf(INSIDE) + 1);
  return basename(own.trim())
    .replace(/\.gz$/i, "")
    .replace(/\.[^.]+$/, "");
}
