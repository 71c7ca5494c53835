import { type Duty, dutiesOf } from "../model/duties.ts";
import type { Plan } from "../model/plan.ts";
import type { SampleContext, SampleList } from "./lists.ts";
import { Random } from "./random.ts";
import type { ListRow, SampleValue } from "./values.ts";

// The names of these two datasets are fixed; a dictionary without them has no place for answers.
const TASK_LEDGER = "任务台账";
const REPORTED = "指标填报";

/** How far each unit has come with each of its tasks. */
export function taskLedger(context: SampleContext): SampleList[] {
  const { plan, seed, span, pool } = context;
  const dataset = plan.dictionary.datasets.get(TASK_LEDGER);
  if (dataset === undefined || plan.tasks.length === 0) return [];
  const random = Random.for(seed, TASK_LEDGER);
  const rows = dutiesOf(plan, span.end).flatMap((task) =>
    task.units.flatMap(({ name }): ListRow[] => {
      // A few units have handed in nothing.
      if (random.chance(0.02)) return [];
      const progress = progressOf(task, pool.shareOf(name, 0.72), context, random);
      const values = new Map<string, SampleValue>([["任务编号", task.id], ["责任单位", name], ...progress]);
      return [{ values, unit: name, day: span.end }];
    }),
  );
  return [{ dataset, rows, used: new Set(["任务编号", "责任单位", "状态", "完成日期", "完成率"]) }];
}

function progressOf(
  { start, deadline }: Duty,
  share: number,
  { span }: SampleContext,
  random: Random,
): [string, SampleValue][] {
  if (start !== null && start > span.end) return [["状态", "未开始"]];
  if (random.chance(share)) {
    const late = deadline !== null && deadline < span.end && random.chance(0.15);
    const last = deadline === null || late ? span.end : Math.min(deadline, span.end);
    const day = late
      ? random.integer(deadline + 1, span.end)
      : random.integer(Math.max(start ?? span.start, span.start, last - 80), last);
    return [
      ["状态", "已完成"],
      ["完成日期", day],
      ["佐证材料", random.pick(["工作总结", "印发文件", "系统截图", "会议纪要"])],
    ];
  }
  if (random.chance(0.7)) {
    return [
      ["状态", "进行中"],
      ["完成率", random.integer(4, 18) / 20],
    ];
  }
  return [["状态", "未开始"]];
}

/** What only people can say, for the whole area. */
export function reportedValues(context: SampleContext, omitted: string | null): SampleList[] {
  const { plan, seed, span } = context;
  const dataset = plan.dictionary.datasets.get(REPORTED);
  const random = Random.for(seed, REPORTED);
  const rows = plan.indicators
    .filter(({ measure, id }) => measure.kind === "reported" && id !== omitted)
    .map(({ id, threshold, measuredIn }): ListRow => {
      const reached = (threshold?.valueOf() ?? 80) * random.between(0.9, 1.04);
      const value = measuredIn === "%" ? Math.round(Math.min(100, reached) * 10) / 10 : Math.round(reached);
      const values = new Map<string, SampleValue>([
        ["指标编号", id],
        ["责任单位", wholeOf(plan)],
        ["统计日期", span.end],
        ["数值", value],
      ]);
      return { values, unit: wholeOf(plan), day: span.end };
    });
  if (dataset === undefined || rows.length === 0) return [];
  return [{ dataset, rows, used: new Set(["指标编号", "责任单位", "统计日期", "数值"]) }];
}

function wholeOf({ directory, dictionary }: Plan): string {
  return dictionary.words.whole[0] ?? directory.whole[0] ?? directory.place ?? "全市";
}
