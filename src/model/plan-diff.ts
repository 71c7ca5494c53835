/** What a change of an indicator or task does to those who are bound by it. */
export type Effect = "stricter" | "looser" | "earlier" | "later" | "changed";

export const aspects = [
  "id",
  "clause",
  "name",
  "target",
  "stages",
  "start",
  "deadline",
  "ongoing",
  "recurrence",
  "responsible",
  "lead",
  "measure",
  "scope",
  "quota",
  "weight",
  "worst",
  "baseline",
  "dimension",
] as const;
export type Aspect = (typeof aspects)[number];

/** A value that a text stands for: a target, a date, names, a number, or a formula in both languages. */
export type Told =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "formula"; readonly zh: string; readonly en: string }
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "flag"; readonly flag: boolean }
  | { readonly kind: "nothing" };

export interface Change {
  readonly aspect: Aspect;
  readonly effect: Effect;
  readonly from: Told;
  readonly to: Told;
}

export interface RuleName {
  readonly id: string;
  readonly clause: string;
  readonly name: string;
}

export interface ChangedRule extends RuleName {
  readonly changes: readonly Change[];
}

export interface RuleDiff {
  readonly added: readonly RuleName[];
  readonly gone: readonly RuleName[];
  readonly changed: readonly ChangedRule[];
  readonly same: readonly RuleName[];
}

/** Two plans side by side; `fields` are derived fields that are computed otherwise. */
export interface PlanDiff {
  readonly from: { readonly plan: string; readonly title: string };
  readonly to: { readonly plan: string; readonly title: string };
  readonly indicators: RuleDiff;
  readonly tasks: RuleDiff;
  readonly fields: readonly string[];
}
