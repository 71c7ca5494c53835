import type { Effort } from "../../model/effort.ts";
import type { Language } from "../../model/language.ts";
import { wholeName } from "../../model/presentation.ts";
import type { Report } from "../../model/report.ts";
import { effortName, effortWork, effortWorking, shortText } from "../effort-words.ts";
import { effortBlocks } from "../sections/efforts.ts";
import { count, points, portion, rate } from "./numbers.ts";
import { blank, type SheetColumn, type SheetLine, type SheetPart, tableOf, text } from "./sheet.ts";

const SHOWN = 5;

const texts = {
  zh: {
    efforts: "哪里下功夫最见效",
    effortColumns: ["次序", "事项", "要做的", "提分", "每件提分", "累计", "算式"],
    shortfalls: "差在哪些单位",
    shortfallColumns: (whole: string) => [
      "条款",
      "指标",
      "单位",
      "本单位现状",
      "按目标差",
      "占差额",
      `${whole}去掉该单位`,
    ],
    unnamed: "（没有写明单位的行）",
  },
  en: {
    efforts: "Where effort pays",
    effortColumns: ["Order", "What", "Work", "Gain", "Each", "Together", "Arithmetic"],
    shortfalls: "Who falls short",
    shortfallColumns: (whole: string) => [
      "Clause",
      "Indicator",
      "Unit",
      "Its value",
      "Short of target",
      "Share",
      `${whole} without it`,
    ],
    unnamed: "(rows that name no unit)",
  },
};

/** What would raise a score most for the work it takes, with the arithmetic. */
export function effortParts(
  efforts: readonly Effort[],
  of: string,
  report: Report,
  language: Language,
): SheetPart[] {
  if (efforts.length === 0) return [];
  const say = texts[language];
  const lines = effortBlocks(efforts, of, report, language, SHOWN).flatMap((block) =>
    block.kind === "lines" ? [...block.lines] : [],
  );
  const [before, after]: SheetLine[][] = [lines.slice(0, 2), lines.slice(2)];
  const rows = efforts.slice(0, SHOWN).map((effort, index) => ({
    cells: [
      count(index + 1),
      text(effortName(effort, report, language)),
      text(effortWork(effort, report, language)),
      points(effort.gain, language),
      effort.gainPerWork === null ? blank() : points(effort.gainPerWork, language),
      points(effort.cumulated, language),
      text(effortWorking(effort), "muted"),
    ],
  }));
  const columns = columnsOf(say.effortColumns, [1, 4, 4, 1, 1, 1, 3], [3, 4, 5]);
  return [
    { kind: "lines", caption: say.efforts, lines: before ?? [] },
    tableOf(columns, rows),
    ...(after !== undefined && after.length > 0
      ? [{ kind: "lines", caption: null, lines: after } as const]
      : []),
  ];
}

/** Which units make a pooled rate miss its target, the worst few of each. */
export function shortfallParts(report: Report, language: Language): SheetPart[] {
  const say = texts[language];
  const rows = report.indicators.flatMap((indicator) =>
    indicator.shortfalls
      .filter(({ short }) => short > 0)
      .slice(0, SHOWN)
      .map((one) => ({
        cells: [
          text(indicator.clause),
          text(indicator.name),
          text(one.unit ?? say.unnamed),
          rate(one.value, indicator, language),
          text(shortText(one, indicator, language)),
          portion(one.share),
          one.wholeWithout === null ? text("") : rate(one.wholeWithout, indicator, language),
        ],
      })),
  );
  if (rows.length === 0) return [];
  const columns = columnsOf(
    say.shortfallColumns(wholeName(report, language)),
    [1, 4, 3, 2, 2, 1, 2],
    [3, 4, 5, 6],
  );
  return [tableOf(columns, rows, say.shortfalls)];
}

function columnsOf(
  titles: readonly string[],
  spans: readonly number[],
  right: readonly number[],
): SheetColumn[] {
  return titles.map((title, index) => {
    const base = { title, span: spans[index] ?? 1 };
    return right.includes(index) ? { ...base, align: "right" } : base;
  });
}
