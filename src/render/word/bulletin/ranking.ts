import type { UnitReport } from "../../../model/report.ts";
import { counted, scoreText } from "../../figures.ts";
import { groupsOf, type UnitGroup } from "../../groups.ts";
import { body, type PaperBlock, paragraphs } from "../paper.ts";
import { headingOf, listedUnits } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { gathered, hasDoneAll, hasTaskLedger, isNarrowed, meetsAll } from "../standing.ts";

// A group that is longer is told by its ends.
const MOST_IN_FULL = 10;
const ENDS = 3;
const MOST_TIED = 10;
const MOST_NAMED = 30;

type Ranked = UnitReport & { readonly rank: number };

/** Who stands where, group by group; then who is left out of the ranking, and who meets everything. */
export function ranking(speaker: Speaker<"bulletin">): PaperBlock[] {
  const { report, language } = speaker;
  const groups = groupsOf(report, language)
    .map((group) => ({ group, ranked: group.units.filter(isRanked) }))
    .filter(({ ranked }) => ranked.length > 0);
  return [
    ...groups.flatMap(({ group, ranked }, index) => groupBlocks(group, ranked, index + 1, speaker)),
    ...unranked(speaker),
    ...body(commended(speaker)),
  ];
}

function isRanked(unit: UnitReport): unit is Ranked {
  return unit.rank !== null;
}

function groupBlocks(
  { title }: UnitGroup,
  units: readonly Ranked[],
  number: number,
  speaker: Speaker<"bulletin">,
): PaperBlock[] {
  const { say, language } = speaker;
  const count = Math.max(...units.map(({ ranked }) => ranked ?? 0), units.length);
  const heading =
    count === 1
      ? say("ranked-group-alone", { group: title })
      : say("ranked-group", { group: title, count: counted(count) });
  const [only] = units;
  const text =
    count === 1 && only !== undefined
      ? say("ranked-alone", { unit: only.unit, score: scoreText(only.score) })
      : standings(units, count, speaker);
  return [...paragraphs("heading2", headingOf(2, number, heading, language)), ...body(text)];
}

function standings(units: readonly Ranked[], count: number, speaker: Speaker<"bulletin">): string {
  const { say, language } = speaker;
  const places = [...gathered(units, ({ rank }) => rank)].map(([rank, tied]) =>
    placeText(rank, tied, speaker),
  );
  const joined = (some: readonly string[]) => some.join(language === "zh" ? "，" : "; ");
  if (units.length < count) return say("ranked-shown", { units: joined(places) });
  if (places.length <= ENDS * 2 || units.length <= MOST_IN_FULL)
    return say("ranked-all", { units: joined(places) });
  return say("ranked-ends", { first: joined(places.slice(0, ENDS)), last: joined(places.slice(-ENDS)) });
}

function placeText(rank: number, tied: readonly Ranked[], { say, language }: Speaker<"bulletin">): string {
  const score = scoreText(tied[0]?.score ?? null);
  const names = tied.map(({ unit }) => unit);
  if (names.length === 1)
    return say("rank", { rank, units: say("unit-score", { unit: names[0] ?? "", score }) });
  const units = listedUnits(names, language, MOST_TIED);
  return say("rank-tied", { rank, units: say("units-score", { units, score }) });
}

function unranked({ report, language, say }: Speaker<"bulletin">): PaperBlock[] {
  const found = {
    "provisional-units": report.units.filter(({ provisional, unknown }) => provisional && !unknown),
    "unscored-units": report.units.filter(({ score, unknown }) => score === null && !unknown),
    "unknown-units": report.units.filter(({ unknown }) => unknown),
  } as const;
  return (Object.keys(found) as (keyof typeof found)[]).flatMap((key) => {
    const units = found[key];
    if (units.length === 0) return [];
    const names = units.map(({ unit }) => unit);
    return body(say(key, { count: counted(units.length), units: listedUnits(names, language, MOST_NAMED) }));
  });
}

/** Only what is met is commended; without a ledger nothing is said of tasks. */
function commended({ report, language, say }: Speaker<"bulletin">): string {
  const checked = report.tasks.length > 0 && hasTaskLedger(report);
  const units = report.units.filter(
    (unit) => meetsAll(report, unit) && (!checked || hasDoneAll(report, unit)),
  );
  if (units.length === 0)
    return checked && !isNarrowed(report) && report.units.length > 0 ? say("commended-none") : "";
  const names = listedUnits(
    units.map(({ unit }) => unit),
    language,
    MOST_NAMED,
  );
  const figures = { count: counted(units.length), units: names };
  return checked ? say("commended", figures) : say("commended-indicators", figures);
}
