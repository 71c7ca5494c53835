import type { Language } from "../../model/language.ts";
import { titleOf } from "../../model/presentation.ts";
import type { IndicatorReport, IndicatorUnit, Report, TaskReport, UnitReport } from "../../model/report.ts";
import {
  type Block,
  cell,
  heading,
  type Line,
  line,
  NOTHING,
  plainTable,
  type Row,
  row,
  table,
} from "../blocks.ts";
import { counted, coverageText, daysText, scoreText, withUnit } from "../figures.ts";
import { unitMovement } from "../movement-words.ts";
import { bandWord, statusWords } from "../words.ts";
import { effortBlocks } from "./efforts.ts";
import { isGap } from "./gaps.ts";
import { REMARKS_BELOW, standingColumns, standingRow } from "./measured.ts";

const texts = {
  zh: {
    asOf: (day: string) => `数据截至 ${day}`,
    synthetic: "【合成数据】本报告的数据为程序生成的示例，不是真实情况。",
    score: (score: string, band: string) => `得分 ${score}${band === "" ? "" : `（${band}）`}`,
    rank: (rank: number, of: number | null) => `第 ${rank} 名${of === null ? "" : `，共 ${of} 个单位`}`,
    coverage: (share: string) => `覆盖 ${share}`,
    provisional: "暂定：覆盖不足，得分仅供参考，不排名",
    unscored: "没有可计分的数据",
    unknown: "待确认：名录里没有这个单位",
    counts: (met: string, open: string, overdue: string, noData: string) =>
      `达标 ${met} · 未达标 ${open} · 逾期 ${overdue} · 无数据 ${noData}`,
    indicators: "指标",
    none: "没有指标归这个单位。",
    shared: "全域共同承担的指标（不计入本单位得分）",
    contribution: (amount: string) => `其中本单位 ${amount}`,
    notApplicable: (names: string[]) => `不适用（${names.length} 项）：${names.join("、")}`,
    efforts: "哪里下功夫最见效",
    tasks: "任务（按时限）",
    taskColumns: ["时限", "状态", "条款", "任务", "说明"],
    ongoing: "长期",
    done: (day: string, late: boolean) => `${day} 完成${late ? "，迟于时限" : ""}`,
    rate: (share: number) => `完成 ${share}%`,
    states: { met: "已完成", open: "未完成", overdue: "逾期未完成", "no-data": "无数据", waived: "已豁免" },
  },
  en: {
    asOf: (day: string) => `data as of ${day}`,
    synthetic: "[SYNTHETIC DATA / 合成数据] Made by a program as an example; not real figures.",
    score: (score: string, band: string) => `Score ${score}${band === "" ? "" : ` (${band})`}`,
    rank: (rank: number, of: number | null) => `rank ${rank}${of === null ? "" : ` of ${of}`}`,
    coverage: (share: string) => `coverage ${share}`,
    provisional: "provisional: too little data for a firm score, not ranked",
    unscored: "Nothing to score",
    unknown: "To be confirmed: the directory lacks this unit",
    counts: (met: string, open: string, overdue: string, noData: string) =>
      `met ${met} · open ${open} · overdue ${overdue} · no data ${noData}`,
    indicators: "Indicators",
    none: "No indicator is this unit's.",
    shared: "Shared by the whole area (not in this unit's score)",
    contribution: (amount: string) => `of which this unit ${amount}`,
    notApplicable: (names: string[]) => `Not applicable (${names.length}): ${names.join(", ")}`,
    efforts: "Where effort pays",
    tasks: "Tasks by date",
    taskColumns: ["Deadline", "Status", "Clause", "Task", "Remarks"],
    ongoing: "standing",
    done: (day: string, late: boolean) => `done ${day}${late ? ", late" : ""}`,
    rate: (share: number) => `${share}% done`,
    states: { met: "done", open: "not done", overdue: "overdue", "no-data": "no data", waived: "waived" },
  },
};

/** One unit's standing on a page: score and rank, each indicator, what would help most, tasks by date. */
export function unitCard(report: Report, unit: UnitReport, language: Language): Block[] {
  const say = texts[language];
  const own = report.indicators.flatMap((indicator): Own[] => {
    const found = indicator.units.find((one) => one.unit === unit.unit);
    return found === undefined ? [] : [{ indicator, found }];
  });
  return [
    heading(1, unit.unit),
    { kind: "lines", lines: standing(report, unit, language) },
    heading(2, say.indicators),
    ...indicatorBlocks(own, language),
    ...(unit.score === null
      ? []
      : [heading(2, say.efforts), ...effortBlocks(unit.efforts, unit.unit, report, language)]),
    ...taskBlocks(report, unit, language),
  ];
}

interface Own {
  readonly indicator: IndicatorReport;
  readonly found: IndicatorUnit;
}

