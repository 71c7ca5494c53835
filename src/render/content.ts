import type { Report } from "../model/report.ts";
import type { Block } from "./blocks.ts";
import type { RenderOptions } from "./renderer.ts";
import { efforts } from "./sections/efforts.ts";
import { escalation } from "./sections/escalation.ts";
import { gaps } from "./sections/gaps.ts";
import { headroom } from "./sections/headroom.ts";
import { highlights } from "./sections/highlights.ts";
import { indicators } from "./sections/indicators.ts";
import { movement } from "./sections/movement.ts";
import { closing, overall } from "./sections/overall.ts";
import { quality } from "./sections/quality.ts";
import { ranking } from "./sections/ranking.ts";
import { shortfalls } from "./sections/shortfalls.ts";
import { tasks } from "./sections/tasks.ts";
import { unitCard } from "./sections/unit-card.ts";
import { waivers } from "./sections/waivers.ts";

const sections = [
  overall,
  highlights,
  movement,
  ranking,
  indicators,
  efforts,
  shortfalls,
  gaps,
  escalation,
  headroom,
  tasks,
  waivers,
  quality,
  closing,
] as const;

/** The whole report in the order in which a leader asks; with `cards`, a page for each unit instead. */
export function contentOf(
  report: Report,
  { language, groupBy, cards }: Pick<RenderOptions, "language" | "groupBy" | "cards">,
): Block[] {
  if (cards === true) return report.units.flatMap((unit) => unitCard(report, unit, language));
  return sections.flatMap((section) => section(report, language, groupBy));
}
