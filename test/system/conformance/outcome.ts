import type { Evidence, Figures } from "../../../src/model/evidence.ts";
import type { Report } from "../../../src/model/report.ts";

/** What two engines must agree on, flat: a line of words for each figure, and its value. */
export type Outcome = ReadonlyMap<string, string>;

/** The report's figures as people read them: whole and units, tasks, fates of rows, unknown names. */
export function outcomeOf(report: Report): Outcome {
  const figures = new Map<string, string>();
  const put = (name: string, value: unknown) => figures.set(name, String(value));
  for (const { id, whole, units, others } of report.indicators) {
    for (const [unit, one] of [["全域", whole] as const, ...units.map((one) => [one.unit, one] as const)]) {
      put(`${id} › ${unit} › numerator`, one.numerator);
      put(`${id} › ${unit} › denominator`, one.denominator);
      put(`${id} › ${unit} › value`, one.value);
      put(`${id} › ${unit} › status`, one.status);
      put(`${id} › ${unit} › rows`, one.rows);
    }
    for (const { unit, numerator, denominator, rows } of others)
      put(`${id} › ${unit}, not responsible`, `${numerator} ÷ ${denominator} of ${rows}`);
  }
  for (const { id, units } of report.tasks) {
    for (const { unit, status, done, completedOn, late, rate, evidence } of units)
      put(`${id} › ${unit}`, [status, done, completedOn, late, rate, evidence].join(" "));
  }
  for (const [dataset, fates] of fatesOf(report)) {
    for (const [fate, rows] of Object.entries(fates)) put(`${dataset} › rows ${fate}`, rows);
  }
  putQuality(report.quality, put);
  put("score", report.overall.score);
  return figures;
}

function putQuality(quality: Report["quality"], put: (name: string, value: unknown) => void): void {
  for (const { name, rows } of quality.unknownUnits) put(`unknown unit ${name}`, rows);
  for (const { field, value, why } of quality.rejectedCells)
    if (why.code === "unreadable") put(`unreadable ${field}: ${value}`, true);
  put("rejected cells", quality.rejectedCellCount);
  for (const { dataset, rows } of quality.duplicates) put(`repeats in ${dataset}`, rows);
  for (const { dataset, field, rows } of quality.blanks) put(`blanks in ${dataset}.${field}`, rows);
  for (const { dataset, field, indicators } of quality.lacks)
    put(`lack of ${dataset}.${field}`, indicators.join(" "));
  for (const { indicator, unit, computed, reported, agrees } of quality.reconciliation)
    put(`reported ${indicator} › ${unit ?? "全域"}`, `${computed} against ${reported}: ${agrees}`);
}

/** Rows by dataset and fate, over all sheets or tables of the dataset; fates of no row are left out. */
export function fatesOf(report: Report): Map<string, Record<string, number>> {
  const fates = new Map<string, Record<string, number>>();
  for (const { dataset, rows, used, excluded, rejected } of report.inputs.flatMap(({ sheets }) => sheets)) {
    if (dataset === null) continue;
    const sum = fates.get(dataset) ?? { rows: 0, used: 0 };
    for (const [fate, count] of Object.entries({ rows, used, rejected, ...excluded })) {
      if (count > 0) sum[fate] = (sum[fate] ?? 0) + count;
    }
    fates.set(dataset, sum);
  }
  return fates;
}

/** What a report cannot show, since it rounds to 12 digits: every figure as an exact fraction. */
export function exactOf(evidence: Evidence): Outcome {
  const figures = new Map<string, string>();
  const put = (name: string, { of, to, present }: Figures) => {
    figures.set(`${name} › exact numerator`, `${of.value?.toFraction() ?? "missing"} of ${of.rows}`);
    if (to !== null)
      figures.set(`${name} › exact denominator`, `${to.value?.toFraction() ?? "missing"} of ${to.rows}`);
    figures.set(`${name} › present`, String(present));
  };
  for (const [id, { whole, units }] of evidence.indicators) {
    if (whole !== null) put(`${id} › 全域`, whole);
    for (const [unit, of] of units) put(`${id} › ${unit}`, of);
  }
  return figures;
}

/** Every figure that differs, one a line. */
export function differences(expected: Outcome, got: Outcome): string[] {
  const names = new Set([...expected.keys(), ...got.keys()]);
  return [...names]
    .filter((name) => expected.get(name) !== got.get(name))
    .map((name) => `${name}: ${expected.get(name) ?? "nothing"}, but ${got.get(name) ?? "nothing"}`);
}
