import type { Language } from "../../model/language.ts";
import type { IndicatorReport, Report, UnitReport } from "../../model/report.ts";
import { type Block, heading, type Line, line } from "../blocks.ts";
import { pointsText } from "../effort-words.ts";
import { counted, daysText, scoreText, targetText, valueText } from "../figures.ts";
import { groupsOf } from "../groups.ts";
import { neededText } from "../needed.ts";
import { type Judged, judgedFor, ownUnit } from "../own-unit.ts";
import { plural } from "../words.ts";
import { effortsInLine } from "./efforts.ts";
import { isGap } from "./gaps.ts";
import { sheetTotals } from "./rows.ts";

const MOST_NEEDED = 3;
const NAMED = 6;

const texts = {
  zh: {
    heading: "要点",
    last: (group: string, names: string, rank: number, of: number) =>
      `末位（${group}）：${names}，第 ${rank} 名，共 ${of} 个单位排名`,
    named: (unit: string, score: string) => `${unit} ${score} 分`,
    place: (rank: number, of: number) => `，第 ${rank} 名，共 ${of} 个单位排名`,
    overdue: (names: string[]) => `已逾期 ${names.length} 项：${few(names, "、", " 等")}`,
    next: (day: string, days: string, names: string[]) =>
      `下一个时限 ${day}（${days}），还有 ${names.length} 项未达标：${few(names, "、", " 等")}`,
    first: (place: number, name: string, value: string, target: string, needed: string, gain: string) =>
      `失分最多 ${place}：${name}，现状 ${value}，目标 ${target}${needed === "" ? "" : `，${needed}`}${gain === "" ? "" : `（达标 ${gain}）`}`,
    easiest: (gain: string, names: string[]) => `最省力（共 ${gain}）：${names.join("；")}`,
    trust: (rows: number, used: number) => `数据：共 ${counted(rows)} 行，采用 ${counted(used)} 行`,
    doubts: {
      units: (n: number) => `待确认单位 ${counted(n)} 个`,
      cells: (n: number) => `无法识别的单元格 ${counted(n)} 个`,
      totals: (n: number) => `合计不符 ${counted(n)} 处`,
      conflicts: (n: number) => `重复且内容冲突 ${counted(n)} 行`,
      missing: (n: number) => `无数据的指标 ${counted(n)} 项`,
    },
    clean: "未发现疑点",
  },
  en: {
    heading: "In short",
    last: (group: string, names: string, rank: number, of: number) =>
      `Last in ${group}: ${names}, rank ${rank} of ${of}`,
    named: (unit: string, score: string) => `${unit} ${score}`,
    place: (rank: number, of: number) => `, rank ${rank} of ${of}`,
    overdue: (names: string[]) => `Overdue (${names.length}): ${few(names, ", ", " …")}`,
    next: (day: string, days: string, names: string[]) =>
      `Next deadline ${day} (${days}), still unmet (${names.length}): ${few(names, ", ", " …")}`,
    first: (place: number, name: string, value: string, target: string, needed: string, gain: string) =>
      `Most points lost, ${place}: ${name}, now ${value}, target ${target}${needed === "" ? "" : `, ${needed}`}${gain === "" ? "" : ` (${gain} when met)`}`,
    easiest: (gain: string, names: string[]) => `Least work (${gain} in all): ${names.join("; ")}`,
    trust: (rows: number, used: number) => `Data: ${plural(rows, "row")}, ${counted(used)} used`,
    doubts: {
      units: (n: number) => plural(n, "unknown unit"),
      cells: (n: number) => plural(n, "rejected cell"),
      totals: (n: number) => plural(n, "total that disagrees", "totals that disagree"),
      conflicts: (n: number) => plural(n, "conflicting duplicate"),
      missing: (n: number) => plural(n, "indicator without data", "indicators without data"),
    },
    clean: "nothing doubtful found",
  },
};

/** What leaders ask first: who is last, what is late or falls next, what helps most, is it sound. */
export function highlights(report: Report, language: Language): Block[] {
  const own = ownUnit(report);
  if (own !== null)
    return [heading(2, texts[language].heading), { kind: "list", items: ofUnit(report, own, language) }];
  const items = [
    ...lastOnes(report, language),
    ...deadlines(judgedFor(null, report), report.asOf, language),
    ...mostNeeded(report, language),
    ...leastWork(report, language),
    trust(report, language),
  ];
  return [heading(2, texts[language].heading), { kind: "list", items }];
}

