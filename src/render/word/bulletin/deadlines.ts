import type { IndicatorReport } from "../../../model/report.ts";
import { counted } from "../../figures.ts";
import { isGap } from "../../sections/gaps.ts";
import { dayText, distanceText, listedRules } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { unitsUndone } from "../standing.ts";

const NAMES_SHOWN = 5;

/** What is late, what falls due next, and what would be late at the pace of late. */
export function deadlines({ report, language, say }: Speaker<"bulletin">): string[] {
  const unmet = report.indicators.filter(({ weight, whole }) => weight > 0 && isGap(whole));
  const named = (rules: readonly IndicatorReport[]) => ({
    count: counted(rules.length),
    names: listedRules(rules, language, NAMES_SHOWN),
  });
  const late = unmet.filter(({ whole }) => whole.status === "overdue");
  const missed = unmet.filter(willMiss);
  return [
    late.length === 0 ? "" : say("late-now", named(late)),
    nextOne(unmet, { report, language, say }),
    missed.length === 0 ? "" : say("due-missed", named(missed)),
  ];
}

function nextOne(unmet: readonly IndicatorReport[], { report, language, say }: Speaker<"bulletin">): string {
  const undone = report.tasks.filter((task) => unitsUndone(task, "open").length > 0);
  const ahead = [...unmet.map(({ whole }) => whole.deadline), ...undone.map(({ deadline }) => deadline)]
    .filter((day) => day !== null)
    .filter((day) => day >= report.asOf)
    .sort();
  const [next] = ahead;
  if (next === undefined) return "";
  const indicators = unmet.filter(({ whole }) => whole.deadline === next).length;
  const tasks = undone.filter(({ deadline }) => deadline === next).length;
  const work = [
    indicators === 0 ? "" : say("due-indicators", { count: counted(indicators) }),
    tasks === 0 ? "" : say("due-tasks", { count: counted(tasks) }),
  ];
  return say("due-next", {
    deadline: dayText(next, language),
    days: distanceText(report.asOf, next, language),
    work: work.filter((part) => part !== "").join(language === "zh" ? "、" : ", "),
  });
}

/** Only earlier runs tell at which pace it goes. */
function willMiss({ whole: { pace, deadline, daysLeft } }: IndicatorReport): boolean {
  if (pace?.since === undefined || deadline === null || (daysLeft ?? 0) <= 0) return false;
  return pace.projected === null || pace.projected > deadline;
}
