import { listPlans } from "../plan/load.ts";
import { asJson, renderPlans } from "../render/index.ts";
import type { Act } from "./command-spec.ts";
import { OptionReader, tableOrJson } from "./options.ts";
import { printing } from "./shell.ts";

export const plans: Act = async (shell, _, raw) => {
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  read.done();
  const found = await listPlans({ cwd: shell.cwd });
  await shell.print(format === "json" ? asJson(found) : renderPlans(found, printing(shell)));
  return 0;
};
