import type { EscalationStep, PlanFrame } from "../model/plan.ts";
import type { Findings } from "./findings.ts";

/** The steps after misses in a row, each later than the one before it. */
export function escalationOf({ escalation = [] }: PlanFrame, findings: Findings): EscalationStep[] {
  const steps = escalation.map(({ after, step, counts = "overdue", tasks = false }) => ({
    after: Number(after),
    step,
    counts,
    tasks,
  }));
  for (const [at, { after }] of steps.entries()) {
    const before = steps[at - 1]?.after ?? 0;
    if (after > before) continue;
    findings.add("R005", ["escalation", at, "after"], {
      key: "after",
      value: after,
      expected: `> ${before}`,
    });
  }
  return steps;
}
