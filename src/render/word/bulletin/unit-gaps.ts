import type { IndicatorReport, IndicatorUnit } from "../../../model/report.ts";
import { shortText } from "../../effort-words.ts";
import { counted, gapText, valueText } from "../../figures.ts";
import { shareText } from "../../sections/shortfalls.ts";
import { listed, listedUnits, someUnits } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { gathered, isNarrowed, unitsBehind } from "../standing.ts";

const UNITS_SHOWN = 3;

type Say = Speaker<"bulletin">;

/** Units that miss it by their own rows; of a figure of the whole, those whose rows make it short. */
export function unitGaps(indicator: IndicatorReport, speaker: Say): string {
  const behind = unitsBehind(indicator);
  return behind.length > 0 ? missing(indicator, behind, speaker) : short(indicator, speaker);
}

/** All of them where they are few; else those furthest off, with all that are as far off as they. */
function missing(indicator: IndicatorReport, behind: readonly IndicatorUnit[], speaker: Say): string {
  const { say, language } = speaker;
  const [only] = behind;
  const count = counted(behind.length);
  const whole = valueText(indicator, indicator.whole, language);
  if (behind.length === 1 && only !== undefined && valueText(indicator, only, language) === whole)
    return say("problem-units", { count, units: only.unit });
  const alike = alikeUnits(indicator, behind, language);
  let named = 0;
  const shown = alike.filter((units) => {
    if (named >= UNITS_SHOWN) return false;
    named += units.length;
    return true;
  });
  const units = listed(
    shown.map((same) => gapsText(indicator, same, UNITS_SHOWN, speaker)),
    language,
  );
  return say(named < behind.length ? "problem-units-worst" : "problem-units", { count, units });
}

/** Units with the same figures told together, the furthest off first. */
export function alikeUnits(
  indicator: IndicatorReport,
  behind: readonly IndicatorUnit[],
  language: Say["language"],
): IndicatorUnit[][] {
  const worst = behind.toSorted(
    (a, b) => (a.attainment ?? 0) - (b.attainment ?? 0) || (b.gap ?? 0) - (a.gap ?? 0),
  );
  const figures = (one: IndicatorUnit) =>
    `${valueText(indicator, one, language)} ${gapText(indicator, one, language)}`;
  return [...gathered(worst, figures).values()];
}

export function gapsText(
  indicator: IndicatorReport,
  same: readonly IndicatorUnit[],
  most: number,
  { say, language }: Say,
): string {
  const [first] = same;
  if (first === undefined) return "";
  const figures = {
    value: valueText(indicator, first, language),
    gap: gapText(indicator, first, language),
  };
  const names = same.map(({ unit }) => unit);
  const all = names.length === unitsBehind(indicator).length;
  const units = all ? someUnits(names, language, most) : listedUnits(names, language, most);
  if (names.length === 1) return say("problem-unit", { unit: first.unit, ...figures });
  return say("problem-units-tied", { units, ...figures });
}

function short(indicator: IndicatorReport, speaker: Say): string {
  const { say, language, report } = speaker;
  const units = shortUnits(indicator, UNITS_SHOWN, speaker);
  if (units.length === 0) return "";
  const key = isNarrowed(report) ? "shortfall-units-shown" : "shortfall-units";
  return say(key, { units: listed(units, language) });
}

export function shortUnits(indicator: IndicatorReport, most: number, { say, language }: Say): string[] {
  return indicator.shortfalls
    .filter((one) => one.short > 0 && one.unit !== null)
    .slice(0, most)
    .map((one) =>
      say("shortfall-unit", {
        unit: one.unit ?? "",
        short: shortText(one, indicator, language),
        share: shareText(one.share),
      }),
    );
}
