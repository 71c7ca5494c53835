import type { Turn } from "../../../model/movement.ts";
import type { UnitReport } from "../../../model/report.ts";
import { counted, halfUp, scoreText } from "../../figures.ts";
import { dayText, listedRules, listedUnits } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";

const NAMES_SHOWN = 5;
const UNITS_SHOWN = 3;

/** What moved since the last one, where there is a last one that measures the same; else that there is none. */
export function movement({ report, language, say }: Speaker<"bulletin">): string[] {
  const { score, movement: moved } = report.overall;
  const before = moved?.previous ?? null;
  if (before === null || !before.comparable || before.score === null || score === null)
    return [say("without-movement")];
  const turned = (turn: Turn) =>
    report.indicators.filter(({ weight, whole }) => {
      const own = whole.movement?.previous ?? null;
      return weight > 0 && own !== null && own.fair && own.turn === turn;
    });
  const [met, lost] = [turned("newly-met"), turned("newly-lost")];
  const figures = { before: scoreText(before.score), now: scoreText(score) };
  return [
    say("movement", {
      ...figures,
      previous: dayText(before.asOf, language),
      change: changeText(Number(figures.now) - Number(figures.before), language),
    }),
    met.length === 0 ? "" : say("movement-met", { names: listedRules(met, language, NAMES_SHOWN) }),
    lost.length === 0 ? "" : say("movement-lost", { names: listedRules(lost, language, NAMES_SHOWN) }),
    ...units({ report, language, say }),
  ];
}

/** Who gained and who lost most, told by the figures as they are shown. */
function units({ report, language, say }: Speaker<"bulletin">): string[] {
  const moved = report.units
    .filter(({ unknown }) => !unknown)
    .map((unit) => ({ unit: unit.unit, points: pointsOf(unit) }));
  return ([1, -1] as const).map((way) => {
    const these = moved.filter(({ points }) => points * way > 0);
    const most = these.reduce((sum, { points }) => Math.max(sum, points * way), 0);
    const first = these.filter(({ points }) => points * way === most).map(({ unit }) => unit);
    if (first.length === 0) return "";
    return say(way > 0 ? "movement-up" : "movement-down", {
      count: counted(these.length),
      units: listedUnits(first, language, UNITS_SHOWN),
      points: most.toFixed(2),
    });
  });
}

function pointsOf({ movement }: UnitReport): number {
  return Number(halfUp(Number((movement?.previous?.change ?? 0).toFixed(6)), 2));
}

/** Of the scores as they are shown, so that a reader who takes one from the other finds the same. */
export function changeText(change: number, language: Speaker<"bulletin">["language"]): string {
  const points = halfUp(Math.abs(Number(change.toFixed(4))), 2);
  if (points === "0.00") return language === "zh" ? "持平" : "unchanged";
  if (language === "zh") return change > 0 ? `上升 ${points} 分` : `下降 ${points} 分`;
  return change > 0 ? `up ${points}` : `down ${points}`;
}
