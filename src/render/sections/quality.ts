import type { Language } from "../../model/language.ts";
import type { Quality, Report, SheetReport } from "../../model/report.ts";
import { datasetName, fieldName } from "../../model/reword.ts";
import { scalar } from "../../model/yaml-text.ts";
import { type Block, heading, type Line, line } from "../blocks.ts";
import { counted, grouped } from "../figures.ts";
import { namedQuality } from "../named-quality.ts";
import { freshness, reconciliation, suspicions } from "./doubts.ts";
import { rowsText } from "./rows.ts";

const SHOWN = 5;
const CELLS_SHOWN = 20;
const LONGEST_VALUE = 60;
const CLAUSES = 6;

const texts = {
  zh: {
    heading: "数据质量",
    summary: "逐表行数、疑点与说明",
    noInputs: "没有读入任何文件。",
    sheet: (name: string, dataset: string | null) =>
      dataset === null ? `${name}：不属于任何数据集，未使用` : `${name} → ${dataset}`,
    page: (name: string) => `${name}：填报模板自带的说明或选项，不含数据，已跳过`,
    skipped: (name: string, rows: string) => `${name}：按映射文件跳过，${rows} 行`,
    hidden: "（隐藏工作表）",
    missing: (fields: string[]) => `缺少列：${fields.join("、")}`,
    unknown: (name: string, rows: string, nearest: string[], yaml: string) =>
      `名录里没有的单位“${name}”，${rows} 行，计入全域${
        nearest.length > 0
          ? `；是不是 ${nearest.join("、")}？若是 ${nearest[0]}，在名录中把它加进别名：${yaml}`
          : `；若确有这个单位，在名录中加一行 ${yaml}`
      }`,
    lack: (dataset: string, field: string | null, clauses: string[], more: number) =>
      `${field === null ? `方案需要的数据集“${dataset}”，输入里没有` : `“${dataset}”没有一张表有“${field}”列`}；因此算不出 ${clauses.join("、")}${more > 0 ? ` 等 ${clauses.length + more} 项` : ""}`,
    meant: (field: string, heading: string) =>
      `；表中有“${heading}”，若是这一列，在映射文件中写 headings: { ${scalar(heading)}: ${scalar(field)} }`,
    cells: (count: string) => `无法识别的单元格共 ${count} 个，按缺失处理`,
    more: (count: string) => `……另有 ${count} 个，见 JSON 报告`,
    duplicates: (dataset: string, rows: string, conflicts: string) =>
      `${dataset}：重复 ${rows} 行，其中内容冲突 ${conflicts} 行；以先读到的为准`,
    conflict: (key: string, first: string, again: string) => `冲突：${key}，采用 ${first}，未用 ${again}`,
    total: (place: string, label: string, field: string, stated: string, computed: string) =>
      `${place} “${label}”的${field}写作 ${stated}，按明细应为 ${computed}`,
    blanks: (dataset: string, field: string, rows: string) => `${dataset}.${field}：空白 ${rows} 行`,
    assumed: (count: string) => `${count} 个单位是预设的，方案没有点名；用 --units 换成本地名录`,
  },
  en: {
    heading: "Data quality",
    summary: "Rows sheet by sheet, doubts and notes",
    noInputs: "No file was read.",
    sheet: (name: string, dataset: string | null) =>
      dataset === null ? `${name}: fits no dataset, unused` : `${name} → ${dataset}`,
    page: (name: string) => `${name}: instructions or lists of a template, no data, skipped`,
    skipped: (name: string, rows: string) => `${name}: skipped by the mapping, rows: ${rows}`,
    hidden: " (hidden sheet)",
    missing: (fields: string[]) => `missing columns: ${fields.join(", ")}`,
    unknown: (name: string, rows: string, nearest: string[], yaml: string) =>
      `Unknown unit "${name}", rows: ${rows}, counted for the whole area${
        nearest.length > 0
          ? `; did you mean ${nearest.join(", ")}? If it is ${nearest[0]}, add it to the aliases in the directory: ${yaml}`
          : `; if there is such a unit, add to the directory ${yaml}`
      }`,
    lack: (dataset: string, field: string | null, clauses: string[], more: number) =>
      `${field === null ? `No input has the dataset ${dataset}, which the plan needs` : `No sheet of ${dataset} has the column ${field}`}; so these cannot be computed: ${clauses.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    meant: (field: string, heading: string) =>
      `; there is "${heading}": if that is the column, write in a mapping headings: { ${scalar(heading)}: ${scalar(field)} }`,
    cells: (count: string) => `Rejected cells: ${count}, taken as missing`,
    more: (count: string) => `… and ${count} more, see the JSON report`,
    duplicates: (dataset: string, rows: string, conflicts: string) =>
      `${dataset}: duplicate rows: ${rows}, conflicting: ${conflicts}; the first one read counts`,
    conflict: (key: string, first: string, again: string) => `conflict: ${key}, used ${first}, not ${again}`,
    total: (place: string, label: string, field: string, stated: string, computed: string) =>
      `${place} "${label}" states ${field} as ${stated}; the rows come to ${computed}`,
    blanks: (dataset: string, field: string, rows: string) => `${dataset}, ${field}: blank in rows: ${rows}`,
    assumed: (count: string) =>
      `Units assumed, not named by the plan: ${count}; replace the directory with --units`,
  },
};

/** Whether the figures can be trusted: every row accounted for, and all that looked wrong. */
export function quality(report: Report, language: Language): Block[] {
  const lists = [inputs(report, language), ...findings(report, language)].filter((items) => items.length > 0);
  const blocks = lists.map((items): Block => ({ kind: "list", items }));
  const title = texts[language].heading;
  return [heading(2, title), { kind: "details", summary: texts[language].summary, blocks }];
}

/** What is lacking, what is doubtful, and what else there is to know of the data. */
export function findings(
  report: Report,
  language: Language,
): [lacking: Line[], doubts: Line[], remarks: Line[]] {
  const found = namedQuality(report, language);
  const doubts = [
    ...unknownUnits(found, language),
    ...totals(found, language),
    ...duplicates(found, language),
    ...rejectedCells(found, language),
    ...suspicions(found, language),
  ];
  const remarks = [
    ...freshness(found, language),
    ...blanks(found, language),
    ...assumed(report, language),
    ...reconciliation(found, language),
    ...notes(found),
  ];
  return [lacks(report, language), doubts, remarks];
}

function inputs(report: Report, language: Language): Line[] {
  const say = texts[language];
  if (report.inputs.length === 0) return [line(say.noInputs, "warn")];
  return report.inputs.flatMap(({ file, sheets }) =>
    sheets.map((sheet) => {
      const separator = language === "zh" ? "；" : "; ";
      const name = `${file} [${sheet.name}]${sheet.hidden ? say.hidden : ""}`;
      if (sheet.excluded["template-page"] !== undefined) return line(say.page(name));
      if (sheet.excluded.skipped !== undefined) return line(say.skipped(name, counted(sheet.rows)));
      const dataset = sheet.dataset === null ? null : datasetName(sheet.dataset, report, language);
      const head = say.sheet(name, dataset);
      const colon = language === "zh" ? "：" : ": ";
      const parts = sheet.dataset === null ? [head] : [`${head}${colon}${rowsText(sheet, language)}`];
      if (sheet.missing.length > 0) parts.push(say.missing(fieldsOf(sheet, report, language)));
      return line(parts.join(separator), sheet.missing.length > 0 || sheet.rejected > 0 ? "warn" : undefined);
    }),
  );
}

function unknownUnits({ unknownUnits }: Quality, language: Language): Line[] {
  return unknownUnits.map(({ name, rows, nearest, yaml }) =>
    line(texts[language].unknown(name, counted(rows), nearest, yaml), "warn"),
  );
}

function fieldsOf({ missing, dataset }: SheetReport, report: Report, language: Language): string[] {
  return missing.map((field) => fieldName(field, dataset, report, language));
}

/** What the plan needs and no input has, each once. */
function lacks(report: Report, language: Language): Line[] {
  const say = texts[language];
  const { quality, indicators } = report;
  return quality.lacks.map(({ dataset, field, indicators: ids, nearest }) => {
    const clauses = ids.slice(0, CLAUSES).map((id) => indicators.find((one) => one.id === id)?.clause ?? id);
    const named = datasetName(dataset, report, language);
    const column = field === null ? null : fieldName(field, dataset, report, language);
    const what = say.lack(named, column, clauses, ids.length - clauses.length);
    return line(what + (field === null || nearest === null ? "" : say.meant(field, nearest)), "warn");
  });
}

function rejectedCells({ rejectedCells, rejectedCellCount }: Quality, language: Language): Line[] {
  if (rejectedCellCount === 0) return [];
  const say = texts[language];
  const shown = rejectedCells.slice(0, CELLS_SHOWN);
  const colon = language === "zh" ? "：" : ": ";
  return [
    line(say.cells(counted(rejectedCellCount)), "warn"),
    ...shown.map((one) =>
      line(`${placeOf(one)} ${one.field} “${shortened(one.value)}”${colon}${one.reason}`),
    ),
    ...(rejectedCellCount > shown.length ? [line(say.more(counted(rejectedCellCount - shown.length)))] : []),
  ];
}

function duplicates({ duplicates }: Quality, language: Language): Line[] {
  const say = texts[language];
  return duplicates.flatMap(({ dataset, rows, conflicts, examples }) => [
    line(say.duplicates(dataset, counted(rows), counted(conflicts)), conflicts > 0 ? "warn" : undefined),
    ...examples
      .filter(({ conflict }) => conflict)
      .slice(0, SHOWN)
      .map(({ key, first, again }) => line(say.conflict(key, placeOf(first), placeOf(again)))),
  ]);
}

function totals({ totals }: Quality, language: Language): Line[] {
  return totals
    .filter(({ agrees }) => !agrees)
    .map((one) => {
      const [stated, computed] = [one.stated, one.computed].map((value) => grouped(String(value)));
      return line(
        texts[language].total(placeOf(one), one.label, one.field, stated ?? "", computed ?? ""),
        "warn",
      );
    });
}

function blanks({ blanks }: Quality, language: Language): Line[] {
  return blanks.map(({ dataset, field, rows }) =>
    line(texts[language].blanks(dataset, field, counted(rows))),
  );
}

function assumed({ units }: Report, language: Language): Line[] {
  const count = units.filter((unit) => unit.assumed).length;
  return count === 0 ? [] : [line(texts[language].assumed(counted(count)))];
}

function notes({ notes }: Quality): Line[] {
  return notes.map(({ text }) => line(text));
}

function shortened(value: string): string {
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}

function placeOf({ file, sheet, cell }: { file: string; sheet: string; cell: string }): string {
  return `${file} [${sheet}] ${cell}`;
}
