import type { OptionSpec } from "../command-spec.ts";

export const limits: readonly OptionSpec[] = [
  {
    flags: "--max-bytes",
    value: { zh: "数", en: "n" },
    about: { zh: "每个文件展开后的字节上限", en: "bytes that one file may inflate to" },
  },
  {
    flags: "--max-rows",
    value: { zh: "数", en: "n" },
    about: { zh: "每个工作表的行数上限", en: "rows that one sheet may have" },
  },
  {
    flags: "--max-columns",
    value: { zh: "数", en: "n" },
    about: { zh: "每个工作表的列数上限", en: "columns that one sheet may have" },
  },
  {
    flags: "--max-cell-length",
    value: { zh: "数", en: "n" },
    about: { zh: "每个单元格的字符数上限", en: "characters that one cell may have" },
  },
  {
    flags: "--max-depth",
    value: { zh: "数", en: "n" },
    about: { zh: "压缩包套压缩包的层数上限", en: "how deep archives may lie in each other" },
  },
];
