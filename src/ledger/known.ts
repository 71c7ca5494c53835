import { ledgerId } from "../model/ledger-id.ts";
import type { FilledLedger, FilledRow } from "./filled.ts";
import { type Book, type Matched, matcher } from "./match.ts";

/** A record of earlier ledgers, with all its rows. */
export interface Known extends Pick<Matched, "id" | "rule" | "unit" | "key"> {
  readonly copies: readonly FilledRow[];
  /** Put right already in one of them. */
  readonly closed: boolean;
  /** A figure or a task, which is as its indicator is. */
  readonly alone: boolean;
}

export interface Recalled {
  readonly known: ReadonlyMap<string, Known>;
  /** Rows of which nobody knows what record they mean; those that say the same only once. */
  readonly unmatched: readonly FilledRow[];
  readonly byId: number;
  readonly byRecord: number;
  /** Rows whose id belongs to another record. */
  readonly doubted: number;
  /** Files whose rows are of another plan. */
  readonly strangers: readonly FilledLedger[];
}

/** Which records the rows of ledgers are about. */
export function recall(ledgers: readonly FilledLedger[], book: Book, title: string): Recalled {
  const known = new Map<string, { first: Matched; copies: FilledRow[]; closed: boolean }>();
  const unmatched = new Map<string, FilledRow>();
  const strangers: FilledLedger[] = [];
  const counts = { byId: 0, byRecord: 0, doubted: 0 };
  for (const ledger of ledgers) {
    const find = matcher(book, ledger.rows);
    const found = ledger.rows.map((row) => [row, find(row)] as const);
    const matches = found.flatMap(([, match]) => match ?? []);
    if (isOfAnotherPlan(ledger, matches, title)) strangers.push(ledger);
    for (const [row, match] of found) {
      if (match === null) unmatched.set(textOf(row), unmatched.get(textOf(row)) ?? row);
      else {
        counts[match.by === "id" ? "byId" : "byRecord"] += 1;
        if (match.doubted) counts.doubted += 1;
        const one = known.get(match.id) ?? { first: match, copies: [], closed: false };
        known.set(match.id, one);
        one.copies.push(row);
        one.closed ||= row.closed;
      }
    }
  }
  return {
    known: new Map(
      [...known].map(([id, { first, copies, closed }]) => {
        const { rule, unit, key } = first;
        const figure = ledgerId({ plan: book.plan, rule: rule ?? "", unit, record: "", nth: 0 });
        return [id, { id, rule, unit, key, copies, closed, alone: id === figure }];
      }),
    ),
    unmatched: [...unmatched.values()],
    strangers,
    ...counts,
  };
}

/** A title that names another plan, or, without one, nothing that this plan has. */
function isOfAnotherPlan({ title, rows }: FilledLedger, matches: readonly Matched[], plan: string): boolean {
  if (matches.some(({ proved, by }) => proved && by === "id")) return false;
  const named = /^(.+?)\s*(?:整改台账|: rectification ledger)/.exec(title)?.[1];
  if (named !== undefined) return named.trim() !== plan.trim();
  return rows.length > 0 && !matches.some(({ rule }) => rule !== null);
}

function textOf({ cells, filled, added }: FilledRow): string {
  const { number: _, mark: __, ...rest } = cells;
  return JSON.stringify([Object.entries(rest), Object.entries(filled), [...added]]);
}
