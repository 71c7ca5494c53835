import { comparePlans } from "../plan/compare/compare.ts";
import { loadPlan } from "../plan/load.ts";
import { asJson, diffAsJson, renderDiff } from "../render/index.ts";
import type { Act } from "./command-spec.ts";
import { OptionReader, tableOrJson } from "./options.ts";
import { printing } from "./shell.ts";
import { together } from "./together.ts";

/** evaluate diff A B: what plan B changes against plan A. */
export const diff: Act = async (shell, [from = "", to = ""], raw) => {
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  read.done();
  const { cwd } = shell;
  const [before, after] = await together([loadPlan(from, { cwd }), loadPlan(to, { cwd })]);
  const compared = comparePlans(before, after);
  await shell.print(
    format === "json" ? asJson(diffAsJson(compared, shell.language)) : renderDiff(compared, printing(shell)),
  );
  return 0;
};
