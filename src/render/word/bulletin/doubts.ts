import { counted } from "../../figures.ts";
import { body, type PaperBlock } from "../paper.ts";
import { listed, numbered, ruleName, unended } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";

const NAMES_SHOWN = 3;

/** What in the data stands in the way of the figures. */
export function doubts({ report, language, say }: Speaker<"bulletin">): PaperBlock[] {
  const { unknownUnits, rejectedCellCount, duplicates, totals } = report.quality;
  const lacking = report.indicators.filter(({ whole }) => whole.status === "no-data");
  const conflicts = duplicates.reduce((sum, one) => sum + one.conflicts, 0);
  const disagreeing = totals.filter(({ agrees }) => !agrees).length;
  const names = unknownUnits.map(({ name }) => name);
  const found = [
    ...lacking.map((one) =>
      say("indicator-without-data", {
        indicator: ruleName(one, language),
        reason: unended(one.whole.reason ?? (language === "zh" ? "无数据" : "no data")),
      }),
    ),
    names.length === 0
      ? ""
      : say("doubt-units", { count: counted(names.length), names: listed(names, language, NAMES_SHOWN) }),
    rejectedCellCount === 0 ? "" : say("doubt-cells", { count: counted(rejectedCellCount) }),
    conflicts === 0 ? "" : say("doubt-conflicts", { count: counted(conflicts) }),
    disagreeing === 0 ? "" : say("doubt-totals", { count: counted(disagreeing) }),
  ];
  return body(...numbered(found));
}
