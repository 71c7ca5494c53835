import type { Field } from "../model/dataset.ts";
import { nearestFew } from "../model/nearest.ts";
import { clean, spelling } from "../model/reading/text.ts";
import { remembered } from "../model/remembered.ts";

// ① and ¹ become digits once width is folded, so they go before.
const FOOTNOTES = /[\u2460-\u2473\u00b9\u00b2\u00b3\u2070-\u2079†‡※]+/g;

/** A heading as looked up: brackets and footnote marks, a leading asterisk, spaces, width and case do not matter. */
export const headingKey = remembered(keyOfHeading);

function keyOfHeading(heading: string): string {
  const bare = spelling(heading.replace(FOOTNOTES, "") || heading).replace(/^[*★]+|[*#]+$/g, "");
  const unbracketed = bare.replace(/(?:\([^()]*\)|\[[^[\]]*\]|【[^【】]*】)+$/, "");
  return unbracketed === "" ? bare : unbracketed;
}

/** The unit in the bracket at the end of a heading. */
export function bracketOf(heading: string): string | null {
  const match = /[（([【]([^（）()[\]【】]*)[）)\]】]\s*$/.exec(heading);
  const inside = match?.[1] === undefined ? "" : clean(match[1]).replace(/^单位[:：]?/, "");
  return inside === "" ? null : inside;
}

/** Headings of a sheet that may have been meant for a field that no column holds. */
export function nearestHeading(field: Field, headings: readonly string[]): string | null {
  const keys = new Map(headings.map((heading) => [headingKey(heading), heading]));
  for (const name of [field.name, ...field.aliases]) {
    const [near] = nearestFew(headingKey(name), keys.keys(), 1);
    if (near !== undefined) return keys.get(near) ?? null;
  }
  return null;
}
