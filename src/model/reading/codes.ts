import type { CodeList } from "../dataset.ts";
import { clean, spelling } from "./text.ts";

const SET_SEPARATORS = /[,、;^|]/;
const NUMBERED = /^[0-9]+[\s\-_.、:]+(?=\D)/;

/** Looks a code up by any of its spellings. */
export class CodeLookup {
  private readonly canonical = new Map<string, string>();
  readonly values: readonly string[];

  constructor(list: CodeList) {
    this.values = Object.keys(list.values);
    for (const [value, spellings] of Object.entries(list.values)) {
      for (const written of [value, ...spellings]) this.canonical.set(spelling(written), value);
    }
  }

  /** The canonical value, undefined outside the list; "01 行政许可" is read by its name. */
  read(text: string): string | undefined {
    return (
      this.canonical.get(spelling(text)) ?? this.canonical.get(spelling(clean(text).replace(NUMBERED, "")))
    );
  }

  /** The members of a set cell, without repeats; undefined when one of them is outside the list. */
  readSet(text: string): readonly string[] | undefined {
    const whole = this.read(text);
    if (whole !== undefined) return [whole];
    const members = new Set<string>();
    for (const part of clean(text).split(SET_SEPARATORS)) {
      if (part.trim() === "") continue;
      const member = this.read(part);
      if (member === undefined) return undefined;
      members.add(member);
    }
    return members.size === 0 ? undefined : [...members];
  }
}

/** Digits run in opposite directions on different platforms: they need a declared map. */
export function isDigits(text: string): boolean {
  return /^[0-9]+(?:[,、;^|][0-9]+)*$/.test(clean(text));
}
