export type SampleCell = string | number | Date | null;

export interface SampleTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SampleCell[])[];
}

/** A made-up export: lines above the headings, the rows, and remarks below them. */
export interface SampleSheet extends SampleTable {
  readonly above: readonly string[];
  readonly below: readonly string[];
}
