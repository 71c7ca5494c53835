import { Chalk } from "chalk";
import type { Language } from "../model/language.ts";
import type { TestCoverage, TestOutcome, Trace, TracedChain } from "../model/rule-test.ts";
import { type Block, cell, type Line, line, plainTable, row } from "./blocks.ts";
import { counted } from "./figures.ts";
import type { RenderOptions } from "./renderer.ts";
import { printBlocks } from "./terminal.ts";
import { testWords } from "./test-words.ts";

const INDENT = "    ";

export interface TestRun {
  readonly outcomes: readonly TestOutcome[];
  readonly coverage: readonly TestCoverage[];
  /** Whether every branch that was not taken is listed. */
  readonly listed: boolean;
}

/** Rule tests for people: what failed with its figures and rows, then what the cases have not tried. */
export function renderTests({ outcomes, coverage, listed }: TestRun, options: RenderOptions): string {
  const { language } = options;
  const say = testWords[language];
  const paint = new Chalk({ level: options.colour ? 1 : 0 });
  const lines = outcomes.flatMap((outcome) => {
    const { file, line: at, indicator, name } = outcome.test;
    return outcome.differences.length === 0
      ? [`${paint.green("✓")} ${indicator} ${name}`]
      : [
          `${paint.red("✗")} ${indicator} ${name}  ${paint.dim(`${file}:${at}`)}`,
          ...failureLines(outcome, options),
          "",
        ];
  });
  const failed = outcomes.filter(({ differences }) => differences.length > 0).length;
  const covered = coverage.flatMap((one) => coverageLines(one, listed, language));
  const all = outcomes.length === 0 ? [] : [...lines, ...(lines.at(-1) === "" ? [] : [""]), ...covered, ""];
  return `${[...all, say.summary(outcomes.length - failed, failed)].join("\n")}\n`;
}

/** What differs, the formula with its numbers, and the rows at each filter. */
export function failureLines(
  { differences, trace }: TestOutcome,
  { language, width, colour }: RenderOptions,
): string[] {
  const blocks = [differenceTable(differences, language), ...traceBlocks(trace, language)];
  return printBlocks(blocks, { width: width - INDENT.length, colour })
    .trimEnd()
    .split("\n")
    .map((one) => (one === "" ? "" : INDENT + one));
}

function differenceTable(differences: TestOutcome["differences"], language: Language): Block {
  const say = testWords[language];
  const [of = "", figure = "", expected = "", got = ""] = say.columns;
  return plainTable(
    [{ title: of }, { title: figure }, { title: expected, right: true }, { title: got, right: true }],
    differences.map((one) =>
      row([cell(one.unit ?? say.whole), cell(one.key), cell(one.expected, "good"), cell(one.actual, "bad")]),
    ),
  );
}

function traceBlocks(trace: Trace | null, language: Language): Block[] {
  if (trace === null) return [];
  const formula: Block = { kind: "lines", lines: [line(trace.formula)] };
  const noted: Block[] =
    trace.notes.length === 0 ? [] : [{ kind: "list", items: trace.notes.map((text) => line(text, "warn")) }];
  return [formula, ...trace.chains.flatMap((chain) => chainBlocks(chain, language)), ...noted];
}

const NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** The steps under numbers, and below them each written row with what is left of it after each. */
function chainBlocks({ dataset, side, steps, rows }: TracedChain, language: Language): Block[] {
  const say = testWords[language];
  const named = (at: number) => NUMBERS[at] ?? String(at + 1);
  const told = steps.map(({ role, filter, rows: left }, at): Line => {
    const title = at === 0 ? `${dataset}${say.sides[side]} ` : "";
    return line(
      `${named(at)} ${title}${say.roles[role]}${filter}${say.colon}${left === null ? "—" : counted(left)}`,
    );
  });
  if (rows.length === 0) return [{ kind: "lines", lines: told }];
  const [at = "", times = "", written = ""] = say.rowColumns;
  const columns = [
    { title: at, right: true },
    { title: times, right: true },
    { title: written, grows: true },
    ...steps.map((_, step) => ({ title: named(step), right: true })),
  ];
  const followed = rows.map((one) =>
    row([
      cell(String(one.line)),
      cell(counted(one.times)),
      cell(one.written),
      ...one.left.map((left, step) => {
        const lost = left !== null && left < (step === 0 ? one.times : (one.left[step - 1] ?? left));
        return cell(left === null ? "—" : counted(left), lost ? "warn" : "muted");
      }),
    ]),
  );
  return [{ kind: "lines", lines: told }, plainTable(columns, followed)];
}

function coverageLines(one: TestCoverage, listed: boolean, language: Language): string[] {
  const say = testWords[language];
  return [
    say.covered(one.plan, one.covered, one.measured),
    ...(one.noMet.length === 0 ? [] : [say.noMet(one.noMet.join(", "))]),
    ...(one.noMissed.length === 0 ? [] : [say.noMissed(one.noMissed.join(", "))]),
    ...(one.branches === 0 ? [] : [say.branches(one.taken, one.branches, one.percent)]),
    ...(listed
      ? one.untaken.map(
          ({ file, line: at, indicator, role, text, never }) =>
            `    ${file}:${at} ${indicator} ${role} ${text} — ${say.never[never]}`,
        )
      : one.untaken.length === 0
        ? []
        : [say.more]),
  ];
}
