import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { type Block, heading, type Line, line } from "../blocks.ts";
import { counted, coverageText, scoreText } from "../figures.ts";
import { bandWord } from "../words.ts";

const texts = {
  zh: {
    asOf: (day: string) => `数据截至 ${day}`,
    period: (start: string, end: string) => `考核期 ${start} 至 ${end}`,
    synthetic: "【合成数据】本报告的数据为程序生成的示例，不是真实情况。",
    score: (score: string, band: string) => `全域得分 ${score}${band === "" ? "" : `（${band}）`}`,
    coverage: (share: string) => `覆盖 ${share}`,
    provisional: "暂定：覆盖不足，得分仅供参考",
    counts: (met: string, open: string, overdue: string, noData: string) =>
      `达标 ${met} · 未达标 ${open} · 逾期 ${overdue} · 无数据 ${noData}`,
  },
  en: {
    asOf: (day: string) => `data as of ${day}`,
    period: (start: string, end: string) => `period ${start} to ${end}`,
    synthetic: "[SYNTHETIC DATA / 合成数据] Made by a program as an example; not real figures.",
    score: (score: string, band: string) => `Overall score ${score}${band === "" ? "" : ` (${band})`}`,
    coverage: (share: string) => `coverage ${share}`,
    provisional: "provisional: too little data for a firm score",
    counts: (met: string, open: string, overdue: string, noData: string) =>
      `met ${met} · open ${open} · overdue ${overdue} · no data ${noData}`,
  },
};

export function overall({ plan, overall: sum, ...report }: Report, language: Language): Block[] {
  const say = texts[language];
  const period = report.period === null ? [] : [say.period(report.period.start, report.period.end)];
  const source = [plan.document ?? "", say.asOf(report.asOf), ...period].filter((part) => part !== "");
  const verdict = [
    say.score(scoreText(sum.score), bandWord(sum.band, language)),
    say.coverage(coverageText(sum.coverage)),
    ...(sum.provisional ? [say.provisional] : []),
  ];
  const counts = say.counts(counted(sum.met), counted(sum.open), counted(sum.overdue), counted(sum.noData));
  const lines: Line[] = [line(source.join(" · "))];
  if (report.synthetic) lines.push(line(say.synthetic, "bad"));
  lines.push(line(verdict.join(" · "), "strong"), line(counts));
  return [heading(1, plan.title), { kind: "lines", lines }];
}
