import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Story } from "./story.ts";

export interface StoryFiles {
  readonly plan: string;
  /** `tables:` for databases, where the story has some. */
  readonly mapping: string | null;
}

/** Writes the story's plan, its directory and its mapping into a folder. */
export function writePlan(folder: string, story: Story): StoryFiles {
  mkdirSync(folder, { recursive: true });
  copyFileSync(fileURLToPath(new URL("units.yaml", import.meta.url)), join(folder, "units.yaml"));
  const plan = join(folder, `${story.name}.yaml`);
  writeFileSync(plan, planText(story));
  if (story.mapping === undefined) return { plan, mapping: null };
  const mapping = join(folder, "mapping.yaml");
  writeFileSync(mapping, `mapping: ${story.name}\ntables:\n  ${story.mapping}\n`);
  return { plan, mapping };
}

function planText({ name, head = "", measures, tasks }: Story): string {
  const indicators = linesOf(measures).map((line) => {
    const [id, measure] = cut(line, ": ");
    return `  - { id: ${id}, clause: 一, name: ${id}, measure: ${measure}, threshold: 1 }`;
  });
  return `plan: ${name}
title: ${name}
issued: 2022-01-01
units: units.yaml
defaults: { measuredIn: 件, direction: at-least, responsible: 各单位, deadline: 2022-12-31 }
${head.trim()}
indicators:
${indicators.join("\n")}
${tasks === undefined ? "" : `tasks:\n${tasks.trimEnd()}\n`}`;
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

function cut(line: string, at: string): [string, string] {
  const place = line.indexOf(at);
  return [line.slice(0, place), line.slice(place + at.length)];
}
