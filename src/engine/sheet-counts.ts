/** Why a row below the headings is not used. */
export type Exclusion =
  | "note"
  | "total"
  | "outside-period"
  | "after-as-of"
  | "duplicate"
  | "unanswered"
  | "other-table";

export type Fate = Exclusion | "used" | "rejected";

export interface SheetCounts {
  rows: number;
  used: number;
  rejected: number;
  hidden: number;
  undated: number;
  futureEvents: number;
  /** Duplicates of rows in another file. */
  repeatsOtherFile: number;
  excluded: Partial<Record<Exclusion | "unmatched-sheet" | "template-page" | "skipped", number>>;
}

export function noCounts(): SheetCounts {
  const nothing = {
    rows: 0,
    used: 0,
    rejected: 0,
    hidden: 0,
    undated: 0,
    futureEvents: 0,
    repeatsOtherFile: 0,
  };
  return { ...nothing, excluded: {} };
}
