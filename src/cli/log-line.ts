import { formatISO } from "date-fns/formatISO";
import type { Report } from "../model/report.ts";
import type { ProblemCode } from "../problem.ts";
import { scoreText } from "../render/figures.ts";

/** What a run tells its log, as far as it came. */
export class LogLine {
  private readonly startedMs: number;
  private readonly started: Date;
  private readonly facts = new Map<string, string | number | null>();

  constructor(started: Date, startedMs: number) {
    this.started = started;
    this.startedMs = startedMs;
  }

  about(report: Report): void {
    const { overall, indicators, inputs, quality } = report;
    const turns = indicators
      .filter(({ weight }) => weight > 0)
      .map(({ whole }) => whole.movement?.previous?.turn);
    const turned = (turn: string) => turns.filter((one) => one === turn).length;
    const sheets = inputs.flatMap((input) => input.sheets);
    const sum = (count: (sheet: (typeof sheets)[number]) => number) =>
      sheets.reduce((total, sheet) => total + count(sheet), 0);
    const since = overall.movement?.previous ?? null;
    this.set({
      plan: report.plan.id,
      asOf: report.asOf,
      score: overall.score === null ? null : scoreText(overall.score),
      change: signed(since?.change ?? null),
      since: since?.asOf ?? null,
      met: overall.met,
      open: overall.open,
      overdue: overall.overdue,
      noData: overall.noData,
      newlyMet: since === null ? null : turned("newly-met"),
      newlyLost: since === null ? null : turned("newly-lost"),
      files: inputs.length,
      rows: sum(({ rows }) => rows),
      rejectedRows: sum(({ rejected }) => rejected),
      rejectedCells: quality.rejectedCellCount,
    });
  }

  set(facts: Readonly<Record<string, string | number | null>>): void {
    for (const [key, value] of Object.entries(facts)) this.facts.set(key, value);
  }

  problems(codes: readonly ProblemCode[]): void {
    this.set({ problems: [...new Set(codes)].join(",") });
  }

  /** date=… plan=… … exit=0: values have no spaces, "-" is nothing. */
  text(code: number, nowMs: number): string {
    this.set({ seconds: ((nowMs - this.startedMs) / 1000).toFixed(1), exit: code });
    const facts = [...this.facts].map(
      ([key, value]) => `${key}=${String(value ?? "-").replaceAll(/\s/g, "_")}`,
    );
    return ["evaluate", `date=${formatISO(this.started)}`, ...facts].join(" ");
  }
}

function signed(change: number | null): string | null {
  if (change === null) return null;
  const shown = Number(change.toFixed(2));
  return `${shown > 0 ? "+" : ""}${shown.toFixed(2)}`.replace("-0.00", "0.00");
}
