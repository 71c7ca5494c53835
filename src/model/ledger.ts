import type { Filled, LedgerColumnId } from "./ledger-columns.ts";
import type { Filter } from "./measure.ts";

/** What a ledger is to be made for: an indicator that is not met, by some of its units or as a whole. */
export interface LedgerAsk {
  readonly indicator: string;
  /** Rows of one value for the whole area, each under the unit that it names. */
  readonly shared: boolean;
  /** Whether the value must fall. */
  readonly falls: boolean;
  /** Judged by 指标填报. */
  readonly reported: boolean;
  /** Targets in the indicator's unit by the units whose rows are asked for; null without a target. */
  readonly units: ReadonlyMap<string, number | null>;
  /** All responsible units, those that are met among them. */
  readonly responsible: ReadonlySet<string>;
  /** Of the whole, for a shared indicator, and for rows of unknown units. */
  readonly target: number | null;
  /** Whether rows of unknown units, and of none, are asked for too. */
  readonly strangers: boolean;
}

/** Tasks that are not done, by id, with their units. */
export type TaskAsks = ReadonlyMap<string, readonly string[]>;

export interface LedgerAsks {
  readonly indicators: readonly LedgerAsk[];
  readonly tasks: TaskAsks;
}

/** What a row has in a field of the rule; blank is null, and text that may be personal is not shown. */
export interface Fact {
  readonly field: string;
  readonly value: string | null;
  /** The cell holds something, which is not told. */
  readonly untold?: true;
  /** The dataset in which the value was looked for and not found, or, with `found`, found. */
  readonly among?: string;
  readonly found?: boolean;
}

/** What is wrong with a record. */
export type Fault =
  | { readonly kind: "fails"; readonly facts: readonly Fact[] }
  | { readonly kind: "counted"; readonly facts: readonly Fact[] }
  /** A value none of whose rows is good. */
  | { readonly kind: "no-good-row"; readonly facts: readonly Fact[] }
  /** A record that lacks records of another dataset. */
  | { readonly kind: "lacks"; readonly dataset: string; readonly wanted: string; readonly found: number }
  /** What a row contributes to an amount. */
  | {
      readonly kind: "contributes";
      readonly facts: readonly Fact[];
      /** A part of a plain total, of which no row is wrong by itself. */
      readonly ofTotal: boolean;
    }
  | { readonly kind: "last"; readonly facts: readonly Fact[]; readonly day: string | null }
  | { readonly kind: "reported" }
  | { readonly kind: "task"; readonly status: string | null }
  | { readonly kind: "task-missing" }
  /** The figure itself: no single record can be put right. */
  | { readonly kind: "figure" };

export interface LedgerPlace {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** Where one cell is meant. */
  readonly cell: string | null;
}

export interface FoundRow {
  /** The declared key; null where the sheet has no such column. */
  readonly key: string | null;
  /** By which the record is known again in a later export. */
  readonly identity: string;
  readonly label: string | null;
  /** The row's unit as written, where it is not the unit that it is listed under. */
  readonly owner: string | null;
  readonly day: string | null;
  readonly fault: Fault;
  /** How much of the need putting it right would meet; null where that cannot be said. */
  readonly weight: number | null;
  readonly place: LedgerPlace | null;
}

/** By what the rows of a group are ordered. */
export type LedgerOrder = "ease" | "lever" | "reading";

/** The rows of one unit for one indicator or task. */
export interface FoundGroup {
  readonly indicator: string;
  /** Null: unknown units and rows without one. */
  readonly unit: string | null;
  readonly rows: readonly FoundRow[];
  /** All rows, those that were left out by the limit among them. */
  readonly total: number;
  /** What they weigh together. */
  readonly amount: number | null;
  readonly order: LedgerOrder;
}

/** What would make the rows of an indicator right: that a filter holds, or that it no longer does. */
export interface Cure {
  readonly dataset: string;
  readonly filter: Filter;
  readonly holds: boolean;
}

export interface LedgerFindings {
  readonly groups: readonly FoundGroup[];
  readonly cures: ReadonlyMap<string, Cure>;
  /** Rows of units that are not responsible, by indicator: no one's to put right. */
  readonly outside: ReadonlyMap<string, number>;
}

/** `required`: all are needed; `first`: these suffice; `spare`: instead of one of those. */
export type Priority = "required" | "first" | "spare";

