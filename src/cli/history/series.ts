import type { PastRun } from "../../assess/movement/past-run.ts";
import { earlierRuns } from "../../assess/movement/terms.ts";
import type { Language } from "../../model/language.ts";
import { nearest } from "../../model/nearest.ts";
import type { Past } from "../../model/past.ts";
import { spelling } from "../../model/reading/text.ts";
import { fail } from "../../problem.ts";
import type { HistoryLine, HistoryView } from "../../render/index.ts";

interface Asked {
  readonly unit: string | undefined;
  readonly indicator: string | undefined;
}

type PastIndicator = Past["indicators"][number];

const kinds = {
  unit: { zh: "责任单位", en: "unit" },
  indicator: { zh: "指标", en: "indicator" },
} as const;

/** The lines of what was asked for: indicators of the whole or of a unit, or units in one indicator. */
export function seriesOf(
  now: Past,
  runs: readonly PastRun[],
  dates: readonly string[],
  asked: Asked,
  language: Language,
): Pick<HistoryView, "unit" | "indicator" | "lines" | "units"> {
  const shown = runs.filter(({ past }) => dates.includes(past.asOf));
  const unit = asked.unit === undefined ? null : unitIn(now, asked.unit, language);
  const indicator = asked.indicator === undefined ? null : indicatorIn(now, asked.indicator, language);
  const indicators = indicator === null ? now.indicators : [indicator];
  const mine =
    unit === null ? indicators : indicators.filter((one) => one.units.some((line) => line.unit === unit));
  const all = indicator !== null && unit === null;
  return {
    unit,
    indicator: indicator === null ? null : indicator.id,
    lines: mine.map((one) => lineOf(now, one, unit, shown)),
    units: all
      ? indicator.units.map((line) => ({ ...lineOf(now, indicator, line.unit, shown), unit: line.unit }))
      : [],
  };
}

function lineOf(
  now: Past,
  indicator: PastIndicator,
  unit: string | null,
  runs: readonly PastRun[],
): HistoryLine {
  const alike = new Set(
    earlierRuns(now, indicator, runs).flatMap(({ run, measured }) => (measured.length === 0 ? [run] : [])),
  );
  const points = runs.map((run) => (alike.has(run) ? run.assessment(indicator.id, unit) : undefined));
  const { id, clause, name, measuredIn } = indicator;
  return {
    id,
    clause,
    name,
    measuredIn,
    values: points.map((point) => point?.value ?? null),
    statuses: points.map((point) => point?.status ?? null),
  };
}

function unitIn({ units }: Past, name: string, language: Language): string {
  const known = units.map(({ unit }) => unit);
  const found = known.find((unit) => spelling(unit) === spelling(name));
  return found ?? fail("U006", {}, { kind: kinds.unit[language], name }, nearest(name, known));
}

function indicatorIn({ indicators }: Past, name: string, language: Language): PastIndicator {
  const asked = spelling(name);
  const found = indicators.find(({ id, clause, name: title }) =>
    [id, clause, title].map(spelling).includes(asked),
  );
  const known = indicators.flatMap(({ id, name: title }) => [id, title]);
  return found ?? fail("U006", {}, { kind: kinds.indicator[language], name }, nearest(name, known));
}
