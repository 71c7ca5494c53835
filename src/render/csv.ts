import type { Assessment } from "../model/assessment.ts";
import type { Effort, Shortfall } from "../model/effort.ts";
import type { Language } from "../model/language.ts";
import type { Change } from "../model/movement.ts";
import { phraseOf } from "../model/phrases.ts";
import { wholeName } from "../model/presentation.ts";
import type { IndicatorReport, Report } from "../model/report.ts";
import { BYTE_ORDER_MARK, csvLine } from "./csv-field.ts";
import { directionInForce } from "./figures.ts";
import { turnText } from "./movement-words.ts";
import type { RenderOptions } from "./renderer.ts";
import { directionWords, scopeWord, statusWords, unitWord } from "./words.ts";

type Field = string | number | null;

interface Subject {
  readonly indicator: IndicatorReport;
  readonly unit: string;
  readonly group: string | null;
  readonly found: Assessment;
  /** What it would add to the score, where it is scored and short. */
  readonly effort: Effort | undefined;
  readonly shortfall: Shortfall | undefined;
  /** Of the escalation, where it stands on one. */
  readonly step?: string | undefined;
  readonly language: Language;
}

const columns: readonly { zh: string; en: string; of: (subject: Subject) => Field }[] = [
  { zh: "指标编号", en: "indicator", of: ({ indicator }) => indicator.id },
  { zh: "条款", en: "clause", of: ({ indicator }) => indicator.clause },
  { zh: "指标", en: "name", of: ({ indicator }) => indicator.name },
  { zh: "单位", en: "unit", of: ({ unit }) => unit },
  { zh: "分组", en: "group", of: ({ group }) => group },
  { zh: "状态", en: "status", of: ({ found, language }) => statusWords[found.status][language] },
  { zh: "现状", en: "value", of: ({ found }) => found.value },
  {
    zh: "计量单位",
    en: "measured in",
    of: ({ indicator, language }) => unitWord(indicator.measuredIn, language),
  },
  {
    zh: "方向",
    en: "direction",
    of: ({ indicator, found, language }) => directionWords[directionInForce(indicator, found)][language],
  },
  { zh: "目标", en: "target", of: ({ found }) => found.threshold },
  { zh: "差距", en: "gap", of: ({ found }) => found.gap },
  { zh: "完成度", en: "attainment", of: ({ found }) => found.attainment },
  { zh: "需整改", en: "to put right", of: ({ found }) => found.needed?.fix ?? null },
  { zh: "或新增合格", en: "or new that meet it", of: ({ found }) => found.needed?.new ?? null },
  { zh: "需变动总量", en: "total to move", of: ({ found }) => found.needed?.move ?? null },
  { zh: "分子", en: "numerator", of: ({ found }) => found.numerator },
  { zh: "分母", en: "denominator", of: ({ found }) => found.denominator },
  { zh: "行数", en: "rows", of: ({ found }) => found.rows },
  { zh: "本单位贡献", en: "contribution", of: ({ found }) => found.contribution },
  { zh: "时限", en: "deadline", of: ({ found }) => found.deadline },
  { zh: "剩余天数", en: "days left", of: ({ found }) => found.daysLeft },
  { zh: "阶段", en: "stage", of: ({ found }) => found.stage },
  { zh: "权重", en: "weight", of: ({ indicator }) => indicator.weight },
  { zh: "说明", en: "reason", of: ({ found }) => found.reason },
  {
    zh: "数值来源",
    en: "source",
    of: ({ found, language }) => (found.source === null ? null : sourceWords[found.source][language]),
  },
  { zh: "考核范围", en: "scope", of: ({ indicator, language }) => scopeWord(indicator.scope, language) },
  { zh: "达标可提分", en: "gain when met", of: ({ effort }) => effort?.gain ?? null },
  { zh: "每件可提分", en: "gain for each", of: ({ effort }) => effort?.gainPerWork ?? null },
  {
    zh: "新增能否补救",
    en: "new cases help",
    of: ({ effort, language }) =>
      effort?.recoverable == null ? null : yesNo[`${effort.recoverable}`][language],
  },
  { zh: "造成全域差额", en: "short in the whole", of: ({ shortfall }) => shortfall?.short ?? null },
  { zh: "占全域差额", en: "share of the shortfall", of: ({ shortfall }) => shortfall?.share ?? null },
  {
    zh: "全域去掉该单位",
    en: "whole without it",
    of: ({ found, shortfall }) => shortfall?.wholeWithout ?? found.wholeWithout,
  },
  { zh: "补救措施", en: "remedy", of: ({ indicator }) => indicator.remedy },
];

