import type { Sentence } from "./language.ts";

function figure(value: unknown): string {
  return typeof value === "number"
    ? value.toLocaleString("en-US", { maximumFractionDigits: 4 })
    : String(value);
}

/** Words of what moved between runs, and why it may not be what it seems. */
export const movementPhrases = {
  "baseline-without-value": {
    zh: (p) => `${p.date} 的快照里没有这个数，无从比较，只列现状`,
    en: (p) => `the snapshot of ${p.date} has no such value to compare with; the value is shown`,
  },
  "baseline-changed": {
    zh: (p) => `${p.date} 的快照是按别的算法算的，不能比较，只列现状`,
    en: (p) => `the snapshot of ${p.date} was computed in another way; the value is shown`,
  },
  // Why two runs cannot be compared, and what else to know of a movement.
  "formula-changed": { zh: () => "算法已改", en: () => "the formula changed" },
  "measured-in-changed": {
    zh: (p) => `计量单位由“${p.from}”改为“${p.to}”`,
    en: (p) => `measured in ${p.to} instead of ${p.from}`,
  },
  "period-changed": {
    zh: (p) => `考核期不同（当时自 ${p.from} 起，现在自 ${p.to} 起）`,
    en: (p) => `another period (from ${p.from} then, from ${p.to} now)`,
  },
  "direction-changed": { zh: () => "目标的方向已改", en: () => "the direction of the target changed" },
  "threshold-changed": {
    zh: (p) => `目标由 ${figure(p.from)} 改为 ${figure(p.to)}`,
    en: (p) => `the target changed from ${figure(p.from)} to ${figure(p.to)}`,
  },
  "stage-changed": {
    zh: (p) => `进入第 ${p.stage} 阶段，目标由 ${figure(p.from)} 变为 ${figure(p.to)}`,
    en: (p) => `stage ${p.stage} began: the target went from ${figure(p.from)} to ${figure(p.to)}`,
  },
  "target-changed": { zh: () => "目标有无的变化", en: () => "there was a target only then, or only now" },
  "unit-renamed": { zh: (p) => `原名“${p.from}”`, en: (p) => `was called ${p.from}` },
  "total-fell": {
    zh: (p) => `累计数从 ${figure(p.from)} 降到 ${figure(p.to)}：数据有更正或缺漏，不是退步`,
    en: (p) =>
      `the running total fell from ${figure(p.from)} to ${figure(p.to)}: corrected, or incomplete; no step back`,
  },
  "parts-fell": {
    zh: (p) => `分母从 ${figure(p.from)} 降到 ${figure(p.to)}：有行被更正、删去或没有导出`,
    en: (p) =>
      `the denominator fell from ${figure(p.from)} to ${figure(p.to)}: rows were corrected, removed or not exported`,
  },
  "score-terms-changed": {
    zh: (p) => `${p.count} 项指标的算法、目标、权重或有无已变（${p.ids}）`,
    en: (p) => `${p.count} indicators are measured, judged or weighed otherwise, or new or gone (${p.ids})`,
  },
  "score-data-came": {
    zh: (p) => `${p.count} 项指标当时没有计分，现在计入得分（${p.ids}）`,
    en: (p) => `${p.count} indicators that were not scored then are scored now (${p.ids})`,
  },
  "score-data-gone": {
    zh: (p) => `${p.count} 项指标当时计分，现在没有计分（${p.ids}）`,
    en: (p) => `${p.count} indicators that were scored then are not scored now (${p.ids})`,
  },
  // Why there is no forecast.
  "pace-no-deadline": { zh: () => "没有时限", en: () => "there is no deadline" },
  "pace-few-snapshots": {
    zh: (p) => `目标和算法不变以来只有 ${p.count} 次，至少要 ${p.least} 次`,
    en: (p) => `only ${p.count} runs since target and formula are what they are; ${p.least} are needed`,
  },
  "pace-met-at-start": {
    zh: () => "起算时已达标，后来回落",
    en: () => "it was met where the history begins, and was lost later",
  },
  "pace-after-deadline": {
    zh: () => "时限过后才开始有快照",
    en: () => "the history begins after the deadline",
  },
} satisfies Record<string, Sentence>;
