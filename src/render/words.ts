import type { Status } from "../model/assessment.ts";
import type { Language } from "../model/language.ts";
import type { Dimension, Direction } from "../model/plan.ts";
import type { Tone } from "./blocks.ts";

type Both = Readonly<Record<Language, string>>;

/** A sign beside the word, so that nothing hangs on colour alone. */
export const statusWords = {
  met: { zh: "达标", en: "met", sign: "✓", tone: "good" },
  open: { zh: "未达标", en: "open", sign: "✗", tone: "warn" },
  overdue: { zh: "逾期", en: "overdue", sign: "!", tone: "bad" },
  "no-data": { zh: "无数据", en: "no data", sign: "?", tone: "muted" },
  "not-applicable": { zh: "不适用", en: "n/a", sign: "-", tone: "muted" },
  "not-scored": { zh: "不计分", en: "not scored", sign: "-", tone: "muted" },
  waived: { zh: "已豁免", en: "waived", sign: "~", tone: "muted" },
} as const satisfies Record<Status, Both & { sign: string; tone: Tone }>;

export const directionWords = {
  "at-least": { zh: "不低于", en: "at least", sign: "≥" },
  "at-most": { zh: "不高于", en: "at most", sign: "≤" },
  exactly: { zh: "等于", en: "exactly", sign: "=" },
  "more-than": { zh: "高于", en: "more than", sign: ">" },
  "less-than": { zh: "低于", en: "less than", sign: "<" },
  improve: { zh: "优于基线（越高越好）", en: "better than baseline (higher)", sign: ">" },
  reduce: { zh: "优于基线（越低越好）", en: "better than baseline (lower)", sign: "<" },
} as const satisfies Record<Direction, Both & { sign: string }>;

const exclusionWords = {
  note: { zh: "注释行", en: "notes" },
  total: { zh: "合计行", en: "totals" },
  "outside-period": { zh: "不在考核期内", en: "outside the period" },
  "after-as-of": { zh: "晚于截至日", en: "after the as-of date" },
  duplicate: { zh: "重复", en: "duplicates" },
  unanswered: { zh: "没有填数", en: "rows without an answer" },
  "other-table": { zh: "同表另一张表", en: "rows of another table" },
  skipped: { zh: "按映射文件跳过", en: "skipped by the mapping" },
  "template-page": { zh: "填报模板的说明页", en: "pages of a template" },
} as const satisfies Record<string, Both>;

export const scopeWords = {
  each: { zh: "各单位分别考核", en: "each unit by its own rows" },
  shared: { zh: "全域共同一个数", en: "one value for the whole area" },
  quota: { zh: "目标分解到单位", en: "target split among units" },
} as const satisfies Record<string, Both>;

export function scopeWord(scope: string, language: Language): string {
  return isKnown(scopeWords, scope) ? scopeWords[scope][language] : scope;
}

const bandWords: Readonly<Record<string, string>> = {
  非常高: "very high",
  高: "high",
  中: "medium",
  低: "low",
};

const unitWords: Readonly<Record<string, string>> = {
  人: "people",
  件: "cases",
  次: "times",
  项: "items",
  条: "records",
  类: "types",
  个: "",
  天: "days",
};

/** What the rows of a dataset are counted in. */
const counters: Readonly<Record<string, Both>> = {
  事项清单: { zh: "项", en: "items" },
  办件明细: { zh: "件", en: "cases" },
  好差评: { zh: "条", en: "ratings" },
  投诉建议: { zh: "件", en: "complaints" },
  个人用户统计: { zh: "人", en: "people" },
  法人用户统计: { zh: "户", en: "enterprises" },
  接口清单: { zh: "个", en: "interfaces" },
  电子证照: { zh: "类", en: "certificates" },
  电子印章: { zh: "枚", en: "seals" },
};

export function bandWord(band: string | null, language: Language): string {
  if (band === null) return "";
  return language === "en" ? wordIn(bandWords, band) : band;
}

export function unitWord(measuredIn: string, language: Language): string {
  return language === "en" ? wordIn(unitWords, measuredIn) : measuredIn;
}

export function counterOf(dataset: string | undefined, language: Language): string {
  const counter = dataset === undefined || !isKnown(counters, dataset) ? undefined : counters[dataset];
  return (counter ?? { zh: "条", en: "rows" })[language];
}

export function exclusionWord(reason: string, language: Language): string {
  return isKnown(exclusionWords, reason) ? exclusionWords[reason][language] : reason;
}

/** Reports read back from a file say their direction as plain text. */
export function directionOf(text: string): Direction {
  return isKnown(directionWords, text) ? text : "exactly";
}

function wordIn(words: Readonly<Record<string, string>>, key: string): string {
  return isKnown(words, key) ? (words[key] ?? key) : key;
}

function isKnown<K extends string>(words: Readonly<Record<K, unknown>>, key: string): key is K {
  return Object.hasOwn(words, key);
}

export function plural(count: number, singular: string, many = `${singular}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? singular : many}`;
}

export const dimensionWords: Readonly<Record<Dimension, Both>> = {
  服务成效度: { zh: "服务成效度", en: "service effectiveness (服务成效度)" },
  办理成熟度: { zh: "办理成熟度", en: "maturity of handling (办理成熟度)" },
  方式完备度: { zh: "方式完备度", en: "completeness of channels (方式完备度)" },
  事项覆盖度: { zh: "事项覆盖度", en: "coverage of items (事项覆盖度)" },
  指南准确度: { zh: "指南准确度", en: "accuracy of guides (指南准确度)" },
};
