import { datasetName } from "../../../model/reword.ts";
import { counted } from "../../figures.ts";
import { dayText, joined } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";

/** In a sentence how far the figures can be trusted; the whole of it stands in the last annex. */
export function trust({ report, language, say }: Speaker<"bulletin">): string {
  const { unknownUnits, rejectedCellCount, duplicates, totals, reconciliation, freshness } = report.quality;
  const some = (
    key:
      | "trust-no-data"
      | "trust-units"
      | "trust-cells"
      | "trust-conflicts"
      | "trust-totals"
      | "trust-differing",
    count: number,
  ) => (count === 0 ? "" : say(key, { count: counted(count) }));
  const oldest = freshness.toSorted((a, b) => b.daysBehind - a.daysBehind)[0];
  const found = joined(
    [
      some("trust-no-data", report.indicators.filter(({ whole }) => whole.status === "no-data").length),
      oldest === undefined || oldest.daysBehind <= 0
        ? ""
        : say("trust-freshness", {
            dataset: datasetName(oldest.dataset, report, language),
            deadline: dayText(oldest.latest, language),
            days: counted(oldest.daysBehind),
          }),
      some("trust-units", unknownUnits.length),
      some("trust-cells", rejectedCellCount),
      some(
        "trust-conflicts",
        duplicates.reduce((sum, one) => sum + one.conflicts, 0),
      ),
      some("trust-totals", totals.filter(({ agrees }) => !agrees).length),
      some("trust-differing", reconciliation.filter(({ agrees }) => !agrees).length),
    ],
    language,
  );
  return found === "" ? say("trust-clear") : say("trust", { found });
}
