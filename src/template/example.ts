import type { Dataset, Field } from "../model/dataset.ts";
import { type Day, yearOf } from "../model/day.ts";
import type { TemplateExample } from "../model/template.ts";

export interface ExampleParts {
  readonly dataset: Dataset;
  /** What the column's drop-down offers. */
  readonly offered: readonly string[];
  readonly issued: Day;
}

// An example row must make sense as a whole: what is done has a day of completion, what is rectified was bad.
const texts: Readonly<Record<string, string>> = {
  状态: "已完成",
  满意度: "不满意",
  事项名称: "普通护照签发",
  接口名称: "居民身份证信息核验接口",
  证照类型: "食品经营许可证",
  印章名称: "行政审批专用章",
  办件类型: "承诺件",
  办件状态: "已办结",
  办理状态: "已办结",
  整改状态: "已整改",
  评价渠道: "移动端",
  清单批次: "第一批",
  佐证材料: "工作总结",
  备注: "无",
};

const numbers: Readonly<Record<string, number>> = { 数值: 98.5, 分子: 197, 分母: 200, 到办事现场次数: 0 };

/** One believable cell of a column, so that people see how it is written. */
export function exampleOf(field: Field, parts: ExampleParts): TemplateExample {
  const fitting = parts.offered.find((value) => value === texts[field.name]);
  return fitting ?? parts.offered[0] ?? examples[field.type](field, parts);
}

const examples = {
  id: ({ name }) => (name === "实施编码" ? "11620200013915001A2000168001000" : "202210250001"),
  text: ({ name }) => texts[name] ?? name,
  number: ({ name, counts }) => numbers[name] ?? (counts ? 1200 : 1),
  rate: () => 1,
  limit: ({ name }) => (name.startsWith("承诺") ? 5 : 20),
  date: (_, { issued }) => ({ day: issued }),
  year: (_, { issued }) => yearOf(issued),
  flag: () => "是",
  code: ({ name }) => name,
  set: ({ name }) => name,
} satisfies Record<Field["type"], (field: Field, parts: ExampleParts) => TemplateExample>;
