import type { Filter } from "../model/measure.ts";
import type { Row } from "../model/value.ts";
import { compileFilter, type RowTest } from "./filter.ts";
import type { Layout } from "./layout.ts";
import type { Surroundings } from "./surroundings.ts";

interface Branch<T> {
  readonly test: RowTest;
  /** What waits for rows that passed every test down to here. */
  readonly leaves: T[];
  readonly branches: Branch<T>[];
  readonly byKey: Map<string, Branch<T>>;
}

/**
 * Many filters held against each row at once. Filters that begin alike share their tests: what several
 * indicators ask is asked once, and the good rows of a share are looked for among its rows only.
 */
export class FilterTree<T> {
  private readonly root: Branch<T> = branchOf(() => true);
  private readonly layout: Layout;
  private readonly around: Surroundings;
  private readonly found: (leaf: T, row: Row) => void;

  /** `found` is called with every leaf whose filter a row passes. */
  constructor(layout: Layout, around: Surroundings, found: (leaf: T, row: Row) => void) {
    this.layout = layout;
    this.around = around;
    this.found = found;
  }

  add(filter: Filter, leaf: T): void {
    let branch = this.root;
    for (const part of partsOf(filter)) branch = this.below(branch, part);
    branch.leaves.push(leaf);
  }

  private below(branch: Branch<T>, part: Filter): Branch<T> {
    const key = filterKey(part);
    const known = branch.byKey.get(key);
    if (known !== undefined) return known;
    const next = branchOf<T>(compileFilter(part, this.layout, this.around));
    branch.byKey.set(key, next);
    branch.branches.push(next);
    return next;
  }

  take(row: Row): void {
    this.visit(this.root, row);
  }

  private visit({ leaves, branches }: Branch<T>, row: Row): void {
    for (let at = 0; at < leaves.length; at += 1) this.found(leaves[at] as T, row);
    for (let at = 0; at < branches.length; at += 1) {
      const branch = branches[at] as Branch<T>;
      if (branch.test(row)) this.visit(branch, row);
    }
  }
}

function branchOf<T>(test: RowTest): Branch<T> {
  return { test, leaves: [], branches: [], byKey: new Map() };
}

/** All of these must hold. */
function partsOf(filter: Filter): readonly Filter[] {
  if (filter.kind === "all") return filter.filters.flatMap(partsOf);
  if (filter.kind === "test" && filter.test.op === "all")
    return filter.test.tests.map((test) => ({ ...filter, test }));
  return [filter];
}

/** One text for filters, and for parts of them, that say the same in the same words. */
export function filterKey(filter: unknown): string {
  return JSON.stringify(filter, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}