function standing(report: Report, unit: UnitReport, language: Language): Line[] {
  const say = texts[language];
  const place = [titleOf(report, language), unit.group ?? "", say.asOf(report.asOf)];
  const counts = [unit.met, unit.open, unit.overdue, unit.noData].map(counted);
  const [met = "", open = "", overdue = "", noData = ""] = counts;
  const verdict =
    unit.score === null
      ? [say.unscored]
      : [
          say.score(scoreText(unit.score), bandWord(unit.band, language)),
          ...(unit.rank === null ? [] : [say.rank(unit.rank, unit.ranked)]),
          say.coverage(coverageText(unit.coverage)),
          ...(unit.provisional ? [say.provisional] : []),
          ...unitMovement(unit, language),
        ];
  return [
    line(place.filter((part) => part !== "").join(" · ")),
    ...(report.synthetic ? [line(say.synthetic, "bad")] : []),
    ...(unit.unknown ? [line(say.unknown, "warn")] : []),
    line(verdict.join(" · "), "strong"),
    line(say.counts(met, open, overdue, noData)),
  ];
}

/** What is short first, the worst on top; then what lacks data; then what is met. */
function indicatorBlocks(own: readonly Own[], language: Language): Block[] {
  const say = texts[language];
  const idle = own.filter(({ found }) => found.status === "not-applicable");
  const shown = own.filter(({ found }) => found.status !== "not-applicable").toSorted(byUrgency);
  const groups = [
    { title: null, rows: shown.filter(isOwn).map((one) => rowOf(one, language)), after: [] },
    {
      title: line(say.shared, "strong"),
      rows: shown.filter((one) => !isOwn(one)).map((one) => rowOf(one, language)),
      after: [],
    },
  ].filter(({ rows }) => rows.length > 0);
  const names = idle.map(({ indicator }) => `${indicator.clause} ${indicator.name}`);
  return [
    ...(groups.length === 0
      ? [{ kind: "lines", lines: [line(say.none)] } as const]
      : [table(standingColumns(language), groups, REMARKS_BELOW)]),
    ...(names.length === 0
      ? []
      : [{ kind: "lines", lines: [line(say.notApplicable(names), "muted")] } as const]),
  ];
}

/** Of a shared indicator the score is its lead's. */
function isOwn({ indicator: { scope, lead }, found: { unit, group } }: Own): boolean {
  return scope !== "shared" || lead.includes(unit) || lead.includes(group ?? "");
}

function rowOf({ indicator, found }: Own, language: Language): Row {
  const { cells, below } = standingRow(indicator, found, language);
  if (found.contribution === null) return { cells, below };
  const own = withUnit(
    String(found.contribution),
    indicator.measuredIn === "%" ? "" : indicator.measuredIn,
    language,
  );
  return row(cells, [...below, texts[language].contribution(own)]);
}

const urgency = ["overdue", "open", "no-data", "met"];

function byUrgency(a: Own, b: Own): number {
  const place = ({ found }: Own) => {
    const at = urgency.indexOf(found.status);
    return at < 0 ? urgency.length : at;
  };
  const scored = ({ indicator, found }: Own) => Number(indicator.weight > 0 || !isGap(found));
  return (
    place(a) - place(b) ||
    scored(b) - scored(a) ||
    (isGap(a.found) ? (a.found.attainment ?? 0) - (b.found.attainment ?? 0) : 0)
  );
}

interface OwnTask {
  readonly task: TaskReport;
  readonly found: TaskReport["units"][number];
}

function taskBlocks({ tasks }: Report, { unit }: UnitReport, language: Language): Block[] {
  const say = texts[language];
  const own = tasks.flatMap((task): OwnTask[] => {
    const found = task.units.find((one) => one.unit === unit);
    return found === undefined ? [] : [{ task, found }];
  });
  if (own.length === 0) return [];
  const [deadline = "", status = "", clause = "", name = "", remarks = ""] = say.taskColumns;
  const columns = [
    { title: deadline },
    { title: status },
    { title: clause },
    { title: name, grows: true },
    { title: remarks, fold: "", widest: 30 },
  ];
  const rows = own.toSorted(byDate).map((one) => taskRow(one, language));
  return [heading(2, say.tasks), plainTable(columns, rows, 3)];
}

/** Standing duties come last. */
function byDate(a: OwnTask, b: OwnTask): number {
  const [first, second] = [a, b].map(({ task }) => task.deadline ?? "9999");
  return first === second ? 0 : (first ?? "") < (second ?? "") ? -1 : 1;
}

function taskRow({ task, found }: OwnTask, language: Language): Row {
  const say = texts[language];
  const word = statusWords[found.status];
  const pending = isGap(found) && found.daysLeft !== null;
  const rate = found.rate !== null && found.done !== true ? [say.rate(Math.floor(found.rate * 100))] : [];
  const done = found.completedOn === null ? [] : [say.done(found.completedOn, found.late)];
  const days = pending ? [daysText(found.daysLeft ?? 0, language)] : [];
  const waived = found.reason === undefined ? [] : [found.reason];
  const remarks = [...waived, ...done, ...rate, ...days].join(language === "zh" ? "，" : ", ");
  return row([
    cell(task.deadline ?? (task.ongoing ? say.ongoing : NOTHING)),
    cell(`${word.sign} ${say.states[found.status]}`, word.tone),
    cell(task.clause),
    cell(task.name),
    cell(remarks || NOTHING),
  ]);
}
