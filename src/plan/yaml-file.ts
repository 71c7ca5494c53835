import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { YamlCode } from "../model/yaml-sentences.ts";
import { fail, type Place, type Problem, ProblemError, problem } from "../problem.ts";
import { frameOf } from "./code-frame.ts";
import { preparedRules, sha256Of } from "./prepared-rules.ts";
import { readRuleBytes, textOfRules } from "./rule-bytes.ts";
import { slipInLine } from "./slips.ts";

const DEEPEST = 64;
// Beyond these nobody reads on.
const DETAILED = 100;
const MOST_NODES = 200_000;

export type Path = readonly (string | number)[];

/** A rule file as plain data, with the way back from each value to its line. */
export interface YamlFile {
  readonly file: string;
  readonly data: unknown;
  readonly sha256: string;
  /** The place of a value, or with "key" of its key; the nearest parent when it is missing. */
  locate(path: Path, target?: "key" | "value"): Place;
  frame(place: Place): string | undefined;
}

/**
 * Reads a rule file: YAML 1.2, duplicate keys refused, scalars as their source text (`01` stays 01,
 * 0.30 stays 0.30), only true, false and null are not text. Throws every syntax problem at once.
 */
export async function readYaml(path: string, display: string): Promise<YamlFile> {
  const bytes = await readRuleBytes(path, display);
  const sha256 = sha256Of(bytes);
  const data = await preparedRules(sha256);
  if (data === undefined) return parseYaml(bytes, display);
  // It was read without a problem before: lines are looked for only where somebody asks for one.
  let parsed: YamlFile | undefined;
  const file = () => {
    parsed ??= parseYaml(bytes, display);
    return parsed;
  };
  return {
    file: display,
    data,
    sha256,
    locate: (...asked) => file().locate(...asked),
    frame: (place) => file().frame(place),
  };
}

export function parseYaml(bytes: Buffer, file: string): YamlFile {
  const text = textOfRules(bytes, file);
  refuseDeep(text, file);
  const counter = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    // Also where a file begins with %YAML 1.1, in which yes and dates are no text; tags change nothing.
    schema: "core",
    resolveKnownTags: false,
    // The parser compares each key with every other of its map; PlainTree looks it up.
    uniqueKeys: false,
    lineCounter: counter,
    keepSourceTokens: false,
    prettyErrors: false,
  });
  const lines = text.split("\n");
  const frame = (place: Place) => frameOf(lines, place);
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
  };
  const tree = new PlainTree(file);
  const data = document.errors.length > 0 ? null : tree.read(document.contents);
  const problems = [
    ...document.errors.map((error): Problem => syntaxProblem(error, placeAt(error.pos[0]), lines)),
    ...tree.badKeys.map(({ code, key, offset }) => problem(code, placeAt(offset), { key })),
    ...tree.lostAliases.map(({ name, offset }) =>
      problem("R001", placeAt(offset), { text: `There is no anchor &${name} before it`, yaml: "NO_ANCHOR" }),
    ),
  ];
  if (problems.length > 0)
    throw new ProblemError(
      problems.map((found, index) => (index < DETAILED ? { ...found, frame: frame(found.at) } : found)),
    );
  const locate = (path: Path, target: "key" | "value" = "value") =>
    placeAt(tree.offsetOf(document.contents, path, target) ?? 0);
  return { file, data, sha256: sha256Of(bytes), locate, frame };
}

/** What was meant, where a slip of the keyboard explains the error; else the parser's own words. */
function syntaxProblem(error: YAMLError, at: Place, lines: readonly string[]): Problem {
  if (error.code === "TAB_AS_INDENT") return problem("R025", at);
  const slip = slipInLine(lines[(at.line ?? 1) - 1] ?? "");
  return slip === undefined
    ? problem("R001", at, { text: error.message, yaml: error.code satisfies YamlCode })
    : problem(slip.code, at, slip.with);
}

