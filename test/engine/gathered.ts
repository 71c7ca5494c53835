import { Readable } from "node:stream";
import type Fraction from "fraction.js";
import { filesEngine } from "../../src/engine/files.ts";
import { compareInputs } from "../../src/ingest/input-order.ts";
import { CellKind, defaultLimits, type SheetSource, type SourceFile } from "../../src/ingest/reader.ts";
import { TextRow } from "../../src/ingest/text-row.ts";
import { parseDay } from "../../src/model/day.ts";
import type { Evidence, Figures, Total } from "../../src/model/evidence.ts";
import type { Plan } from "../../src/model/plan.ts";

/** Text, a stored number, or nothing. */
export type Cell = string | number | null;

export interface SheetLook {
  readonly hidden?: boolean;
  readonly date1904?: boolean;
  /** Sheet rows, from 1, that are hidden. */
  readonly hiddenRows?: readonly number[];
}

/** A sheet in memory; like a reader it uses one row object over and over and leaves out blank rows. */
export function sheet(name: string, rows: readonly (readonly Cell[])[], look: SheetLook = {}): SheetSource {
  return {
    name,
    hidden: look.hidden ?? false,
    date1904: look.date1904 ?? false,
    async scan(sink) {
      const row = new TextRow();
      for (const [at, cells] of rows.entries()) {
        if (cells.every((cell) => cell === null || cell === "")) continue;
        row.number = at + 1;
        row.width = 0;
        row.hidden = look.hiddenRows?.includes(at + 1) ?? false;
        for (const [column, cell] of cells.entries()) {
          const kind = typeof cell === "number" ? CellKind.number : CellKind.text;
          row.put(column, kind, cell === null ? "" : String(cell));
        }
        if (sink(row) === false) break;
      }
      return { formulasWithoutValue: { cells: [], count: 0 } };
    },
  };
}

/** Files by name, each with its sheets; they are read in the order that files on disk would be. */
export type Files = Readonly<Record<string, readonly SheetSource[]>>;

export function gathered(
  plan: Plan,
  files: Files,
  asOf = "2022-10-25",
  allowEmpty = false,
): Promise<Evidence> {
  const paths = Object.keys(files)
    .map((name) => ({ path: `/data/${name}`, display: name }))
    .sort(compareInputs);
  const engine = filesEngine(
    { paths, skipped: [] },
    {
      asOf: parseDay(asOf) ?? Number.NaN,
      limits: defaultLimits,
      stdin: Readable.from([]),
      allowEmpty,
      open: async ({ display }) => ({ files: [inMemory(display, files[display] ?? [])], skipped: [] }),
    },
  );
  return engine.gather(plan);
}

function inMemory(file: string, sheets: readonly SheetSource[]): SourceFile {
  return { file, format: "xlsx", encoding: null, sha256: file, sheets, close: async () => {} };
}

const showTotal = ({ value }: Total) => (value === null ? "missing" : (value as Fraction).toFraction());
const show = ({ of, to }: Figures) => [of, ...(to === null ? [] : [to])].map(showTotal).join(" ÷ ");

/** What an indicator came to: "3 ÷ 5" for the whole and by unit; null where there is no figure. */
export function figuresOf(evidence: Evidence, id = "a") {
  const found = evidence.indicators.get(id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return {
    whole: found.whole === null ? null : show(found.whole),
    units: Object.fromEntries([...found.units].map(([name, figures]) => [name, show(figures)])),
  };
}

export const wholeOf = (evidence: Evidence, id = "a") => figuresOf(evidence, id).whole;

/** The balance of each sheet: rows, used, rejected, and what was excluded. */
export const fatesOf = (evidence: Evidence) =>
  evidence.inputs.flatMap(({ sheets }) =>
    sheets.map(({ rows, used, rejected, excluded }) => ({ rows, used, rejected, ...excluded })),
  );

export const notesOf = (evidence: Evidence) =>
  evidence.quality.notes.map(({ code, with: with_ }) => `${code} ${Object.values(with_).join(" ")}`);

/** Rejected cells as "sheet!cell field: value". */
export const cellsOf = (evidence: Evidence) =>
  evidence.quality.rejectedCells.map(
    ({ sheet: name, cell, field, value }) => `${name}!${cell} ${field}: ${value}`,
  );
