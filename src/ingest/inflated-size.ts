import type { ReadLimits } from "./reader.ts";
import { refuse } from "./refuse.ts";

// Sheets of a workbook shrink 5- to 50-fold; what shrinks more was made to fill a disk.
const DENSE = 100;

/** Holds what a file inflates to, so far or in all, to the limits: a bomb to a lower one. */
export function checkInflated(size: number, packed: number, limits: ReadLimits): void {
  const limit = size > packed * DENSE ? Math.min(limits.maxBytes, limits.maxDenseBytes) : limits.maxBytes;
  if (size > limit) refuse("D006", {}, "bytes", { size, limit, flag: "--max-bytes" });
}
