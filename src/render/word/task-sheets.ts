import type { Assessment } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import type { IndicatorReport, Report, TaskReport, UnitReport } from "../../model/report.ts";
import type { Wordings } from "../../model/wording.ts";
import { NOTHING } from "../blocks.ts";
import { counted, daysText, gapText, targetText, valueText } from "../figures.ts";
import { neededText } from "../needed.ts";
import { gapsOf, isGap } from "../sections/gaps.ts";
import { docxOf } from "./docx.ts";
import { pageHeader } from "./page-header.ts";
import { type Paper, type PaperBlock, type PaperForm, paragraphs } from "./paper.ts";
import { dayText, inPrint, unended } from "./phrases.ts";
import { type Speaker, speakerOf } from "./speaker.ts";

export interface TaskSheet {
  readonly unit: string;
  /** What its file is called, but for its ending and what no file may be called. */
  readonly name: string;
  readonly data: Uint8Array;
}

export interface TaskSheetOptions {
  readonly language: Language;
  readonly wordings: Wordings;
  /** The ledger that lists a unit's records, if one is written. */
  readonly ledgerOf?: (unit: string) => string | null;
}

const texts = {
  zh: {
    columns: ["序号", "指标（任务）", "依据条款", "目标", "现状", "差距", "需整改数量", "完成时限"],
    from: "交办单位",
    to: "承办单位",
    handed: "交办日期",
    due: "办结时限",
    measures: "整改措施",
    owner: "责任人",
    phone: "联系电话",
    outcome: "完成情况",
    seal: "单位盖章",
    date: "日期",
    review: "交办单位复核",
    done: "完成",
    undone: "未完成",
    rate: (share: number) => `完成 ${share}%`,
    ongoing: "长期",
    name: "任务交办单",
  },
  en: {
    columns: ["No.", "Indicator (task)", "Clause", "Target", "Now", "Gap", "To put right", "Deadline"],
    from: "From",
    to: "To",
    handed: "Handed over",
    due: "To be done",
    measures: "Measures",
    owner: "Person in charge",
    phone: "Telephone",
    outcome: "Outcome",
    seal: "Seal of the unit",
    date: "Date",
    review: "Checked by the sender",
    done: "done",
    undone: "not done",
    rate: (share: number) => `${share}% done`,
    ongoing: "standing",
    name: "task-sheet",
  },
};

/** A sheet for every unit that owes something, in the order of the report. */
export async function taskSheets(report: Report, options: TaskSheetOptions): Promise<TaskSheet[]> {
  const owing = report.units.map((unit) => owedBy(unit, report)).filter(({ count }) => count > 0);
  const { name } = texts[options.language];
  const sheets: TaskSheet[] = [];
  for (const owed of owing) {
    const { unit } = owed.unit;
    const data = await docxOf(taskSheet(owed, report, options), report, options.language);
    sheets.push({ unit, name: `${name}-${unit}`, data });
  }
  return sheets;
}

/** Whether a file is called as the task sheets of an earlier run are. */
export function isTaskSheetName(file: string): boolean {
  return Object.values(texts).some(({ name }) => file.startsWith(`${name}-`) && file.endsWith(".docx"));
}

interface Owed {
  readonly unit: UnitReport;
  readonly indicators: readonly { readonly indicator: IndicatorReport; readonly found: Assessment }[];
  readonly tasks: readonly { readonly task: TaskReport; readonly found: TaskReport["units"][number] }[];
  readonly count: number;
}

function owedBy(unit: UnitReport, report: Report): Owed {
  const indicators = gapsOf(report, unit);
  const tasks = report.tasks
    .flatMap((task) => {
      const found = task.units.find((one) => one.unit === unit.unit);
      return found !== undefined && isGap(found) ? [{ task, found }] : [];
    })
    .toSorted((a, b) => ((a.task.deadline ?? "9999") < (b.task.deadline ?? "9999") ? -1 : 1));
  return { unit, indicators, tasks, count: indicators.length + tasks.length };
}

function taskSheet(owed: Owed, report: Report, options: TaskSheetOptions): Paper {
  const { language, wordings } = options;
  const speaker = speakerOf("task-sheet", report, wordings, language);
  const { unit } = owed.unit;
  const title = speaker.say("title");
  const blocks: PaperBlock[] = [
    ...paragraphs("sheet-title", title),
    ...paragraphs("sheet-number", speaker.say("number", { number: sheetNumber(report, unit) })),
    headForm(owed, speaker),
    ...paragraphs("sheet-body", intro(owed, speaker), report.synthetic ? speaker.say("synthetic") : ""),
    itemTable(owed, language),
    ...paragraphs("sheet-heading", speaker.say("requirements")),
    ...paragraphs("sheet-body", ...requirements(owed, speaker), ledgerLine(unit, speaker, options)),
    ...paragraphs("sheet-heading", speaker.say("reply")),
    replyForm(language),
  ];
  return {
    title: `${title} ${unit}`,
    subject: report.plan.title,
    header: pageHeader(report, language),
    sections: [{ across: false, blocks }],
  };
}

/** Year, plan, unit and the day of the data as serial: a later sheet of the same unit has a higher one. */
function sheetNumber({ plan, asOf }: Report, unit: string): string {
  const [year = "", month = "", day = ""] = asOf.split("-");
  return `${year}-${plan.id}-${unit}-${month}${day}`;
}

