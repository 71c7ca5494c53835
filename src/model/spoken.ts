import type { Language, Params } from "./language.ts";
import { type YamlCode, yamlSentences } from "./yaml-sentences.ts";

type Words = Readonly<Record<Language, string>>;

/** What a rule may be instead of what is written; other expectations are words of the rule language. */
const expectations: Readonly<Record<string, Words>> = {
  string: { zh: "文字", en: "text" },
  text: { zh: "文字", en: "text" },
  number: { zh: "数字", en: "number" },
  bigint: { zh: "整数", en: "whole number" },
  int: { zh: "整数", en: "whole number" },
  boolean: { zh: "true | false", en: "true | false" },
  date: { zh: "日期，如 2022-10-25", en: "date" },
  year: { zh: "年份，如 2022", en: "year" },
  rate: { zh: "完成率，如 80%", en: "rate" },
  limit: { zh: "时限，如 5个工作日", en: "limit" },
  id: { zh: "编号", en: "id" },
  array: { zh: "列表 [甲, 乙]", en: "list [a, b]" },
  tuple: { zh: "两项的列表 [甲, 乙]", en: "list of two [a, b]" },
  object: { zh: "映射 { 键: 值 }", en: "map { key: value }" },
  record: { zh: "映射 { 键: 值 }", en: "map { key: value }" },
  map: { zh: "映射 { 键: 值 }", en: "map { key: value }" },
  null: { zh: "空", en: "nothing" },
  undefined: { zh: "不写", en: "nothing" },
  format: { zh: "规定的写法", en: "the form that the README gives" },
  "45 | 0.5": {
    zh: "数，如 45 或 0.5，不带单位和符号",
    en: "a number such as 45 or 0.5, without unit or sign",
  },
  "45 | 0.5 | 43/44": {
    zh: "数或分数，如 45、0.5、43/44",
    en: "a number or fraction such as 45, 0.5 or 43/44",
  },
  "2022-10-25": { zh: "日期，如 2022-10-25", en: "a date such as 2022-10-25" },
  "a-z 0-9 -": {
    zh: "小写字母、数字和连字符，如 instant-share",
    en: "lower case letters, digits and hyphens, like instant-share",
  },
  "text | number": { zh: "文字或数字", en: "text | number" },
  FIELD: { zh: "字段", en: "FIELD" },
  "[FIELD, FIELD]": { zh: "[字段, 字段]", en: "[FIELD, FIELD]" },
  "DATASET.FIELD": { zh: "数据集.字段", en: "DATASET.FIELD" },
  "{ FIELD: VALUE }": { zh: "{ 字段: 值 }", en: "{ FIELD: VALUE }" },
};

const owners: Readonly<Record<string, string>> = {
  indicator: "指标",
  task: "任务",
  test: "用例",
};

/** Types of fields; the word of the dictionary stands beside. */
const types: Readonly<Record<string, string>> = {
  id: "编号",
  text: "文字",
  number: "数字",
  rate: "完成率",
  limit: "时限",
  date: "日期",
  year: "年份",
  flag: "是否",
  code: "代码",
  set: "多值",
};

/** Two things of which one is to be left out, and the like. */
const clashes: Readonly<Record<string, Words>> = {
  "threshold + stages": {
    zh: "threshold 和 stages 只能写一个",
    en: "give a threshold or stages, not both",
  },
  "shares + table": { zh: "shares 和 table 只能写一个", en: "give shares or a table, not both" },
  "where + ratio: of.dataset ≠ to.dataset": {
    zh: "分子分母来自两个数据集，where 要分别写在 of 和 to 里",
    en: "of and to are of two datasets: write a where in each instead",
  },
};

/** The parameters of a problem as a sentence of that language takes them. */
export function spoken(params: Params, language: Language): Params {
  const { owner, expected, text, type, yaml } = params;
  return {
    ...params,
    ...(typeof owner === "string" && language === "zh" ? { owner: ownerInChinese(owner) } : {}),
    ...(typeof type === "string" && language === "zh" ? { type: typeInChinese(type) } : {}),
    ...(typeof expected === "string" ? { expected: expectation(expected, language) } : {}),
    ...(typeof text === "string" ? { text: reasonText(text, yaml, language) } : {}),
  };
}

/** Rule files may name things as every object of JavaScript names its own: constructor, toString. */
function own<Word>(words: Readonly<Record<string, Word>>, key: string): Word | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

function ownerInChinese(owner: string): string {
  const [kind = "", ...rest] = owner.split(" ");
  const word = own(owners, kind);
  return word === undefined || (rest.length > 0 && !rest[0]?.startsWith('"'))
    ? owner
    : `${word}${rest.join(" ").replace(/^"(.*)"$/s, "“$1”")}`;
}

function typeInChinese(type: string): string {
  return type
    .split(" / ")
    .map((one) => (own(types, one) === undefined ? one : `${own(types, one)}（${one}）`))
    .join(" / ");
}

function expectation(expected: string, language: Language): string {
  const whole = own(expectations, expected);
  if (whole !== undefined) return whole[language];
  return [...new Set(expected.split(" | ").map((part) => own(expectations, part)?.[language] ?? part))].join(
    " | ",
  );
}

function reasonText(text: string, yaml: string | number | undefined, language: Language): string {
  if (yaml !== undefined && language === "zh" && Object.hasOwn(yamlSentences, yaml))
    return yamlSentences[yaml as YamlCode];
  const noDate = /^latest: (.*) has no date field$/.exec(text)?.[1];
  if (noDate !== undefined)
    return language === "zh"
      ? `latest 要有日期字段，${noDate} 没有`
      : `latest needs a date, and ${noDate} has none`;
  return own(clashes, text)?.[language] ?? text;
}
