import { z } from "zod";
import type { Params } from "../model/language.ts";
import { nearest } from "../model/nearest.ts";
import { type Problem, type ProblemCode, problem, type Severity } from "../problem.ts";
import { ruleWordFor } from "./chinese-words.ts";
import { mended } from "./mend.ts";
import { rulePath } from "./rule-path.ts";
import { slipIn } from "./slips.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

// Names and values that are unknown, often because of a full-width mark or a missing space in them.
const misread: readonly ProblemCode[] = ["R003", "R005", "R010", "R012", "R013", "R015"];

// Beyond these nobody reads on: no place, line or suggestion is looked for.
const DETAILED = 100;
const LONGEST_WORD = 400;

// A schema is used on few values: compiling it costs more than it saves.
z.config({ jitless: true });

/** Gathers what is wrong in one rule file, so that everything is reported at once. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly source: YamlFile;
  private readonly detailed: number;

  constructor(source: YamlFile, detailed = DETAILED) {
    this.source = source;
    this.detailed = detailed;
  }

  add(
    code: ProblemCode,
    path: Path,
    with_: Params,
    options: {
      near?: Iterable<string>;
      /** What was meant, where that is known better than by likeness. */
      meant?: string | undefined;
      name?: string;
      key?: boolean;
      severity?: Severity;
    } = {},
  ): void {
    const severity = options.severity ?? "error";
    if (this.problems.length >= this.detailed) {
      this.problems.push({ ...problem(code, { file: this.source.file }, shortened(with_)), severity });
      return;
    }
    const at = this.source.locate(path, options.key ? "key" : "value");
    const likely =
      options.near === undefined
        ? undefined
        : nearest(String(options.name ?? with_.name ?? ""), options.near);
    const meant = options.meant ?? likely;
    const wantsMap = with_.expected === "record" || with_.expected === "object";
    const slip = misread.includes(code)
      ? slipIn(
          String(options.name ?? with_.name ?? with_.value ?? with_.key),
          options.key === true || wantsMap,
        )
      : undefined;
    const found =
      slip === undefined
        ? problem(code, at, shortened(with_), meant)
        : problem(slip.code, at, shortened(slip.with));
    const where = { path: rulePath(this.source.data, path), frame: this.source.frame(at) };
    this.problems.push({ ...found, severity, ...where });
  }

  /**
   * Checks data against a schema; issues keep their paths below `at`. Data with issues comes back without
   * its wrong parts where the rest will do, with `spare` in their place; undefined otherwise.
   */
  parse<S extends z.ZodType>(
    schema: S,
    data: unknown,
    at: Path = [],
    spare: Readonly<Record<string, unknown>> = {},
  ): z.output<S> | undefined {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    const { issues } = result.error;
    for (const issue of issues) {
      const known = issue.code === "unrecognized_keys" ? keysOf(schema, issue.path) : [];
      this.addIssue(issue, data, at, known);
    }
    const rest = schema.safeParse(mended(data, issues, spare));
    return rest.success ? rest.data : undefined;
  }

  /** Whether something stands there in the file, right or wrong: what is wrong has been said already. */
  isWritten(path: Path): boolean {
    return valueAt(this.source.data, path) !== undefined;
  }

  private addIssue(issue: z.core.$ZodIssue, data: unknown, at: Path, known: readonly string[]): void {
    const path = [...at, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
    const key = String(path.at(-1) ?? "");
    const value = valueAt(data, issue.path);
    if (issue.code === "unrecognized_keys") {
      for (const unknown of issue.keys) {
        this.add("R003", [...path, unknown], { key: unknown }, { key: true, near: known, name: unknown });
      }
    } else if (value === undefined) this.add("R004", path.slice(0, -1), { key });
    else if (value === null) this.add("R007", path, { key }, { key: true });
    else if (issue.code === "invalid_key") this.add("R042", path, { key }, { key: true });
    else if (issue.code === "too_small" || issue.code === "too_big")
      this.add("R049", path, sizeOf(issue, key));
    else {
      const near = issue.code === "invalid_value" ? issue.values.map(String) : [];
      const expected = expectationOf(issue);
      const meant = ruleWordFor(show(value), expected);
      this.add("R005", path, { key, value: show(value), expected }, { near, name: show(value), meant });
    }
  }
}

function sizeOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, key: string): Params {
  const bound = issue.code === "too_small" ? issue.minimum : issue.maximum;
  return { key, side: issue.code, bound: Number(bound), of: issue.origin };
}

function shortened(with_: Params): Params {
  const cut = (text: string) => (text.length > LONGEST_WORD ? `${text.slice(0, LONGEST_WORD)}…` : text);
  const entries = Object.entries(with_).map(([key, value]) => [
    key,
    typeof value === "string" ? cut(value) : value,
  ]);
  return Object.fromEntries(entries) as Params;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<PropertyKey, unknown> | null)?.[step], data);
}

function show(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function expectationOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return issue.values.map(String).join(" | ");
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_union" && issue.message !== "Invalid input") return issue.message;
  if (issue.code === "invalid_union") return [...new Set(issue.errors.flat().map(expectationOf))].join(" | ");
  // A message of zod's own is English; those of ours are words of the rule language.
  return issue.message.startsWith("Invalid") ? "format" : issue.message;
}

/** The keys that the object at a path takes, to suggest the nearest for an unknown one. */
function keysOf(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node: unknown = schema;
  for (const step of path) node = childOf(unwrap(node), step);
  const shape = (unwrap(node) as { shape?: Record<string, unknown> } | undefined)?.shape;
  return shape === undefined ? [] : Object.keys(shape);
}

function childOf(node: unknown, step: PropertyKey): unknown {
  const inner = node as
    | { shape?: Record<PropertyKey, unknown>; element?: unknown; valueType?: unknown }
    | undefined;
  return inner?.shape?.[step] ?? inner?.element ?? inner?.valueType;
}

function unwrap(node: unknown): unknown {
  let inner = node as { def?: { innerType?: unknown } } | undefined;
  while (inner?.def?.innerType !== undefined) inner = inner.def.innerType as typeof inner;
  return inner;
}
