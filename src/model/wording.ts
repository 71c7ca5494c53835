import { z } from "zod";
import { type Language, languages } from "./language.ts";

/** Figures that every sentence may hold. */
export const commonPlaceholders = ["plan", "document", "issuer", "issued", "date", "whole"] as const;

/**
 * The sentences of the papers that circulate, and what each may hold beside the common figures. A file of
 * kind `wording` may give any of them other words; "" leaves a sentence out.
 */
export const paperSentences = {
  bulletin: {
    title: [],
    subtitle: [],
    addressees: ["groups"],
    basis: ["datasets", "files", "sheets", "rows", "used"],
    "basis-without-number": ["datasets", "files", "sheets", "rows", "used"],
    synthetic: [],
    shown: ["units"],
    overall: [],
    score: ["score", "band", "coverage"],
    provisional: [],
    "without-score": [],
    counts: ["indicators", "states", "met", "open", "overdue", "no-data"],
    "count-met": ["count"],
    "count-open": ["count"],
    "count-overdue": ["count"],
    "count-no-data": ["count"],
    tasks: ["tasks", "duties", "states", "done", "late", "open", "overdue", "no-data"],
    "tasks-shown": ["tasks", "duties", "states", "done", "late", "open", "overdue", "no-data"],
    "tasks-done": ["count"],
    "tasks-done-late": ["count", "late"],
    "tasks-open": ["count"],
    "tasks-overdue": ["count"],
    "tasks-no-data": ["count"],
    "tasks-unchecked": ["tasks"],
    lowest: ["units"],
    "lowest-unit": ["group", "unit", "score"],
    "lowest-tied": ["group", "units", "score"],
    movement: ["previous", "before", "now", "change"],
    "movement-met": ["names"],
    "movement-lost": ["names"],
    "movement-up": ["count", "units", "points"],
    "movement-down": ["count", "units", "points"],
    "without-movement": [],
    "late-now": ["count", "names"],
    "due-next": ["deadline", "days", "work"],
    "due-indicators": ["count"],
    "due-tasks": ["count"],
    "due-missed": ["count", "names"],
    furthest: ["count"],
    "furthest-item": ["indicator", "value", "target", "gap"],
    helpful: ["count"],
    "helpful-item": ["item", "work", "gain"],
    "helpful-task": ["units"],
    trust: ["found"],
    "trust-clear": [],
    "trust-no-data": ["count"],
    "trust-freshness": ["dataset", "deadline", "days"],
    "trust-units": ["count"],
    "trust-cells": ["count"],
    "trust-conflicts": ["count"],
    "trust-totals": ["count"],
    "trust-differing": ["count"],
    ranking: [],
    "ranked-group": ["group", "count"],
    "ranked-group-alone": ["group"],
    "ranked-all": ["units"],
    "ranked-shown": ["units"],
    "ranked-ends": ["first", "last"],
    rank: ["rank", "units"],
    "rank-tied": ["rank", "units"],
    "unit-score": ["unit", "score"],
    "units-score": ["units", "score"],
    "ranked-alone": ["unit", "score"],
    "provisional-units": ["count", "units"],
    "unscored-units": ["count", "units"],
    "unknown-units": ["count", "units"],
    commended: ["count", "units"],
    "commended-indicators": ["count", "units"],
    "commended-none": [],
    problems: [],
    "overdue-indicators": ["count"],
    "open-indicators": ["count"],
    "partly-unmet": ["count"],
    "overdue-tasks": ["count"],
    "unscored-indicators": ["count", "names"],
    doubts: [],
    "no-problems": [],
    problem: ["indicator", "value", "target", "gap", "deadline"],
    "problem-met": ["indicator", "value", "target"],
    needed: ["needed"],
    "problem-units": ["count", "units"],
    "problem-units-worst": ["count", "units"],
    "problem-unit": ["unit", "value", "gap"],
    "problem-units-tied": ["units", "value", "gap"],
    "more-indicators": ["count", "names"],
    "shortfall-units": ["units"],
    "shortfall-units-shown": ["units"],
    "shortfall-unit": ["unit", "short", "share"],
    "task-problem": ["task", "deadline", "count", "units"],
    "more-tasks": ["count"],
    "indicator-without-data": ["indicator", "reason"],
    "doubt-units": ["count", "names"],
    "doubt-cells": ["count"],
    "doubt-conflicts": ["count"],
    "doubt-totals": ["count"],
    requirements: [],
    "overdue-first": [],
    "overdue-work": ["work"],
    "overdue-work-indicators": ["count"],
    "overdue-work-tasks": ["count"],
    "overdue-work-units": ["count"],
    "overdue-item": ["item", "deadline", "units"],
    "overdue-tasks-left": ["count", "units"],
    "more-items": ["count"],
    "next-deadline": ["deadline", "days"],
    "deadline-item": ["item", "units"],
    "deadline-shared": ["item", "units"],
    "deadline-tasks": ["count", "units"],
    "later-deadlines": ["deadlines"],
    "without-deadline": [],
    "data-first": [],
    "data-work": ["count"],
    "nothing-required": [],
    "annex-units": [],
    "annex-indicators": [],
    "annex-tasks": [],
    "annex-method": [],
    signature: [],
    dated: [],
  },
  "task-sheet": {
    title: [],
    number: ["number"],
    intro: ["unit", "work"],
    "intro-indicators": ["count"],
    "intro-tasks": ["count"],
    standing: ["score", "group", "ranked", "rank"],
    "standing-moved": ["previous", "change"],
    shared: ["items"],
    "shared-item": ["item", "value", "target"],
    "shared-item-short": ["item", "value", "target", "short"],
    synthetic: [],
    requirements: [],
    requirement: ["item", "remedy"],
    "requirement-without-remedy": ["item", "needed"],
    "task-requirement": ["count"],
    ledger: ["ledger", "count"],
    "ledger-rows": ["ledger", "unit", "count"],
    reply: [],
    "time-limit": ["deadline"],
    "time-limits": ["first", "last"],
    "time-limit-overdue": ["count"],
    "time-limit-none": [],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type Paper = keyof typeof paperSentences;
export type SentenceKey<P extends Paper> = keyof (typeof paperSentences)[P] & string;
export type Held<
  P extends Paper,
  K extends SentenceKey<P>,
> = (typeof paperSentences)[P][K] extends readonly (infer Name)[] ? Name & string : never;
export type Wording = { readonly [P in Paper]: { readonly [K in SentenceKey<P>]: string } };
export type Wordings = Readonly<Record<Language, Wording>>;

/** What a sentence may hold, by paper and key; undefined where there is no such sentence. */
export function placeholdersOf(paper: string, key: string): readonly string[] | undefined {
  const own = (paperSentences as Record<string, Record<string, readonly string[]>>)[paper]?.[key];
  return own === undefined ? undefined : [...own, ...commonPlaceholders];
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names that stand in braces, and "{" or "}" for one without its fellow. */
export function namesHeld(text: string): string[] {
  const rest = text.replace(PLACEHOLDER, "");
  const lone = [...new Set(rest.match(/[{}]/g) ?? [])];
  return [...[...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name.trim()), ...lone];
}

/** A sentence with its figures; nothing that a figure holds is read as a placeholder again. */
export function filled(text: string, figures: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => figures[name.trim()] ?? whole);
}

const some = (paper: Paper) =>
  z.strictObject(
    Object.fromEntries(Object.keys(paperSentences[paper]).map((key) => [key, z.string().optional()])),
  );

/** A file of kind `wording`; what it does not say is said as usual. */
export const wordingSchema = z.strictObject({
  wording: z.string().min(1),
  language: z.enum(languages),
  bulletin: some("bulletin").optional(),
  "task-sheet": some("task-sheet").optional(),
});
export type WordingFile = z.infer<typeof wordingSchema>;

const sentences = z.record(z.string(), z.string());

/** The sentences that a plan says in its own words. */
export const ownWordingSchema = z.partialRecord(
  z.enum(languages),
  z.partialRecord(z.enum(Object.keys(paperSentences) as [Paper, ...Paper[]]), sentences),
);
export type OwnWording = z.infer<typeof ownWordingSchema>;

/** The usual words with those of a plan in their place. */
export function wordingOf(usual: Wordings, own: OwnWording | undefined, language: Language): Wording {
  const mine = own?.[language] ?? {};
  return {
    bulletin: { ...usual[language].bulletin, ...mine.bulletin },
    "task-sheet": { ...usual[language]["task-sheet"], ...mine["task-sheet"] },
  };
}
