import type { Language } from "../model/language.ts";
import type { Ledger, LedgerGroup, LedgerMark, LedgerNote, LedgerUnit, PastRow } from "../model/ledger.ts";
import { type FilledColumn, filledColumns, ledgerHeadings } from "../model/ledger-columns.ts";
import { type FilledRow, placeOf } from "./filled.ts";
import { type Findings, judge, type Outcome } from "./judge.ts";
import type { Known, Recalled } from "./known.ts";

export interface MergeCounts {
  /** Rows that are still on the list, with what was written. */
  readonly kept: number;
  readonly closed: number;
  /** Said to be done, and not shown by the data. */
  readonly claimed: number;
  readonly fresh: number;
  readonly again: number;
  readonly conflicts: number;
  readonly vanished: number;
  readonly unjudged: number;
  readonly unmatched: number;
  /** Untouched rows of indicators that are met. */
  readonly dropped: number;
}

export interface Merged {
  readonly ledger: Ledger;
  readonly counts: MergeCounts;
}

/** More columns than these are told in one. */
const MOST_ADDED = 40;
const LONGEST = 30_000;

/**
 * The list as the data has it, with what units have written in earlier ones, and with the records of those that
 * it does not have; `ledger` holds all records, of which new ones are cut to its limit.
 */
export function merge(
  ledger: Ledger,
  { known, unmatched }: Pick<Recalled, "known" | "unmatched">,
  unitOf: (row: FilledRow) => string | null,
  findings: Findings,
): Merged {
  const { asOf: on, language } = findings;
  const notes = new Map<string, LedgerNote>();
  const past = new Map<string | null, PastRow[]>();
  const keep = (unit: string | null, row: PastRow) => {
    const rows = past.get(unit) ?? [];
    past.set(unit, rows);
    rows.push(row);
  };
  const outcomes = [...known.values()].map((one) => [one, judge(one, findings)] as const);
  for (const [one, outcome] of outcomes) {
    const { state, marks } = outcome;
    const { filled, added } = shortened(outcome, language);
    const note = { filled, added, marks };
    if (state === "listed") notes.set(one.id, note);
    else if (state !== "dropped") keep(one.unit, { ...note, state, id: one.id, cells: cellsOf(one) });
  }
  for (const row of unmatched) keep(unitOf(row), unmatchedRow(row, language));
  const units = ledger.units.map((unit) => cut(unit, ledger.limit, known));
  const fresh = units
    .flatMap(({ groups }) => groups.flatMap(({ ids }) => ids))
    .filter((id) => !known.has(id));
  for (const id of fresh) notes.set(id, { filled: {}, marks: [{ kind: "new", on }] });
  const merged = { ...ledger, units: withPast(units, past), notes };
  const counts = countsOf(
    outcomes.map(([, outcome]) => outcome),
    on,
    { fresh: fresh.length, unmatched: unmatched.length },
  );
  return { ledger: folded(merged, language), counts };
}

/** A record's own words, from a row of the state that it is in. */
function cellsOf({ copies, closed }: Known): PastRow["cells"] {
  return (copies.find((copy) => copy.closed === closed) ?? copies[0])?.cells ?? {};
}

function unmatchedRow(row: FilledRow, language: Language): PastRow {
  const { cells } = row;
  const said = /^未能对应到记录|^matches no record/.test(cells.mark ?? "") ? cells.mark : undefined;
  const mark: LedgerMark =
    said === undefined ? { kind: "unmatched", at: placeOf(row, language) } : { kind: "said", text: said };
  const { filled, added } = shortened(row, language);
  return { state: "unmatched", id: cells.id ?? "", cells, filled, added, marks: [mark] };
}

/** New rows beyond the limit are left out; those that a ledger has had stay. */
function cut(unit: LedgerUnit, limit: number, known: Recalled["known"]): LedgerUnit {
  if (limit === 0) return unit;
  return { ...unit, groups: unit.groups.map((group) => cutGroup(group, limit, known)) };
}

