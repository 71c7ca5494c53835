import { displayWidth } from "../text.ts";

/** Columns of a line of 22-point characters on the 156 mm of a page. */
const WIDEST = 38;

// Never broken inside; the group keeps them when the text is split by them.
const WHOLE_WORDS = /((?:实施|工作|行动)?(?:方案|计划|意见|办法|规划)|政务服务|一体化|落实情况|进展情况)/u;

/** A title broken by words into as few lines as it needs, about equally long. */
export function titleLines(text: string, widest = WIDEST): string[] {
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

function broken(words: readonly string[], lines: number, aim: number, widest: number): Broken | null {
  if (lines <= 1) {
    const line = words.join("").trim();
    const width = displayWidth(line);
    return width > widest ? null : { lines: [line], cost: (width - aim) ** 2 };
  }
  let best: Broken | null = null;
  let line = "";
  for (const [index, word] of words.slice(0, -1).entries()) {
    line += word;
    const width = displayWidth(line.trim());
    if (width > widest) break;
    const rest = broken(words.slice(index + 1), lines - 1, aim, widest);
    const cost = (rest?.cost ?? 0) + (width - aim) ** 2;
    if (rest !== null && (best === null || cost < best.cost))
      best = { lines: [line.trim(), ...rest.lines], cost };
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
