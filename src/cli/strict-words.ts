import type { Language } from "../model/language.ts";
import type { PhraseCode } from "../model/phrases.ts";

/** What --strict says of each kind of doubt, and what to do about it. */
export const strictWords = {
  zh: {
    unit: (name: string, rows: number) =>
      `不认识的单位“${name}”（${rows} 行）。改正写法，或在单位名录中补上。`,
    cell: (field: string, value: string, reason: string) => `“${field}”读不懂“${value}”：${reason}`,
    cells: (more: number) => `另有 ${more} 个读不懂的单元格。`,
    sheet:
      "工作表与方案用到的任何数据集都不相符。从文件中删去，改正表头，或在映射文件中写明数据集或 skip: true。",
    column: (dataset: string, field: string) =>
      `“${dataset}”没有一张表有“${field}”列，方案需要它。补上这一列，或在映射文件的 headings 中写明哪一列是它。`,
    total: (label: string, field: string, stated: number, computed: number) =>
      `“${label}”的${field}写作 ${stated}，按明细应为 ${computed}。改正合计，或补全明细。`,
    conflict: (key: string, first: string) =>
      `“${key}”与 ${first} 重复而内容不同。改成一致，或删去其中一行。`,
    conflicts: (dataset: string, more: number) => `“${dataset}”另有 ${more} 行重复而内容不同。`,
    suspicion: (dataset: string, text: string, rows: number) =>
      `“${dataset}”有 ${rows} 行：${text}。核对这些单元格并改正。`,
    note: (text: string, mend: string) => `${text.replace(/[。；]$/, "")}。${mend}`,
  },
  en: {
    unit: (name: string, rows: number) =>
      `unknown unit "${name}" (${rows} rows). Correct it or add it to the directory.`,
    cell: (field: string, value: string, reason: string) =>
      `${field} cannot be read from "${value}": ${reason}`,
    cells: (more: number) => `${more} more rejected cells.`,
    sheet:
      "the sheet fits no dataset. Remove it, correct its headings, or name its dataset or skip: true in a mapping.",
    column: (dataset: string, field: string) =>
      `no sheet of ${dataset} has the column ${field}, which the plan needs. Add it, or say in a mapping's headings which column it is.`,
    total: (label: string, field: string, stated: number, computed: number) =>
      `"${label}" states ${field} as ${stated}; the rows come to ${computed}. Correct the total or complete the rows.`,
    conflict: (key: string, first: string) =>
      `"${key}" repeats ${first} with other content. Make them the same or remove one.`,
    conflicts: (dataset: string, more: number) =>
      `${more} more rows of ${dataset} repeat with other content.`,
    suspicion: (dataset: string, text: string, rows: number) =>
      `rows of ${dataset}: ${rows}: ${text}. Check these cells and correct them.`,
    note: (text: string, mend: string) => `${text.replace(/[.;]$/, "")}. ${mend}`,
  },
} satisfies Record<Language, object>;

/** Remarks that are doubts, and the way out of each. */
export const mends = {
  "digits-column": {
    zh: "在映射文件的 codes 中写明各数字的含义。",
    en: "Say in a mapping's codes what each digit means.",
  },
  "formulas-without-value": {
    zh: "重新保存后再读取。",
    en: "Read the file again once it is saved.",
  },
  "mapping-unfit": { zh: "改正这条规则。", en: "Correct the rule." },
  "heading-twice": {
    zh: "删去其中一列，或在映射文件的 headings 中写明用哪一列。",
    en: "Remove one of them, or say in a mapping's headings which one counts.",
  },
  "irregular-lines": { zh: "改正这些行，或重新导出。", en: "Correct these lines or export again." },
  "older-export": { zh: "移走旧的导出。", en: "Take the older export away." },
  "unknown-answer": { zh: "改正编号。", en: "Correct the id." },
  "answer-twice": { zh: "只留一个。", en: "Keep one of them." },
  "filled-down": { zh: "合并单元格，或逐行填写。", en: "Merge the cells, or fill every row." },
  "table-not-read": { zh: "移到单独的工作表。", en: "Move it to a sheet of its own." },
  "transposed-table": { zh: "转置后再读取。", en: "Read it once it is transposed." },
  "task-without-unit": { zh: "写明责任单位。", en: "Name the unit." },
  "reported-differs": { zh: "查明差异，改正其中之一。", en: "Find out why, and correct one of them." },
  "reported-parts-differ": { zh: "改正数值或分子、分母。", en: "Correct the value or its parts." },
} satisfies Partial<Record<PhraseCode, Record<Language, string>>>;

export type MendedNote = keyof typeof mends;
