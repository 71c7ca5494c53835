import type { Day } from "../model/day.ts";
import type { Counts, InspectedSheet } from "../model/inspection.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/value.ts";
import { surroundingsOf } from "./around.ts";
import { DatasetRun, type Demand } from "./dataset-run.ts";
import { type Demands, demandsOf } from "./demands.ts";
import type { OpenSheet } from "./open-sheets.ts";
import { QualityBook } from "./quality.ts";
import { labelsOf, readDataset, type ScannedSheet } from "./read-dataset.ts";
import { noteDataset } from "./sheet-notes.ts";
import { UnitTable } from "./unit-table.ts";

/** What sheets are held against: a plan, or the dictionary alone, which has neither units nor a period. */
export type Subject = Pick<Plan, "dictionary" | "timezone" | "period" | "indicators" | "directory"> & {
  readonly id: string | null;
};

/** What reading a sheet came to. */
export interface Scanned {
  readonly counts: Counts;
  readonly quality: QualityBook;
  readonly strangers: InspectedSheet["unknownUnits"];
}

/** Reads all sheets that hold a dataset, every column of them. */
export async function scanEveryColumn(
  subject: Subject,
  sheets: readonly OpenSheet[],
  general: QualityBook,
  asOf: Day | null,
): Promise<Map<OpenSheet, Scanned>> {
  const { dictionary, directory } = subject;
  const demands = demandsOf(subject);
  const runs = new Map<string, DatasetRun>();
  const books = new Map(sheets.map((sheet) => [sheet, new QualityBook()]));
  const units = new UnitTable(directory, dictionary.words.whole);
  const labels = labelsOf(subject);
  const day = asOf ?? Number.POSITIVE_INFINITY;
  const around = surroundingsOf(subject, runs, day, units);
  const scanned = new Map<OpenSheet, Scanned>();
  for (const name of demands.order) {
    const dataset = dictionary.datasets.get(name);
    if (dataset === undefined || !sheets.some(({ binding }) => binding?.dataset === dataset)) continue;
    const run = new DatasetRun(dataset, everyColumn(demands, subject, name), around, units);
    runs.set(name, run);
    const strangers = new StrangerCount(run, demands.of(name), units);
    const qualityOf = (sheet: OpenSheet) => books.get(sheet) ?? general;
    const onUsed = (row: Row, place: { sheet: number }) => strangers.see(row, place.sheet);
    const scans = await readDataset(run, sheets, {
      plan: subject,
      asOf: day,
      units,
      labels,
      qualityOf,
      onUsed,
    });
    noteDataset(run, scans, subject, general);
    for (const scan of scans) {
      const unknown = subject.id === null ? null : strangers.of(sheets.indexOf(scan.sheet));
      scanned.set(scan.sheet, { counts: countsOf(scan), quality: qualityOf(scan.sheet), strangers: unknown });
    }
  }
  return scanned;
}

/** The fields that rules need, derived ones among them, and all that columns can hold. */
function everyColumn(demands: Demands, { dictionary }: Subject, name: string): Demand {
  const columns = [...(dictionary.datasets.get(name)?.fields.values() ?? [])].filter(
    (field) => field.derived === null,
  );
  const { fields, lookedUp } = demands.of(name);
  const all = new Set([...fields, ...columns.map((field) => field.name)]);
  return { fields: all, aggregates: [], joins: [], lookedUp };
}

function countsOf({ scan }: ScannedSheet): Counts {
  const { rows, used, excluded, rejected } = scan.counts;
  return { rows, used, excluded: { ...excluded }, rejected };
}

/** Used rows by sheet of units that the directory lacks. */
class StrangerCount {
  private readonly sheets = new Map<number, Map<string, number>>();
  /** The columns that rules go by. */
  private readonly places: readonly number[];
  private readonly units: UnitTable;

  constructor({ dataset, layout }: DatasetRun, { aggregates }: Demand, units: UnitTable) {
    const fields = new Set([dataset.unit, ...aggregates.map(({ by }) => by)]);
    this.places = [...fields].map((field) => (field === null ? -1 : layout.indexOf(field)));
    this.units = units;
  }

  see(row: Row, sheet: number): void {
    const numbers = new Set(this.places.map((at) => this.units.numberOf(row[at])));
    for (const number of numbers) {
      if (!this.units.isStranger(number)) continue;
      const rows = this.sheets.get(sheet) ?? new Map<string, number>();
      this.sheets.set(sheet, rows);
      const name = this.units.nameOf(number) ?? "";
      rows.set(name, (rows.get(name) ?? 0) + 1);
    }
  }

  of(sheet: number) {
    return [...(this.sheets.get(sheet) ?? [])]
      .map(([name, rows]) => ({
        name,
        rows,
        nearest: this.units.nearest(name),
        yaml: this.units.lineFor(name),
      }))
      .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));
  }
}
