import type { IndicatorUnit, Report } from "../../src/model/report.ts";
import { at, emptyReport, found, indicator, unit } from "./small-report.ts";

export const hostile = [
  `</script><script>alert(1)</script>`,
  `"><img src=x onerror=alert(2)>`,
  `'onmouseover='alert(3)`,
  "</style></title><!-- ]]> &lt;b&gt;",
  "javascript:alert(4)//",
  "</text></svg><script>alert(5)</script>",
  "\u202e\u200b\u001b[31m\u0000\uffff",
];

/** Many units by many indicators, some met and some not, under names that try to be markup. */
export function crowdedReport(units: number, indicators: number): Report {
  const names = Array.from({ length: units }, (_, index) => `${index + 1}号单位${hostile[index] ?? ""}`);
  return emptyReport({
    plan: { ...emptyReport().plan, title: `拥挤的方案${hostile[0]}`, document: hostile[1] ?? "" },
    overall: {
      ...emptyReport().overall,
      score: 71.25,
      coverage: 1,
      band: "中",
      met: 10,
      open: indicators - 10,
    },
    units: names.map((name, index) =>
      unit(name, index % 2 === 0 ? "市政府各部门" : `在嘉各单位${hostile[2]}`, {
        score: 100 - index,
        coverage: 1,
        rank: Math.floor(index / 2) + 1,
        band: "中",
        met: 10,
        open: indicators - 10,
      }),
    ),
    indicators: Array.from({ length: indicators }, (_, index) =>
      indicator({
        id: `indicator-${index + 1}`,
        name: `第${index + 1}项指标${hostile[index] ?? ""}`,
        remedy: hostile[3] ?? null,
        formula: { zh: `${hostile[5]} ÷ 事项`, en: `${hostile[5]} ÷ items` },
        whole: assessed(index),
        units: names.map((name, place): IndicatorUnit => at(name, "市政府各部门", assessed(index + place))),
      }),
    ),
  });
}

function assessed(seed: number) {
  if (seed % 4 === 0) return found();
  const value = (seed * 7) % 45;
  return found({
    status: seed % 7 === 0 ? "overdue" : "open",
    met: false,
    value,
    numerator: value,
    denominator: 100,
    gap: 45 - value,
    attainment: value / 45,
    needed: { fix: 45 - value, new: null, move: null },
    display: { value: value.toFixed(2), threshold: "45", gap: (45 - value).toFixed(2) },
    reason: seed % 5 === 0 ? (hostile[4] ?? null) : null,
  });
}
