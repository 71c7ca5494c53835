import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Path } from "./yaml-file.ts";

/** A value to write at a key that is there; null takes the key away. */
export interface Edit {
  readonly path: Path;
  readonly value: string | null;
}

export interface Edited {
  readonly text: string;
  /** What could not be written where it stands, as behind an alias. */
  readonly left: readonly Edit[];
}

/** A YAML text with some scalars changed and nothing else: comments, quotes and spaces stay as they are. */
export function editYaml(text: string, edits: readonly Edit[]): Edited {
  const document = parseDocument(text, { keepSourceTokens: false });
  const left: Edit[] = [];
  const cuts = edits.flatMap((edit): Cut[] => {
    const map = document.getIn(edit.path.slice(0, -1), true);
    const pair = isMap(map) ? pairOf(map, String(edit.path.at(-1))) : undefined;
    const range = isScalar(pair?.value) && pair.value.anchor === undefined ? pair.value.range : undefined;
    const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    if (!isMap(map) || range == null || start === undefined) {
      left.push(edit);
      return [];
    }
    if (edit.value !== null) return [{ from: range[0], to: valueEnd(text, range), by: edit.value }];
    if (map.flow !== true) return [wholeLine(text, start, valueEnd(text, range))];
    const after = map.items.slice(map.items.indexOf(pair as Pair) + 1);
    const isLast = after.every((other) => isTaken(other, edit.path, edits));
    return [inFlow(text, start, range[1], isLast)];
  });
  const after = applied(text, cuts);
  // Whatever else YAML allows: a file that could be read is never written as one that cannot.
  const broken = parseDocument(after, { keepSourceTokens: false }).errors.length > document.errors.length;
  return broken ? { text, left: edits } : { text: after, left };
}

/** A text over several lines (`>-`, `|`) ends with the break behind it, which stays. */
function valueEnd(text: string, [start, end]: readonly [number, number, number]): number {
  const behind = /\s*$/.exec(text.slice(start, end))?.[0].length ?? 0;
  return end - behind;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

function isTaken(pair: Pair, path: Path, edits: readonly Edit[]): boolean {
  const key = isScalar(pair.key) ? String(pair.key.value) : "";
  const whole = JSON.stringify([...path.slice(0, -1), key]);
  return edits.some((edit) => edit.value === null && JSON.stringify(edit.path) === whole);
}

/** `a: 1, ` with the comma behind it, or before it where nothing is left behind. */
function inFlow(text: string, start: number, end: number, isLast: boolean): Cut {
  const behind = /^\s*,[ \t]*/.exec(text.slice(end))?.[0] ?? "";
  if (!isLast) return { from: start, to: end + behind.length, by: "" };
  const before = /,\s*$/.exec(text.slice(0, start))?.[0] ?? "";
  return { from: start - before.length, to: end, by: "" };
}

function wholeLine(text: string, start: number, end: number): Cut {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  return { from, to: next === -1 ? text.length : next + 1, by: "" };
}

/** From the end, so that places before stay. */
function applied(text: string, cuts: readonly Cut[]): string {
  return [...cuts]
    .sort((a, b) => b.from - a.from)
    .reduce((done, { from, to, by }) => done.slice(0, from) + by + done.slice(to), text);
}
