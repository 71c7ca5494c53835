import type { Language } from "../../../model/language.ts";
import type { Report } from "../../../model/report.ts";
import { datasetName, fieldName } from "../../../model/reword.ts";
import { counted } from "../../figures.ts";
import { inPrint, listed, tight } from "../phrases.ts";

const NAMES_SHOWN = 6;

const texts = {
  zh: {
    noDataset: (dataset: string, names: string) => `没有“${dataset}”的数据，因此算不出：${names}。`,
    noField: (dataset: string, field: string, names: string) =>
      `“${dataset}”没有“${field}”一列，因此算不出：${names}。`,
    unknown: (name: string, rows: string) =>
      `单位名录中没有“${name}”，涉及 ${rows} 行，计入总体，未计入任何单位。`,
    cells: (count: string) => `无法识别的单元格 ${count} 个，按缺失处理。`,
    duplicates: (dataset: string, rows: string, conflicts: string) =>
      `${dataset}编号重复 ${rows} 行，其中内容不一致 ${conflicts} 行，以最先读到的为准。`,
    totals: (count: string) => `表中合计与各行相加不符 ${count} 处。`,
    doubtful: (dataset: string, text: string, rows: string) =>
      `${dataset}：${text}，${rows} 行，照常计入，请核对。`,
    differing: (count: string) => `填报值与按明细计算的不符 ${count} 个，以计算的为准。`,
    freshness: (all: string) => `各数据集最晚的日期：${all}。`,
    latest: (dataset: string, day: string, days: number) =>
      `${dataset} ${day}${days === 0 ? "" : `（早于截至日 ${days} 天）`}`,
  },
  en: {
    noDataset: (dataset: string, names: string) =>
      `There is no data of ${dataset}, so these cannot be computed: ${names}.`,
    noField: (dataset: string, field: string, names: string) =>
      `${dataset} has no column ${field}, so these cannot be computed: ${names}.`,
    unknown: (name: string, rows: string) =>
      `The directory of units lacks "${name}" (rows: ${rows}); it counts for the whole and for no unit.`,
    cells: (count: string) => `Cells that could not be read, taken as missing: ${count}.`,
    duplicates: (dataset: string, rows: string, conflicts: string) =>
      `${dataset}: rows that repeat a key: ${rows}, with other contents: ${conflicts}; the first one read counts.`,
    totals: (count: string) => `Totals that disagree with their rows: ${count}.`,
    doubtful: (dataset: string, text: string, rows: string) =>
      `${dataset}: ${text}; rows: ${rows}, used all the same, please check.`,
    differing: (count: string) =>
      `Reported values that differ from the computed ones, which count: ${count}.`,
    freshness: (all: string) => `Last dates: ${all}.`,
    latest: (dataset: string, day: string, days: number) =>
      `${dataset} ${day}${days === 0 ? "" : ` (days before as-of: ${days})`}`,
  },
};

/** What a reader should know of the data before trusting the figures; cells and rows are for the workbook. */
export function dataGaps(report: Report, language: Language): string[] {
  const say = texts[language];
  const { quality, indicators } = report;
  const named = (dataset: string) => datasetName(dataset, report, language);
  const lacks = quality.lacks.map(({ dataset, field, indicators: ids }) => {
    const names = ids.map((id) => inPrint(indicators.find((one) => one.id === id)?.name ?? id, language));
    const list = listed(names, language, NAMES_SHOWN);
    if (field === null) return say.noDataset(named(dataset), list);
    return say.noField(named(dataset), fieldName(field, dataset, report, language), list);
  });
  const { unknownUnits, rejectedCellCount, duplicates, totals, suspicions, reconciliation, freshness } =
    quality;
  const some = (count: number, text: (count: string) => string) =>
    count === 0 ? [] : [text(counted(count))];
  const latest = freshness.map(({ dataset, latest, daysBehind }) =>
    say.latest(named(dataset), latest, daysBehind),
  );
  const found = [
    ...lacks,
    ...unknownUnits.map(({ name, rows }) => say.unknown(name, counted(rows))),
    ...some(rejectedCellCount, say.cells),
    ...duplicates.map(({ dataset, rows, conflicts }) =>
      say.duplicates(named(dataset), counted(rows), counted(conflicts)),
    ),
    ...some(totals.filter(({ agrees }) => !agrees).length, say.totals),
    ...suspicions.map(({ dataset, text, count }) => say.doubtful(named(dataset), text, counted(count))),
    ...some(reconciliation.filter(({ agrees }) => !agrees).length, say.differing),
    ...(freshness.length === 0 ? [] : [say.freshness(listed(latest, language))]),
  ];
  return found.map((text) => tight(text, language));
}
