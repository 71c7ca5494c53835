import type { Unit } from "./unit.ts";
import { scalar } from "./yaml-text.ts";

/**
 * The line of a directory that makes a name known: that of the unit it may have meant, with the name among its
 * aliases, or a new one.
 */
export function unitLine(name: string, meant: Unit | null): string {
  if (meant === null) return `- { name: ${scalar(name)} }`;
  const { full, aliases, groups, parent, assumed } = meant;
  const parts = [
    `name: ${scalar(meant.name)}`,
    ...(full === null ? [] : [`full: ${scalar(full)}`]),
    `aliases: ${listOf([...aliases, name])}`,
    ...(groups.length === 0
      ? []
      : [`group: ${groups.length === 1 ? scalar(groups[0] ?? "") : listOf(groups)}`]),
    ...(parent === null ? [] : [`parent: ${scalar(parent)}`]),
    ...(assumed ? ["assumed: true"] : []),
  ];
  return `- { ${parts.join(", ")} }`;
}

function listOf(names: readonly string[]): string {
  return `[${names.map(scalar).join(", ")}]`;
}