function intro({ unit, indicators, tasks }: Owed, { say }: Speaker<"task-sheet">): string {
  return say("intro", {
    unit: unit.unit,
    indicators: counted(indicators.length),
    tasks: counted(tasks.length),
  });
}

function headForm(owed: Owed, speaker: Speaker<"task-sheet">): PaperForm {
  const { report, language } = speaker;
  const say = texts[language];
  const label = (text: string) => ({ text, span: 2, label: true });
  return {
    kind: "form",
    rows: [
      {
        height: 8,
        cells: [
          label(say.from),
          { text: report.plan.issuer ?? "", span: 4 },
          label(say.to),
          { text: owed.unit.unit, span: 4 },
        ],
      },
      {
        height: 8,
        cells: [
          label(say.handed),
          { text: dayText(report.asOf, language), span: 4 },
          label(say.due),
          { text: timeLimit(owed, speaker), span: 4 },
        ],
      },
    ],
  };
}

function timeLimit({ indicators, tasks }: Owed, { report, language, say }: Speaker<"task-sheet">): string {
  const dated = [
    ...indicators.map(({ found }) => ({ deadline: found.deadline, late: found.status === "overdue" })),
    ...tasks.map(({ task, found }) => ({ deadline: task.deadline, late: found.status === "overdue" })),
  ];
  const ahead = dated
    .flatMap(({ deadline }) => (deadline !== null && deadline >= report.asOf ? [deadline] : []))
    .sort();
  const [first, last] = [ahead[0], ahead.at(-1)];
  const late = dated.filter((one) => one.late).length;
  const times =
    first === undefined || last === undefined
      ? ""
      : first === last
        ? say("time-limit", { deadline: dayText(first, language) })
        : say("time-limits", { first: dayText(first, language), last: dayText(last, language) });
  const parts = [times, late === 0 ? "" : say("time-limit-overdue", { count: counted(late) })];
  const said = parts.filter((part) => part !== "").join(language === "zh" ? "；" : "; ");
  return said === "" ? say("time-limit-none") : said;
}

function itemTable({ indicators, tasks }: Owed, language: Language): PaperBlock {
  const say = texts[language];
  const widths = [590, 1850, 1250, 920, 880, 960, 1250, 1150];
  const centred = [0, 2, 3, 4, 5, 7];
  const rows = [
    ...indicators.map(({ indicator, found }) => [
      inPrint(indicator.name, language),
      inPrint(indicator.clause, language),
      targetText(indicator, found, language),
      valueText(indicator, found, language),
      gapText(indicator, found, language),
      neededText(indicator, found, language) || NOTHING,
      limitText(found.deadline, found.daysLeft, indicator.ongoing, language),
    ]),
    ...tasks.map(({ task, found }) => [
      inPrint(task.name, language),
      inPrint(task.clause, language),
      say.done,
      found.rate === null || found.rate === 0 ? say.undone : say.rate(Math.floor(found.rate * 100)),
      NOTHING,
      NOTHING,
      limitText(task.deadline, found.daysLeft, task.ongoing, language),
    ]),
  ];
  return {
    kind: "table",
    columns: say.columns.map((title, index) => ({
      title,
      width: widths[index] ?? 1,
      ...(centred.includes(index) ? { align: "center" as const } : {}),
    })),
    rows: rows.map((cells, index) => [String(index + 1), ...cells]),
  };
}

function limitText(
  deadline: string | null,
  daysLeft: number | null,
  ongoing: boolean,
  language: Language,
): string {
  if (deadline === null) return ongoing ? texts[language].ongoing : NOTHING;
  return daysLeft === null ? deadline : `${deadline} ${daysText(daysLeft, language)}`;
}

function requirements({ indicators, tasks }: Owed, speaker: Speaker<"task-sheet">): string[] {
  const { say, language } = speaker;
  const own = indicators.map(({ indicator, found }) => {
    const item = inPrint(indicator.name, language);
    if (indicator.remedy !== null) return say("requirement", { item, remedy: unended(indicator.remedy) });
    const needed = unended(neededText(indicator, found, language)) || targetText(indicator, found, language);
    return say("requirement-without-remedy", { item, needed });
  });
  const done = tasks.length === 0 ? [] : [say("task-requirement", { count: counted(tasks.length) })];
  return [...own, ...done].filter((text) => text !== "").map((text, index) => `${index + 1}. ${text}`);
}

function ledgerLine(unit: string, { say }: Speaker<"task-sheet">, { ledgerOf }: TaskSheetOptions): string {
  const ledger = ledgerOf?.(unit) ?? null;
  return ledger === null ? "" : say("ledger", { ledger });
}

/** Left blank, to be filled in by hand. */
function replyForm(language: Language): PaperForm {
  const say = texts[language];
  const label = (text: string) => ({ text, span: 2, label: true });
  const blank = (span: number) => ({ text: "", span });
  return {
    kind: "form",
    rows: [
      { height: 14, cells: [label(say.measures), blank(10)] },
      { height: 8, cells: [label(say.owner), blank(4), label(say.phone), blank(4)] },
      { height: 14, cells: [label(say.outcome), blank(10)] },
      { height: 12, cells: [label(say.seal), blank(4), label(say.date), blank(4)] },
      { height: 8, cells: [label(say.review), blank(4), label(say.date), blank(4)] },
    ],
  };
}
