import { asJson, planAsJson, renderPlan } from "../render/index.ts";
import type { Act } from "./command-spec.ts";
import { OptionReader, tableOrJson } from "./options.ts";
import { planNamed, ruleFilesOf } from "./rules.ts";
import { printing } from "./shell.ts";

export const show: Act = async (shell, [name = ""], raw) => {
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  read.done();
  const plan = await planNamed(name, ruleFilesOf(read), shell.cwd);
  await shell.print(
    format === "json" ? asJson(planAsJson(plan, shell.language)) : renderPlan(plan, printing(shell)),
  );
  return 0;
};
