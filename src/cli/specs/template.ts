import type { CommandSpec } from "../command-spec.ts";
import { file, json, plan, units } from "./flags.ts";

export const template: CommandSpec = {
  about: {
    zh: "生成空白填报表：表头、下拉列表、批注和示例行",
    en: "write an empty workbook to fill in: headings, drop-downs, comments, an example",
  },
  arguments: [{ ...plan, kind: "<>" }],
  options: [
    {
      flags: "-o, --output",
      value: file,
      about: { zh: "要写的 .xlsx 文件（必填）", en: "the .xlsx file to write (required)" },
    },
    {
      flags: "--unit",
      value: { zh: "名称", en: "name" },
      about: { zh: "只给这个责任单位填", en: "for this responsible unit only" },
    },
    units,
    json,
  ],
  load: async () => (await import("../template.ts")).template,
};
