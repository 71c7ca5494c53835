import type { ElementVisitor } from "./elements.ts";

export interface Relationship {
  /** The last word of the type, the same in transitional and strict files: worksheet, styles. */
  readonly type: string;
  /** Name of the part in the package. */
  readonly target: string;
}

export interface Relationships extends ElementVisitor {
  readonly byId: ReadonlyMap<string, Relationship>;
  first(type: string): string | undefined;
}

/** Collects the relationships of a part; targets are relative to it. */
export function createRelationships(source: string): Relationships {
  const byId = new Map<string, Relationship>();
  return {
    byId,
    first: (type) => [...byId.values()].find((found) => found.type === type)?.target,
    open(name, attributes) {
      const id = attributes.get("Id");
      const target = attributes.get("Target");
      if (name !== "Relationship" || id === undefined || target === undefined) return;
      if (attributes.get("TargetMode") === "External") return;
      const type = (attributes.get("Type") ?? "").split("/").at(-1) ?? "";
      byId.set(id, { type, target: resolveTarget(source, target) });
    },
  };
}

/** Targets stand absolute (/xl/a.xml), relative (a.xml, ../a.xml), and with backslashes. */
export function resolveTarget(source: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const whole = path.startsWith("/") ? path : `${source.slice(0, source.lastIndexOf("/") + 1)}${path}`;
  const steps: string[] = [];
  for (const step of whole.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
