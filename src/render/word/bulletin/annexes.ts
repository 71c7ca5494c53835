import { basename } from "node:path";
import type { Language } from "../../../model/language.ts";
import type { Report, TaskReport, UnitReport } from "../../../model/report.ts";
import { datasetName } from "../../../model/reword.ts";
import { NOTHING } from "../../blocks.ts";
import {
  counted,
  coverageText,
  gapText,
  partsText,
  scoreText,
  targetText,
  valueText,
} from "../../figures.ts";
import { groupsOf } from "../../groups.ts";
import { neededText } from "../../needed.ts";
import { rowsText } from "../../sections/rows.ts";
import { displayWidth } from "../../text.ts";
import { waiverRows, waiverTexts } from "../../waiver-words.ts";
import { bandWord, statusWords } from "../../words.ts";
import {
  body,
  type PaperBlock,
  type PaperColumn,
  type PaperRow,
  type PaperTable,
  paragraphs,
} from "../paper.ts";
import { headingOf, inPrint, listed, listedUnits } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import { hasTaskLedger, unitsBehind, unitsUndone } from "../standing.ts";
import { dataGaps } from "./data-gaps.ts";
import { alikeUnits, gapsText, shortUnits } from "./unit-gaps.ts";

const GROUPS_SHOWN = 6;
/** In an annex all of them, as far as a cell can be read. */
const UNITS_SHOWN = 100;
/** Of a figure of the whole, to which everyone adds a little. */
const SHORT_SHOWN = 10;

const texts = {
  zh: {
    annex: (number: number) => `附件 ${number}`,
    unitColumns: [
      "名次",
      "单位",
      "得分",
      "等次",
      "数据覆盖率",
      "达标",
      "未达标",
      "逾期",
      "无数据",
      "任务完成",
    ],
    indicatorColumns: ["条款", "指标", "责任单位", "目标", "现状", "差距", "需整改数量", "时限", "状态"],
    missingHeading: "未达标的单位",
    wholeHeading: "总体情况",
    more: "等",
    missingColumns: ["条款", "指标", "目标", "单位数", "未达标的单位（共同承担的指标为差额最大的单位）"],
    taskColumns: ["条款", "任务", "时限", "完成", "未完成", "逾期", "无数据", "未完成的单位"],
    formulaColumns: ["条款", "指标", "算法", "数据来源", "分子/分母", "口径"],
    sourceColumns: ["文件", "工作表", "数据集", "行数的去向"],
    provisional: "暂定",
    unscored: "不计分",
    ongoing: "长期",
    noTasks: "方案没有列出任务。",
    unchecked: "未核对",
    method: "计分办法",
    rules: [
      "达标、未达标（时限未过）和逾期（时限已过仍未达标）按每项指标的目标和时限判定，时限当日不算逾期。",
      "单位得分是有数据的各项指标完成度按权重的平均数乘以 100；达标的完成度为 1，未达标的按与目标之比计，无数据、不适用、不计分和已豁免的不参加平均。",
      "数据覆盖率是有结果的权重占应有结果的权重的比例，不足 80% 的得分暂定，不参加排名。名次按未舍入的得分在本组内排列，得分相同的并列。",
      "全域的数由各行汇总计算，不是各单位数的平均。",
    ],
    formulas: "指标算法",
    sources: "数据来源",
    gaps: "数据缺口和疑点",
    noGaps: "没有发现缺口和疑点。",
    unused: "未使用",
  },
  en: {
    annex: (number: number) => `Annex ${number}`,
    unitColumns: [
      "Rank",
      "Unit",
      "Score",
      "Band",
      "Coverage",
      "Met",
      "Open",
      "Overdue",
      "No data",
      "Tasks done",
    ],
    indicatorColumns: [
      "Clause",
      "Indicator",
      "Responsible",
      "Target",
      "Value",
      "Gap",
      "Needed",
      "Deadline",
      "Status",
    ],
    missingHeading: "Units that miss them",
    wholeHeading: "The whole area",
    more: " and others",
    missingColumns: [
      "Clause",
      "Indicator",
      "Target",
      "Units",
      "Units that miss it (of shared ones, the shortest)",
    ],
    taskColumns: ["Clause", "Task", "Deadline", "Done", "Open", "Overdue", "No data", "Not done by"],
    formulaColumns: ["Clause", "Indicator", "Formula", "Data", "Parts", "Note"],
    sourceColumns: ["File", "Sheet", "Dataset", "Rows"],
    provisional: "prov.",
    unscored: "not scored",
    ongoing: "standing",
    noTasks: "The plan lists no tasks.",
    unchecked: "unchecked",
    method: "Scoring",
    rules: [
      "An indicator is met, open (its deadline not passed) or overdue by its own target and deadline; the day of the deadline is not yet late.",
      "The score of a unit is the weighted mean of the attainment of its indicators with data, times 100; met is 1, unmet the ratio to the target; indicators without data, not applicable, not scored or waived are left out.",
      "Coverage is the weight with an outcome over the weight that should have one; below 80% the score is provisional and unranked. Ranks are by unrounded score within the group; equal scores are tied.",
      "Figures of the whole area are computed from all rows, not averaged over units.",
    ],
    formulas: "Formulas",
    sources: "Sources",
    gaps: "Gaps and doubts in the data",
    noGaps: "None were found.",
    unused: "unused",
  },
};