// 100,000 nested brackets abort the parser, so depth is bounded before it runs.
function refuseDeep(text: string, file: string): void {
  let brackets = 0;
  // The lexer knows brackets from those inside quotes and comments.
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") brackets += 1;
    if (token === "]" || token === "}") brackets -= 1;
    if (brackets > DEEPEST) fail("R002", { file }, { text: `> ${DEEPEST} [ {` });
  }
  let indents: number[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const lead = /^[ ]*(?:[-?] +)*/.exec(line)?.[0] ?? "";
    const nested = lead.split(/[-?]/).length - 1;
    const indent = lead.search(/[^ ]/) === -1 ? lead.length : lead.search(/[^ ]/);
    indents = [...indents.filter((other) => other < indent), indent];
    if (indents.length + nested > DEEPEST) fail("R002", { file }, { text: `> ${DEEPEST}` });
  }
}

interface BadKey {
  readonly code: "R011" | "R042";
  readonly key: string;
  readonly offset: number;
}

/** A document as plain data, and the way back from a path to the nodes. */
class PlainTree {
  readonly badKeys: BadKey[] = [];
  readonly lostAliases: { readonly name: string; readonly offset: number }[] = [];
  private readonly file: string;
  private readonly anchors = new Map<string, unknown>();
  private readonly targets = new WeakMap<Alias, unknown>();
  private readonly pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  private left = MOST_NODES;

  constructor(file: string) {
    this.file = file;
  }

  read(node: unknown, depth = 0, again = false): unknown {
    this.left -= 1;
    if (this.left < 0) fail("R002", { file: this.file }, { text: `> ${MOST_NODES}` });
    // Aliases can nest without end: an anchor may hold itself.
    if (depth > DEEPEST) fail("R002", { file: this.file }, { text: `> ${DEEPEST}` });
    if (isAlias(node)) {
      if (!again) this.targets.set(node, this.anchors.get(node.source));
      if (!again && !this.anchors.has(node.source))
        this.lostAliases.push({ name: node.source, offset: rangeOf(node) ?? 0 });
      return this.read(this.targets.get(node), depth + 1, true);
    }
    const anchor = (node as { anchor?: string } | null)?.anchor;
    if (anchor !== undefined && !again) this.anchors.set(anchor, node);
    if (isMap(node)) {
      if (!again) this.checkKeys(node);
      return Object.fromEntries(
        node.items.map((pair) => [keyText(pair.key), this.read(pair.value, depth + 1, again)]),
      );
    }
    if (isSeq(node)) return node.items.map((item) => this.read(item, depth + 1, again));
    if (!isScalar(node)) return null;
    if (typeof node.value === "number" || typeof node.value === "bigint")
      return node.source ?? String(node.value);
    return node.value;
  }

  /** Where a path stands in the text; the nearest parent when it is missing. */
  offsetOf(root: unknown, path: Path, target: "key" | "value"): number | undefined {
    let node: unknown = root;
    let found = rangeOf(root);
    for (const [depth, step] of path.entries()) {
      if (isAlias(node)) node = this.targets.get(node);
      if (isMap(node)) {
        const pair = this.pairsOf(node).get(String(step));
        if (pair === undefined) return found;
        const wanted = depth === path.length - 1 ? target : "value";
        found = (wanted === "key" ? rangeOf(pair.key) : (rangeOf(pair.value) ?? rangeOf(pair.key))) ?? found;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        found = rangeOf(node) ?? found;
      } else return found;
    }
    return found;
  }

  private pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.pairs.get(map) ?? new Map(map.items.map((pair) => [keyText(pair.key), pair]));
    this.pairs.set(map, known);
    return known;
  }

  private checkKeys(map: YAMLMap): void {
    const seen = new Set<string>();
    for (const { key: node } of map.items) {
      const key = keyText(node);
      const offset = rangeOf(node) ?? rangeOf(map) ?? 0;
      if (seen.has(key)) this.badKeys.push({ code: "R011", key, offset });
      // No map that JavaScript makes of it would keep this one.
      if (key === "__proto__") this.badKeys.push({ code: "R042", key, offset });
      seen.add(key);
    }
  }
}

function keyText(key: unknown): string {
  if (!isScalar(key)) return String(key);
  return key.source ?? String(key.value);
}

function rangeOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}
