import type { OptionSpec } from "../command-spec.ts";
import { file } from "./flags.ts";

/** Which configuration is used. */
export const configFile: readonly OptionSpec[] = [
  {
    flags: "--config",
    value: file,
    about: {
      zh: "配置文件；不写则用当前文件夹的 evaluate.config.yaml（有的话）",
      en: "configuration; without it evaluate.config.yaml of this folder, where there is one",
    },
  },
  { flags: "--no-config", about: { zh: "不用配置文件", en: "use no configuration" } },
];

export const config: readonly OptionSpec[] = [
  ...configFile,
  {
    flags: "--print-config",
    about: {
      zh: "只显示每项设置的值和来源（命令行、环境变量、配置文件、默认）",
      en: "only print each setting with where it comes from (flag, environment, configuration, default)",
    },
  },
];
