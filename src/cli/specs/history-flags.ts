import type { OptionSpec } from "../command-spec.ts";

/** Comparing a run with earlier ones. */
export const history: readonly OptionSpec[] = [
  {
    flags: "--history",
    value: { zh: "文件夹", en: "folder" },
    about: {
      zh: "与这个文件夹里以前的结果比较，并把本次结果存进去",
      en: "compare with the earlier runs in this folder, and store this one in it",
    },
  },
  {
    flags: "--baseline",
    value: { zh: "YYYY-MM-DD", en: "YYYY-MM-DD" },
    about: {
      zh: "也与这一天的结果比较；持续提升、持续下降的指标没有基线值时以它为准（与 --history 同用）",
      en: "compare with the run of this day too; improve and reduce are held against it where they have no baseline (with --history)",
    },
  },
  {
    flags: "--replace",
    about: {
      zh: "历史里同一天已有不同的结果时，用本次的换掉它（与 --history 同用）",
      en: "put this result in the place of another one of the same day (with --history)",
    },
  },
  {
    flags: "--margin",
    value: { zh: "数", en: "number" },
    about: {
      zh: "列出达标但余量小于此数的指标（以计量单位计，% 为百分点）；不写则照方案的 report: headroom",
      en: "list what is met by less than this, in its unit or points for % (else as the plan's report: headroom says)",
    },
  },
];
