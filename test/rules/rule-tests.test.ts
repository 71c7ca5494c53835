import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { coverageOf } from "../../src/cli/rule-tests/coverage.ts";
import { runRuleTest } from "../../src/cli/rule-tests/run-tests.ts";
import { loadRuleTests } from "../../src/plan/rule-tests.ts";

const folder = join("rules", "tests");
const files = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith(".test.yaml"))
    .map((name) => loadRuleTests(join(process.cwd(), folder, name), { cwd: process.cwd() })),
);

describe.each(files.map((one) => [one.file, one] as const))("%s", (_, { plan, cases }) => {
  test.each(cases.map((one) => [`${one.indicator} ${one.name}`, one] as const))(
    "%s",
    async (__, one) => {
      expect((await runRuleTest(plan, one)).differences).toEqual([]);
    },
    60_000,
  );

  test("has a case that is met and one that is missed for every measured indicator", () => {
    const { noMet, noMissed, measured, covered } = coverageOf(plan, cases);
    expect({ noMet, noMissed }).toEqual({ noMet: [], noMissed: [] });
    expect(covered).toBe(measured);
  });
});