function cutGroup(group: LedgerGroup, limit: number, known: Recalled["known"]): LedgerGroup {
  const stays = group.ids.map((id, at) => at < limit || known.has(id));
  const rows = group.rows.filter((_, at) => stays[at]);
  return {
    ...group,
    rows,
    ids: group.ids.filter((_, at) => stays[at]),
    priorities: group.priorities.filter((_, at) => stays[at]),
    leftOut: group.total - rows.length,
  };
}

/** Units that have nothing but rows of earlier ledgers come after the others, 待确认 last. */
function withPast(
  units: readonly LedgerUnit[],
  past: ReadonlyMap<string | null, readonly PastRow[]>,
): LedgerUnit[] {
  const named = [...new Set([...units.map(({ unit }) => unit), ...past.keys()])].filter(
    (unit) => unit !== null,
  );
  const has = (unit: string | null) => past.has(unit) || units.some((one) => one.unit === unit);
  return [...named, ...(has(null) ? [null] : [])].map((unit) => {
    const groups = units.find((one) => one.unit === unit)?.groups ?? [];
    return { unit, groups, past: past.get(unit) ?? [] };
  });
}

type Written = Pick<Outcome, "filled" | "added">;

/** No cell of a workbook holds more than 32,767 characters: the rest goes on beside it. */
function shortened(outcome: Written, language: Language): Written {
  const texts = [
    ...filledColumns.map((id) => [ledgerHeadings[id][language], outcome.filled[id] ?? "", id] as const),
    ...[...outcome.added].map(([heading, text]) => [heading, text, null] as const),
  ];
  if (texts.every(([, text]) => text.length <= LONGEST)) return outcome;
  const filled: { [Column in FilledColumn]?: string } = {};
  const added = new Map<string, string>();
  for (const [heading, text, id] of texts) {
    if (id === null) added.set(heading, text.slice(0, LONGEST));
    else if (text !== "") filled[id] = text.slice(0, LONGEST);
    for (let at = 1; at * LONGEST < text.length; at += 1)
      added.set(`${heading}（续${at}）`, text.slice(at * LONGEST, (at + 1) * LONGEST));
  }
  return { filled, added };
}

/** The headings of all added columns, in the order in which they are met; too many are told in one column. */
function folded(ledger: Ledger, language: Language): Ledger {
  const past = ledger.units.flatMap(({ past = [] }) => past);
  const all = [...(ledger.notes?.values() ?? []), ...past];
  const headings = [...new Set(all.flatMap(({ added }) => [...(added?.keys() ?? [])]))];
  if (headings.length <= MOST_ADDED) return { ...ledger, added: headings };
  const shown = new Set(headings.slice(0, MOST_ADDED));
  const rest = language === "zh" ? "其他附加列" : "other columns";
  const fold = <Row extends LedgerNote>(row: Row): Row => {
    const more = [...(row.added ?? [])].filter(([heading]) => !shown.has(heading));
    if (more.length === 0) return row;
    const own = [...(row.added ?? [])].filter(([heading]) => shown.has(heading));
    return {
      ...row,
      added: new Map([...own, [rest, more.map(([heading, text]) => `${heading}：${text}`).join("\n")]]),
    };
  };
  return {
    ...ledger,
    notes: new Map([...(ledger.notes ?? [])].map(([id, note]) => [id, fold(note)])),
    units: ledger.units.map((unit) => ({ ...unit, past: (unit.past ?? []).map(fold) })),
    added: [...shown, rest],
  };
}

function countsOf(
  outcomes: readonly Outcome[],
  on: string,
  { fresh, unmatched }: Pick<MergeCounts, "fresh" | "unmatched">,
): MergeCounts {
  const number = (passes: (outcome: Outcome) => boolean) => outcomes.filter(passes).length;
  const marked = (...kinds: LedgerMark["kind"][]) =>
    number(({ marks }) => marks.some(({ kind }) => kinds.includes(kind)));
  return {
    kept: number(({ state }) => state === "listed" || state === "kept" || state === "open"),
    closed: marked("settled"),
    claimed: marked("unproved"),
    fresh,
    again: number(({ marks }) => marks.some((mark) => mark.kind === "again" && mark.on === on)),
    conflicts: marked("conflict"),
    vanished: marked("vanished", "moved"),
    unjudged: marked("unjudged"),
    unmatched,
    dropped: number(({ state }) => state === "dropped"),
  };
}
