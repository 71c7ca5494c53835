import { type NamePart, nameParts } from "../../model/config.ts";
import { formatDay } from "../../model/day.ts";
import { asOfDay } from "../as-of.ts";
import { planNamed } from "../rules.ts";
import type { RunOptions } from "../run-options.ts";
import type { Shell } from "../shell.ts";

const PART = new RegExp(`\\{(${nameParts.join("|")})\\}`, "g");

/** Options with {plan} and {asOf} in the names of outputs filled in. */
export async function fillNames(options: RunOptions, shell: Shell): Promise<RunOptions> {
  const { outputs, ledger, ledgerFrom, taskSheets } = options;
  const names = [...outputs.map(({ file }) => file), ledger?.path ?? "", ...ledgerFrom, taskSheets ?? ""];
  if (!names.some((name) => name.search(PART) >= 0)) return options;
  const parts = await partsOf(options, shell);
  const fill = (name: string) => name.replace(PART, (_, part: NamePart) => parts[part]);
  return {
    ...options,
    outputs: outputs.map((one) => ({ ...one, file: fill(one.file) })),
    ledger: ledger === null ? null : { ...ledger, path: fill(ledger.path) },
    ledgerFrom: ledgerFrom.map(fill),
    taskSheets: taskSheets === null ? null : fill(taskSheets),
  };
}

async function partsOf(options: RunOptions, shell: Shell): Promise<Record<NamePart, string>> {
  if (options.saved !== null) {
    const { savedReport } = await import("../saved-report.ts");
    const { plan, asOf } = await savedReport(options.saved, shell);
    return { plan: plan.id, asOf };
  }
  const plan = await planNamed(options.plan, options.rules, shell.cwd);
  return { plan: plan.id, asOf: formatDay(asOfDay(options.asOf, shell.now(), plan).day) };
}
