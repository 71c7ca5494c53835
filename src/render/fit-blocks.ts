import { type Block, line, type Table } from "./blocks.ts";

export interface Fitting {
  readonly limit: number;
  /** What a section comes to, with what parts it from the next. */
  readonly lengthOf: (section: readonly Block[]) => number;
  readonly leftOut: (count: number) => string;
}

/**
 * Leaves out rows and list items until a text fits, of the longest sections first: short ones, as those that
 * leaders ask for and the one on the data, stay whole. Each section says what it lacks.
 */
export function fitBlocks(blocks: readonly Block[], { limit, lengthOf, leftOut }: Fitting): Block[] {
  const sections = sectionsOf(blocks);
  const lengths = sections.map(lengthOf);
  let excess = lengths.reduce((sum, length) => sum + length, 0) - limit;
  const longestFirst = lengths
    .map((_, at) => at)
    .toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || b - a);
  for (const at of longestFirst) {
    if (excess <= 0) break;
    const section = sections[at] ?? [];
    const all = sizeOf(section);
    const room = (lengths[at] ?? 0) - excess;
    const cut = (kept: number): readonly Block[] => [
      ...shortened(section, kept),
      { kind: "lines", lines: [line(leftOut(all - kept), "warn")] },
    ];
    if (all === 0) continue;
    sections[at] = cut(most(all - 1, (count) => lengthOf(cut(count)) <= room) ?? 0);
    excess += lengthOf(sections[at] ?? []) - (lengths[at] ?? 0);
  }
  return sections.flat();
}

/** Each begins with a heading of its own. */
function sectionsOf(blocks: readonly Block[]): (readonly Block[])[] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === "heading" || sections.length === 0) sections.push([]);
    sections.at(-1)?.push(block);
  }
  return sections;
}

/** The largest number up to `all` that holds, if 0 does. */
function most(all: number, holds: (count: number) => boolean): number | null {
  if (!holds(0)) return null;
  let [low, high] = [0, all];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === "list") return sum + block.items.length;
    if (block.kind === "details") return sum + sizeOf(block.blocks);
    if (block.kind !== "table") return sum;
    return sum + block.sections.reduce((so, { rows }) => so + rows.length, 0);
  }, 0);
}

/** The first rows and items; a part of which nothing is left goes with its title. */
function shortened(blocks: readonly Block[], kept: number): Block[] {
  let left = kept;
  const take = (count: number) => {
    const taken = Math.min(left, count);
    left -= taken;
    return taken;
  };
  const shorten = (block: Block): Block[] => {
    switch (block.kind) {
      case "list": {
        const items = block.items.slice(0, take(block.items.length));
        return items.length === 0 ? [] : [{ ...block, items }];
      }
      case "details": {
        const inner = block.blocks.flatMap(shorten);
        return inner.length === 0 ? [] : [{ ...block, blocks: inner }];
      }
      case "table":
        return shortTable(block, take);
      default:
        return [block];
    }
  };
  return blocks.flatMap(shorten);
}

function shortTable(block: Table, take: (count: number) => number): Block[] {
  const sections = block.sections.flatMap((section) => {
    const rows = section.rows.slice(0, take(section.rows.length));
    if (rows.length === section.rows.length) return rows.length === 0 ? [] : [section];
    return rows.length === 0 ? [] : [{ ...section, rows, after: [] }];
  });
  return sections.length === 0 ? [] : [{ ...block, sections }];
}
