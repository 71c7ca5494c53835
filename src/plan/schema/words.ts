/** What an editor shows about a key: a title and a sentence in both languages, and how it may look. */
export interface KeyWords {
  readonly title: string;
  readonly description: string;
  readonly examples?: readonly unknown[];
  /** Of a map with known keys. */
  readonly of?: Readonly<Record<string, KeyWords>>;
  /** Of the entries of a list, or of the values of a map with open keys. */
  readonly each?: KeyWords;
}

type More = Omit<KeyWords, "title" | "description">;

/** `zh` and `en` are "title: sentence". */
export function key(zh: string, en: string, examples: readonly unknown[] = [], more: More = {}): KeyWords {
  const [[titleZh, textZh], [titleEn, textEn]] = [split(zh, "："), split(en, ": ")];
  return {
    title: `${titleZh} / ${titleEn}`,
    description: `${textZh}\n\n${textEn.charAt(0).toUpperCase()}${textEn.slice(1)}`,
    ...(examples.length === 0 ? {} : { examples }),
    ...more,
  };
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, text] : [text.slice(0, at), text.slice(at + mark.length)];
}

interface Described {
  title?: string;
  description?: string;
  examples?: unknown;
  properties?: Record<string, unknown>;
  items?: unknown;
  additionalProperties?: unknown;
  anyOf?: unknown[];
}

/** Writes words into a JSON Schema, property by property. */
export function describe(schema: unknown, words: KeyWords): void {
  if (typeof schema !== "object" || schema === null) return;
  const node = schema as Described;
  node.title = words.title;
  node.description = words.description;
  if (words.examples !== undefined) node.examples = words.examples;
  describeInside(node, words);
}

function describeInside(node: Described, { of = {}, each }: KeyWords): void {
  for (const branch of node.anyOf ?? [])
    describeInside(branch as Described, { title: "", description: "", of, ...(each && { each }) });
  for (const [name, inner] of Object.entries(node.properties ?? {})) {
    const words = of[name];
    if (words !== undefined) describe(inner, words);
  }
  if (each === undefined) return;
  for (const inner of [node.items, node.additionalProperties]) describe(inner, each);
}
