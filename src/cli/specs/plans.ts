import type { CommandSpec } from "../command-spec.ts";
import { json } from "./flags.ts";

export const plans: CommandSpec = {
  about: { zh: "列出现有方案", en: "list the plans" },
  arguments: [],
  options: [json],
  load: async () => (await import("../plans.ts")).plans,
};
