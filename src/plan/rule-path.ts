import type { Path } from "./yaml-file.ts";

const names = ["id", "name", "match", "indicator"] as const;

/** A path by names where list entries have one, so that it survives a new order: indicators[instant-share].name. */
export function rulePath(data: unknown, path: Path): string {
  let node = data;
  let text = "";
  for (const step of path) {
    const inner = childOf(node, step);
    if (Array.isArray(node)) text += `[${nameOf(inner) ?? step}]`;
    else text += text === "" ? step : `.${step}`;
    node = inner;
  }
  return text;
}

function childOf(node: unknown, step: string | number): unknown {
  return typeof node === "object" && node !== null
    ? (node as Record<string | number, unknown>)[step]
    : undefined;
}

function nameOf(node: unknown): string | undefined {
  const found = names.map((key) => childOf(node, key)).find((name) => typeof name === "string");
  return typeof found === "string" ? found : undefined;
}
