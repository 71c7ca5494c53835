import type { UnitReport } from "../../../model/report.ts";
import { counted, scoreText } from "../../figures.ts";
import { changeText } from "../bulletin/movement.ts";
import { dayText } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";

/** Where the unit stands in its group, and what moved. */
export function standing(unit: UnitReport, { language, say }: Speaker<"task-sheet">): string[] {
  const { score, group, rank, ranked, movement } = unit;
  if (score === null || rank === null || ranked === null || group === null) return [];
  const before = movement?.previous ?? null;
  const moved =
    before === null || !before.comparable || before.score === null
      ? ""
      : say("standing-moved", {
          previous: dayText(before.asOf, language),
          change: changeText(Number(scoreText(score)) - Number(scoreText(before.score)), language),
        });
  return [say("standing", { score: scoreText(score), group, rank, ranked: counted(ranked) }), moved];
}
