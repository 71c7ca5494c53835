import { printable } from "../model/printable.ts";

// What Windows does not allow, in the widths that it does.
const twins: Readonly<Record<string, string>> = {
  "\\": "＼",
  "/": "／",
  ":": "：",
  "*": "＊",
  "?": "？",
  '"': "”",
  "<": "＜",
  ">": "＞",
  "|": "｜",
};
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Bytes of UTF-8, with room for the ending: file systems take 255. */
const LONGEST = 180;

/** Names of files by those of units: allowed everywhere, never a path, no two alike but for case. */
export function fileNames(names: readonly string[], ending: string): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = plainName(name);
    for (let at = 1; ; at += 1) {
      const file = `${at === 1 ? plain : `${plain}~${at}`}${ending}`;
      const folded = file.normalize("NFKC").toLowerCase();
      if (taken.has(folded)) continue;
      taken.add(folded);
      return file;
    }
  });
}

function plainName(name: string): string {
  const allowed = printable(name)
    .replace(/[\\/:*?"<>|]/g, (sign) => twins[sign] ?? "-")
    .replace(/^[.\s~$]+|[.\s]+$/g, "");
  let short = "";
  for (const character of allowed) {
    if (Buffer.byteLength(short + character) > LONGEST) break;
    short += character;
  }
  return short === "" || DEVICES.test(short) ? `${short}_` : short;
}
