import type { Sql } from "../dialect.ts";

// A backslash begins an escape in strings and names; NUL would end the statement for some parsers.
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  "`": "\\`",
  "\0": "\\0",
};

export function quoteText(text: string): Sql {
  return `'${text.replace(/[\\'\0]/g, (char) => escapes[char] ?? char)}'`;
}

export function quoteName(name: string): Sql {
  return `\`${name.replace(/[\\`\0]/g, (char) => escapes[char] ?? char)}\``;
}
