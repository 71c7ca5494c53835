import type { Assessment } from "../model/assessment.ts";
import type { Language } from "../model/language.ts";
import type { IndicatorReport } from "../model/report.ts";
import { counted, directionInForce, grouped, upToCents } from "./figures.ts";
import { counterOf, unitWord } from "./words.ts";

/** What closes the gap, in work: rows to put right, rows to add, or an amount to move; "" for none. */
export function neededText(indicator: IndicatorReport, found: Assessment, language: Language): string {
  if (found.needed === null) return "";
  const { fix, new: added, move } = found.needed;
  const falls = mustFall(indicator, found);
  if (fix !== null) return thingsText(indicator, { fix, added, falls }, language);
  // Of a rate that was only reported nothing is known but the gap, which is shown already.
  const rateOnly = indicator.measuredIn === "%" && found.denominator === null;
  return move === null || rateOnly ? "" : amountText(indicator, { move, falls }, language);
}

function mustFall(indicator: IndicatorReport, found: Assessment): boolean {
  const direction = directionInForce(indicator, found);
  if (direction === "exactly") return (found.value ?? 0) > (found.threshold ?? 0);
  return direction === "at-most" || direction === "less-than" || direction === "reduce";
}

interface Things {
  readonly fix: number;
  readonly added: number | null;
  readonly falls: boolean;
}

function thingsText(indicator: IndicatorReport, { fix, added, falls }: Things, language: Language): string {
  const things = (count: number, kind = "") => {
    const counter = counterFor(indicator, language);
    return `${counted(count)} ${kind}${count === 1 ? counter.replace(/s$/, "") : counter}`;
  };
  const rows = indicator.measure === "share";
  // Two lists cannot both grow by one new row: more users do not add residents.
  const canAdd = indicator.datasets.length === 1;
  if (language === "zh") {
    if (falls) return rows ? `需整改 ${things(fix)}` : `需减少 ${things(fix)}`;
    if (added !== null && canAdd) return `还差 ${things(fix)}，或新增合格 ${things(added)}`;
    return rows && added === null ? `需整改 ${things(fix)}；新增无法补救` : `还差 ${things(fix)}`;
  }
  if (falls) return rows ? `put ${things(fix)} right` : `${things(fix)} too many`;
  if (rows && added === null) return `put ${things(fix)} right; new ones cannot help`;
  const short = rows ? `${things(fix, "more ")} must meet it` : `${things(fix)} short`;
  if (added === null || !canAdd) return short;
  const one = added === 1;
  const well = rows ? (one ? "does" : "do") : one ? "meets it" : "meet it";
  return `${short}, or ${things(added, "new ")} that ${well}`;
}

function counterFor({ measuredIn, datasets, measure }: IndicatorReport, language: Language): string {
  if (measuredIn !== "%" && measure !== "share" && measure !== "ratio") return unitWord(measuredIn, language);
  return counterOf(datasets[0], language);
}

function amountText(
  indicator: IndicatorReport,
  { move, falls }: { move: number; falls: boolean },
  language: Language,
): string {
  const { measuredIn, measure, numerator, datasets } = indicator;
  // Of an average or ratio it is the total that moves, not the figure shown.
  const pooled = measure === "average" || measure === "ratio";
  const counted = pooled && numerator === null;
  const word = counted
    ? counterOf(datasets[0], language)
    : measuredIn === "%"
      ? ""
      : unitWord(measuredIn, language);
  const size = upToCents(Math.abs(move));
  const amount =
    `${grouped(size)} ${language === "en" && size === "1" ? word.replace(/s$/, "") : word}`.trimEnd();
  const named = pooled && numerator !== null;
  if (language === "zh")
    return `${named ? `${numerator}合计` : ""}${falls ? "需减少" : "还需增加"} ${amount}`;
  return `${falls ? "lower" : "raise"}${named ? ` the total of ${numerator}` : ""} by ${amount}`;
}
