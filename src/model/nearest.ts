import { distance } from "fastest-levenshtein";

// Nobody mistypes a name as long as this; comparing two such takes a time that grows with both.
const LONGEST_NAME = 200;

/** The candidate that a mistyped name most likely meant, or undefined when none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  return nearestFew(name, candidates, 1)[0];
}

/** The nearest candidates, best first: at most 40 % of the longer name may differ, or one contains the other. */
export function nearestFew(name: string, candidates: Iterable<string>, limit: number): string[] {
  const scored: { candidate: string; score: number }[] = [];
  if (name.length > LONGEST_NAME) return [];
  for (const candidate of candidates) {
    if (candidate.length > LONGEST_NAME) continue;
    const longer = Math.max(name.length, candidate.length);
    const shorter = Math.min(name.length, candidate.length);
    const contained = shorter >= 2 && (name.includes(candidate) || candidate.includes(name));
    const most = Math.max(1, Math.floor(longer * 0.4));
    // At least so many edits as the one is longer.
    if (longer - shorter > most && !contained) continue;
    const edits = distance(name, candidate);
    if (edits <= most || contained) scored.push({ candidate, score: edits / longer });
  }
  scored.sort((a, b) => a.score - b.score);
  return scored.slice(0, limit).map((entry) => entry.candidate);
}
