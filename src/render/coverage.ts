import { type Day, formatDay } from "../model/day.ts";
import type { Indicator, Plan, Stage, Task } from "../model/plan.ts";
import { recurrenceText } from "../model/recurrence.ts";
import { NOTHING } from "./blocks.ts";
import { compareClauses } from "./clause-order.ts";
import { withUnit } from "./figures.ts";
import { escapeMarkdown } from "./markdown.ts";
import { numberOf } from "./plan-json.ts";
import { recurrenceWords } from "./recurrence-words.ts";
import { directionWords } from "./words.ts";

interface Row {
  readonly clause: string;
  readonly cells: readonly string[];
}

const columns = ["条款", "编号", "名称", "类别", "目标", "时限", "责任单位"];

/** Which clause of which document became which indicator, stage or task: one table a plan, in its order. */
export function coverageOf(plans: readonly Plan[]): string {
  return plans.map(sectionOf).join("\n\n");
}

function sectionOf({ id, title, document, indicators, tasks }: Plan): string {
  const stages = indicators.flatMap((one) => (one.staged ? one.stages : []));
  const counts = `指标 ${indicators.length} 项（其中阶段 ${stages.length} 个），任务 ${tasks.length} 项`;
  const rows = inOrder([...indicators.flatMap(indicatorRows), ...tasks.map(taskRow)]);
  const table = [columns, columns.map(() => "---"), ...rows.map(({ cells }) => cells)];
  const source = document === null ? title : `${title}（${document}）`;
  return [
    `## ${id}`,
    `${source}：${counts}。`,
    table.map((cells) => `| ${cells.join(" | ")} |`).join("\n"),
  ].join("\n\n");
}

/** As the document runs: clauses by where they first stand, indicators of a clause before its tasks. */
function inOrder(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => compareClauses(a.clause, b.clause));
}

function indicatorRows(indicator: Indicator): Row[] {
  const { clause, id, name, staged, stages, ongoing } = indicator;
  return stages.map((stage, index) => {
    const kind = staged ? `阶段 ${index + 1}` : numberOf(indicator.weight) === 0 ? "指标（不计分）" : "指标";
    const by = deadline(stage.deadline, ongoing);
    return row(clause, [code(id), name, kind, target(indicator, stage), by, unitsOf(indicator)]);
  });
}

function target({ measuredIn }: Indicator, { direction, threshold, more }: Stage): string {
  const word = directionWords[direction];
  if (threshold === null) return direction === "improve" || direction === "reduce" ? word.zh : NOTHING;
  const figure = (value: typeof threshold) => withUnit(String(numberOf(value)), measuredIn, "zh");
  return `${word.sign} ${figure(threshold)}${more === null ? "" : `（再新增 ${figure(more)}）`}`;
}

function taskRow(task: Task): Row {
  const { clause, id, name, start, recurrence, ongoing } = task;
  const times = [
    ...(start === null ? [] : [`${formatDay(start)} 起`]),
    ...(recurrence === null ? [] : [recurrenceWords(recurrenceText(recurrence), "zh")]),
    ...(task.deadline !== null || ongoing ? [deadline(task.deadline, ongoing)] : []),
  ];
  return row(clause, [code(id), name, "任务", NOTHING, times.join("，") || NOTHING, unitsOf(task)]);
}

function deadline(day: Day | null, ongoing: boolean): string {
  const parts = [...(day === null ? [] : [formatDay(day)]), ...(ongoing ? ["长期坚持"] : [])];
  return parts.join("，") || NOTHING;
}

function unitsOf({ lead, responsible }: Pick<Task, "lead" | "responsible">): string {
  const others = responsible.filter((name) => !lead.includes(name));
  return [...lead.map((name) => `${name}（牵头）`), ...others].join("、");
}

function code(id: string): string {
  return `\`${id}\``;
}

function row(clause: string, [id = "", ...texts]: readonly string[]): Row {
  return { clause, cells: [clause, id, ...texts.map(escapeMarkdown)] };
}
