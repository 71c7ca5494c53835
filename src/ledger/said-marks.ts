import { type LedgerState, stateWords } from "../model/ledger-columns.ts";
import { spelling } from "../model/reading/text.ts";

const DAY = "(\\d{4}-\\d\\d-\\d\\d)";
const settled = /数据已显示整改到位|put right, as the data shows/;
const again = new RegExp(
  `再次出现（${DAY}(?:，曾于 ([^）]*) 销号)?）|wrong again \\(${DAY}(?:, was closed ([^)]*))?\\)`,
);
const fresh = new RegExp(`(?:新增（|new \\()${DAY}`);
const ours = new RegExp(
  `^(?:${[
    settled.source,
    "新增（",
    "再次出现（",
    "声称完成，数据未显示",
    "数据中已无此记录",
    "数据中此记录现属",
    "指标已达标，此条",
    "指标仍未达标，改按",
    "[^；]*，未核对（",
    "未能对应到记录",
    "冲突：",
    "new \\(",
    "wrong again \\(",
    "said to be done,",
    "no longer among the data",
    "now a record of ",
    "target met, this record",
    "target still unmet",
    "not checked: ",
    "matches no record",
    "conflict: ",
  ].join("|")})`,
);

/** Whether a cell of 核对 holds what the program wrote. */
export function isOurMark(text: string): boolean {
  return ours.test(text);
}

/** The state that a cell of 状态 names; undefined where it is somebody's own word. */
export function stateIn(text: string): LedgerState | undefined {
  const states = Object.entries(stateWords) as [LedgerState, Record<string, string>][];
  return states.find(([, words]) =>
    Object.values(words).some((word) => spelling(word) === spelling(text)),
  )?.[0];
}

export function saysSettled(mark: string): boolean {
  return settled.test(mark);
}

/** The day from which a row is listed, where the mark says that it is new. */
export function newSince(mark: string): string | null {
  return fresh.exec(mark)?.[1] ?? null;
}

export interface Relapse {
  readonly on: string;
  /** When it had been closed; "" where nobody knows. */
  readonly closed: string;
}

export function relapseIn(mark: string): Relapse | null {
  const found = again.exec(mark);
  if (found === null) return null;
  return { on: found[1] ?? found[3] ?? "", closed: found[2] ?? found[4] ?? "" };
}

/** Words by which units say that a record is put right. */
const done =
  /^(?:已?完成|已?整改(?:完成|完毕|到位)?|已?办结|已?销号|完毕|done|completed?|finished|closed|100%|[√✓是])(?:[^未]|$)/i;

export function claimsDone(progress: string): boolean {
  return done.test(spelling(progress));
}
