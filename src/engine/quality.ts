import type { Why } from "../model/assessment.ts";
import type { Evidence, Suspicion } from "../model/evidence.ts";
import type { Params } from "../model/language.ts";

const MOST_CELLS = 200;
const MOST_EXAMPLES = 20;
const MOST_TOTALS = 1_000;

export type RejectedCell = Evidence["quality"]["rejectedCells"][number];
type Duplicates = Evidence["quality"]["duplicates"][number];
type TotalRow = Evidence["quality"]["totals"][number];
type DuplicateExample = Duplicates["examples"][number];

/** Gathers what there is to say about the data, in reading order; long lists are counted beyond their cap. */
export class QualityBook {
  private readonly notes = new Map<string, Why>();
  private readonly cells: RejectedCell[] = [];
  private rejected = 0;
  private readonly duplicates = new Map<string, Duplicates>();
  readonly totals: TotalRow[] = [];
  readonly blanks: { dataset: string; field: string; rows: number }[] = [];
  readonly suspicions: Suspicion[] = [];
  readonly freshness: Evidence["quality"]["freshness"][number][] = [];

  /** A remark; the same one is made once. */
  note(code: string, with_: Params): void {
    const key = `${code}${JSON.stringify(with_)}`;
    this.notes.set(key, { code, with: { ...with_ } });
  }

  rejectCell(cell: () => RejectedCell): void {
    this.rejected += 1;
    if (this.cells.length < MOST_CELLS) this.cells.push(cell());
  }

  /** So many cells, where rows have no address: each form of them is shown once. */
  rejectCells(count: number, forms: readonly RejectedCell[]): void {
    this.rejected += count;
    this.cells.push(...forms.slice(0, MOST_CELLS - this.cells.length));
  }

  /** Rows that repeat others, where rows have no address. */
  repeats(dataset: string, rows: number, conflicts: number): void {
    this.duplicates.set(dataset, { dataset, rows, conflicts, examples: [] });
  }

  /** Totals that disagree push those that agree off a list that is full. */
  total(row: TotalRow): void {
    if (this.totals.length < MOST_TOTALS) {
      this.totals.push(row);
      return;
    }
    const agreeing = row.agrees ? -1 : this.totals.findIndex(({ agrees }) => agrees);
    if (agreeing < 0) return;
    this.totals.splice(agreeing, 1);
    this.totals.push(row);
  }

  duplicate(dataset: string, example: () => DuplicateExample, conflict: boolean): void {
    const entry = this.duplicates.get(dataset) ?? { dataset, rows: 0, conflicts: 0, examples: [] };
    this.duplicates.set(dataset, entry);
    entry.rows += 1;
    if (conflict) entry.conflicts += 1;
    const room = entry.examples.length < MOST_EXAMPLES;
    // Conflicts are what a reader must look at: they push plain repeats off the list.
    const plain = room ? -1 : entry.examples.findIndex((shown) => !shown.conflict);
    if (room) entry.examples.push(example());
    else if (conflict && plain >= 0) entry.examples[plain] = example();
  }

  finish(unknownUnits: Evidence["quality"]["unknownUnits"]): Evidence["quality"] {
    return {
      unknownUnits,
      lacks: [],
      rejectedCells: this.cells,
      rejectedCellCount: this.rejected,
      duplicates: [...this.duplicates.values()],
      totals: this.totals,
      blanks: this.blanks,
      suspicions: this.suspicions,
      freshness: this.freshness,
      notes: [...this.notes.values()],
    };
  }
}
