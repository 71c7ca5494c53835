import type { CommandSpec } from "../command-spec.ts";
import { configFile } from "./config-flags.ts";
import { asOf, file, inputs, json, mapping, planFlag, units } from "./flags.ts";
import { limits } from "./limit-flags.ts";

export const inspect: CommandSpec = {
  about: {
    zh: "说明每张表是怎样读懂的：数据集、表头、列、行数、读不懂的单元格",
    en: "say how each sheet was understood: dataset, headings, columns, rows, rejected cells",
  },
  arguments: [inputs],
  options: [
    {
      ...planFlag,
      about: {
        zh: "方案；不写则只识别数据集",
        en: "the plan; without it datasets are recognised and no more",
      },
    },
    asOf,
    units,
    mapping,
    {
      flags: "--write-map",
      value: file,
      about: {
        zh: "把识别结果写成映射文件，改好后用 --mapping 读取；不覆盖已有文件",
        en: "write what was recognised as a mapping to edit and read with --mapping; never overwrites",
      },
    },
    ...limits,
    ...configFile,
    json,
  ],
  load: async () => (await import("../inspect.ts")).inspect,
};
