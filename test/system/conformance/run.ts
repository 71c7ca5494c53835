import { vi } from "vitest";
import type { Evidence } from "../../../src/model/evidence.ts";
import type { Report } from "../../../src/model/report.ts";
import { evaluate } from "../../cli/fake-process.ts";
import { exactOf, type Outcome, outcomeOf } from "./outcome.ts";

const passing: Evidence[] = [];

/** What each engine hands over passes here on its way to the report, which rounds it. */
vi.mock("../../../src/engine/engine.ts", () => ({
  gather: async (plan: unknown, engine: { gather(plan: unknown): Promise<Evidence> }) => {
    const evidence = await engine.gather(plan);
    passing.push(evidence);
    return evidence;
  },
}));

export interface Asked {
  readonly plan: string;
  readonly asOf: string;
  readonly mapping?: string | null;
  /** What else stands on the command line: inputs, the engine. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ran {
  readonly code: number;
  readonly stderr: string;
  /** Null where the run ended without one. */
  readonly report: Report | null;
  readonly outcome: Outcome;
  readonly evidence: Evidence | null;
}

/** One command line, from the plan's file to its exit code. */
export async function ran({ plan, asOf, mapping = null, args, env = {} }: Asked): Promise<Ran> {
  passing.length = 0;
  const mapped = mapping === null ? [] : ["--mapping", mapping];
  const line = ["run", ...args, "--plan", plan, "--as-of", asOf, ...mapped, "-f", "json"];
  const { code, stdout, stderr } = await evaluate(line, { env });
  const [evidence] = passing;
  if (stdout === "" || evidence === undefined)
    return { code, stderr, report: null, outcome: new Map(), evidence: null };
  const report = JSON.parse(stdout) as Report;
  return { code, stderr, report, outcome: new Map([...exactOf(evidence), ...outcomeOf(report)]), evidence };
}
