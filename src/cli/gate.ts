import type { Status } from "../model/assessment.ts";
import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import { scoreText } from "../render/figures.ts";

export const failOns = ["unmet", "overdue", "no-data", "never"] as const;
export type FailOn = (typeof failOns)[number];

export interface GateOptions {
  readonly failOn: FailOn;
  readonly failUnder: number | null;
  /** Judge the units of the (narrowed) report rather than the whole. */
  readonly byUnit: boolean;
}

interface Found {
  readonly indicator: string;
  /** Clause and name: who reads the sentence in a mail knows no ids. */
  readonly title: string;
  readonly unit: string | null;
}

export type GateFailure =
  | { kind: "status"; failOn: FailOn; found: readonly Found[] }
  | { kind: "score"; unit: string | null; score: number | null; limit: number };

const failing = {
  unmet: ["open", "overdue"],
  overdue: ["overdue"],
  "no-data": ["no-data"],
  never: [],
} satisfies Record<FailOn, Status[]>;

/** What the gates asked for do not let pass; empty when they are satisfied. */
export function gateOf(report: Report, options: GateOptions): GateFailure[] {
  const found = judged(report, options.byUnit)
    .filter(({ status }) => (failing[options.failOn] as Status[]).includes(status))
    .map(({ indicator, title, unit }) => ({ indicator, title, unit }));
  const statuses: GateFailure[] =
    found.length === 0 ? [] : [{ kind: "status", failOn: options.failOn, found }];
  return [...statuses, ...scoresUnder(report, options)];
}

interface Judged extends Found {
  readonly status: Status;
}

function judged(report: Report, byUnit: boolean): Judged[] {
  return report.indicators
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id, clause, name, whole, units, scope, lead }): Judged[] => {
      const named = { indicator: id, title: `${clause} ${name}`.trim() };
      return byUnit
        ? units
            // A shared indicator is its lead's alone.
            .filter(
              ({ unit, group }) => scope !== "shared" || lead.includes(unit) || lead.includes(group ?? ""),
            )
            .map(({ unit, status }) => ({ ...named, unit, status }))
        : [{ ...named, unit: null, status: whole.status }];
    });
}

function scoresUnder(report: Report, { failUnder, byUnit }: GateOptions): GateFailure[] {
  if (failUnder === null) return [];
  const scores: readonly { unit: string | null; score: number | null }[] = byUnit
    ? report.units
    : [{ unit: null, score: report.overall.score }];
  return scores
    .filter(({ score }) => score === null || score < failUnder)
    .map(({ unit, score }) => ({ kind: "score", unit, score, limit: failUnder }));
}

const listed = 5;

/** Why a gate failed, for stderr. */
export function gateSentence(failure: GateFailure, language: Language): string {
  return failure.kind === "status" ? statusSentence(failure, language) : scoreSentence(failure, language);
}

function statusSentence({ failOn, found }: GateFailure & { kind: "status" }, language: Language): string {
  const names = found.slice(0, listed).map(({ title, unit }) => (unit === null ? title : `${unit} ${title}`));
  return language === "zh"
    ? `未通过 --fail-on ${failOn}：${found.length} 项（${names.join("、")}${found.length > listed ? " 等" : ""}）。`
    : `--fail-on ${failOn} is not satisfied: ${found.length} (${names.join(", ")}${found.length > listed ? ", …" : ""}).`;
}

function scoreSentence({ unit, score, limit }: GateFailure & { kind: "score" }, language: Language): string {
  const who = unit ?? (language === "zh" ? "全域" : "the whole");
  if (language === "zh") {
    const what =
      score === null ? "没有得分（没有可评分的指标）" : `得分 ${shown(score, limit)}，低于 ${limit}`;
    return `未通过 --fail-under ${limit}：${who}${what}。`;
  }
  const what =
    score === null ? "has no score (nothing to score)" : `scores ${shown(score, limit)}, below ${limit}`;
  return `--fail-under ${limit} is not satisfied: ${who} ${what}.`;
}

// Cut, 89.996 under a limit of 90 is not printed as 90.00; under a limit of 89.995 every digit counts.
function shown(score: number, limit: number): string {
  const written = scoreText(score);
  return Number(written) < limit && score < limit ? written : String(score);
}
