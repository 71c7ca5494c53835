import type { Dataset, Dictionary, Field } from "../model/dataset.ts";
import { mappedKey } from "../model/mapping.ts";
import { clean } from "../model/reading/text.ts";
import type { BoundColumn, SheetBinding } from "./binding.ts";
import { bracketOf, headingKey } from "./heading-key.ts";
import { goesOn, type Heading, type HeadRow, isMergedHeading, joinHeadings } from "./heading-rows.ts";

/** A dataset that a sheet may hold, and what speaks for it. */
export interface Recognition {
  readonly binding: SheetBinding;
  readonly fit: number;
  /** How much of the fit is the sheet's name. */
  readonly byName: number;
  /** Headings that no other dataset has. */
  readonly decisive: readonly string[];
}

const MOST_HEADING_ROWS = 3;
const LOOK_AT = 40;

/** Recognises sheets by their headings; made once for a dictionary. */
export class HeadingBook {
  private readonly fields = new Map<string, Known[]>();
  private readonly names = new Map<string, string>();
  private readonly byHand: ReadonlyMap<string, string>;

  /** `byHand`: fields of headings that are not left to the dictionary. */
  constructor(dictionary: Dictionary, byHand: ReadonlyMap<string, string> = new Map()) {
    this.byHand = byHand;
    for (const dataset of dictionary.datasets.values()) {
      for (const name of [dataset.name, ...dataset.aliases]) this.names.set(headingKey(name), dataset.name);
      for (const field of dataset.fields.values()) {
        if (field.derived !== null) continue;
        for (const [rank, name] of [field.name, ...field.aliases].entries()) {
          const key = headingKey(name);
          this.fields.set(key, [...(this.fields.get(key) ?? []), { dataset, field, rank }]);
        }
      }
    }
  }

  /** Whether most of what stands in a row is the heading of some field. */
  isHeadings({ text }: HeadRow): boolean {
    const filled = text.map(clean).filter((cell) => cell !== "");
    const known = filled.filter((cell) => cell.length <= 40 && this.fields.has(headingKey(cell))).length;
    return known >= 3 ? known * 2 >= filled.length : known >= 2 && known === filled.length;
  }

  /** The dataset that a sheet is called after. */
  namedAfter(sheetName: string): string | undefined {
    return this.names.get(headingKey(sheetName)) ?? this.nameWithin(sheetName);
  }

  /** The dataset that a sheet's headings fit best; undefined when none fits. */
  recognise(sheetName: string, head: readonly HeadRow[]): SheetBinding | undefined {
    return this.candidates(sheetName, head)[0]?.binding;
  }

  /**
   * The datasets that a sheet's headings fit, each at its best, best first; the sheet's name breaks ties.
   * `headerRow`: the last heading row, where it is known.
   */
  candidates(sheetName: string, head: readonly HeadRow[], headerRow?: number): Recognition[] {
    const named = this.namedAfter(sheetName);
    const best = new Map<string, Recognition>();
    const last = headerRow === undefined ? -1 : head.findIndex(({ number }) => number === headerRow);
    if (headerRow !== undefined && last < 0) return [];
    const from = Math.max(0, last - MOST_HEADING_ROWS + 1);
    const to = last < 0 ? Math.min(head.length, LOOK_AT) : last + 1;
    for (let start = from; start < to; start += 1) {
      for (let span = 1; span <= MOST_HEADING_ROWS && start + span <= head.length; span += 1) {
        const rows = head.slice(start, start + span);
        if (span > 1 && !isMergedHeading(rows)) break;
        if (span === 1 && !this.namesAny(rows[0])) continue;
        if (last >= 0 && start + span - 1 !== last) continue;
        // Headings that go on in the next row are not to be read without it.
        if (last < 0 && span < MOST_HEADING_ROWS && goesOn(head[start + span - 1], head[start + span]))
          continue;
        for (const found of this.fitsOf(joinHeadings(rows), rows, named)) {
          const { name } = found.binding.dataset;
          // Of equal fits the fewest heading rows.
          const fit = found.fit - span * 0.001;
          if (fit <= (best.get(name)?.fit ?? Number.NEGATIVE_INFINITY)) continue;
          best.delete(name);
          best.set(name, { ...found, fit });
        }
      }
    }
    return [...best.values()].sort((a, b) => b.fit - a.fit);
  }

