import { formatDay } from "../model/day.ts";
import type { Language } from "../model/language.ts";
import type { Indicator, Plan } from "../model/plan.ts";
import { exampleMark, type Template, type TemplateSheet, templateMark } from "../model/template.ts";
import { deadlineFields, targetFields } from "./plan-view.ts";

/** A page of a template for people: nothing on it is read as data. */
export interface TemplatePage {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly tables: readonly TemplateTable[];
}

export interface TemplateTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How to fill the workbook, what each sheet is for, and the indicators that are computed from it. */
export function guidePage(template: Template): TemplatePage {
  const { plan, unit, language, sheets, indicators } = template;
  const say = words[language];
  return {
    name: say.guide,
    title: say.title(plan.title),
    lines: [
      markLine(template),
      ...planLines(plan, language),
      say.filler(unit === null ? say.anyUnit : (unit.full ?? unit.name)),
      "",
      ...say.steps(plan.issuer).map((step, index) => `${index + 1}. ${step}`),
    ],
    tables: [
      {
        caption: say.sheets,
        headings: say.sheetHeadings,
        rows: sheets.map((sheet) => sheetRow(sheet, language)),
      },
      {
        caption: say.indicators,
        headings: say.indicatorHeadings,
        rows: indicators.map((indicator) => indicatorRow(indicator, template)),
      },
    ],
  };
}

/** Which id stands for which task; null when there are none. */
export function tasksPage(template: Template): TemplatePage | null {
  const { tasks, plan, language } = template;
  if (tasks.length === 0) return null;
  const say = words[language];
  const rows = tasks.map((task) => {
    const deadline = textOf(deadlineFields(task, language).map(([, text]) => text));
    return [task.id, task.clause, task.name, textOf(task.responsible), deadline, task.note ?? ""];
  });
  return {
    name: say.tasks,
    title: `${plan.title} · ${say.tasks}`,
    lines: [markLine(template)],
    tables: [{ caption: "", headings: say.taskHeadings, rows }],
  };
}

/** Says what made the workbook; a reader knows by it that the page is no data. */
export function markLine({ plan, language }: Template): string {
  return words[language].mark(`${templateMark} ${plan.id}`);
}

function planLines({ title, document, issuer, issued, period }: Plan, language: Language): string[] {
  const say = words[language];
  const source = document === null ? formatDay(issued) : `${document} · ${formatDay(issued)}`;
  return [
    say.plan(title, source),
    ...(issuer === null ? [] : [say.issuer(issuer)]),
    ...(period === null ? [] : [say.period(formatDay(period.start), formatDay(period.end), period.yearly)]),
  ];
}

function sheetRow({ dataset, columns, indicators }: TemplateSheet, language: Language): string[] {
  const say = words[language];
  const required = columns.filter((column) => column.required).map(({ field }) => field.name);
  const name = language === "en" ? `${dataset.name} (${dataset.label})` : dataset.name;
  const about = say.about[dataset.name] ?? say.rowsOf(dataset.key.join(" + "));
  return [name, say.readBy(indicators.length), about, required.join("、")];
}

function indicatorRow(indicator: Indicator, { sheets, language }: Template): string[] {
  const say = words[language];
  const target = targetFields(indicator, language).map(([label, text]) => `${label} ${text}`);
  const sources = sheets.filter(({ indicators }) => indicators.includes(indicator));
  const from = textOf(sources.map(({ dataset }) => dataset.name));
  const { id, clause, name, formula } = indicator;
  return [id, clause, name, formula[language], target.join(say.separator), from];
}

function textOf(parts: readonly string[]): string {
  return parts.join("、");
}

interface GuideWords {
  readonly guide: string;
  readonly tasks: string;
  readonly title: (plan: string) => string;
  readonly mark: (command: string) => string;
  readonly plan: (title: string, source: string) => string;
  readonly issuer: (issuer: string) => string;
  readonly period: (start: string, end: string, yearly: boolean) => string;
  readonly filler: (unit: string) => string;
  readonly anyUnit: string;
  readonly separator: string;
  readonly steps: (issuer: string | null) => readonly string[];
  readonly sheets: string;
  readonly sheetHeadings: readonly string[];
  readonly about: Readonly<Record<string, string>>;
  readonly rowsOf: (key: string) => string;
  readonly readBy: (indicators: number) => string;
  readonly indicators: string;
  readonly indicatorHeadings: readonly string[];
  readonly taskHeadings: readonly string[];
}

