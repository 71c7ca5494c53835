import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import stringWidth from "string-width";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from "yaml";
import { fail, type Place, type Problem, ProblemError, problem } from "../problem.ts";
import { slipInLine } from "./slips.ts";

const LARGEST_FILE = 1_000_000;
const DEEPEST = 64;
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
  const bytes = await readFile(path).catch(() => fail("R024", { file: display }, { file: display }));
  return parseYaml(bytes, display);
}

export function parseYaml(bytes: Buffer, file: string): YamlFile {
  if (bytes.length > LARGEST_FILE) fail("R002", { file }, { text: "> 1 MB" });
  const text = bytes.toString("utf8");
  refuseDeep(text, file);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    uniqueKeys: true,
    lineCounter: lines,
    keepSourceTokens: false,
    prettyErrors: false,
  });
  const frame = (place: Place) => frameOf(text, place);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const errors = document.errors.map((error): Problem => {
    const at = placeAt(error.pos[0]);
    return { ...syntaxProblem(error, at, text), frame: frame(at) };
  });
  if (errors.length > 0) throw new ProblemError(errors);
  const budget = { left: MOST_NODES };
  const data = plain(document.contents, document, budget, file, 0);
  const locate = (path: Path, target: "key" | "value" = "value") =>
    placeAt(offsetOf(document.contents, path, target, document) ?? 0);
  return { file, data, sha256: createHash("sha256").update(bytes).digest("hex"), locate, frame };
}

/** What was meant, where a slip of the keyboard explains the error; else the parser's own words. */
function syntaxProblem(error: YAMLError, at: Place, text: string): Problem {
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^\s:,}]+/.exec(text.slice(error.pos[0]))?.[0] ?? "";
    return problem("R011", at, { key });
  }
  if (error.code === "TAB_AS_INDENT") return problem("R025", at);
  const slip = slipInLine(text.split("\n")[(at.line ?? 1) - 1] ?? "");
  return slip === undefined
    ? problem("R001", at, { text: error.message })
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

function plain(
  node: unknown,
  document: Document,
  budget: { left: number },
  file: string,
  depth: number,
): unknown {
  budget.left -= 1;
  if (budget.left < 0) fail("R002", { file }, { text: `> ${MOST_NODES}` });
  // Aliases can nest without end: an anchor may hold itself.
  if (depth > DEEPEST) fail("R002", { file }, { text: `> ${DEEPEST}` });
  const inner = (child: unknown) => plain(child, document, budget, file, depth + 1);
  if (isAlias(node)) return inner(node.resolve(document));
  if (isMap(node))
    return Object.fromEntries(node.items.map((pair) => [keyText(pair.key), inner(pair.value)]));
  if (isSeq(node)) return node.items.map(inner);
  if (!isScalar(node)) return null;
  if (typeof node.value === "number" || typeof node.value === "bigint")
    return node.source ?? String(node.value);
  return node.value;
}

function keyText(key: unknown): string {
  if (!isScalar(key)) return String(key);
  return key.source ?? String(key.value);
}

function offsetOf(
  root: unknown,
  path: Path,
  target: "key" | "value",
  document: Document,
): number | undefined {
  let node: unknown = root;
  let found = rangeOf(root);
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => keyText(item.key) === String(step));
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

function rangeOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

function frameOf(text: string, place: Place): string | undefined {
  if (place.line === undefined) return undefined;
  const lines = text.split("\n");
  const first = Math.max(1, place.line - 1);
  const shown = lines.slice(first - 1, place.line).map((line, index) => {
    const number = first + index;
    return `${number === place.line ? ">" : " "} ${String(number).padStart(4)} | ${line.slice(0, 160)}`;
  });
  const before = (lines[place.line - 1] ?? "").slice(0, (place.column ?? 1) - 1);
  return [...shown, `       | ${" ".repeat(stringWidth(before))}^`].join("\n");
}
