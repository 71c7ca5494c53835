import { Readable } from "node:stream";
import type Fraction from "fraction.js";
import { filesEngine } from "../../src/engine/files.ts";
import { defaultLimits } from "../../src/ingest/reader.ts";
import { parseDay } from "../../src/model/day.ts";
import type { Evidence, ReportedFigure } from "../../src/model/evidence.ts";
import type { SheetReport } from "../../src/model/report.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { figuresOf } from "../engine/gathered.ts";
import { openAll } from "../ingest/read.ts";
import { csv, type Drawn, xlsx } from "./table.ts";

/** A table as somebody made it, and how it should be understood. */
export interface Layout {
  readonly name: string;
  readonly sheets: readonly Drawn[];
  readonly csv?: true;
  /** Each table: "dataset h3 form: field field = used 2 + total 1". */
  readonly reads: readonly string[];
  /** What indicators came to: the whole, then each unit. */
  readonly figures?: Readonly<Record<string, string>>;
  /** Codes of the remarks that must be made. */
  readonly notes?: readonly string[];
  /** Compared totals: "row field stated/computed". */
  readonly totals?: readonly string[];
  /** Cells that could not be read. */
  readonly cells?: readonly string[];
}

const plan = await loadPlan("jiayuguan-2022", { cwd: process.cwd() });

export async function gatherLayout({ sheets, csv: asCsv }: Layout): Promise<Evidence> {
  const bytes = asCsv ? csv(sheets) : xlsx(sheets);
  const engine = filesEngine(
    { paths: [{ path: "-", display: "-" }], skipped: [] },
    {
      asOf: parseDay("2022-10-25") ?? Number.NaN,
      limits: defaultLimits,
      stdin: Readable.from([]),
      allowEmpty: true,
      open: () => openAll(bytes),
    },
  );
  return engine.gather(plan);
}

export function sheetLine({
  dataset,
  headerRow,
  form,
  matched,
  used,
  rejected,
  excluded,
}: SheetReport): string {
  const counts = { used, ...excluded, rejected };
  const fates = Object.entries(counts).filter(([fate, rows]) => rows > 0 || fate === "used");
  const shown = fates.map(([fate, rows]) => `${fate} ${rows}`).join(" + ");
  const fields = [...new Set(matched.map(({ field }) => field))].join(" ");
  const head =
    dataset === null ? "–" : `${dataset} h${headerRow}${form === undefined ? "" : ` ${form}`}: ${fields}`;
  return `${head} = ${shown}`;
}

export function figureLine(evidence: Evidence, id: string): string {
  const { whole, units } = figuresOf(evidence, id);
  const reported = evidence.indicators.get(id)?.reported;
  const answers = [...(reported?.units ?? [])].map(([unit, figure]) => `${unit} ${answer(figure)}`);
  const own = Object.entries(units).map(([unit, figure]) => `${unit} ${figure}`);
  const total = whole ?? (reported?.whole == null ? "–" : answer(reported.whole));
  return [total, ...own, ...answers].join(", ");
}

function answer({ value, numerator, denominator }: ReportedFigure): string {
  const shown = (part: Fraction | null) => part?.toString() ?? "?";
  return numerator === null && denominator === null
    ? shown(value)
    : `${shown(numerator)}/${shown(denominator)}${value === null ? "" : ` (${shown(value)})`}`;
}
