import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import { type Place, type Problem, problem } from "../problem.ts";
import { type MendedNote, mends, strictWords } from "./strict-words.ts";

/** What --strict turns into errors: every doubt about the data, all at once, each with the way to mend it. */
export function strictProblems(report: Report, language: Language): Problem[] {
  const say = strictWords[language];
  const doubt = (at: Place, text: string, nearest?: string | null) =>
    problem("D011", at, { text }, nearest ?? undefined);
  const { unknownUnits, rejectedCells, rejectedCellCount, lacks, totals, duplicates, suspicions, notes } =
    report.quality;
  const more = rejectedCellCount - rejectedCells.length;
  return [
    ...unknownUnits.map(({ name, rows, nearest }) => doubt({}, say.unit(name, rows), nearest[0])),
    ...rejectedCells.map(({ file, sheet, cell, field, value, reason }) =>
      doubt({ file, sheet, cell }, say.cell(field, value, reason)),
    ),
    ...(more > 0 ? [doubt({}, say.cells(more))] : []),
    ...unmatchedSheets(report).map((at) => doubt(at, say.sheet)),
    ...lacks.flatMap(({ dataset, field, nearest }) =>
      field === null ? [] : [doubt({}, say.column(dataset, field), nearest)],
    ),
    ...totals
      .filter(({ agrees }) => !agrees)
      .map(({ file, sheet, cell, label, field, stated, computed }) =>
        doubt({ file, sheet, cell }, say.total(label, field, stated, computed)),
      ),
    ...duplicates.flatMap(({ dataset, conflicts, examples }) => {
      const shown = examples.filter(({ conflict }) => conflict);
      return [
        ...shown.map(({ key, first, again }) =>
          doubt(
            { file: again.file, sheet: again.sheet, cell: again.cell },
            say.conflict(key, `${first.file} › ${first.sheet} › ${first.cell}`),
          ),
        ),
        ...(conflicts > shown.length ? [doubt({}, say.conflicts(dataset, conflicts - shown.length))] : []),
      ];
    }),
    ...suspicions.map(({ dataset, text, count, cells: [first] }) => {
      const at = first === undefined ? {} : { file: first.file, sheet: first.sheet, cell: first.cell };
      return doubt(at, say.suspicion(dataset, text, count));
    }),
    ...notes.flatMap(({ code, text }) =>
      isMended(code) ? [doubt({}, say.note(text, mends[code][language]))] : [],
    ),
  ];
}

function isMended(code: string): code is MendedNote {
  return Object.hasOwn(mends, code);
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
