import type { Language } from "../../model/language.ts";
import type { Quality } from "../../model/report.ts";
import { type Line, line } from "../blocks.ts";
import { counted } from "../figures.ts";
import { plural } from "../words.ts";

const SHOWN = 3;

const texts = {
  zh: {
    suspicions: "可疑的数据，照常计入，请核对：",
    suspicion: (dataset: string, text: string, rows: string) => `${dataset}：${text}，${rows} 行`,
    such: (examples: string) => `，如 ${examples}`,
    value: (cell: string, value: string) => (value === "" ? `${cell}（空）` : `${cell} “${value}”`),
    between: "、",
    freshness: (list: string) => `各数据集的最新日期：${list}`,
    fresh: (dataset: string, latest: string, days: number) =>
      `${dataset} ${latest}${days === 0 ? "" : `（距截至日 ${days} 天）`}`,
    reconciliation: (compared: string, differing: string) =>
      `对账：${compared} 个填报值可按明细核对，不符 ${differing} 个`,
  },
  en: {
    suspicions: "Doubtful data, used all the same; please check:",
    suspicion: (dataset: string, text: string, rows: string) => `${dataset}: ${text}, rows: ${rows}`,
    such: (examples: string) => `, such as ${examples}`,
    value: (cell: string, value: string) => (value === "" ? `${cell} (blank)` : `${cell} “${value}”`),
    between: ", ",
    freshness: (list: string) => `Last dates: ${list}`,
    fresh: (dataset: string, latest: string, days: number) =>
      `${dataset} ${latest}${days === 0 ? "" : ` (${plural(days, "day")} before as-of)`}`,
    reconciliation: (compared: string, differing: string) =>
      `Reported values that the rows give too: ${compared}, differing: ${differing}`,
  },
};

/** Values of used rows that can hardly be true, with the first cells of each kind. */
export function suspicions({ suspicions }: Quality, language: Language): Line[] {
  if (suspicions.length === 0) return [];
  const say = texts[language];
  return [
    line(say.suspicions, "warn"),
    ...suspicions.map(({ dataset, text, count, cells }) => {
      const examples = cells.slice(0, SHOWN).map((one, at) => {
        const before = cells[at - 1];
        const beside = before?.file === one.file && before.sheet === one.sheet;
        const place = beside ? one.cell : `${one.file} [${one.sheet}] ${one.cell}`;
        return say.value(place, one.value);
      });
      const shown = examples.length === 0 ? "" : say.such(examples.join(say.between));
      return line(say.suspicion(dataset, text, counted(count)) + shown);
    }),
  ];
}

export function freshness({ freshness }: Quality, language: Language): Line[] {
  if (freshness.length === 0) return [];
  const say = texts[language];
  const list = freshness.map(({ dataset, latest, daysBehind }) => say.fresh(dataset, latest, daysBehind));
  return [line(say.freshness(list.join(say.between)))];
}

/** 对账; each value that differs has a note of its own. */
export function reconciliation({ reconciliation }: Quality, language: Language): Line[] {
  if (reconciliation.length === 0) return [];
  const differing = reconciliation.filter(({ agrees }) => !agrees).length;
  return [line(texts[language].reconciliation(counted(reconciliation.length), counted(differing)))];
}
