import { clean } from "../model/reading/text.ts";

/**
 * Words of the rule language under the Chinese words that documents use for them. They are suggested, not
 * accepted: a rule file says each thing in one way.
 */
const meanings: Readonly<Record<string, readonly string[]>> = {
  "at-least": ["不低于", "不少于", "不小于", "至少", "大于等于", "以上", "≥", ">=", "达到"],
  "at-most": ["不超过", "不高于", "不多于", "不大于", "至多", "小于等于", "以内", "以下", "≤", "<="],
  "more-than": ["高于", "大于", "超过", "多于", ">"],
  "less-than": ["低于", "小于", "少于", "<"],
  exactly: ["等于", "为", "=", "全部"],
  improve: ["提升", "提高", "持续提升", "逐步提升", "上升", "增长"],
  reduce: ["下降", "降低", "持续下降", "压降", "减少"],
  each: ["各单位", "分别", "每个单位", "逐个"],
  shared: ["共同", "全域", "全市", "合计"],
  quota: ["分解", "分配", "任务数"],
  "{ monthly: 31 }": ["每月", "按月", "月报", "月底"],
  "{ quarterly: true }": ["每季度", "按季", "季报", "季度"],
  "{ yearly: 12-31 }": ["每年", "按年", "年报", "年底"],
  "{ weeks: 1, from: 2021-11-15 }": ["每周", "周报", "按周"],
  "{ weeks: 2, from: 2021-11-15 }": ["每两周", "双周", "隔周"],
  "{ monthly: [15, 31] }": ["每半月", "半月"],
};

/** The word that a Chinese one means, among those that may stand there. */
export function ruleWordFor(written: string, allowed: string): string | undefined {
  const word = clean(written);
  return Object.keys(meanings).find(
    (meant) => meanings[meant]?.includes(word) && allowed.includes(firstWord(meant)),
  );
}

function firstWord(meant: string): string {
  return /^\{ (\w+)/.exec(meant)?.[1] ?? meant;
}
