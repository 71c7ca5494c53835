import { assess } from "../../assess/assess.ts";
import { probedRows } from "../../engine/row-probes.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { Language } from "../../model/language.ts";
import type { Filter } from "../../model/measure.ts";
import type { Indicator, Plan } from "../../model/plan.ts";
import type { Report } from "../../model/report.ts";
import type { RuleTest, TestSheet, Trace, TracedChain } from "../../model/rule-test.ts";
import { Literals } from "../../plan/literals.ts";
import { explanationAsJson } from "../../render/explanation-view.ts";
import { accountOf } from "../explain/account.ts";
import { type Probes, probesFor } from "../explain/probes.ts";
import { ruleOf } from "../explain/rule.ts";
import { gatherTest } from "./gather-test.ts";

/** Beyond these a row is not followed: a thousand rows alike are told by their count. */
const MOST_FOLLOWED = 2000;

/** How the figures of a test came about: the formula with its numbers, and each written row at each filter. */
export async function traceOf(
  plan: Plan,
  indicator: Indicator,
  test: RuleTest,
  language: Language,
): Promise<Trace> {
  const probes = probesFor(indicator, plan.dictionary);
  const followed = probes.chains.map(({ chain }) => ({
    chain,
    rows: followedRows(chain.dataset, test, plan, probes, chain),
  }));
  const evidence = await gatherTest(probes.beside(plan), test);
  const report = assess(plan, evidence, { asOf: test.asOf, language, version: "0" });
  const account = accountOf({ plan, indicator, evidence, report, probes, language }, null);
  const explanation = { ...ruleOf(plan, indicator, null, language), account };
  const told = explanationAsJson(explanation, language).whole;
  const chains = account.whole.chains.map((chain, at): TracedChain => {
    const rows = (followed[at]?.rows ?? []).map(({ handles, ...row }) => ({
      ...row,
      left: handles.map((handle) => (handle === null ? null : probedRows(evidence, handle, null))),
    }));
    return { ...chain, rows };
  });
  return { formula: told?.formula ?? "", chains, notes: notesOf(report, language) };
}

function notesOf({ quality }: Report, language: Language): string[] {
  const unread = quality.rejectedCells.map(({ field, value, reason }) =>
    unreadCell[language](field, value, reason),
  );
  // How old the rows of a test are says nothing.
  const told = quality.notes.filter(({ code }) => code !== "data-behind");
  return [...unread, ...told.map(({ text }) => text)];
}

const unreadCell = {
  zh: (field: string, value: string, reason: string) => `读不懂，按空白算：${field} “${value}”，${reason}`,
  en: (field: string, value: string, reason: string) =>
    `not read, taken as blank: ${field} "${value}", ${reason}`,
} satisfies Record<Language, unknown>;

interface Followed {
  readonly line: number;
  readonly times: number;
  readonly written: string;
  readonly handles: readonly (string | null)[];
}

function followedRows(
  name: string,
  { sheets }: RuleTest,
  plan: Plan,
  probes: Probes,
  chain: Probes["chains"][number]["chain"],
): Followed[] {
  const dataset = plan.dictionary.datasets.get(name);
  const sheet = sheets.find((one) => one.dataset === name);
  if (dataset === undefined || sheet === undefined) return [];
  const literals = new Literals(plan.dictionary, plan.timezone);
  // Several rows may stand on one line.
  const groups = new Map<string, number[]>();
  for (const at of sheet.rows.keys()) {
    const key = `${sheet.lines[at]} ${writtenIn(sheet, at)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  }
  return [...groups.values()].map((places): Followed => {
    const [first = 0] = places;
    const own = places.length > MOST_FOLLOWED ? null : rowsFilter(places, sheet, dataset, literals);
    const handles = chain.steps.map(({ so }) =>
      own === null ? null : probes.add(name, chain.by, { kind: "all", filters: [own, so] }),
    );
    return { line: sheet.lines[first] ?? 0, times: places.length, written: writtenIn(sheet, first), handles };
  });
}

/** The rows with these keys; null where the dataset has none to tell rows apart by. */
function rowsFilter(
  places: readonly number[],
  { headings, rows }: TestSheet,
  { key, fields }: Dataset,
  literals: Literals,
): Filter | null {
  if (key.length === 0) return null;
  const filters = places.map((place): Filter | null => {
    const tests = key.map((name): Filter | null => {
      const field = fields.get(name);
      const at = headings.findIndex((heading) => [name, ...(field?.aliases ?? [])].includes(heading));
      const values = field === undefined ? undefined : literals.read(field, rows[place]?.[at] ?? "");
      return values === undefined ? null : { kind: "test", field: name, test: { op: "equals", values } };
    });
    const known = tests.filter((test) => test !== null);
    return known.length === key.length ? { kind: "all", filters: known } : null;
  });
  const known = filters.filter((filter) => filter !== null);
  return known.length === places.length ? { kind: "any", filters: known } : null;
}

/** "办件类型=即办件 实施主体=市公安局": what a row says, without the numbers that it was given. */
function writtenIn({ headings, rows, numbered }: TestSheet, place: number): string {
  const cells = rows[place] ?? [];
  return headings
    .flatMap((heading, at) =>
      numbered.includes(heading) || cells[at] === "" ? [] : [`${heading}=${cells[at]}`],
    )
    .join(" ");
}
