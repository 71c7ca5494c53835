import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import type { Format } from "./outcome.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";

export const formats = { pretty, json, sarif, junit, github, gitlab } satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];

/** The format that a file's ending asks for, where -f does not say. */
export const endings: Readonly<Record<string, FormatName>> = {
  ".sarif": "sarif",
  ".sarif.json": "sarif",
  ".json": "json",
  ".xml": "junit",
  ".txt": "pretty",
};
