import type { Evidence } from "../model/evidence.ts";
import type { Plan } from "../model/plan.ts";

/** Where rows are tallied. Another engine may push the work down; the evidence is the same. */
export interface Engine {
  gather(plan: Plan): Promise<Evidence>;
}

/** Tallies rows per indicator and unit, with notes on their quality. */
export function gather(plan: Plan, engine: Engine): Promise<Evidence> {
  return engine.gather(plan);
}
