import { times } from "./table.ts";

/** One promise of the benchmark: what is measured may be at most `limit`. */
export interface Target {
  readonly name: string;
  readonly limit: number;
  readonly measured: number | null;
  readonly unit: "×" | "MB";
  /** Why there is nothing to compare with. */
  readonly missing?: string;
}

export function targetRow({ name, limit, measured, unit, missing }: Target): string[] {
  const said = (value: number): string => (unit === "MB" ? `${value.toFixed(0)} MB` : times(value));
  if (measured === null) return [name, `≤ ${said(limit)}`, "–", missing ?? "not measured"];
  const over = measured / limit - 1;
  return [
    name,
    `≤ ${said(limit)}`,
    said(measured),
    over <= 0 ? "met" : `not met: ${(over * 100).toFixed(0)} % over`,
  ];
}
