import type Fraction from "fraction.js";
import { type Day, formatDay } from "../model/day.ts";
import { dutiesOf } from "../model/duties.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Language } from "../model/language.ts";
import type { Past } from "../model/past.ts";
import { periodAt } from "../model/period.ts";
import { phraseOf } from "../model/phrases.ts";
import type { Plan } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import { reword } from "../model/reword.ts";
import { effortsOf } from "./efforts.ts";
import { type JudgedIndicator, judgeIndicator } from "./indicators.ts";
import { labelsOf } from "./labels.ts";
import { valuesIn } from "./movement/baseline.ts";
import { escalationOf } from "./movement/escalation.ts";
import { headroomOf } from "./movement/headroom.ts";
import { withMovement } from "./movement/movement.ts";
import { type PastRun, pastRuns } from "./movement/past-run.ts";
import { inOrder } from "./order.ts";
import type { WorkingDaysBetween } from "./pace.ts";
import { jsonNumber, jsonNumberOrNull } from "./rounding.ts";
import { bandOf, type Part, scoreOf } from "./score.ts";
import { judgeTask, taskParts } from "./tasks.ts";
import { unitsOf } from "./units.ts";
import { type Waivers, waiveIndicator, waiversListed, waiveTask } from "./waivers.ts";

export interface AssessOptions {
  readonly asOf: Day;
  readonly language: Language;
  readonly version: string;
  readonly waivers?: Waivers | undefined;
  readonly workingDays?: WorkingDaysBetween | undefined;
  /** Instead of the plan's own: what is met by less is listed. */
  readonly headroom?: Fraction | undefined;
  /** The day of the earlier run that improve and reduce are held against where the plan has no baseline. */
  readonly baseline?: string | undefined;
}

/**
 * Judges what was gathered, and what moved since earlier runs, oldest first, where they are given. Pure:
 * the same plan, evidence, day and history give the same report.
 */
export function assess(
  plan: Plan,
  evidence: Evidence,
  options: AssessOptions,
  history?: readonly Past[],
): Report {
  const { asOf, language, workingDays, waivers = [] } = options;
  const runs = pastRuns(history ?? [], plan.directory);
  const baseline = runs.find(({ past }) => past.asOf === options.baseline) ?? null;
  const judged = plan.indicators.map((indicator) => {
    const own = evidence.indicators.get(indicator.id);
    if (own === undefined) throw new Error(`no evidence was gathered for ${indicator.id}`);
    const earlierOf = baseline === null ? undefined : valuesIn(baseline, indicator, plan, asOf);
    const judging = { asOf, language, workingDays, earlierOf };
    return waiveIndicator(judgeIndicator(indicator, own, plan.directory, judging), waivers, language);
  });
  const tasks = dutiesOf(plan, asOf).map((duty) =>
    waiveTask(judgeTask(duty, evidence.tasks, asOf), waivers, language),
  );
  const { whole, unitParts } = taskParts(tasks);
  const wholeParts = [...judged.map((indicator) => indicator.whole), ...whole];
  const overall = scoreOf(wholeParts);
  const partsOf = (unit: string): Part[] => [
    ...judged.flatMap((indicator) => indicator.units.get(unit) ?? []),
    ...unitParts(unit),
  ];
  const period = periodAt(plan.period, asOf);
  const still: Report = {
    schemaVersion: 1,
    tool: { name: "evaluate", version: options.version },
    plan: {
      id: plan.id,
      title: plan.title,
      issuer: plan.issuer,
      document: plan.document,
      issued: formatDay(plan.issued),
      sha256: plan.sha256,
    },
    asOf: formatDay(asOf),
    period: period === null ? null : { start: formatDay(period.start), end: formatDay(period.end) },
    language,
    presentation: plan.presentation,
    labels: labelsOf(plan.dictionary),
    synthetic: evidence.synthetic,
    inputs: evidence.inputs.map((input) => ({ ...input, sheets: [...input.sheets] })),
    overall: {
      score: jsonNumberOrNull(overall.score),
      coverage: jsonNumberOrNull(overall.coverage),
      provisional: overall.provisional,
      band: bandOf(overall.score, plan.bands),
      met: overall.met,
      open: overall.open,
      overdue: overall.overdue,
      noData: overall.noData,
      efforts: effortsOf(wholeParts),
    },
    bands: plan.bands.map((band) => ({ from: jsonNumber(band.from), name: band.name })),
    indicators: judged.map(({ report }) => ({ ...report, units: inOrder(report.units, plan.order) })),
    tasks: tasks.map((task) => task.report),
    units: inOrder(unitsOf(plan, partsOf, evidence.strangers), plan.order),
    quality: qualityOf(evidence, judged, language),
    ...(waivers.length === 0 ? {} : { waivers: waiversListed(waivers, plan) }),
  };
  const moved = history === undefined ? still : withMovement(still, { runs, baseline, asOf, workingDays });
  const report = withStandings(moved, plan, runs, options.headroom ?? plan.headroom);
  return language === "en" ? reword(report, language) : report;
}

/** Who is to be reminded, and what is at risk of being lost, where the plan or the user asks for it. */
function withStandings(
  report: Report,
  { escalation }: Plan,
  runs: readonly PastRun[],
  margin: Fraction | null,
): Report {
  return {
    ...report,
    ...(escalation.length === 0 ? {} : { escalation: escalationOf(report, escalation, runs) }),
    ...(margin === null ? {} : { headroom: headroomOf(report, margin) }),
  };
}

function qualityOf(
  evidence: Evidence,
  judged: readonly JudgedIndicator[],
  language: Language,
): Report["quality"] {
  const { notes, ...quality } = evidence.quality;
  return {
    ...quality,
    rejectedCells: quality.rejectedCells.map((cell) => ({ ...cell, reason: phraseOf(cell.why, language) })),
    suspicions: quality.suspicions.map(({ why, ...found }) => ({
      code: why.code,
      ...found,
      text: phraseOf(why, language),
      why,
    })),
    reconciliation: judged.flatMap(({ reconciliation }) => reconciliation),
    notes: [...notes, ...judged.flatMap(({ notes }) => notes)].map((why) => ({
      code: why.code,
      text: phraseOf(why, language),
      why,
    })),
  };
}