type Say = Speaker<"bulletin">;

export function annexTitles({ say }: Say): string[] {
  return [say("annex-units"), say("annex-indicators"), say("annex-tasks"), say("annex-method")];
}

/** Scores, indicators, tasks, and how the figures came about, each from a new page. */
export function annexes(speaker: Say): PaperBlock[] {
  const { report, language } = speaker;
  const bodies = [unitTable, () => indicatorTables(speaker), taskTable, method];
  return annexTitles(speaker).flatMap((title, index): PaperBlock[] => [
    {
      kind: "paragraph",
      form: "annex",
      lines: [texts[language].annex(index + 1)],
      ...(index > 0 ? { newPage: true } : {}),
    },
    ...paragraphs("annex-title", title),
    ...(bodies[index]?.(report, language) ?? []),
  ]);
}

function columns(
  titles: readonly string[],
  widths: readonly number[],
  centred: readonly number[],
): PaperColumn[] {
  return titles.map((title, index) => ({
    title,
    width: widths[index] ?? 1,
    ...(centred.includes(index) ? { align: "center" as const } : {}),
  }));
}

function unitTable(report: Report, language: Language): PaperTable[] {
  const say = texts[language];
  const groups = groupsOf(report, language);
  const rows = groups.flatMap(({ title, units }): PaperRow[] => [
    { across: title },
    ...units.map((unit) => unitRow(unit, report, language)),
  ]);
  const widths = [6, 24, 8, 8, 10, 7, 7, 7, 7, 10];
  return [{ kind: "table", columns: columns(say.unitColumns, widths, [0, 2, 3, 4, 5, 6, 7, 8, 9]), rows }];
}

function unitRow(unit: UnitReport, report: Report, language: Language): string[] {
  const say = texts[language];
  const own = report.tasks.flatMap(({ units }) => units.filter((one) => one.unit === unit.unit));
  const done = own.filter(({ status }) => status === "met").length;
  const checked = hasTaskLedger(report);
  return [
    unit.provisional ? say.provisional : unit.rank === null ? NOTHING : String(unit.rank),
    unit.unit,
    scoreText(unit.score),
    bandWord(unit.band, language) || NOTHING,
    coverageText(unit.coverage),
    ...[unit.met, unit.open, unit.overdue, unit.noData].map(counted),
    own.length === 0 ? NOTHING : checked ? `${counted(done)}/${counted(own.length)}` : say.unchecked,
  ];
}

/** The whole by indicator; then every unit that misses one, which the text tells of the first only. */
function indicatorTables(speaker: Say): PaperBlock[] {
  const { report, language } = speaker;
  const say = texts[language];
  const missed = missingTable(speaker);
  const [heading1, heading2] = [say.wholeHeading, say.missingHeading].map((text, at) =>
    paragraphs("heading2", headingOf(2, at + 1, text, language)),
  );
  if (missed.length === 0) return indicatorTable(report, language);
  return [...(heading1 ?? []), ...indicatorTable(report, language), ...(heading2 ?? []), ...missed];
}

function missingTable(speaker: Say): PaperTable[] {
  const { report, language } = speaker;
  const say = texts[language];
  const rows = report.indicators.flatMap((indicator): PaperRow[] => {
    const { clause, name, whole } = indicator;
    const behind = unitsBehind(indicator);
    const short = indicator.shortfalls.filter((one) => one.short > 0 && one.unit !== null);
    const units =
      behind.length > 0
        ? alikeUnits(indicator, behind, language).map((same) =>
            gapsText(indicator, same, UNITS_SHOWN, speaker),
          )
        : shortUnits(indicator, SHORT_SHOWN, speaker);
    if (units.length === 0) return [];
    const count = counted(behind.length > 0 ? behind.length : short.length);
    const target = targetText(indicator, whole, language);
    const more = behind.length === 0 && short.length > units.length ? say.more : "";
    const text = listed(units, language) + more;
    return [[inPrint(clause, language), inPrint(name, language), target, count, text]];
  });
  if (rows.length === 0) return [];
  const widths = [clauseWidth(report.indicators), 36, 22, 14, 142];
  return [{ kind: "table", columns: columns(say.missingColumns, widths, [0, 2, 3]), rows }];
}

const ACROSS = 225;

