import type { OptionSpec, Words } from "../command-spec.ts";

export const file: Words = { zh: "文件", en: "file" };

export const plan = {
  name: { zh: "方案", en: "plan" },
  about: { zh: "方案编号或方案文件", en: "id or file of a plan" },
};

export const planFlag: OptionSpec = {
  flags: "-p, --plan",
  value: { zh: "编号|路径", en: "id|path" },
  about: { zh: "方案（必填）", en: "the plan (required)" },
};

export const asOf: OptionSpec = {
  flags: "--as-of",
  value: { zh: "YYYY-MM-DD|today", en: "YYYY-MM-DD|today" },
  about: {
    zh: "数据截至日；不写则取今天，方案期已过则取期末",
    en: "the day to judge on; without it today, or the end of the plan's period once that is past",
  },
};

export const inputs = {
  name: { zh: "输入", en: "inputs" },
  about: {
    zh: "数据文件、文件夹、通配符，或 -（标准输入）",
    en: "files, folders, globs, or - (stdin)",
  },
  kind: "[...]" as const,
};

export const units: OptionSpec = {
  flags: "--units",
  value: file,
  about: {
    zh: "用这份单位名录代替方案自带的（YAML 或表格）",
    en: "unit directory to use instead of the plan's (YAML or a spreadsheet)",
  },
};

export const mapping: OptionSpec = {
  flags: "--mapping",
  value: file,
  about: {
    zh: "映射文件：表头、表头行、数据集、代码含义、跳过的表（inspect --write-map 可生成）",
    en: "mapping of headings, heading rows, datasets, codes, sheets to skip (inspect --write-map writes one)",
  },
};

export const waivers: OptionSpec = {
  flags: "--waivers",
  value: file,
  about: {
    zh: "豁免文件：哪个单位的哪一项不考核，凭什么文号，到哪一天",
    en: "waivers: who is excused from what, by which document, until when",
  },
};

export const jobs: OptionSpec = {
  flags: "--jobs",
  value: { zh: "数", en: "n" },
  about: {
    zh: "几个线程一起读；不写则小文件 1 个，大文件按核数，最多 4 个",
    en: "threads that share the reading; without it one for small files, else one a core, up to 4",
  },
};

export const json: OptionSpec = {
  flags: "-f, --format",
  value: { zh: "table|json", en: "table|json" },
  about: { zh: "输出格式", en: "format of the output" },
  initially: "table",
};
