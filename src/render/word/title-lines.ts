import { displayWidth } from "../text.ts";

/** Columns of a line of 22-point characters on the 156 mm of a page. */
const WIDEST = 38;

/** What is longer is no title, and left to Word. */
const MOST_LINES = 10;

// Never broken inside; the group keeps them when the text is split by them.
const WHOLE_WORDS = /((?:实施|工作|行动)?(?:方案|计划|意见|办法|规划)|政务服务|一体化|落实情况|进展情况)/u;

/** A title broken by words into as few lines as it needs, about equally long. */
export function titleLines(text: string, widest = WIDEST): string[] {
  if (displayWidth(text) > MOST_LINES * widest) return [text];
  const words = wordsOf(text);
  for (let lines = Math.ceil(displayWidth(text) / widest); lines < words.length; lines += 1) {
    const found = broken(words, lines, displayWidth(text) / lines, widest);
    if (found !== null) return found.lines;
  }
  return words.length < 2 ? [text] : [words.join("")];
}

interface Broken {
  readonly lines: string[];
  /** How far the lines are from equal. */
  readonly cost: number;
}

/** The most equal of all ways to break so many lines; line by line, so that a long title takes no longer. */
function broken(words: readonly string[], lines: number, aim: number, widest: number): Broken | null {
  // At each place the best way to break the words before it.
  let before: (Broken | null)[] = [{ lines: [], cost: 0 }];
  for (let count = 1; count <= lines; count += 1) {
    const after: (Broken | null)[] = [];
    for (let end = count; end <= words.length; end += 1)
      after[end] = bestBefore(words, end, before, aim, widest);
    before = after;
  }
  return before[words.length] ?? null;
}

function bestBefore(
  words: readonly string[],
  end: number,
  before: readonly (Broken | null)[],
  aim: number,
  widest: number,
): Broken | null {
  let best: Broken | null = null;
  let line = "";
  for (let start = end - 1; start >= 0; start -= 1) {
    line = `${words[start]}${line}`;
    const shown = line.trim();
    const width = displayWidth(shown);
    if (width > widest) break;
    const first = before[start];
    if (first == null) continue;
    const cost = first.cost + (width - aim) ** 2;
    if (best === null || cost < best.cost) best = { lines: [...first.lines, shown], cost };
  }
  return best;
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [index, part] of text.split(WHOLE_WORDS).entries()) {
    const segments = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(part)];
    for (const segment of index % 2 === 1 ? [part] : segments.map((one) => one.segment)) {
      const before = words.at(-1);
      const glued =
        /^(?:[\s》）”，。、：；)]|[省市州县区]$)/u.test(segment) || /[《（“(]$/u.test(before ?? "");
      if (before !== undefined && glued) words[words.length - 1] = before + segment;
      else if (segment !== "") words.push(segment);
    }
  }
  return words;
}
