const delimiters = [",", "\t", ";", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

const SAMPLE_LINES = 50;

/** The delimiter that cuts most of the first lines into the same number of fields. */
export function sniffDelimiter(text: string): Delimiter {
  const lines = sampleLines(text);
  let best: Delimiter = ",";
  let bestScore: readonly [number, number] = [0, 0];
  for (const delimiter of delimiters) {
    const score = evenness(lines.map((line) => line.split(delimiter).length - 1));
    if (score[0] > bestScore[0] || (score[0] === bestScore[0] && score[1] > bestScore[1])) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** How many fields most of the first lines have; of two counts as common the one seen first. */
export function usualWidth(text: string, delimiter: Delimiter): number {
  const times = new Map<number, number>();
  for (const line of sampleLines(text)) {
    const width = line.split(delimiter).length;
    if (width > 1) times.set(width, (times.get(width) ?? 0) + 1);
  }
  let best = 1;
  for (const [width, count] of times) if (count > (times.get(best) ?? 0)) best = width;
  return best;
}

/** How many lines share the commonest count of delimiters, and that count. */
function evenness(counts: readonly number[]): readonly [lines: number, count: number] {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  let best: readonly [number, number] = [0, 0];
  for (const [count, times] of lines) {
    if (times > best[0] || (times === best[0] && count > best[1])) best = [times, count];
  }
  return best;
}

/** The first lines with quoted fields emptied; the last one may be cut and is left out. */
function sampleLines(text: string): string[] {
  const bare = text.replace(/"(?:[^"]|"")*"/g, "");
  const lines = bare.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  if (lines.length > 1 && !/[\r\n]$/.test(bare)) lines.pop();
  return lines.slice(0, SAMPLE_LINES);
}
