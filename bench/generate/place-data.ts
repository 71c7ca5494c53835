import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../place.ts";

interface Member {
  readonly name: string;
  readonly full?: string;
}

/** The units as exports name them, in full. */
export function unitNames(): string[] {
  const { members } = read<{ members: Member[] }>("rules/units/jiayuguan.yaml");
  return members.map(({ name, full }) => full ?? name);
}

/** The short name that reports use, by full name. */
export function shortNames(): Map<string, string> {
  const { members } = read<{ members: Member[] }>("rules/units/jiayuguan.yaml");
  return new Map(members.map(({ name, full }) => [full ?? name, name]));
}

export function taskIds(): string[] {
  return read<{ tasks: { id: string }[] }>("rules/jiayuguan-2022.yaml").tasks.map(({ id }) => id);
}

function read<T>(file: string): T {
  return parse(readFileSync(join(root, file), "utf8")) as T;
}
