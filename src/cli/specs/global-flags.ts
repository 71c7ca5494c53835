import type { OptionSpec } from "../command-spec.ts";

export const globalOptions: readonly OptionSpec[] = [
  {
    flags: "--lang",
    value: { zh: "zh|en", en: "zh|en" },
    about: { zh: "语言（默认 zh）", en: "language (default zh)" },
  },
  { flags: "-q, --quiet", about: { zh: "只输出报告和错误", en: "print the report and errors only" } },
  { flags: "--no-color", about: { zh: "不用颜色", en: "no colour" } },
];
