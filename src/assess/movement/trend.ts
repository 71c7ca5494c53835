import type { Trend } from "../../model/movement.ts";
import type { Past } from "../../model/past.ts";
import type { PastRun } from "./past-run.ts";
import type { Earlier } from "./terms.ts";

/** A year of weeks, and some. */
const MOST_POINTS = 60;

/** The last runs and this one as series; what was measured otherwise than now is left out of its line. */
export function trendOf(
  report: Past,
  all: readonly PastRun[],
  earlierOf: (id: string) => readonly Earlier[],
): Trend {
  const runs = all.slice(-(MOST_POINTS - 1));
  const hashes = [...all.map(({ past }) => past), report].map(({ plan, asOf }) => ({ ...plan, asOf }));
  const dates = [...runs.map(({ past }) => past.asOf), report.asOf];
  const within = new Set(dates);
  return {
    dates,
    replanned: hashes.flatMap(({ sha256, asOf }, at) =>
      at > 0 && hashes[at - 1]?.sha256 !== sha256 && within.has(asOf) ? [asOf] : [],
    ),
    scores: [...runs.map(({ past }) => past.overall.score), report.overall.score],
    indicators: report.indicators.map(({ id, whole }) => {
      const alike = new Map(
        earlierOf(id).flatMap(({ run, then, measured }) =>
          measured.length === 0 ? [[run, then.whole]] : [],
        ),
      );
      const lines = [...runs.map((run) => alike.get(run)), whole];
      return {
        id,
        values: lines.map((line) => line?.value ?? null),
        statuses: lines.map((line) => line?.status ?? null),
      };
    }),
    units: report.units
      .filter(({ unknown }) => !unknown)
      .map(({ unit, score, rank }) => {
        const lines = [...runs.map((run) => run.unit(unit)), { score, rank }];
        return {
          unit,
          scores: lines.map((line) => line?.score ?? null),
          ranks: lines.map((line) => line?.rank ?? null),
        };
      }),
  };
}
