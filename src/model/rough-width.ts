/**
 * Columns of a text of Latin letters and Chinese characters: enough for our help and for lines of rules,
 * and quick to load. string-width, which knows every script, takes half as long to load as Node to start.
 */
export function roughWidth(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
