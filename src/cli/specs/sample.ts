import type { CommandSpec } from "../command-spec.ts";
import { file, json, plan, units } from "./flags.ts";

export const sample: CommandSpec = {
  about: {
    zh: "生成演示数据（合成数据，文件中注明）",
    en: "write synthetic data for a plan, marked as such",
  },
  arguments: [{ ...plan, kind: "<>" }],
  options: [
    {
      flags: "-o, --output",
      value: file,
      about: { zh: "要写的 .xlsx 文件（必填）", en: "the .xlsx file to write (required)" },
    },
    {
      flags: "--rows",
      value: { zh: "数", en: "n" },
      about: { zh: "每份清单大约多少行", en: "rows of a list, about" },
    },
    {
      flags: "--seed",
      value: { zh: "数", en: "n" },
      about: { zh: "随机种子；同一种子得到同样的数据", en: "seed; the same seed gives the same data" },
    },
    units,
    json,
  ],
  load: async () => (await import("../sample.ts")).sample,
};
