import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import { type Problem, problem } from "../problem.ts";

const texts = {
  unit: {
    zh: (name: string, rows: number) => `不认识的单位“${name}”（${rows} 行）。改正写法，或在单位名录中补上。`,
    en: (name: string, rows: number) =>
      `unknown unit "${name}" (${rows} rows). Correct it or add it to the directory.`,
  },
  cell: {
    zh: (field: string, value: string, reason: string) => `“${field}”读不懂“${value}”：${reason}`,
    en: (field: string, value: string, reason: string) =>
      `${field} cannot be read from "${value}": ${reason}`,
  },
  cells: {
    zh: (more: number) => `另有 ${more} 个读不懂的单元格。`,
    en: (more: number) => `${more} more rejected cells.`,
  },
  sheet: {
    zh: () => "工作表与方案用到的任何数据集都不相符。从文件中删去，或改正表头。",
    en: () => "the sheet fits no dataset. Remove it from the file or correct its headings.",
  },
} satisfies Record<string, Record<Language, (...parts: never[]) => string>>;

/** What --strict turns into errors: unknown units, rejected cells and unmatched sheets. */
export function strictProblems(report: Report, language: Language): Problem[] {
  const { unknownUnits, rejectedCells, rejectedCellCount } = report.quality;
  const more = rejectedCellCount - rejectedCells.length;
  return [
    ...unknownUnits.map(({ name, rows, nearest }) =>
      problem("D011", {}, { text: texts.unit[language](name, rows) }, nearest[0]),
    ),
    ...rejectedCells.map(({ file, sheet, cell, field, value, reason }) =>
      problem("D011", { file, sheet, cell }, { text: texts.cell[language](field, value, reason) }),
    ),
    ...(more > 0 ? [problem("D011", {}, { text: texts.cells[language](more) })] : []),
    ...unmatchedSheets(report).map((at) => problem("D011", at, { text: texts.sheet[language]() })),
  ];
}

function unmatchedSheets(report: Report): { file: string; sheet: string }[] {
  return report.inputs.flatMap(({ file, sheets }) =>
    sheets
      .filter(
        ({ dataset, excluded }) =>
          dataset === null && excluded["template-page"] === undefined && excluded.skipped === undefined,
      )
      .map(({ name }) => ({ file, sheet: name })),
  );
}