function lastOnes(report: Report, language: Language): Line[] {
  const say = texts[language];
  return groupsOf(report, language).flatMap(({ title, units }) => {
    const ranked = units.filter((unit): unit is UnitReport & { rank: number } => unit.rank !== null);
    const rank = ranked.at(-1)?.rank ?? 1;
    // A report narrowed to some units does not show how many were ranked.
    if (rank === 1 || rank > ranked.length) return [];
    const names = ranked
      .filter((unit) => unit.rank === rank)
      .map((unit) => say.named(unit.unit, scoreText(unit.score)));
    return [line(say.last(title, names.join(language === "zh" ? "、" : ", "), rank, ranked.length))];
  });
}

/** A department's own: where it stands, what is late or falls next, what helps it most. */
function ofUnit(report: Report, own: UnitReport, language: Language): Line[] {
  const say = texts[language];
  const place = own.rank === null || own.ranked === null ? "" : say.place(own.rank, own.ranked);
  const known = own.efforts.filter(({ gainPerWork }) => gainPerWork !== null);
  return [
    line(`${say.named(own.unit, scoreText(own.score))}${place}`, "strong"),
    ...deadlines(judgedFor(own, report), report.asOf, language),
    ...effortsInLine(known, report, language, say.easiest).map((text) => line(text)),
    trust(report, language),
  ];
}

function deadlines(judged: readonly Judged[], asOf: string, language: Language): Line[] {
  const say = texts[language];
  const scored = judged.filter(({ indicator }) => indicator.weight > 0);
  const overdue = scored.filter(({ found }) => found.status === "overdue");
  const open = scored.filter(({ found }) => found.status === "open" && (found.deadline ?? "") >= asOf);
  const next = open.map(({ found }) => found.deadline ?? "").toSorted()[0];
  const falling = open.filter(({ found }) => found.deadline === next);
  const days = falling[0]?.found.daysLeft ?? null;
  return [
    ...(overdue.length > 0
      ? [line(say.overdue(overdue.map(({ indicator }) => named(indicator))), "bad")]
      : []),
    ...(next !== undefined && days !== null
      ? [
          line(
            say.next(
              next,
              daysText(days, language),
              falling.map(({ indicator }) => named(indicator)),
            ),
            "warn",
          ),
        ]
      : []),
  ];
}

function mostNeeded({ indicators, overall }: Report, language: Language): Line[] {
  const lost = ({ weight, whole }: IndicatorReport) => weight * (1 - (whole.attainment ?? 0));
  return indicators
    .filter(({ whole, weight }) => isGap(whole) && weight > 0)
    .toSorted((a, b) => lost(b) - lost(a))
    .slice(0, MOST_NEEDED)
    .map((indicator, index) =>
      line(
        texts[language].first(
          index + 1,
          named(indicator),
          valueText(indicator, indicator.whole, language),
          targetText(indicator, indicator.whole, language),
          neededText(indicator, indicator.whole, language),
          gainOf(indicator, overall, language),
        ),
      ),
    );
}

/** What most points are lost by may be out of reach: these bring points for little work. */
function leastWork(report: Report, language: Language): Line[] {
  const { easiest } = texts[language];
  const known = report.overall.efforts.filter(({ gainPerWork }) => gainPerWork !== null);
  return effortsInLine(known, report, language, easiest).map((text) => line(text));
}

function gainOf({ id }: IndicatorReport, { efforts }: Report["overall"], language: Language): string {
  const effort = efforts.find((one) => one.kind === "indicator" && one.id === id);
  return effort === undefined ? "" : pointsText(effort.gain, language);
}

/** The table below has them all. */
function few(names: readonly string[], separator: string, more: string): string {
  return names.slice(0, NAMED).join(separator) + (names.length > NAMED ? more : "");
}

function named({ clause, name }: IndicatorReport): string {
  return `${clause} ${name}`;
}

function trust(report: Report, language: Language): Line {
  const { doubts, ...say } = texts[language];
  const { rows, used } = sheetTotals(report);
  const { unknownUnits, rejectedCellCount, totals, duplicates } = report.quality;
  const counts: [number, (n: number) => string][] = [
    [unknownUnits.length, doubts.units],
    [rejectedCellCount, doubts.cells],
    [totals.filter(({ agrees }) => !agrees).length, doubts.totals],
    [duplicates.reduce((sum, { conflicts }) => sum + conflicts, 0), doubts.conflicts],
    [report.overall.noData, doubts.missing],
  ];
  const found = counts.filter(([count]) => count > 0).map(([count, word]) => word(count));
  const separator = language === "zh" ? "；" : "; ";
  return line([say.trust(rows, used), ...(found.length > 0 ? found : [say.clean])].join(separator));
}
