import type { CommandSpec } from "../command-spec.ts";
import { configFile } from "./config-flags.ts";
import { asOf, inputs, jobs, json, mapping, plan, units, waivers } from "./flags.ts";
import { limits } from "./limit-flags.ts";

export const explain: CommandSpec = {
  about: {
    zh: "说明一项指标怎样算：公式、筛选、目标；带上数据则填入数字和行数",
    en: "say how an indicator is computed: formula, filters, target; with data the numbers filled in",
  },
  arguments: [
    { ...plan, kind: "<>" },
    {
      name: { zh: "指标", en: "indicator" },
      about: { zh: "指标的编号、条款或名称", en: "id, clause or name of the indicator" },
      kind: "<>",
    },
    inputs,
  ],
  options: [
    {
      flags: "--unit",
      value: { zh: "名称", en: "name" },
      about: { zh: "也说明这个责任单位", en: "explain this unit too" },
    },
    asOf,
    units,
    mapping,
    waivers,
    jobs,
    ...limits,
    ...configFile,
    json,
  ],
  load: async () => (await import("../explain.ts")).explain,
};
