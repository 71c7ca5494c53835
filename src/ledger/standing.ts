import type { Unjudged } from "../model/ledger.ts";
import type { Report } from "../model/report.ts";

/** What a run can say of one rule and unit. `outside`: it was asked about others; `empty`: there are no rows. */
export type Standing = "met" | "unmet" | "empty" | "outside" | Unjudged;

export interface Asked {
  /** The whole of the run. */
  readonly whole: Report;
  /** The part of it that was asked for. */
  readonly report: Report;
  readonly narrowedToUnits: boolean;
}

export function standingOf(rule: string | null, unit: string | null, asked: Asked): Standing {
  const { whole, report, narrowedToUnits } = asked;
  const found = ruleIn(whole, rule);
  if (found === undefined) return "not-in-plan";
  const shown = ruleIn(report, rule);
  if (shown === undefined) return "outside";
  const listed =
    report.units.some((one) => one.unit === unit) || shown.units.some((one) => one.unit === unit);
  if (narrowedToUnits && !listed) return "outside";
  const judged = judgedBy(found, unit);
  if (judged === undefined) return "not-responsible";
  const { status, value } = judged;
  switch (status) {
    case "met":
      return "met";
    case "not-applicable":
      return "empty";
    case "open":
    case "overdue":
      return "unmet";
    case "not-scored":
      return value === null ? "no-data" : "unmet";
    case "waived":
    case "no-data":
      return status;
    default:
      return status satisfies never;
  }
}

type Rule = Report["indicators"][number] | Report["tasks"][number];

function ruleIn({ indicators, tasks }: Report, rule: string | null): Rule | undefined {
  return [...indicators, ...tasks].find(({ id }) => id === rule);
}

/** One value for all, and rows of unknown units, stand as the whole does. */
function judgedBy(rule: Rule, unit: string | null) {
  if (!("whole" in rule)) {
    const own = rule.units.find((one) => one.unit === unit);
    return own === undefined ? undefined : { status: own.status, value: null };
  }
  return rule.scope === "shared" || unit === null ? rule.whole : rule.units.find((one) => one.unit === unit);
}
