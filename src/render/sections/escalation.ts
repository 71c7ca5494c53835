import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { type Block, cell, heading, line, NOTHING, row, type TableSection, table } from "../blocks.ts";

const texts = {
  zh: {
    heading: "督办",
    columns: ["单位", "指标、任务", "连续", "自", "下一步"],
    step: (step: string, after: number, count: number) => `${step}（连续 ${after} 次起）：${count} 项次`,
    times: (count: number) => `${count} 次`,
    next: (step: string, more: number) => `再有 ${more} 次：${step}`,
    none: "没有单位到督办的地步。",
  },
  en: {
    heading: "Escalation",
    columns: ["Unit", "Indicator or task", "In a row", "Since", "Next"],
    step: (step: string, after: number, count: number) => `${step} (from ${after} in a row): ${count}`,
    times: (count: number) => String(count),
    next: (step: string, more: number) => `${step} after ${more} more`,
    none: "No unit has come to a step yet.",
  },
} as const;

/** Who stands on which step; nothing where the plan has no steps. */
export function escalation({ escalation: stood }: Report, language: Language): Block[] {
  if (stood === undefined) return [];
  const say = texts[language];
  if (stood.length === 0) return [heading(2, say.heading), { kind: "lines", lines: [line(say.none)] }];
  const steps = [...new Set(stood.map(({ step }) => step))];
  const sections = steps.map((step): TableSection => {
    const own = stood.filter((one) => one.step === step);
    const rows = own.map(({ unit, clause, name, misses, since, next }) =>
      row([
        cell(unit),
        cell(`${clause} ${name}`),
        cell(say.times(misses)),
        cell(since),
        cell(next === null ? NOTHING : say.next(next.step, next.more ?? next.after - misses)),
      ]),
    );
    const title = line(say.step(step, own[0]?.after ?? 0, own.length), "strong");
    return { title, rows, after: [] };
  });
  const [unit, indicator, run, since, next] = say.columns;
  const columns = [
    { title: unit, grows: true },
    { title: indicator, grows: true },
    { title: run, right: true },
    { title: since },
    { title: next, widest: 24 },
  ];
  return [heading(2, say.heading), table(columns, sections)];
}
