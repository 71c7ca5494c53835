import type { Assessment, Why } from "../model/assessment.ts";
import { formatDay } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import { phraseOf, whyOf } from "../model/phrases.ts";
import type { Plan } from "../model/plan.ts";
import type { ReportWaiver, Waiver } from "../model/waiver.ts";
import type { JudgedIndicator } from "./indicators.ts";
import type { Part } from "./score.ts";
import type { JudgedTask, TaskUnit } from "./tasks.ts";

export type Waivers = readonly Waiver[];

/** The waiver of a rule, known by any of its ids, for a unit; of the whole (null) only one for everybody. */
export function waiverOf(
  waivers: Waivers,
  kind: Waiver["kind"],
  ids: readonly string[],
  unit: string | null,
): Waiver | undefined {
  return waivers.find(
    (one) =>
      one.kind === kind &&
      ids.includes(one.id) &&
      (one.units === null || (unit !== null && one.units.includes(unit))),
  );
}

export function whyWaived({ reason, document, expires }: Waiver): Why {
  return whyOf("waived", { reason, document, expires: formatDay(expires) });
}

/** What was found stays in sight; nothing is asked for, and nothing is weighed. */
function waived<Found extends Assessment>(
  found: Found,
  waiver: Waiver | undefined,
  language: Language,
): Found {
  if (waiver === undefined) return found;
  const why = whyWaived(waiver);
  return {
    ...found,
    status: "waived",
    met: null,
    gap: null,
    attainment: null,
    needed: null,
    pace: null,
    reason: phraseOf(why, language),
    why,
    display: { ...found.display, gap: "" },
  };
}

function weightless(part: Part): Part {
  return { ...part, status: "waived", attainment: null, steps: [] };
}

/** An indicator with its waivers: the rows of a unit that is excused still count in the whole. */
export function waiveIndicator(
  judged: JudgedIndicator,
  waivers: Waivers,
  language: Language,
): JudgedIndicator {
  const of = (unit: string | null) => waiverOf(waivers, "indicator", [judged.report.id], unit);
  const { report } = judged;
  const all = of(null);
  return {
    ...judged,
    report: {
      ...report,
      whole: waived(report.whole, all, language),
      units: report.units.map((line) => waived(line, of(line.unit), language)),
      shortfalls: all === undefined ? report.shortfalls : [],
    },
    whole: all === undefined ? judged.whole : weightless(judged.whole),
    units: new Map([...judged.units].map(([unit, part]) => [unit, of(unit) ? weightless(part) : part])),
  };
}

/** The same for a task, which may be one period of a recurring one. */
export function waiveTask(judged: JudgedTask, waivers: Waivers, language: Language): JudgedTask {
  const { report } = judged;
  const ids = [report.id, ...(report.of === null ? [] : [report.of])];
  const of = (unit: string) => waiverOf(waivers, "task", ids, unit);
  const units = report.units.map((line): TaskUnit => {
    const waiver = of(line.unit);
    if (waiver === undefined) return line;
    const why = whyWaived(waiver);
    return { ...line, status: "waived", attainment: null, reason: phraseOf(why, language), why };
  });
  return {
    ...judged,
    report: { ...report, units },
    lines: new Map(units.map((line) => [line.unit, line])),
    attainments: new Map([...judged.attainments].filter(([unit]) => of(unit) === undefined)),
  };
}

/** Every waiver as the report lists it, in the order of the plan. */
export function waiversListed(waivers: Waivers, { indicators, tasks }: Plan): ReportWaiver[] {
  const rules = [
    ...indicators.map((one) => ({ kind: "indicator", rule: one }) as const),
    ...tasks.map((one) => ({ kind: "task", rule: one }) as const),
  ];
  return rules.flatMap(({ kind, rule }) =>
    waivers
      .filter((one) => one.kind === kind && (one.id === rule.id || one.id.startsWith(`${rule.id}@`)))
      .map(({ id, units, named, reason, document, expires }) => ({
        kind,
        id,
        clause: rule.clause,
        name: rule.name,
        all: units === null,
        units: units === null ? rule.units.map(({ name }) => name) : [...units],
        named: [...named],
        reason,
        document,
        expires: formatDay(expires),
      })),
  );
}
