import type { Language } from "../model/language.ts";
import type { LedgerMark, PastState, Sighting } from "../model/ledger.ts";
import type { Filled } from "../model/ledger-columns.ts";
import { combined, piecesOf } from "./copies.ts";
import { isTyped } from "./filled.ts";
import type { Known } from "./known.ts";
import type { Listings } from "./listings.ts";
import { claimsDone, newSince, relapseIn } from "./said-marks.ts";
import type { Standing } from "./standing.ts";

/** What this run knows about the records of earlier ledgers. */
export interface Findings {
  readonly asOf: string;
  readonly language: Language;
  /** What is to be put right. */
  readonly listings: Listings;
  /** Records that are wrong still, while nobody has to put them right. */
  readonly spared: ReadonlySet<string>;
  readonly standing: (rule: string | null, unit: string | null) => Standing;
  readonly sightings: ReadonlyMap<string, Sighting>;
}

/** What becomes of a record: it is listed as the data has it, as it was listed before, or not at all. */
export interface Outcome {
  readonly state: "listed" | "dropped" | PastState;
  readonly filled: Filled;
  readonly added: ReadonlyMap<string, string>;
  readonly marks: readonly LedgerMark[];
}

export function judge(known: Known, findings: Findings): Outcome {
  const { filled, added, conflicts } = combined(known.copies, findings.language);
  const fate = fateOf(known, filled, findings);
  const conflict: LedgerMark[] = conflicts.length > 0 ? [{ kind: "conflict", columns: conflicts }] : [];
  const marks = [...fate.marks, ...conflict.filter(() => !saysConflict(fate.marks))];
  return { added, state: fate.state, filled: fate.filled ?? filled, marks };
}

interface Fate {
  readonly state: Outcome["state"];
  readonly marks: readonly LedgerMark[];
  readonly filled?: Filled;
}

function fateOf(known: Known, filled: Filled, findings: Findings): Fate {
  const { asOf: on, listings, spared, standing, sightings } = findings;
  const { id, rule, unit, key, closed, alone } = known;
  if (listings.byId.has(id)) return listedAgain(known, filled, findings);
  const stands = standing(rule, unit);
  if (stands === "outside") return asItWas(known, "open");
  const kept = (mark: LedgerMark): Fate =>
    closed ? asItWas(known, "kept") : { state: "kept", marks: [mark] };
  if (stands !== "met" && stands !== "unmet" && stands !== "empty")
    return kept({ kind: "unjudged", why: stands, on });
  if (spared.has(id)) return sparedFate(known, filled, on, stands);
  if (closed) return asItWas(known, "kept");
  const settled: Fate = {
    state: "closed",
    marks: [{ kind: "settled", on }],
    filled: { ...filled, closed: filled.closed ?? on },
  };
  if (alone) {
    if (stands === "met") return settled;
    return kept(stands === "unmet" ? { kind: "detailed", on } : { kind: "unjudged", why: "no-data", on });
  }
  const elsewhere =
    key === null || key === "" || rule === null ? undefined : listings.elsewhere(rule, unit, key);
  if (elsewhere !== undefined) return kept({ kind: "moved", to: elsewhere.unit ?? "", on });
  const sighting = sightings.get(id) ?? "unread";
  if (sighting === "seen") return settled;
  return kept(sighting === "gone" ? { kind: "vanished", on } : { kind: "unjudged", why: "no-data", on });
}

/** Still to be put right, whatever a unit says of it. */
function listedAgain(known: Known, filled: Filled, { asOf: on }: Findings): Fate {
  const said = known.copies.map(({ cells }) => cells.mark ?? "");
  const isNew = !known.closed && said.some((mark) => newSince(mark) === on);
  const { marks, filled: left } = againWrong(known, filled, on);
  return { state: "listed", marks: isNew ? [{ kind: "new", on }, ...marks] : marks, filled: left };
}

/** Its indicator is met without it: what nobody has touched needs no line. */
function sparedFate(known: Known, filled: Filled, on: string, stands: Standing): Fate {
  if (!known.copies.some(isTyped)) return { state: "dropped", marks: [] };
  const { marks, filled: left } = againWrong(known, filled, on);
  const mark: LedgerMark =
    stands === "unmet" ? { kind: "unjudged", why: "no-data", on } : { kind: "spared", on };
  return { state: "kept", marks: [...marks, mark], filled: left };
}

/** What is said of a record that is wrong: that it was closed before, and that somebody calls it done. */
function againWrong({ copies, closed }: Known, filled: Filled, on: string) {
  const before = copies.map(({ cells }) => relapseIn(cells.mark ?? "")).find((one) => one !== null);
  const relapse = closed ? { on, closed: filled.closed ?? "" } : before;
  const marks: LedgerMark[] = relapse === undefined ? [] : [{ kind: "again", ...relapse }];
  // When it was closed is in the mark, and the cell is free for the next time.
  const { closed: day = "", ...open } = filled;
  const left = closed && /^\d{4}-\d\d-\d\d$/.test(day) ? open : filled;
  if (isClaimed(left)) marks.push({ kind: "unproved", on });
  return { marks, filled: left };
}

function asItWas({ copies, closed }: Known, state: PastState): Fate {
  const copy = copies.find((one) => one.closed === closed) ?? copies[0];
  const text = copy?.cells.mark ?? "";
  return { state: closed ? "closed" : state, marks: text === "" ? [] : [{ kind: "said", text }] };
}

function isClaimed({ progress = "", closed = "" }: Filled): boolean {
  return closed !== "" || piecesOf(progress, "").some(({ text }) => claimsDone(text));
}

/** A mark that is taken over word by word may say it already. */
function saysConflict(marks: readonly LedgerMark[]): boolean {
  return marks.some((mark) => mark.kind === "said" && /冲突：|conflict: /.test(mark.text));
}