  private *fitsOf(
    headings: readonly Heading[],
    rows: readonly HeadRow[],
    named: string | undefined,
  ): Generator<Recognition> {
    const filled = headings.filter((heading) => heading.label !== "").length;
    const candidates = new Map<string, Dataset>();
    for (const heading of headings) {
      for (const match of this.matches(heading).found) candidates.set(match.dataset.name, match.dataset);
    }
    for (const dataset of candidates.values()) {
      const { binding, owners } = this.bind(dataset, headings, rows);
      const count = binding.columns.length;
      const isNamed = dataset.name === named;
      if (count < 2 && !isNamed) continue;
      if (count < 3 && count * 2 < filled && !isNamed) continue;
      const distinctive = owners.reduce((sum, count) => sum + 1 / Math.max(1, count), 0);
      // Distinctive headings decide; then how many fit; then the sheet's name.
      const hasKey = dataset.key.some((key) => binding.columns.some(({ field }) => field.name === key));
      const byName = isNamed ? 0.05 : 0;
      const decisive = binding.columns.filter((_, at) => owners[at] === 1).map(({ heading }) => heading);
      yield { binding, fit: distinctive + count * 0.2 + (hasKey ? 0.1 : 0) + byName, byName, decisive };
    }
  }

  /** `owners`: how many datasets know each column's heading. */
  private bind(
    dataset: Dataset,
    headings: readonly Heading[],
    rows: readonly HeadRow[],
  ): { binding: SheetBinding; owners: number[] } {
    const ownersOf = new Map<number, number>();
    const offers = headings.flatMap((heading) => {
      const { found, by: how } = this.matches(heading);
      ownersOf.set(heading.column, new Set(found.map((match) => match.dataset)).size);
      return found
        .filter((match) => match.dataset === dataset)
        .map(({ field, rank }) => {
          const by: BoundColumn["by"] = how ?? (rank === 0 ? "name" : "alias");
          return { heading, field, rank, by };
        });
    });
    offers.sort((a, b) => a.rank - b.rank || a.heading.column - b.heading.column);
    const columns = new Map<number, BoundColumn>();
    const taken = new Set<string>();
    const doubled: { field: string; heading: string }[] = [];
    for (const { heading, field, by } of offers) {
      if (columns.has(heading.column)) continue;
      if (taken.has(field.name)) {
        doubled.push({ field: field.name, heading: heading.label });
        continue;
      }
      taken.add(field.name);
      columns.set(heading.column, {
        column: heading.column,
        field,
        heading: heading.label,
        by,
        unit: bracketOf(heading.label),
      });
    }
    const unmatched = headings.filter((heading) => heading.label !== "" && !columns.has(heading.column));
    const binding: SheetBinding = {
      dataset,
      headerRow: rows.at(-1)?.number ?? 0,
      headerRows: rows.map(({ number }) => number),
      columns: [...columns.values()].sort((a, b) => a.column - b.column),
      unmatched: unmatched.map((heading) => heading.label),
      doubled,
    };
    return { binding, owners: binding.columns.map(({ column }) => ownersOf.get(column) ?? 1) };
  }

  /** Rows of data, which is what most rows are, name no field at all. */
  private namesAny(row: HeadRow | undefined): boolean {
    const known = (text: string) =>
      this.fields.has(headingKey(text)) || (this.byHand.size > 0 && this.byHand.has(mappedKey(text)));
    return row?.text.some((text) => text !== "" && known(text)) === true;
  }

  /** The fields of the first form that is known; the lowest heading alone is not joined. */
  private matches({ label, forms, child }: Heading): {
    found: readonly Known[];
    by: BoundColumn["by"] | null;
  } {
    for (const form of [label, ...forms]) {
      const field = this.byHand.get(mappedKey(form));
      if (field !== undefined) return { found: this.fieldsCalled(field), by: "mapped" };
    }
    for (const form of forms) {
      const found = this.fields.get(headingKey(form));
      if (found !== undefined) return { found, by: form === child ? null : "joined" };
    }
    return { found: [], by: null };
  }

  private fieldsCalled(name: string): Known[] {
    const known = this.fields.get(headingKey(name)) ?? [];
    return known.filter(({ field }) => field.name === name).map((match) => ({ ...match, rank: -1 }));
  }

  /** 办件明细_20221024 and 2022年事项清单 are named after their dataset. */
  private nameWithin(sheetName: string): string | undefined {
    const key = headingKey(sheetName);
    const within = [...this.names.keys()].filter((name) => name.length >= 3 && key.includes(name));
    return this.names.get(within.sort((a, b) => b.length - a.length)[0] ?? "");
  }
}

/** A field that a heading names; the dictionary's own name ranks before its aliases. */
interface Known {
  readonly dataset: Dataset;
  readonly field: Field;
  readonly rank: number;
}