/** With --history; a report without one has the columns of before. */
const movedColumns: typeof columns = [
  { zh: "上次日期", en: "previous date", of: ({ found }) => found.movement?.previous?.asOf ?? null },
  { zh: "上次现状", en: "previous value", of: ({ found }) => found.movement?.previous?.value ?? null },
  { zh: "比上次", en: "change", of: ({ found }) => found.movement?.previous?.change ?? null },
  { zh: "变动", en: "turn", of: ({ found, language }) => turnText(found.movement?.previous, language) },
  {
    zh: "不可比或须注意",
    en: "not comparable, or mind",
    of: ({ found, language }) => mind(found.movement?.previous, language),
  },
  { zh: "基线日期", en: "baseline date", of: ({ found }) => found.movement?.baseline?.asOf ?? null },
  { zh: "基线现状", en: "baseline value", of: ({ found }) => found.movement?.baseline?.value ?? null },
  { zh: "比基线", en: "change since baseline", of: ({ found }) => found.movement?.baseline?.change ?? null },
  {
    zh: "连续",
    en: "in a row",
    of: ({ found, language }) => {
      const streak = found.movement?.streak;
      return streak == null ? null : statusWords[streak.kind === "met" ? "met" : "open"][language];
    },
  },
  { zh: "连续次数", en: "times in a row", of: ({ found }) => found.movement?.streak?.count ?? null },
  { zh: "连续自", en: "in a row since", of: ({ found }) => found.movement?.streak?.since ?? null },
  { zh: "应达", en: "expected", of: ({ found }) => found.pace?.expected ?? null },
  { zh: "SPI", en: "SPI", of: ({ found }) => found.pace?.spi ?? null },
  { zh: "每天需", en: "needed a day", of: ({ found }) => found.pace?.requiredPerDay ?? null },
  {
    zh: "每工作日需",
    en: "needed a working day",
    of: ({ found }) => found.pace?.requiredPerWorkingDay ?? null,
  },
  { zh: "到期约", en: "on the deadline", of: ({ found }) => found.pace?.atDeadline ?? null },
  { zh: "预计达标", en: "met on", of: ({ found }) => found.pace?.projected ?? null },
  {
    zh: "不作预测",
    en: "no forecast",
    of: ({ found, language }) => {
      const why = found.movement?.noPace;
      return why == null ? null : phraseOf(why, language);
    },
  },
];

const escalatedColumn: (typeof columns)[number] = {
  zh: "督办",
  en: "escalation",
  of: ({ step }) => step ?? null,
};

function mind(change: Change | null | undefined, language: Language): string | null {
  const said = (change?.reasons ?? []).map((why) => phraseOf(why, language));
  return said.length === 0 ? null : said.join(language === "zh" ? "；" : "; ");
}

const sourceWords = {
  rows: { zh: "明细", en: "rows" },
  reported: { zh: "填报", en: "reported" },
} as const;
const yesNo = { true: { zh: "能", en: "yes" }, false: { zh: "不能", en: "no" } } as const;

const synthetic = { zh: "合成数据", en: "synthetic data" };

/** One row per indicator and unit, the whole first; opens in Excel and WPS as UTF-8. */
export function renderCsv(report: Report, { language }: Pick<RenderOptions, "language">): string {
  const shown = [
    ...columns,
    ...(report.movement === undefined ? [] : movedColumns),
    ...(report.escalation === undefined ? [] : [escalatedColumn]),
    ...(report.synthetic ? [{ ...synthetic, of: () => synthetic[language] }] : []),
  ];
  const subjects = report.indicators.flatMap((indicator) => subjectsOf(indicator, report, language));
  const rows = [
    shown.map((column) => column[language]),
    ...subjects.map((one) => shown.map(({ of }) => of(one))),
  ];
  return BYTE_ORDER_MARK + rows.map(csvLine).join("");
}

function subjectsOf(indicator: IndicatorReport, report: Report, language: Language): Subject[] {
  const among = (efforts: readonly Effort[] = []) =>
    efforts.find(({ kind, id }) => kind === "indicator" && id === indicator.id);
  const base = { indicator, language };
  const whole = { unit: wholeName(report, language), group: null, found: indicator.whole };
  return [
    { ...base, ...whole, effort: among(report.overall.efforts), shortfall: undefined },
    ...indicator.units.map((found) => ({
      ...base,
      unit: found.unit,
      group: found.group,
      found,
      effort: among(report.units.find(({ unit }) => unit === found.unit)?.efforts),
      shortfall: indicator.shortfalls.find(({ unit }) => unit === found.unit),
      step: report.escalation?.find(
        (one) => one.kind === "indicator" && one.unit === found.unit && one.indicator === indicator.id,
      )?.step,
    })),
  ];
}
