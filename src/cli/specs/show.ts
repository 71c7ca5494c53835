import type { CommandSpec } from "../command-spec.ts";
import { json, plan, units } from "./flags.ts";

export const show: CommandSpec = {
  about: {
    zh: "显示一个方案：指标、阶段、单位、算法、条款",
    en: "print a plan: indicators, stages, units, formulas, clauses",
  },
  arguments: [{ ...plan, kind: "<>" }],
  options: [units, json],
  load: async () => (await import("../show.ts")).show,
};