const words: Record<Language, GuideWords> = {
  zh: {
    guide: "说明",
    tasks: "任务目录",
    title: (plan) => `${plan} · 填报说明`,
    mark: (command) => `由 ${command} 生成；本页只供阅读，不作为数据读取`,
    plan: (title, source) => `方案：${title}（${source}）`,
    issuer: (issuer) => `发起单位：${issuer}`,
    period: (start, end, yearly) => `考核期：${start} 至 ${end}${yearly ? "，逐年" : ""}；期外的行不计入`,
    filler: (unit) => `填报单位：${unit}`,
    anyUnit: "各责任单位",
    separator: "；",
    steps: (issuer) => [
      "一张工作表是一份清单，一行一条，从示例行下面开始填。与本单位无关的工作表原样留着。",
      "带 * 的列必填，其余的有就填。鼠标指着表头，会显示这一列的含义、写法和用途。",
      "有下拉列表的从列表中选；日期写作 2022-10-25；数只写数字；编号按原样填写，一位也不要少。",
      "空着的格子按“没有数据”处理，不会当作 0；确实是 0 的，请填 0。",
      `示例行（灰色斜体，以“${exampleMark}”开头）不计入，可以留着，也可以整行删去；请不要在示例行上改写。`,
      "表头和工作表请不要改；可以调整列宽、列的先后，也可以加列（加的列不读取）。",
      "平台能导出的清单不必誊写，把导出的文件一起交来就行。同一编号出现几次的，只计一次。",
      "有明细的指标不必再填“指标填报”；两处都有的，以明细计算的为准。",
      issuer === null ? "填好后保存为 xlsx 交回。" : `填好后保存为 xlsx，交回${issuer}。`,
    ],
    sheets: "各工作表",
    sheetHeadings: ["工作表", "用于指标", "填什么", "必填列"],
    about: {
      任务台账: "每项任务一行：完成情况、完成日期、佐证材料；任务编号见“任务目录”",
      指标填报: "没有明细、只能报数的指标，每个数一行",
    },
    rowsOf: (key) => `每条一行，以${key}区分`,
    readBy: (indicators) => (indicators === 0 ? "" : `${indicators} 项`),
    indicators: "指标",
    indicatorHeadings: ["编号", "条款", "指标", "算法", "目标", "用到的工作表"],
    taskHeadings: ["编号", "条款", "任务", "责任单位", "时限", "备注"],
  },
  en: {
    guide: "说明",
    tasks: "任务目录",
    title: (plan) => `${plan} · how to fill in`,
    mark: (command) => `Made by ${command}; this page is to be read by people, not as data`,
    plan: (title, source) => `Plan: ${title} (${source})`,
    issuer: (issuer) => `Asked for by: ${issuer}`,
    period: (start, end, yearly) =>
      `Period: ${start} to ${end}${yearly ? ", yearly" : ""}; rows dated outside do not count`,
    filler: (unit) => `To be filled in by: ${unit}`,
    anyUnit: "every responsible unit",
    separator: "; ",
    steps: (issuer) => [
      "A sheet is a list with one record a row, below the example. Leave sheets that do not concern you as they are.",
      "Columns with * are required. Point at a heading to see what the column means, how it is written and what needs it.",
      "Choose from the lists where there are any; write dates as 2022-10-25, figures as digits, ids with every digit.",
      "A blank means that there is no data and is never taken as 0: write 0 where it is 0.",
      `The example row (grey, beginning with ${exampleMark}) does not count. Keep it or delete it, but do not write over it.`,
      "Leave headings and sheets as they are. Columns may be moved, resized and added; added ones are not read.",
      "Lists that the platform exports need no copying: hand in the export too. An id that occurs twice counts once.",
      "Indicators with rows need no figure in 指标填报; where both exist the computed one counts.",
      issuer === null ? "Save as xlsx and hand it back." : `Save as xlsx and hand it back to ${issuer}.`,
    ],
    sheets: "Sheets",
    sheetHeadings: ["Sheet", "Indicators", "What goes there", "Required columns"],
    about: {
      任务台账: "One row a task: state, day of completion, evidence; 任务目录 lists the ids",
      指标填报: "Indicators without rows, one figure a row",
    },
    rowsOf: (key) => `One record a row, told apart by ${key}`,
    readBy: (indicators) => (indicators === 0 ? "" : String(indicators)),
    indicators: "Indicators",
    indicatorHeadings: ["Id", "Clause", "Indicator", "Formula", "Target", "Sheets"],
    taskHeadings: ["Id", "Clause", "Task", "Responsible", "Deadline", "Note"],
  },
};
