/** What a column of a typed table holds; columns that a story does not name are text. */
export type ColumnType =
  | { readonly kind: "text" | "integer" | "date" | "datetime" | "instant" | "boolean" }
  | { readonly kind: "decimal"; readonly places: number };

/** A cell as an export would write it; null where there is none. */
export type Cell = string | null;

export interface Table {
  readonly columns: readonly string[];
  /** By column; the others are text. */
  readonly types: ReadonlyMap<string, ColumnType>;
  readonly rows: readonly (readonly Cell[])[];
}

/** A numerator and a denominator as a person works them out; null where there is none. */
export type Parts = readonly [numerator: string | number | null, denominator: string | number | null];

/** For some indicators: the whole under `全域`, and units by name. */
export type Expected = Readonly<Record<string, Readonly<Record<string, Parts>>>>;

export interface Story {
  readonly name: string;
  readonly asOf: string;
  /** Keys of the plan's head beside those that all stories share. */
  readonly head?: string;
  /** One a line, `id: { count: … }`; an indicator of the plan each. */
  readonly measures: string;
  /** Lines of the plan's `tasks:`. */
  readonly tasks?: string;
  readonly tables: Readonly<Record<string, Table>>;
  /** What each dataset's rows come to, worked out by hand. */
  readonly fates?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly expected: Expected;
  /** Names that the directory lacks, with their rows. */
  readonly strangers?: Readonly<Record<string, number>>;
  /** `tables:` of a mapping for databases, where the story is about one. */
  readonly mapping?: string;
  /** What a database holds in place of `tables`, under names of its own that the mapping explains. */
  readonly stored?: Readonly<Record<string, Table>>;
  /** By `table.column`: a type of the typed tables that only that database has. */
  readonly storedAs?: Readonly<Record<string, { readonly duckdb: string; readonly clickhouse: string }>>;
  /** The ways of databases that a story is about, where it is not about all. */
  readonly only?: RegExp;
  /** Ways of storing it that do not fit this story, with the reason. */
  readonly not?: Readonly<Partial<Record<"text" | "typed", string>>>;
}

/**
 * A table from a line of headings and rows of cells. `受理时间:datetime` types a column of the typed
 * tables, `金额:decimal2` one of decimals with two places.
 */
export function table(headings: string, ...rows: readonly (readonly Cell[])[]): Table {
  const named = headings.split(" ").map((heading) => heading.split(":"));
  const types = named.flatMap(([name = "", type]) =>
    type === undefined ? [] : [[name, typeOf(type)] as const],
  );
  const columns = named.map(([name = ""]) => name);
  for (const row of rows) {
    if (row.length !== columns.length)
      throw new Error(`${row.length} cells for ${headings}: ${row.join(" | ")}`);
  }
  return { columns, types: new Map(types), rows };
}

function typeOf(written: string): ColumnType {
  const places = /^decimal(\d+)$/.exec(written)?.[1];
  if (places !== undefined) return { kind: "decimal", places: Number(places) };
  if (written === "integer" || written === "date" || written === "datetime") return { kind: written };
  if (written === "instant" || written === "boolean") return { kind: written };
  throw new Error(`no type ${written}`);
}
