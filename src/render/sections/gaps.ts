import type { Assessment } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import type { IndicatorReport, Report, UnitReport } from "../../model/report.ts";
import { type Block, heading, type Line, line, type TableSection, table } from "../blocks.ts";
import { taskName } from "../effort-words.ts";
import { scoreText } from "../figures.ts";
import { groupsOf } from "../groups.ts";
import { unitMovement } from "../movement-words.ts";
import { plural } from "../words.ts";
import { effortLine } from "./efforts.ts";
import { REMARKS_BELOW, standingColumns, standingRow } from "./measured.ts";

const texts = {
  zh: {
    heading: "各单位差距",
    summary: (units: number) => `${units} 个单位有差距`,
    unit: (unit: UnitReport) => [
      unit.unit,
      ...(unit.unknown ? ["待确认"] : []),
      ...(unit.rank === null ? [] : [`第 ${unit.rank} 名`]),
      ...(unit.score === null ? [] : [`得分 ${scoreText(unit.score)}${unit.provisional ? "（暂定）" : ""}`]),
    ],
    shared: (names: string[]) =>
      `全域共同承担的指标有差距，只列在牵头单位名下，不逐个单位重复：${names.join("、")}`,
    named: ({ unit, noData }: UnitReport) => (noData > 0 ? `${unit}（另有 ${noData} 项无数据）` : unit),
    clear: (names: string[]) => `没有差距的单位（${names.length} 个）：${names.join("、")}`,
    undone: (count: number, names: string[]) =>
      `未完成任务 ${count} 项：${names.join("、")}${count > names.length ? " 等" : ""}`,
    late: "（逾期）",
    none: "各单位均没有差距。",
  },
  en: {
    heading: "Gaps by unit",
    summary: (units: number) => `${plural(units, "unit")} with gaps`,
    unit: (unit: UnitReport) => [
      unit.unit,
      ...(unit.unknown ? ["to be confirmed"] : []),
      ...(unit.rank === null ? [] : [`rank ${unit.rank}`]),
      ...(unit.score === null
        ? []
        : [`score ${scoreText(unit.score)}${unit.provisional ? " (provisional)" : ""}`]),
    ],
    shared: (names: string[]) =>
      `Shared indicators with a gap, listed under their lead only: ${names.join(", ")}`,
    named: ({ unit, noData }: UnitReport) => (noData > 0 ? `${unit} (${noData} without data)` : unit),
    clear: (names: string[]) => `Units without gaps (${names.length}): ${names.join(", ")}`,
    undone: (count: number, names: string[]) =>
      `Tasks not done (${count}): ${names.join("; ")}${count > names.length ? "; …" : ""}`,
    late: " (overdue)",
    none: "No unit has a gap.",
  },
};

interface Gap {
  readonly indicator: IndicatorReport;
  readonly found: Assessment;
}

/** Each unit's own gaps, the unit that stands last first, and in it what scores and is worst first. */
export function gaps(report: Report, language: Language): Block[] {
  const say = texts[language];
  const units = groupsOf(report, language).flatMap((group) => group.units.toReversed());
  const found = units.map((unit) => ({
    unit,
    gaps: gapsOf(report, unit),
    undone: undoneTasks(report, unit, language),
  }));
  const hasWork = ({ gaps, undone }: (typeof found)[number]) => gaps.length > 0 || undone.length > 0;
  const sections = found
    .filter(hasWork)
    .map(({ unit, gaps, undone }) =>
      sectionOf(unit, gaps, undone, effortLine(unit.efforts, report, language), language),
    );
  const standing: Block[] = [table(standingColumns(language), sections, REMARKS_BELOW)];
  const after = remarksOf(
    report,
    found.filter((one) => !hasWork(one)).map(({ unit }) => unit),
    language,
  );
  const body = sections.length > 0 ? standing : [{ kind: "lines", lines: [line(say.none)] } as const];
  const all: Block[] = [...body, ...(after.length > 0 ? [{ kind: "lines", lines: after } as const] : [])];
  return [heading(2, say.heading), { kind: "details", summary: say.summary(sections.length), blocks: all }];
}

export function gapsOf({ indicators }: Report, { unit }: UnitReport): Gap[] {
  return indicators
    .filter(({ scope, lead }) => scope !== "shared" || lead.includes(unit))
    .flatMap((indicator) => {
      const found = indicator.units.find((one) => one.unit === unit);
      return found !== undefined && isGap(found) ? [{ indicator, found }] : [];
    })
    .toSorted(byUrgency);
}

export function isGap({ status }: { readonly status: string }): boolean {
  return status === "open" || status === "overdue";
}

function byUrgency(a: Gap, b: Gap): number {
  return (
    Number(b.indicator.weight > 0) - Number(a.indicator.weight > 0) ||
    Number(b.found.status === "overdue") - Number(a.found.status === "overdue") ||
    (a.found.attainment ?? 0) - (b.found.attainment ?? 0)
  );
}

const NAMED_TASKS = 5;

/** Tasks cost score as indicators do; what has not begun costs nothing yet. */
function undoneTasks({ tasks }: Report, { unit }: UnitReport, language: Language): Line[] {
  const say = texts[language];
  const undone = tasks.flatMap((task) => {
    const own = task.units.find((one) => one.unit === unit);
    return own !== undefined && isGap(own) && own.attainment !== null
      ? [{ name: taskName(task, language), late: own.status === "overdue" }]
      : [];
  });
  if (undone.length === 0) return [];
  const names = undone
    .toSorted((a, b) => Number(b.late) - Number(a.late))
    .slice(0, NAMED_TASKS)
    .map(({ name, late }) => name + (late ? say.late : ""));
  return [line(say.undone(undone.length, names), "warn")];
}

function sectionOf(
  unit: UnitReport,
  found: readonly Gap[],
  undone: readonly Line[],
  pays: readonly Line[],
  language: Language,
): TableSection {
  return {
    title: line([...texts[language].unit(unit), ...unitMovement(unit, language)].join(" · "), "strong"),
    rows: found.map((gap) => standingRow(gap.indicator, gap.found, language)),
    after: [...undone, ...pays],
  };
}

function remarksOf({ indicators }: Report, clear: readonly UnitReport[], language: Language): Line[] {
  const say = texts[language];
  const shared = indicators
    .filter(({ scope, whole }) => scope === "shared" && isGap(whole))
    .map(({ clause, name }) => `${clause} ${name}`);
  const measured = clear
    .filter((unit) => unit.score !== null && !unit.unknown)
    .map((unit) => say.named(unit));
  return [
    ...(shared.length > 0 ? [line(say.shared(shared))] : []),
    ...(measured.length > 0 ? [line(say.clear(measured), "good")] : []),
  ];
}