/** Millimetres in which most clauses stand on one line. */
function clauseWidth(rules: readonly { readonly clause: string }[]): number {
  const longest = Math.max(0, ...rules.map(({ clause }) => displayWidth(clause.replace(/[()]/g, "（"))));
  return Math.min(32, Math.max(14, Math.ceil(longest * 1.86 + 2.5)));
}

function indicatorTable({ indicators }: Report, language: Language): PaperTable[] {
  const say = texts[language];
  const rows = indicators.map((indicator) => {
    const { clause, name, whole, weight, lead, responsible, ongoing } = indicator;
    const deadline = whole.deadline ?? (ongoing ? say.ongoing : NOTHING);
    const unscored = weight === 0 && whole.status !== "not-scored" ? `（${say.unscored}）` : "";
    return [
      inPrint(clause, language),
      inPrint(name, language),
      listedUnits(lead.length > 0 ? lead : responsible, language, GROUPS_SHOWN),
      targetText(indicator, whole, language),
      valueText(indicator, whole, language),
      gapText(indicator, whole, language),
      neededText(indicator, whole, language) || NOTHING,
      deadline,
      statusWords[whole.status][language] + inPrint(unscored, language),
    ];
  });
  const first = clauseWidth(indicators);
  const widths = [first, 33, ACROSS - first - 161.5, 22, 18, 23, 30, 20.5, 15];
  return [{ kind: "table", columns: columns(say.indicatorColumns, widths, [0, 3, 4, 5, 7, 8]), rows }];
}

function taskTable(report: Report, language: Language): PaperBlock[] {
  const say = texts[language];
  if (report.tasks.length === 0) return body(say.noTasks);
  const checked = hasTaskLedger(report);
  const rows = report.tasks.map((task) => [
    inPrint(task.clause, language),
    inPrint(task.name, language),
    task.deadline ?? (task.ongoing ? say.ongoing : NOTHING),
    ...(["met", "open", "overdue", "no-data"] as const).map((status) => countOf(task, status)),
    checked ? listedUnits(unitsUndone(task), language, UNITS_SHOWN) || NOTHING : say.unchecked,
  ]);
  const first = clauseWidth(report.tasks);
  const widths = [first, 56, 22, 13, 14, 13, 14, ACROSS - first - 132];
  return [{ kind: "table", columns: columns(say.taskColumns, widths, [0, 2, 3, 4, 5, 6]), rows }];
}

function countOf({ units }: TaskReport, status: TaskReport["units"][number]["status"]): string {
  return counted(units.filter((one) => one.status === status).length);
}

function method(report: Report, language: Language): PaperBlock[] {
  const say = texts[language];
  const formulas = report.indicators.map(({ clause, name, formula, datasets, whole, note }) => [
    inPrint(clause, language),
    inPrint(name, language),
    formula[language],
    listed(
      datasets.map((dataset) => datasetName(dataset, report, language)),
      language,
    ),
    partsText(whole) ?? NOTHING,
    note ?? NOTHING,
  ]);
  const sources = report.inputs.flatMap(({ file, sheets }) =>
    sheets.map((sheet) => [
      basename(file),
      sheet.name,
      sheet.dataset === null ? say.unused : datasetName(sheet.dataset, report, language),
      sheet.dataset === null ? NOTHING : rowsText(sheet, language),
    ]),
  );
  const found = dataGaps(report, language);
  const first = clauseWidth(report.indicators);
  const formulaWidths = [first, 34, ACROSS - first - 34 - 26 - 28 - 42, 26, 28, 42];
  const heading = (number: number, text: string) =>
    paragraphs("heading2", headingOf(2, number, text, language));
  return [
    ...heading(1, say.method),
    ...paragraphs("note", ...say.rules.map((text, index) => `${index + 1}. ${text}`)),
    ...heading(2, say.formulas),
    { kind: "table", columns: columns(say.formulaColumns, formulaWidths, [0, 4]), rows: formulas },
    ...heading(3, say.sources),
    { kind: "table", columns: columns(say.sourceColumns, [24, 16, 16, 50], []), rows: sources },
    ...heading(4, say.gaps),
    ...paragraphs(
      "note",
      ...(found.length === 0 ? [say.noGaps] : found.map((text, at) => `${at + 1}. ${text}`)),
    ),
    ...waived(report, language),
  ];
}

/** Who is excused from what, by which document; nothing where nobody is. */
function waived(report: Report, language: Language): PaperBlock[] {
  const rows = waiverRows(report, language).map((cells) => cells.map((one) => inPrint(one, language)));
  if (rows.length === 0) return [];
  const { title, about, columns: titles } = waiverTexts(language);
  return [
    ...paragraphs("heading2", headingOf(2, 5, title, language)),
    ...paragraphs("note", about),
    { kind: "table", columns: columns(titles, [12, 24, 22, 25, 12, 25], [0, 4]), rows },
  ];
}
