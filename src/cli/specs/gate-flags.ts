import type { OptionSpec } from "../command-spec.ts";

/** What a run is stopped or failed by. */
export const gates: readonly OptionSpec[] = [
  {
    flags: "--fail-on",
    value: { zh: "unmet|overdue|no-data|never", en: "unmet|overdue|no-data|never" },
    about: {
      zh: "有这类指标时以 1 退出（unmet 未达标，overdue 逾期，no-data 无数据；默认 never）",
      en: "exit with 1 when an indicator is so (default never)",
    },
  },
  {
    flags: "--fail-under",
    value: { zh: "分数", en: "score" },
    about: { zh: "得分低于此数时以 1 退出", en: "exit with 1 when the score is below this" },
  },
  {
    flags: "--strict",
    about: {
      zh: "有疑点就停（以 3 退出）：不认识的单位、读不懂的单元格、不相符的表、缺列、对不上的合计、重复冲突等",
      en: "stop at any doubt (exit 3): unknown units, rejected cells, unmatched sheets, missing columns, totals or copies that disagree …",
    },
  },
];
