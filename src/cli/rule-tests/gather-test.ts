import { Readable } from "node:stream";
import { gather } from "../../engine/engine.ts";
import { filesEngine } from "../../engine/files.ts";
import { defaultLimits } from "../../ingest/reader.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { Plan } from "../../model/plan.ts";
import type { RuleTest } from "../../model/rule-test.ts";
import { inMemoryFile } from "./in-memory.ts";

/** The rows of a test through the same engine as files. */
export function gatherTest(plan: Plan, { asOf, sheets }: RuleTest): Promise<Evidence> {
  const engine = filesEngine(
    { paths: [{ path: "/test", display: "test" }], skipped: [] },
    {
      asOf,
      limits: defaultLimits,
      allowEmpty: true,
      stdin: Readable.from([]),
      open: async () => ({ files: [inMemoryFile("test", sheets)], skipped: [] }),
    },
  );
  return gather(plan, engine);
}
