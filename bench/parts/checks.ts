import type { BenchReport } from "../aggregates.ts";
import type { PeerResult } from "../peers/peer.ts";

/** Rows of each sheet, its headings among them, as the generator made them. */
export function rowsRight(stdout: string, sheets: readonly { name: string; rows: number }[]): string[] {
  const { sheets: read } = JSON.parse(stdout) as PeerResult;
  return sheets.flatMap(({ name, rows }, at) => {
    const found = read?.[String(at)];
    return found === rows + 1 ? [] : [`${name}: ${found} rows of ${rows + 1}`];
  });
}

/** Every row of every sheet has been met, and no indicator is without data. */
export function reportRight(stdout: string, sheets: readonly { name: string; rows: number }[]): string[] {
  const report = JSON.parse(stdout) as BenchReport;
  const read = new Map<string, number>();
  for (const { name, rows } of report.inputs.flatMap((input) => input.sheets)) {
    read.set(name, (read.get(name) ?? 0) + rows);
  }
  const lost = sheets.flatMap(({ name, rows }) =>
    read.get(name) === rows ? [] : [`${name}: ${read.get(name)} rows of ${rows}`],
  );
  const empty = report.indicators
    .filter(({ whole }) => whole.status === "no-data")
    .map(({ id }) => `${id} is no-data`);
  return [...lost, ...empty];
}
