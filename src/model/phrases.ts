import type { Why } from "./assessment.ts";
import type { Language, Params, Sentence } from "./language.ts";
import { movementPhrases } from "./movement-phrases.ts";

const list = (text: string | number | undefined) => String(text ?? "");
const meant = (p: Params, language: Language) => {
  if (!p.nearest) return "";
  return language === "zh"
    ? `；表中有“${p.nearest}”，是不是这一列？`
    : `; there is "${p.nearest}": is that the column?`;
};
const at = (p: Params) => `${p.file} › ${p.sheet}`;

/** The words of every reason and remark that a report carries; codes are stable. */
const phrases = {
  // Why an indicator has no value, or is not judged.
  "no-dataset": {
    zh: (p) => `没有数据集“${p.dataset}”`,
    en: (p) => `no input has the dataset ${p.dataset}`,
  },
  "no-column": {
    zh: (p) => `“${p.dataset}”缺少列：${p.fields}${meant(p, "zh")}`,
    en: (p) => `${p.dataset} lacks the column ${p.fields}${meant(p, "en")}`,
  },
  "not-reported": {
    zh: () => "指标填报中没有这项指标",
    en: () => "指标填报 has no row for this indicator",
  },
  "not-pooled": {
    zh: () => "指标填报中没有全域的值，各单位也没有分子和分母，不能汇总",
    en: () => "指标填报 has neither a value of the whole nor parts to pool",
  },
  "no-rows": { zh: () => "数据中没有该单位的行", en: () => "no row of this unit in the data" },
  "no-rows-at-all": { zh: () => "数据集中没有可用的行", en: () => "the dataset has no usable row" },
  "no-unit-column": {
    zh: (p) => `“${p.dataset}”没有单位列，不能分到单位`,
    en: (p) => `${p.dataset} has no unit column`,
  },
  "denominator-zero": {
    zh: () => "统计范围内没有数（分母为 0）",
    en: () => "nothing within its scope: the denominator is 0",
  },
  "no-value": { zh: () => "所需的列全部为空", en: () => "every needed cell is blank" },
  "no-baseline": {
    zh: () => "没有基线值，只列现状",
    en: () => "no baseline to compare with; the value is shown",
  },
  "no-threshold": { zh: () => "没有量化目标，只列数值", en: () => "no target; the value is shown" },
  waived: {
    zh: (p) => `已豁免至 ${p.expires}（${p.document}）：${p.reason}`,
    en: (p) => `waived until ${p.expires} (${p.document}): ${p.reason}`,
  },
  "no-quota": { zh: () => "没有分配给该单位的任务量", en: () => "no quota for this unit" },
  // Why a cell was not read.
  unreadable: {
    zh: (p) => readAs.zh[list(p.type)] ?? "读不懂",
    en: (p) => readAs.en[list(p.type)] ?? "cannot be read",
  },
  "key-missing": {
    zh: () => "编号为空，这一行无法识别",
    en: () => "the key is blank: the row cannot be told apart",
  },
  "outside-calendar": {
    zh: (p) => `${p.date} 不在工作日历（${p.from}–${p.to} 年）之内`,
    en: (p) => `${p.date} is outside the working-day calendar (${p.from}–${p.to})`,
  },
  // Remarks on the data.
  "digits-column": {
    zh: (p) => `${at(p)} 的“${p.heading}”全是数字代码，各平台含义不同，没有按“${p.field}”读取`,
    en: (p) =>
      `${at(p)}: "${p.heading}" holds digits only, whose meaning differs between platforms; not read as ${p.field}`,
  },
  "mapping-unused": {
    zh: (p) => `映射文件的第 ${p.rule} 条（${p.match}${p.of ? ` › ${p.of}` : ""}）没有对上任何工作表`,
    en: (p) => `rule ${p.rule} of the mapping (${p.match}${p.of ? ` › ${p.of}` : ""}) fits no sheet`,
  },
  "mapping-unfit": {
    zh: (p) =>
      `${at(p)} 按映射文件（${p.match}）${p.row ? `在第 ${p.row} 行` : ""}找不到可用的表头，未使用；请核对 headerRow、dataset 和 headings`,
    en: (p) =>
      `${at(p)}: by the mapping (${p.match}) there are no headings ${p.row ? `in row ${p.row}` : ""}; check headerRow, dataset and headings`,
  },
  "mapping-tables": {
    zh: (p) => `映射文件“${p.mapping}”中的 tables 用于数据库，读取文件时不用`,
    en: (p) => `"tables" of the mapping ${p.mapping} is for databases and was not used`,
  },
  "counted-in-database": {
    zh: (p) =>
      `在数据库里统计（${p.database}）：没有核对合计行的数、可疑的数据和数据的新旧，也说不出是哪个单元格`,
    en: (p) =>
      `Counted in a database (${p.database}): sums of total rows, doubtful values and the age of the data were not looked at, and cells have no address`,
  },
  estimated: {
    zh: (p) => `${p.clause} ${p.indicator}：不重复数是估算的（方案写明 approximate），误差约 2%`,
    en: (p) =>
      `${p.clause} ${p.indicator}: distinct values were estimated, to about 2 % (the plan says approximate)`,
  },
  "table-unique": {
    zh: (p) => `${p.dataset}：映射说编号不重复（unique），没有检查`,
    en: (p) => `${p.dataset}: the mapping says that keys do not repeat (unique); it was not checked`,
  },
  "scaled-column": {
    zh: (p) => `${at(p)} 的“${p.heading}”以“${p.unit}”为单位，已换算`,
    en: (p) => `${at(p)}: "${p.heading}" is in ${p.unit}; its numbers were multiplied`,
  },
  "sheet-without-key": {
    zh: (p) => `${at(p)} 没有“${p.fields}”列，未查重`,
    en: (p) => `${at(p)} has no column ${p.fields}: repeated rows were not looked for`,
  },
  "absent-means": {
    zh: (p) => `${at(p)} 没有“${p.field}”列，一律视为“${p.value}”`,
    en: (p) => `${at(p)} has no column ${p.field}: taken as ${p.value} throughout`,
  },
  "heading-twice": {
    zh: (p) => `${at(p)} 的“${p.heading}”与另一列都像“${p.field}”，未读取这一列`,
    en: (p) => `${at(p)}: "${p.heading}" is a second column for ${p.field} and was not read`,
  },
  "several-tables": {
    zh: (p) => `${at(p)} 里有 ${p.tables} 张表（表头在第 ${p.rows} 行），已分别读取`,
    en: (p) => `${at(p)} holds ${p.tables} tables (headings in rows ${p.rows}); each was read on its own`,
  },
  "table-not-read": {
    zh: (p) =>
      `${at(p)} 第 ${p.row} 行起像是另一张表，自该行起的 ${p.rows} 行没有读取；请把它放到单独的工作表`,
    en: (p) =>
      `${at(p)}: another table seems to begin in row ${p.row}; ${p.rows} rows from there on were not read: put it on a sheet of its own`,
  },
  "units-across": {
    zh: (p) => `${at(p)} 每列一个单位（${p.columns} 列，表头在第 ${p.row} 行），已按指标填报逐格读取`,
    en: (p) =>
      `${at(p)} has a column for each unit (${p.columns}, headings in row ${p.row}); each cell was read as an answer`,
  },
  "indicators-across": {
    zh: (p) => `${at(p)} 每列一项指标（${p.columns} 列，表头在第 ${p.row} 行），已按指标填报逐格读取`,
    en: (p) =>
      `${at(p)} has a column for each indicator (${p.columns}, headings in row ${p.row}); each cell was read as an answer`,
  },
  "answer-twice": {
    zh: (p) => `${p.id} ${p.unit} 填报了两次（${p.first}、${p.again}），以前者为准`,
    en: (p) => `${p.id} ${p.unit} was answered twice (${p.first}, ${p.again}); the first one counts`,
  },
  "transposed-table": {
    zh: (p) =>
      `${at(p)} 像是横向的“${p.dataset}”（${p.fields} 在左侧，每列一个单位），没有读取；请转置后再提供（复制 → 选择性粘贴 → 转置）`,
    en: (p) =>
      `${at(p)} looks like ${p.dataset} turned on its side (${p.fields} at the left, a unit in each column) and was not read: transpose it first`,
  },
  "merged-down": {
    zh: (p) => `${at(p)} 的“${p.heading}”是纵向合并的单元格，有 ${p.rows} 行采用了合并单元格的值`,
    en: (p) =>
      `${at(p)}: "${p.heading}" is merged downwards; ${p.rows} rows took the value of their merged cell`,
  },
  "filled-down": {
    zh: (p) =>
      `${at(p)} 的“${p.heading}”每组只写一次，有 ${p.rows} 行空白按上方的值读取；如不属实，请逐行填写`,
    en: (p) =>
      `${at(p)}: "${p.heading}" is written once for each block; ${p.rows} blank rows took the value above: fill every row if that is not so`,
  },
  "named-otherwise": {
    zh: (p) => `${at(p)} 的名称像“${p.named}”，但表头是“${p.dataset}”的，按“${p.dataset}”读取`,
    en: (p) =>
      `${at(p)} is named like ${p.named} but has the headings of ${p.dataset}; it was read as ${p.dataset}`,
  },
  "hidden-sheet": {
    zh: (p) => `${at(p)} 是隐藏的工作表，已照常读取`,
    en: (p) => `${at(p)} is hidden; it was read`,
  },
  "hidden-rows": {
    zh: (p) => `${at(p)} 有 ${p.rows} 行被隐藏或筛掉，已照常读取`,
    en: (p) => `${at(p)} has ${p.rows} hidden rows; they were read`,
  },
  "future-events": {
    zh: (p) => `${at(p)} 有 ${p.cells} 个办结类日期晚于数据截至日，视为尚未发生`,
    en: (p) => `${at(p)} has ${p.cells} dates of completion after as-of, taken as not happened yet`,
  },
  "formulas-without-value": {
    zh: (p) =>
      `${at(p)} 有 ${p.count} 个公式没有缓存的结果（${p.cells}），按空白处理；请在 WPS 或 Excel 中打开后重新保存`,
    en: (p) =>
      `${at(p)} has ${p.count} formulas without a stored result (${p.cells}), taken as blank; open and save it again`,
  },
  "irregular-lines": {
    zh: (p) =>
      `${at(p)} 有 ${p.count} 行格式不规则（引号位置不对，或列数与其他行不同）：第 ${p.lines} 行，请核对`,
    en: (p) =>
      `${at(p)} has ${p.count} irregular lines (quotes in odd places, or another number of fields): ${p.lines}`,
  },
  "lock-file": {
    zh: (p) => `已跳过 ${p.file}：打开工作簿时留下的锁文件`,
    en: (p) => `${p.file} was skipped: a lock file of an open workbook`,
  },
  "own-report": {
    zh: (p) => `已跳过 ${p.file}：本程序写出的报告`,
    en: (p) => `${p.file} was skipped: a report that this program wrote`,
  },
  "undated-rows": {
    zh: (p) => `“${p.dataset}”有 ${p.rows} 行没有“${p.field}”，无法判断是否在期内，已计入`,
    en: (p) => `${p.dataset} has ${p.rows} rows without ${p.field}; they were kept`,
  },
  "older-export": {
    zh: (p) => `${at(p)} 有 ${p.rows} 行与前面的文件重复，像是同一清单的旧导出`,
    en: (p) =>
      `${at(p)} repeats ${p.rows} rows of an earlier file: it looks like an older export of the same list`,
  },
  "whole-sheet-beside-units": {
    zh: (p) => `${at(p)} 只有全域的行，而别处有各单位的行，按合计处理，未计入`,
    en: (p) => `${at(p)} has only rows of the whole beside rows of units elsewhere: taken as totals`,
  },
  "literal-unseen": {
    zh: (p) => `“${p.dataset}”没有一行的“${p.field}”是“${p.value}”`,
    en: (p) => `no row of ${p.dataset} has ${p.value} as ${p.field}`,
  },
  "rows-left-out": {
    zh: (p) => `${p.clause} 有 ${p.rows} 行缺“${p.fields}”，未参与计算`,
    en: (p) => `${p.clause}: ${p.rows} rows lack ${p.fields} and take no part`,
  },
  "latest-undated": {
    zh: (p) => `${p.clause} 有 ${p.rows} 行没有日期，未参与计算`,
    en: (p) => `${p.clause}: ${p.rows} rows without a date take no part`,
  },
  "latest-unitless": {
    zh: (p) => `${p.clause} 有 ${p.rows} 行没有单位，未参与计算`,
    en: (p) => `${p.clause}: ${p.rows} rows without a unit take no part`,
  },
  "latest-incomplete": {
    zh: (p) => `${p.clause} 有 ${p.rows} 个单位的最后一行缺数，未参与计算`,
    en: (p) => `${p.clause}: the last row of ${p.rows} units lacks a figure and takes no part`,
  },
  "unknown-answer": {
    zh: (p) => `“${p.dataset}”中的编号“${p.id}”不在方案中`,
    en: (p) => `${p.dataset} has the id "${p.id}", which the plan does not have`,
  },
  "task-without-unit": {
    zh: (p) => `任务台账中“${p.id}”有一行没有写明责任单位，未采用`,
    en: (p) => `an entry of ${p.id} in 任务台账 names no single unit and was not used`,
  },
  "reported-differs": {
    zh: (p) => `${p.clause} ${p.unit}：按明细计算为 ${p.computed}，填报为 ${p.reported}，以计算为准`,
    en: (p) =>
      `${p.clause} ${p.unit}: computed ${p.computed}, reported ${p.reported}; the computed value counts`,
  },
  "reported-parts-differ": {
    zh: (p) =>
      `${p.clause} ${p.unit}：填报的数值 ${p.reported} 与分子 ÷ 分母 ${p.computed} 不符，以分子和分母为准`,
    en: (p) =>
      `${p.clause} ${p.unit}: the reported value ${p.reported} is not its numerator ÷ denominator ${p.computed}; the parts count`,
  },
  "data-behind": {
    zh: (p) =>
      `“${p.dataset}”最新的“${p.field}”是 ${p.latest}，比数据截至日早 ${p.days} 天，请确认是不是最新的导出`,
    en: (p) =>
      `the last ${p.field} in ${p.dataset} is ${p.latest}, ${p.days} days before as-of: is it the newest export?`,
  },
  // Why used rows can hardly be true.
  "before-earlier": {
    zh: (p) => `“${p.later}”早于“${p.earlier}”`,
    en: (p) => `${p.later} is before ${p.earlier}`,
  },
  "more-than-limit": {
    zh: (p) => `“${p.field}”大于“${p.limit}”`,
    en: (p) => `${p.field} is more than ${p.limit}`,
  },
  contradicts: {
    zh: (p) => `“${p.field}”为“${p.value}”，“${p.other}”却不是“${p.expected}”`,
    en: (p) => `${p.field} is ${p.value}, but ${p.other} is not ${p.expected}`,
  },
  "in-future": {
    zh: (p) => `“${p.field}”晚于数据截至日`,
    en: (p) => `${p.field} is after as-of`,
  },
  "total-falls": {
    zh: (p) => `“${p.field}”是累计数，却比同一单位更早的日期少`,
    en: (p) => `${p.field} is a running total, but less than on an earlier date of the unit`,
  },
  "no-limit": {
    zh: (p) => `“${p.field}”为空、为 0 或没有期限，不参与按它计算的比率`,
    en: (p) => `${p.field} is blank, 0 or without limit: left out of ratios to it`,
  },
  negative: { zh: (p) => `“${p.field}”是负数`, en: (p) => `${p.field} is negative` },
  "not-listed": {
    zh: (p) => `“${p.field}”不在“${p.list}”采用的行中`,
    en: (p) => `${p.field} is not among the used rows of ${p.list}`,
  },
  "over-100": { zh: () => "填报的占比超过 100%", en: () => "the reported rate is over 100%" },
  ...movementPhrases,
} satisfies Record<string, Sentence>;

export type PhraseCode = keyof typeof phrases;

const readAs: Record<Language, Readonly<Record<string, string>>> = {
  zh: {
    number: "不是数字",
    rate: "不是 0–100% 的完成率",
    limit: "不是时限",
    date: "不是日期",
    year: "不是年份",
    flag: "不是“是/否”",
    code: "不在代码表中",
    set: "不在代码表中",
    id: "不是完整的编号（科学计数丢了末尾的数字，请以文本格式重新导出）",
    text: "读不出文字",
  },
  en: {
    number: "not a number",
    rate: "not a completion rate of 0–100%",
    limit: "not a time limit",
    date: "not a date",
    year: "not a year",
    flag: "neither 是 nor 否",
    code: "not in the code list",
    set: "not in the code list",
    id: "not a whole id (scientific notation lost its last digits; export it as text)",
    text: "not readable as text",
  },
};

/** Words a reason or remark; unknown codes of newer reports are shown as they are. */
export function phraseOf(why: Why, language: Language): string {
  return Object.hasOwn(phrases, why.code) ? phrases[why.code as PhraseCode][language](why.with) : why.code;
}

export function whyOf(code: PhraseCode, with_: Params = {}): Why {
  return { code, with: { ...with_ } };
}
