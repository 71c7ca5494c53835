import type { Dataset, Field } from "../model/dataset.ts";
import type { Language } from "../model/language.ts";
import type { Indicator } from "../model/plan.ts";

export interface CommentParts {
  readonly dataset: Dataset;
  readonly required: boolean;
  readonly offered: readonly string[];
  /** The indicators that need the field. */
  readonly readers: readonly Indicator[];
}

const MOST_VALUES = 8;
const MOST_READERS = 2;

/** What a heading says when pointed at: what stands there, how it is written, and what it is for. */
export function commentOf(field: Field, parts: CommentParts, language: Language): string {
  const say = words[language];
  const { required, offered, readers } = parts;
  const title = language === "en" && field.label !== null ? `${field.name} (${field.label})` : field.name;
  const names = readers.slice(0, MOST_READERS).map(({ clause, name }) => `${clause} ${name}`);
  const lines = [
    `${title}${required ? say.required : ""}`,
    ...roleOf(field, parts.dataset, language),
    say.types[field.type],
    ...(offered.length === 0 || field.type === "flag" || field.name === parts.dataset.unit
      ? []
      : [offered.length > MOST_VALUES ? say.fromList : say.values(offered)]),
    ...(field.event ? [say.event] : []),
    ...(names.length === 0 ? [] : [say.usedBy(names, readers.length - names.length)]),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function roleOf({ name }: Field, { key, unit, date }: Dataset, language: Language): string[] {
  const say = words[language];
  const own = say.fields[name];
  if (own !== undefined) return [own];
  if (name === unit) return [say.unit];
  if (name === date[0]) return [say.date];
  if (date.includes(name)) return [say.otherDate(date[0] ?? "")];
  return key.includes(name) ? [say.key] : [];
}

interface CommentWords {
  readonly required: string;
  readonly types: Readonly<Record<Field["type"], string>>;
  /** What cannot be told from the role or type of a field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly key: string;
  readonly unit: string;
  readonly date: string;
  readonly otherDate: (first: string) => string;
  readonly fromList: string;
  readonly values: (values: readonly string[]) => string;
  readonly event: string;
  readonly usedBy: (names: readonly string[], more: number) => string;
}

const words: Record<Language, CommentWords> = {
  zh: {
    required: "（必填）",
    types: {
      id: "按文本填，每一位都保留",
      text: "",
      number: "填不小于 0 的数；确实是 0 就填 0",
      rate: "填 0–100%",
      limit: "填工作日数；也可写“1个月”“即办”“无期限”",
      date: "写作 2022-10-25",
      year: "写作 2022",
      flag: "填“是”或“否”；空白不算“是”",
      code: "",
      set: "可填几个，用“、”隔开",
    },
    fields: {
      任务编号: "一行一项任务；编号见“任务目录”",
      指标编号: "一行一个数；编号见“说明”",
      数值: "按指标的计量单位填，98.5% 填 98.5",
      分子: "有分子、分母的请填，才能汇总到全域",
      分母: "有分子、分母的请填，才能汇总到全域",
    },
    key: "不能重复；没有编号的，自编为“单位名-流水号”",
    unit: "责任单位，请从下拉列表中选",
    date: "按这一天判断是否在考核期内",
    otherDate: (first) => `没有“${first}”的，按这一天判断是否在考核期内`,
    fromList: "从下拉列表中选",
    values: (values) => `可填：${values.join("、")}`,
    event: "还没有发生的留空",
    usedBy: (names, more) => `用于：${names.join("；")}${more > 0 ? ` 等 ${names.length + more} 项` : ""}`,
  },
  en: {
    required: ", required",
    types: {
      id: "As text: every digit is kept",
      text: "",
      number: "A number of at least 0; write 0 where it is 0",
      rate: "0–100%",
      limit: "In working days; 1个月, 即办 and 无期限 are read too",
      date: "As 2022-10-25",
      year: "As 2022",
      flag: "是 (yes) or 否 (no); a blank is not 是",
      code: "",
      set: "One or several, with 、 between them",
    },
    fields: {
      任务编号: "One task a row; 任务目录 lists the ids",
      指标编号: "One figure a row; 说明 lists the ids",
      数值: "In the indicator's unit: 98.5% is 98.5",
      分子: "Give both parts if there are any: only they can be pooled",
      分母: "Give both parts if there are any: only they can be pooled",
    },
    key: "Tells rows apart and must not repeat; without one from the platform use unit-number",
    unit: "The responsible unit, from the list",
    date: "Decides whether the row is within the period",
    otherDate: (first) => `Decides whether the row is within the period where ${first} is blank`,
    fromList: "From the list",
    values: (values) => `One of: ${values.join(", ")}`,
    event: "Leave blank what has not happened yet",
    usedBy: (names, more) => `For: ${names.join("; ")}${more > 0 ? ` and ${more} more` : ""}`,
  },
};
