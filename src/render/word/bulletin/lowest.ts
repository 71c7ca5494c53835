import type { UnitReport } from "../../../model/report.ts";
import { scoreText } from "../../figures.ts";
import { groupsOf } from "../../groups.ts";
import { listed, listedUnits } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { isNarrowed } from "../standing.ts";

const UNITS_SHOWN = 5;

/** Who stands last in each group; nothing where some units only are shown, or a group has no last. */
export function lowest({ report, language, say }: Speaker<"bulletin">): string {
  if (isNarrowed(report)) return "";
  const told = groupsOf(report, language).flatMap(({ title, units }) => {
    const last = lastOf(units);
    const [first] = last;
    if (first === undefined) return [];
    const score = scoreText(first.score);
    if (last.length === 1) return [say("lowest-unit", { unit: first.unit, group: title, score })];
    const names = last.map(({ unit }) => unit);
    return [say("lowest-tied", { units: listedUnits(names, language, UNITS_SHOWN), group: title, score })];
  });
  return told.length === 0 ? "" : say("lowest", { units: listed(told, language) });
}

function lastOf(units: readonly UnitReport[]): UnitReport[] {
  const ranks = units.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  const most = ranks.reduce((last, rank) => Math.max(last, rank), 0);
  return most <= 1 ? [] : units.filter(({ rank }) => rank === most);
}
