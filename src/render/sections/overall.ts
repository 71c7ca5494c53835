import type { Language } from "../../model/language.ts";
import { titleOf, type Worded, wholeName } from "../../model/presentation.ts";
import type { Report } from "../../model/report.ts";
import { type Block, heading, type Line, line, type Tone } from "../blocks.ts";
import { counted, coverageText, scoreText } from "../figures.ts";
import { bandWord } from "../words.ts";

const texts = {
  zh: {
    asOf: (day: string) => `数据截至 ${day}`,
    period: (start: string, end: string) => `考核期 ${start} 至 ${end}`,
    synthetic: "【合成数据】本报告的数据为程序生成的示例，不是真实情况。",
    score: (whole: string, score: string, band: string) =>
      `${whole}得分 ${score}${band === "" ? "" : `（${band}）`}`,
    coverage: (share: string) => `覆盖 ${share}`,
    provisional: "暂定：覆盖不足，得分仅供参考",
    counts: (met: string, open: string, overdue: string, noData: string) =>
      `达标 ${met} · 未达标 ${open} · 逾期 ${overdue} · 无数据 ${noData}`,
  },
  en: {
    asOf: (day: string) => `data as of ${day}`,
    period: (start: string, end: string) => `period ${start} to ${end}`,
    synthetic: "[SYNTHETIC DATA / 合成数据] Made by a program as an example; not real figures.",
    score: (_: string, score: string, band: string) =>
      `Overall score ${score}${band === "" ? "" : ` (${band})`}`,
    coverage: (share: string) => `coverage ${share}`,
    provisional: "provisional: too little data for a firm score",
    counts: (met: string, open: string, overdue: string, noData: string) =>
      `met ${met} · open ${open} · overdue ${overdue} · no data ${noData}`,
  },
};

export function overall(report: Report, language: Language): Block[] {
  const say = texts[language];
  const { plan, overall: sum, presentation } = report;
  const { subtitle, preface } = presentation;
  const period = report.period === null ? [] : [say.period(report.period.start, report.period.end)];
  const source = [plan.document ?? "", say.asOf(report.asOf), ...period].filter((part) => part !== "");
  const verdict = [
    say.score(wholeName(report, language), scoreText(sum.score), bandWord(sum.band, language)),
    say.coverage(coverageText(sum.coverage)),
    ...(sum.provisional ? [say.provisional] : []),
  ];
  const counts = say.counts(counted(sum.met), counted(sum.open), counted(sum.overdue), counted(sum.noData));
  const lines: Line[] = [...worded(subtitle, language, "strong"), line(source.join(" · "))];
  if (report.synthetic) lines.push(line(say.synthetic, "bad"));
  lines.push(...worded(preface, language));
  lines.push(line(verdict.join(" · "), "strong"), line(counts));
  return [heading(1, titleOf(report, language)), { kind: "lines", lines }];
}

/** What the plan wants said at the very end. */
export function closing({ presentation }: Report, language: Language): Block[] {
  const lines = worded(presentation.closing, language);
  return lines.length === 0 ? [] : [{ kind: "lines", lines }];
}

function worded(text: Worded, language: Language, tone?: Tone): Line[] {
  const own = text[language];
  return own === null ? [] : own.split("\n").map((part) => line(part, tone));
}
