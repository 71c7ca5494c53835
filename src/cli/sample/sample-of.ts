import type { Dataset } from "../../model/dataset.ts";
import { type Day, formatDay, parseDay } from "../../model/day.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import { readingOrder, usageOf } from "../../model/usage.ts";
import type { SampleCell, SampleTable } from "../../render/sample-workbook.ts";
import { amountsOf } from "./amounts.ts";
import { Random } from "./random.ts";
import { type SampleRow, type SampleSettings, sampleRows, tableOf } from "./table.ts";

/** Synthetic tables for all that a plan reads; the same plan, rows and seed give the same tables. */
export function sampleOf(plan: Plan, { rows, seed }: { rows: number; seed: number }): SampleTable[] {
  const random = new Random(seed);
  const quality = new Map(plan.directory.units.map(({ name }) => [name, random.between(0.86, 1.07)]));
  const { start, end } = daysOf(plan);
  const settings: SampleSettings = {
    plan,
    random,
    rows,
    start,
    end,
    amounts: amountsOf(plan.indicators),
    quality: (unit) => quality.get(unit) ?? 1,
  };
  return [...lists(settings), ...taskLedger(settings), ...reported(settings)].filter(
    ({ rows }) => rows.length > 0,
  );
}

function lists(settings: SampleSettings): SampleTable[] {
  const { plan } = settings;
  const usage = usageOf(
    plan.dictionary,
    plan.indicators.map(({ measure }) => measure),
  );
  const names = [...usage.fields.keys()];
  const order = readingOrder(usage);
  const datasets = ("order" in order ? order.order : names)
    .map((name) => plan.dictionary.datasets.get(name))
    .filter((dataset) => dataset !== undefined)
    .sort((a, b) => depth(a, plan) - depth(b, plan));
  const made = new Map<string, { dataset: Dataset; rows: SampleRow[] }>();
  for (const dataset of datasets) {
    made.set(dataset.name, {
      dataset,
      rows: sampleRows(dataset, unitsOf(dataset.name, plan), settings, made),
    });
  }
  const inDictionaryOrder = [...plan.dictionary.datasets.keys()].flatMap((name) => made.get(name) ?? []);
  return inDictionaryOrder.map(({ dataset, rows }) =>
    tableOf(dataset, rows, usage.fields.get(dataset.name) ?? new Set()),
  );
}

/** Items before cases before ratings: how many lists a list refers to, one behind the other. */
function depth(dataset: Dataset, plan: Plan, seen: readonly string[] = []): number {
  if (seen.includes(dataset.name)) return 0;
  const behind = [...plan.dictionary.datasets.values()].filter(({ key, name }) => {
    const [only, ...more] = key;
    const refers = only !== undefined && more.length === 0 && dataset.fields.has(only);
    return refers && name !== dataset.name && !dataset.key.includes(only);
  });
  return Math.max(0, ...behind.map((other) => 1 + depth(other, plan, [...seen, dataset.name])));
}

/** The units that answer for an indicator over the dataset, in directory order. */
function unitsOf(dataset: string, plan: Plan): string[] {
  const reads = ({ measure }: Indicator) =>
    [measure.of, measure.to].some((side) => side?.dataset === dataset);
  const names = new Set(plan.indicators.filter(reads).flatMap(({ units }) => units.map(({ name }) => name)));
  return plan.directory.units.map(({ name }) => name).filter((name) => names.has(name));
}

/** From the period's start to the day that most indicators are due, or the period's end. */
function daysOf({ period, indicators, issued }: Plan): { start: Day; end: Day } {
  const start = period?.start ?? parseDay(`${formatDay(issued).slice(0, 4)}-01-01`) ?? issued;
  const due = new Map<Day, number>();
  for (const { deadline } of indicators) {
    if (deadline !== null && deadline > start) due.set(deadline, (due.get(deadline) ?? 0) + 1);
  }
  const [most] = [...due].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { start, end: most?.[0] ?? period?.end ?? start + 364 };
}

function taskLedger({ plan, random, end, quality }: SampleSettings): SampleTable[] {
  const rows = plan.tasks.flatMap(({ id, units }) =>
    units.map(({ name }): SampleCell[] => {
      if (!random.chance(0.75 * quality(name)))
        return [id, name, "进行中", null, `${random.integer(2, 9) * 10}%`];
      return [id, name, "已完成", new Date((end - random.integer(0, 60)) * 86_400_000), null];
    }),
  );
  return [{ name: "任务台账", headings: ["任务编号", "责任单位", "状态", "完成日期", "完成率"], rows }];
}

/** A value for the whole for each indicator that only people can report. */
function reported({ plan, random, end }: SampleSettings): SampleTable[] {
  const rows = plan.indicators
    .filter(({ measure }) => measure.kind === "reported")
    .map(({ id, threshold }): SampleCell[] => {
      const value = (threshold?.valueOf() ?? 100) * random.between(0.9, 1.05);
      return [id, "全市", new Date(end * 86_400_000), Number(Math.min(value, 100).toFixed(1))];
    });
  return [{ name: "指标填报", headings: ["指标编号", "责任单位", "统计日期", "数值"], rows }];
}
