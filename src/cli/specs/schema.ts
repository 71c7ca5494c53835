import type { CommandSpec } from "../command-spec.ts";
import { file, plan } from "./flags.ts";

export const schema: CommandSpec = {
  about: { zh: "输出 JSON Schema，供编辑器和程序使用", en: "print a JSON Schema for editors and programs" },
  arguments: [
    {
      name: { zh: "种类", en: "kind" },
      about: {
        zh: "report：报告（默认）；plan、datasets、units、tests、mapping：规则文件",
        en: "report: a report (default); plan, datasets, units, tests, mapping: rule files",
      },
      kind: "[]",
    },
  ],
  options: [
    {
      flags: "--for",
      value: plan.name,
      about: {
        zh: "列出这个方案的数据集、字段、单位、分组和取值，供编辑器补全（plan、tests、mapping）",
        en: "with the datasets, fields, units, groups and values of this plan, to complete (plan, tests, mapping)",
      },
    },
    {
      flags: "-o, --output",
      value: file,
      about: { zh: "写进文件，不写到标准输出", en: "write a file instead of stdout" },
    },
  ],
  load: async () => (await import("../schema.ts")).schema,
};
