import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import type { Block } from "./blocks.ts";
import type { GroupBy } from "./renderer.ts";
import { gaps } from "./sections/gaps.ts";
import { highlights } from "./sections/highlights.ts";
import { indicators } from "./sections/indicators.ts";
import { overall } from "./sections/overall.ts";
import { quality } from "./sections/quality.ts";
import { ranking } from "./sections/ranking.ts";
import { tasks } from "./sections/tasks.ts";

const sections = [overall, highlights, ranking, indicators, gaps, tasks, quality] as const;

/** The whole report in the order in which a leader asks. */
export function contentOf(report: Report, language: Language, groupBy?: GroupBy): Block[] {
  return sections.flatMap((section) => section(report, language, groupBy));
}
