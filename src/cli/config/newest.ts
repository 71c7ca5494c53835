import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Input, resolveInputs } from "../../ingest/inputs.ts";
import { type Day, dayOf } from "../../model/day.ts";
import { ProblemError, problem } from "../../problem.ts";

// 20221024, 2022-10-24, 2022.10.24, 2022年10月24日, 202210; a time may follow.
const DATE =
  /(?<!\d)(20\d\d)(?:(\d\d)(\d\d)?(?:[T_]?\d{4}(?:\d\d)?)?|[-_.年/](\d{1,2})(?:[-_.月/](\d{1,2}))?)(?!\d)/g;

/** The date in a file's name, the last one where there are several; a month is its first day. */
export function dateInName(name: string): Day | null {
  const days = [...name.matchAll(DATE)].flatMap(([, year, month = "", date, longMonth, longDate]) => {
    const day = dayOf(Number(year), Number(longMonth ?? month), Number(longDate ?? date ?? 1));
    return day === null ? [] : [day];
  });
  return days.at(-1) ?? null;
}

/**
 * The newest file that matches a pattern: by the date in the name where all have one, else by the time of
 * change; among equals the first in reading order. Locks of open workbooks and our own reports do not count.
 */
export async function newestOf(pattern: string, cwd: string): Promise<Input> {
  const { paths } = await resolveInputs([pattern], cwd);
  const dated = paths.map((input) => ({ input, at: dateInName(basename(input.path)) }));
  const byName = dated.every(({ at }) => at !== null);
  const ranked = byName
    ? dated
    : await Promise.all(paths.map(async (input) => ({ input, at: (await stat(input.path)).mtimeMs })));
  const newest = ranked.reduce<(typeof ranked)[number] | undefined>(
    (best, one) => (best === undefined || (one.at ?? 0) > (best.at ?? 0) ? one : best),
    undefined,
  );
  if (newest === undefined) throw new ProblemError([problem("D002", { file: pattern }, { input: pattern })]);
  return newest.input;
}
