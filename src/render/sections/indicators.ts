import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { type Block, heading, line, plainTable } from "../blocks.ts";
import { REMARKS_BELOW, standingColumns, standingRow } from "./measured.ts";

const texts = {
  zh: { heading: "指标（全域）", none: "方案没有可测量的指标。" },
  en: { heading: "Indicators (whole area)", none: "The plan has no measured indicators." },
};

export function indicators(report: Report, language: Language): Block[] {
  const title = heading(2, texts[language].heading);
  if (report.indicators.length === 0) return [title, { kind: "lines", lines: [line(texts[language].none)] }];
  const rows = report.indicators.map((indicator) => standingRow(indicator, indicator.whole, language));
  return [title, plainTable(standingColumns(language), rows, REMARKS_BELOW)];
}
