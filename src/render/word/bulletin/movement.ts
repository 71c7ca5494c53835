import type { Turn } from "../../../model/movement.ts";
import { halfUp, scoreText } from "../../figures.ts";
import { dayText, listed, ruleName } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";

/** What moved since the last one, where there is a last one that measures the same; else that there is none. */
export function movement({ report, language, say }: Speaker<"bulletin">): string[] {
  const { score, movement: moved } = report.overall;
  const before = moved?.previous ?? null;
  if (before === null || !before.comparable || before.score === null || score === null)
    return [say("without-movement")];
  const turned = (turn: Turn) =>
    report.indicators
      .filter(({ weight, whole }) => {
        const own = whole.movement?.previous ?? null;
        return weight > 0 && own !== null && own.fair && own.turn === turn;
      })
      .map((one) => ruleName(one, language));
  const [met, lost] = [turned("newly-met"), turned("newly-lost")];
  const figures = { before: scoreText(before.score), now: scoreText(score) };
  return [
    say("movement", {
      ...figures,
      previous: dayText(before.asOf, language),
      change: changeText(Number(figures.now) - Number(figures.before), language),
    }),
    met.length === 0 ? "" : say("movement-met", { names: listed(met, language) }),
    lost.length === 0 ? "" : say("movement-lost", { names: listed(lost, language) }),
  ];
}

/** Of the scores as they are shown, so that a reader who takes one from the other finds the same. */
function changeText(change: number, language: Speaker<"bulletin">["language"]): string {
  const points = halfUp(Math.abs(Number(change.toFixed(4))), 2);
  if (points === "0.00") return language === "zh" ? "持平" : "unchanged";
  if (language === "zh") return change > 0 ? `上升 ${points} 分` : `下降 ${points} 分`;
  return change > 0 ? `up ${points}` : `down ${points}`;
}
