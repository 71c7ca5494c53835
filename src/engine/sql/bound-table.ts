import type { Dataset } from "../../model/dataset.ts";
import type { OpenSheet } from "../open-sheets.ts";
import type { Sql } from "./dialect.ts";
import type { FieldColumn } from "./expr.ts";

/** A table, or several files taken as one, whose rows are a dataset's. */
export interface BoundTable {
  readonly dataset: Dataset;
  /** Behind FROM. */
  readonly source: Sql;
  /** By field. */
  readonly columns: ReadonlyMap<string, FieldColumn>;
  readonly unmatched: readonly string[];
  /** As reports name it. */
  readonly place: TablePlace;
  /** The mapping vouches that no key comes twice. */
  readonly unique: boolean;
  /** Of rows with one key the one with the greatest value here counts. */
  readonly newest: Sql | null;
  /** The same rows with a number that says which comes first, where there is one: in files. */
  readonly ordered?: { readonly source: Sql; readonly order: Sql };
  /** The first filled cell of a row, by which totals and remarks are told in files. */
  readonly first?: Sql;
  /** Whether a row fills so few cells that it may be a note; where absent, any may. */
  readonly few?: Sql;
  /** Rows for which this does not hold are not looked at: `where` and `partition` of the mapping. */
  readonly where: Sql;
  /** The sheets of its files, where these can be read row by row as well. */
  readonly sheets?: readonly OpenSheet[];
}

export interface TablePlace {
  /** clickhouse://host:8123/db.cases, or the path of a file. */
  readonly file: string;
  readonly sheet: string;
}
