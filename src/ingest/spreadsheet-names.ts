import { basename } from "node:path";

/** Endings that are looked for in folders and archives; a file that is named is opened whatever it is called. */
export const spreadsheetEndings = ["xlsx", "xlsm", "csv", "tsv", "xls", "xlsb", "ods", "fods", "et"] as const;
export const archiveEndings = ["zip", "csv.gz", "tsv.gz"] as const;

/** Between an archive and its member in the name of a file. */
export const INSIDE = " › ";

const member = new RegExp(`\\.(${[...spreadsheetEndings, ...archiveEndings].join("|")})$`, "i");

// What a system leaves beside files; locks (.~) are known by themselves.
const hidden = /^__MACOSX\/|(?:^|\/)\.(?![.~])/;

export function isSpreadsheetName(name: string): boolean {
  return member.test(name) && !hidden.test(name);
}

/** What Office (~$) and WPS (.~) leave beside a workbook that is open. */
export function isLockFile(path: string): boolean {
  return /^(~\$|\.~)/.test(basename(path));
}

/** A file's own name without endings, whatever folder or archive it lies in: its only sheet is called so. */
export function ownName(file: string): string {
  const own = file.split(INSIDE).at(-1) ?? file;
  return basename(own)
    .replace(/(.)\.gz$/i, "$1")
    .replace(/(.)\.[^.]*$/, "$1");
}
