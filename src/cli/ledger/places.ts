import { basename } from "node:path";
import type { Ledger } from "../../model/ledger.ts";
import type { LedgerPlace } from "../../render/word/task-sheets.ts";
import type { LedgerOptions } from "../ledger-options.ts";

/** Where a ledger lists a unit's records; the files of a folder stand in the order of its units. */
export function ledgerPlaces(
  { units }: Ledger,
  files: readonly string[],
  { form, path }: LedgerOptions,
): (unit: string) => LedgerPlace | null {
  const places = new Map(
    units.map(({ unit, groups }, at) => {
      const own = form === "folder";
      const file = basename(own ? (files[at] ?? "") : path);
      const rows = groups.reduce((sum, group) => sum + group.rows.length + group.leftOut, 0);
      return [unit, { file, own, rows }];
    }),
  );
  return (unit) => places.get(unit) ?? null;
}
