import { readFileSync } from "node:fs";
import type { planAsJson } from "../../src/render/plan-json.ts";

type ShownPlan = ReturnType<typeof planAsJson>;

/** A figure or date of a document; see facts/README.md. */
export interface Fact {
  readonly clause: string;
  readonly value: string;
  readonly kind: string;
}

/** What a document says, and of that, with the reason, what `show` need not hold. */
export function factsOf(plan: string): { shown: Fact[]; excused: (Fact & { reason: string })[] } {
  const text = readFileSync(`test/rules/facts/${plan}.tsv`, "utf8");
  const rows = text.trimEnd().split("\n").slice(1);
  const facts = rows.map((row) => {
    const [clause = "", value = "", kind = "", reason = ""] = row.split("\t");
    return { clause, value, kind, reason };
  });
  return {
    shown: facts.filter(({ reason }) => reason === "show").map(({ reason: _, ...fact }) => fact),
    excused: facts.filter(({ reason }) => reason !== "show"),
  };
}

/** All figures and days that a plan shows, as facts; its words are asked by `saysInWords`. */
export function shownBy({ issued, indicators, tasks }: ShownPlan): Fact[] {
  const ofIndicators = indicators.flatMap(({ clause, direction, threshold, deadline, stages, ongoing }) => {
    const steps = stages.length > 0 ? stages : [{ direction, threshold, deadline, more: undefined }];
    return [
      ...steps.flatMap((step) => [
        fact(clause, step.more ?? step.threshold, step.direction),
        fact(clause, step.deadline, "by"),
      ]),
      fact(clause, ongoing ? "ongoing" : null, "ongoing"),
    ];
  });
  const ofTasks = tasks.flatMap(({ clause, deadline, start, recurrence }) => [
    fact(clause, deadline, "by"),
    fact(clause, start, "from"),
    fact(clause, recurrence, "every"),
  ]);
  return [fact("-", issued, "issued"), ...ofIndicators, ...ofTasks].flat();
}

/** Whether the figure stands, as a number of its own, in a name or remedy of the clause. */
export function saysInWords({ indicators, tasks }: ShownPlan, { clause, value }: Fact): boolean {
  const texts = [
    ...indicators.map((one) => [one.clause, one.name, one.remedy]),
    ...tasks.map((one) => [one.clause, one.name]),
  ];
  const alone = new RegExp(`(?<![0-9.])${value}(?![0-9.])`);
  return texts.some(([where, ...words]) => where === clause && words.some((word) => alone.test(word ?? "")));
}

function fact(clause: string, value: string | number | null, kind: string): Fact[] {
  return value === null ? [] : [{ clause, value: String(value), kind }];
}
