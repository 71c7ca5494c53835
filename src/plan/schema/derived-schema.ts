import { derivedKinds } from "../../model/dataset.ts";
import { key } from "./words.ts";

const text = { type: "string", minLength: 1 };
const number = { type: ["number", "string"] };
const pair = { type: "array", items: text, minItems: 2, maxItems: 2 };

function shape(properties: Record<string, object>) {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

const say = (zh: string, en: string, example: unknown) => {
  const { title, description } = key(zh, en);
  return { title, description, examples: [example] };
};

const forms = {
  difference: {
    ...shape({ difference: pair }),
    ...say("相减：第一个减第二个。", "Difference: the first minus the second.", {
      difference: ["法定办结时限", "承诺办结时限"],
    }),
  },
  days: {
    ...shape({ days: pair }),
    ...say("天数：两个日期之间的日历天数。", "Days: calendar days from, to.", {
      days: ["受理时间", "办结时间"],
    }),
  },
  workdays: {
    ...shape({ workdays: text, plus: { type: "integer", minimum: 0, maximum: 1000 } }),
    ...say("工作日：之后第几个工作日；当天是第 0 天。", "Working days: that many later; that day is day 0.", {
      workdays: "评价时间",
      plus: 5,
    }),
  },
  "in-time": {
    ...shape({ "in-time": text, due: text }),
    ...say(
      "按期：按期为是，迟了或到期未完成为否，未到期为空。",
      "In time: 是, 否, or missing while still running.",
      {
        "in-time": "办结时间",
        due: "办理期限",
      },
    ),
  },
  choose: {
    type: "object",
    properties: { choose: text, else: number },
    required: ["choose"],
    minProperties: 2,
    additionalProperties: number,
    ...say("选择：按字段的值取数或取字。", "Choose: by the value of a field.", {
      choose: "申报渠道",
      线上: 3,
      线下: 2,
    }),
  },
  lookup: {
    ...shape({ lookup: { ...text, pattern: "^[^.]+\\..+$" }, on: text }),
    ...say("查找：到另一数据集按主键取字段。", "Look-up: of the row with that key.", {
      lookup: "办件明细.受理部门",
      on: "办件编号",
    }),
  },
} satisfies Record<(typeof derivedKinds)[number], object>;

export const derivedDefinition = { anyOf: derivedKinds.map((kind) => forms[kind]) };
