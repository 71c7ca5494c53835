import { ownReportMark } from "../model/own-report.ts";
import { titleOf } from "../model/presentation.ts";
import type { Report } from "../model/report.ts";
import { syntheticMark } from "../model/synthetic.ts";
import type { RenderOptions } from "./renderer.ts";
import { reportWorkbook } from "./report-workbook.ts";
import { sheetsOf } from "./sheets/sheets.ts";

const texts = {
  zh: {
    asOf: (day: string) => `数据截至 ${day}`,
    synthetic: `【${syntheticMark}】不是真实情况`,
    pages: ["第 ", " 页，共 ", " 页"],
  },
  en: {
    asOf: (day: string) => `as of ${day}`,
    synthetic: `[SYNTHETIC DATA / ${syntheticMark}] not real figures`,
    pages: ["page ", " of ", ""],
  },
} as const;

/** A workbook to hand over: an overview, lists to filter and print, and a sheet per unit. */
export async function renderXlsx(
  report: Report,
  { language }: Pick<RenderOptions, "language">,
): Promise<Uint8Array> {
  const say = texts[language];
  const title = titleOf(report, language);
  const asOf = say.asOf(report.asOf);
  return reportWorkbook(sheetsOf(report, language), {
    title: report.synthetic ? `${syntheticMark} ${title}` : title,
    subject: [report.plan.document ?? "", asOf].filter((part) => part !== "").join(" · "),
    creator: `${report.tool.name} ${report.tool.version}`,
    keywords: ownReportMark,
    date: report.asOf,
    header: report.synthetic ? say.synthetic : "",
    footer: `${title} · ${asOf}`,
    pages: say.pages,
  });
}