/** What an earlier ledger says against what the data shows; days as yyyy-mm-dd. */
export type LedgerMark =
  /** Listed for the first time. */
  | { readonly kind: "new"; readonly on: string }
  /** Closed in an earlier ledger, and wrong again. */
  | { readonly kind: "again"; readonly on: string; readonly closed: string }
  /** Entered as done, while the data does not show it. */
  | { readonly kind: "unproved"; readonly on: string }
  /** The record is there, and the data no longer finds fault with it. */
  | { readonly kind: "settled"; readonly on: string }
  /** The record is no longer among the data. */
  | { readonly kind: "vanished"; readonly on: string }
  /** It is listed under another unit now. */
  | { readonly kind: "moved"; readonly to: string; readonly on: string }
  /** The target is met without it. */
  | { readonly kind: "spared"; readonly on: string }
  /** A figure that is still unmet, now by records that are listed one by one. */
  | { readonly kind: "detailed"; readonly on: string }
  | { readonly kind: "unjudged"; readonly why: Unjudged; readonly on: string }
  /** It cannot be told which record it is about. */
  | { readonly kind: "unmatched"; readonly at: string }
  /** Several ledgers say different things of one record; the cells hold all of it. */
  | { readonly kind: "conflict"; readonly columns: readonly string[] }
  /** As an earlier ledger has it. */
  | { readonly kind: "said"; readonly text: string };

/** Why this run says nothing of a record. */
export type Unjudged = "no-data" | "waived" | "not-in-plan" | "not-responsible";

/** What units have written about a record. */
export interface LedgerNote {
  readonly filled: Filled;
  readonly marks: readonly LedgerMark[];
  /** In columns of their own, by heading. */
  readonly added?: ReadonlyMap<string, string>;
}

/**
 * `open`: as it was, since this run was about others; `kept`: on the unit's list, to be looked at; `closed`: put
 * right; `unmatched`: nobody knows which record is meant.
 */
export type PastState = "open" | "kept" | "closed" | "unmatched";

/** A record of an earlier ledger that the data does not list any more, as it was listed there. */
export interface PastRow extends LedgerNote {
  readonly id: string;
  readonly state: PastState;
  /** As text; days as yyyy-mm-dd. */
  readonly cells: Readonly<Partial<Record<LedgerColumnId, string>>>;
}

export interface LedgerRow extends FoundRow {
  readonly id: string;
  readonly priority: Priority | null;
  readonly filled: Filled;
  readonly marks: readonly LedgerMark[];
  readonly added: ReadonlyMap<string, string>;
}

export interface LedgerGroup extends FoundGroup {
  readonly kind: "indicator" | "task";
  readonly clause: string;
  readonly name: string;
  /** Said once for all rows. */
  readonly requirement: string;
  readonly value: string;
  readonly target: string;
  /** What the report says is needed, in words. */
  readonly need: string;
  readonly shared: boolean;
  readonly overdue: boolean;
  readonly deadline: string | null;
  readonly daysLeft: number | null;
  /** Of the rows, in their order. */
  readonly ids: readonly string[];
  readonly priorities: readonly (Priority | null)[];
  readonly leftOut: number;
}

/** The records to put right, unit by unit. */
export interface Ledger {
  readonly plan: { readonly id: string; readonly title: string; readonly document: string | null };
  readonly tool: { readonly name: string; readonly version: string };
  readonly asOf: string;
  readonly synthetic: boolean;
  readonly whole: string;
  readonly units: readonly LedgerUnit[];
  readonly limit: number;
  /** Whether what looks like ID and phone numbers is hidden in labels. */
  readonly mask: boolean;
  readonly outside: readonly { readonly clause: string; readonly name: string; readonly rows: number }[];
  /** What units have written, by record id, where earlier ledgers were merged. */
  readonly notes?: ReadonlyMap<string, LedgerNote>;
  /** Headings of the columns that units have added. */
  readonly added?: readonly string[];
}

export interface LedgerUnit {
  /** Null: 待确认. */
  readonly unit: string | null;
  readonly groups: readonly LedgerGroup[];
  /** Listed after the others, and not among what is to be put right. */
  readonly past?: readonly PastRow[];
}

/** A record that an earlier ledger lists. */
export interface KnownRecord {
  readonly id: string;
  /** Of the indicator. */
  readonly rule: string;
  readonly unit: string | null;
  /** "" where it has none, null where only its id is sure. */
  readonly key: string | null;
  /** Whether the value of its indicator had to fall. */
  readonly falls: boolean;
}

/** Whether a record is among the data; `unread`: the list that it would be on was not read. */
export type Sighting = "seen" | "gone" | "unread";
