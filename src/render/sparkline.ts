const LEVELS = ["▁", "▂", "▃", "▅", "▇"] as const;
const MISSING = "·";

/** "▁▂·▅▇": one column a point, from the least to the most of the line itself; a flat one runs in the middle. */
export function sparkline(values: readonly (number | null)[], most: number): string {
  const shown = values.slice(-most);
  const known = shown.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return shown
    .map((value) => {
      if (value === null) return MISSING;
      const at = high === low ? 2 : Math.round(((value - low) / (high - low)) * (LEVELS.length - 1));
      return LEVELS[at] ?? MISSING;
    })
    .join("");
}
