const MOST = 16_384;
const LONGEST = 64;

/** A function of short texts that are asked for again and again, with what it said of them. */
export function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (text.length > LONGEST) return work(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    const result = work(text);
    if (known.size < MOST) known.set(text, result);
    return result;
  };
}
