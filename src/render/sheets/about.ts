import type { Language } from "../../model/language.ts";
import { plainPresentation } from "../../model/presentation.ts";
import type { Report } from "../../model/report.ts";
import { overall } from "../sections/overall.ts";
import type { SheetLine } from "./sheet.ts";

/** Whose figures these are, of which day, and whether they are made up: on every sheet. */
export function aboutLines(report: Report, language: Language): SheetLine[] {
  return prefaceLines({ ...report, presentation: plainPresentation }, language);
}

/** The same with what the plan wants said; score and counts follow as figures. */
export function prefaceLines(report: Report, language: Language): SheetLine[] {
  const lines = overall(report, language).flatMap((block) => (block.kind === "lines" ? block.lines : []));
  return lines.slice(0, -2);
}
