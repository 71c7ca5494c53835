import type { Effort } from "../../model/effort.ts";
import type { Language } from "../../model/language.ts";
import { wholeName } from "../../model/presentation.ts";
import type { Report } from "../../model/report.ts";
import {
  type Block,
  type Column,
  cell,
  heading,
  type Line,
  line,
  NOTHING,
  plainTable,
  type Row,
  row,
} from "../blocks.ts";
import { effortName, effortWork, effortWorking, pointsText } from "../effort-words.ts";

const FIRST = 3;

const texts = {
  zh: {
    heading: "哪里下功夫最见效",
    columns: ["次序", "事项", "要做的", "提分", "每件提分", "累计", "算式"],
    first: (of: string, count: number, gain: string) => `${of}先做好这 ${count} 项，得分 ${gain}`,
    order: "按每一件工作能提的分排列；提分 = 权重 ÷ 计分权重之和 × (1 − 完成度) × 100，其他各项不变。",
    more: (count: number, gain: string) => `另有 ${count} 项，全部做到共 ${gain}`,
    unit: (gain: string, names: string[]) => `最见效（共 ${gain}）：${names.join("；")}`,
    work: (work: string) => `（${work}）`,
    none: "没有可以提分的事项。",
    folded: { work: "", each: "每件 ", total: "累计 ", working: "" },
  },
  en: {
    heading: "Where effort pays",
    columns: ["Order", "What", "Work", "Gain", "Each", "Together", "Arithmetic"],
    first: (of: string, count: number, gain: string) =>
      `${of.charAt(0).toUpperCase()}${of.slice(1)}: ${count === 1 ? "this one makes" : `these ${count} make`} the score ${gain}`,
    order:
      "In the order of points for each piece of work; gain = weight ÷ all weights scored × (1 − attainment) × 100, all else as it is.",
    more: (count: number, gain: string) => `${count} more; all of them together ${gain}`,
    unit: (gain: string, names: string[]) => `Pays most (${gain} in all): ${names.join("; ")}`,
    work: (work: string) => ` (${work})`,
    none: "Nothing would raise the score.",
    folded: { work: "", each: "each ", total: "together ", working: "" },
  },
};

const WHOLE_SHOWN = 5;

/** The few things that would raise the score of the whole most for the work they take. */
export function efforts(report: Report, language: Language): Block[] {
  if (report.overall.score === null) return [];
  const say = texts[language];
  const body = effortBlocks(
    report.overall.efforts,
    wholeName(report, language),
    report,
    language,
    WHOLE_SHOWN,
  );
  return [heading(2, say.heading), ...body];
}

/** A score's efforts as a table, the first three added up above it. */
export function effortBlocks(
  list: readonly Effort[],
  of: string,
  report: Report,
  language: Language,
  shown = list.length,
): Block[] {
  const say = texts[language];
  const first = list.slice(0, FIRST).at(-1);
  const last = list.at(-1);
  if (first === undefined || last === undefined) return [{ kind: "lines", lines: [line(say.none, "good")] }];
  const sum = say.first(of, Math.min(FIRST, list.length), pointsText(first.cumulated, language));
  const rest = list.length - shown;
  const more = rest > 0 ? [line(say.more(rest, pointsText(last.cumulated, language)))] : [];
  const rows = list.slice(0, shown).map((effort, index) => rowOf(effort, index + 1, report, language));
  return [
    { kind: "lines", lines: [line(sum, "strong"), line(say.order, "muted")] },
    plainTable(columnsOf(language), rows, 1),
    ...(more.length > 0 ? [{ kind: "lines", lines: more } as const] : []),
  ];
}

function columnsOf(language: Language): Column[] {
  const { columns, folded } = texts[language];
  const [order, what, work, gain, each, total, working] = columns;
  return [
    { title: order ?? "", right: true },
    { title: what ?? "", grows: true },
    { title: work ?? "", grows: true, fold: folded.work },
    { title: gain ?? "", right: true },
    { title: each ?? "", right: true, fold: folded.each },
    { title: total ?? "", right: true, fold: folded.total },
    { title: working ?? "", widest: 44, fold: folded.working },
  ];
}

function rowOf(effort: Effort, order: number, report: Report, language: Language): Row {
  const { gain, gainPerWork, cumulated } = effort;
  return row([
    cell(String(order)),
    cell(effortName(effort, report, language)),
    cell(effortWork(effort, report, language)),
    cell(pointsText(gain, language), "good"),
    cell(gainPerWork === null ? NOTHING : pointsText(gainPerWork, language)),
    cell(pointsText(cumulated, language)),
    cell(effortWorking(effort)),
  ]);
}

type Sentence = (gain: string, names: string[]) => string;

/** A unit's first three in a line. */
export function effortLine(list: readonly Effort[], report: Report, language: Language): Line[] {
  return effortsInLine(list, report, language, texts[language].unit).map((text) => line(text, "good"));
}

/** The first three with their work and gain, in a sentence; none where there is nothing to gain. */
export function effortsInLine(
  list: readonly Effort[],
  report: Report,
  language: Language,
  sentence: Sentence,
): string[] {
  const say = texts[language];
  const first = list.slice(0, FIRST);
  const last = first.at(-1);
  if (last === undefined) return [];
  const names = first.map(
    (effort) =>
      `${effortName(effort, report, language)}${say.work(effortWork(effort, report, language))} ${pointsText(effort.gain, language)}`,
  );
  return [sentence(pointsText(last.cumulated, language), names)];
}
