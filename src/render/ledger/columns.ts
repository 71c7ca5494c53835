import type { Language } from "../../model/language.ts";
import type { Ledger, LedgerGroup, LedgerRow, PastRow } from "../../model/ledger.ts";
import {
  type FilledColumn,
  isFilledColumn,
  type LedgerColumnId,
  ledgerHeadings,
  progressWords,
  stateWords,
} from "../../model/ledger-columns.ts";
import { markWords } from "./marks.ts";
import { faultWords, latenessWords, placeWords, priorityWords, unconfirmed } from "./words.ts";

/** A record to put right. */
export interface FoundLine {
  readonly kind: "found";
  readonly number: number;
  readonly unit: string | null;
  readonly group: LedgerGroup;
  readonly row: LedgerRow;
}

/** A record of an earlier ledger that is right now. */
export interface PastLine {
  readonly kind: "past";
  readonly number: number;
  readonly unit: string | null;
  readonly row: PastRow;
}

export type LedgerLine = FoundLine | PastLine;

interface Looks {
  readonly width: number;
  readonly centred?: true;
  /** Holds a yyyy-mm-dd. */
  readonly isDay?: true;
  /** Holds codes or names, of which none may become a number or a formula when someone edits it. */
  readonly isText?: true;
}

export interface LedgerColumn extends Looks {
  readonly id: LedgerColumnId | "added";
  readonly zh: string;
  readonly en: string;
  /** Left for people to fill in. */
  readonly filledIn: boolean;
  /** The heading of a column that units have added. */
  readonly added?: string;
}

/** Together they are as wide as an A4 page across shows in print that can be read. */
const looks = {
  number: { width: 5, centred: true },
  unit: { width: 10 },
  rule: { width: 18 },
  key: { width: 20, isText: true },
  label: { width: 16, isText: true },
  fault: { width: 22 },
  requirement: { width: 24 },
  priority: { width: 5, centred: true },
  deadline: { width: 10.5, centred: true, isDay: true },
  lateness: { width: 8.5, centred: true },
  place: { width: 16 },
  cause: { width: 12 },
  measure: { width: 14 },
  person: { width: 8 },
  progress: { width: 8, centred: true },
  evidence: { width: 12 },
  closed: { width: 10.5, centred: true, isDay: true },
  state: { width: 8, centred: true },
  mark: { width: 18 },
  id: { width: 20, isText: true },
} as const satisfies Record<LedgerColumnId, Looks>;

const all: readonly LedgerColumn[] = Object.entries(ledgerHeadings).map(([name, heading]) => {
  const id = name as LedgerColumnId;
  return { id, ...heading, ...looks[id], filledIn: isFilledColumn(id) };
});

const ADDED_WIDTH = 16;

/** After a merge with the columns that units have added, and with what earlier ledgers say against the data. */
export function columnsFor(
  { notes, added = [] }: Pick<Ledger, "notes" | "added">,
  { states }: { readonly states: boolean },
): readonly LedgerColumn[] {
  if (notes === undefined) return all.filter(({ id }) => id !== "mark" && id !== "state");
  const own = added.map((heading): LedgerColumn => {
    return { id: "added", zh: heading, en: heading, width: ADDED_WIDTH, filledIn: true, added: heading };
  });
  const shown = all.filter(({ id }) => states || id !== "state");
  const at = shown.findIndex(({ id }) => id === "state" || id === "mark");
  return shown.toSpliced(at, 0, ...own);
}

export function valueIn({ id, added }: LedgerColumn, line: LedgerLine, language: Language): string | number {
  if (id === "added") return line.row.added?.get(added ?? "") ?? "";
  if (id === "number") return line.number;
  if (id === "id") return line.row.id;
  if (id === "mark") return markWords(line.row.marks, language);
  if (id === "state") return stateWords[line.kind === "past" ? line.row.state : "open"][language];
  if (isFilledColumn(id)) return line.row.filled[id] ?? (id === "progress" ? notStarted(line, language) : "");
  return line.kind === "past" ? pastWords(id, line, language) : foundWords[id](line, language);
}

function notStarted(line: LedgerLine, language: Language): string {
  return line.kind === "found" || line.row.state === "open" ? progressWords[0][language] : "";
}

type Told = Exclude<LedgerColumnId, "number" | "id" | "mark" | "state" | FilledColumn>;

const foundWords = {
  unit: ({ unit, row }, language) => unitWords(unit, row, language),
  rule: ({ group }) => `${group.clause} ${group.name}`,
  key: ({ row }) => row.key ?? "",
  label: ({ unit, row }, language) => labelWords(unit, row, language),
  fault: ({ row, group }, language) => faultWords(row, group, language),
  requirement: ({ group }) => group.requirement,
  priority: ({ row }, language) => (row.priority === null ? "" : priorityWords[row.priority][language]),
  deadline: ({ group }) => group.deadline ?? "",
  lateness: ({ group }, language) => latenessWords(group, language),
  place: ({ row }, language) => placeWords(row.place, language),
} satisfies Record<Told, (line: FoundLine, language: Language) => string>;

/** As it was listed; how urgent it was is no longer of interest. */
function pastWords(id: Told, { unit, row }: PastLine, language: Language): string {
  const isStale = row.state === "kept" || row.state === "closed";
  if ((id === "priority" || id === "lateness") && isStale) return "";
  if (id === "unit") return row.cells.unit ?? unit ?? unconfirmed[language];
  return row.cells[id] ?? "";
}

function unitWords(unit: string | null, { owner }: LedgerRow, language: Language): string {
  if (unit !== null) return unit;
  return owner === null
    ? unconfirmed[language]
    : `${unconfirmed[language]}${language === "zh" ? "：" : ": "}${owner}`;
}

/** A summary is to be taken in at a glance. */
const LONGEST_LABEL = 100;

/** What the record is, and whose row it is where that is a unit below. */
function labelWords(unit: string | null, { label, owner, key }: LedgerRow, language: Language): string {
  const named = label === null || label === key ? "" : shortened(label);
  if (unit === null || owner === null || owner === label) return named;
  return language === "zh" ? `${named}（${owner}）` : `${named} (${owner})`;
}

function shortened(label: string): string {
  const characters = label.length > LONGEST_LABEL ? [...label.slice(0, LONGEST_LABEL * 2)] : [];
  return characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL).join("")}…` : label;
}
