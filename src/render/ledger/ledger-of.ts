import type { Assessment } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import type {
  FoundGroup,
  FoundRow,
  Ledger,
  LedgerFindings,
  LedgerGroup,
  Priority,
} from "../../model/ledger.ts";
import { ledgerId } from "../../model/ledger-id.ts";
import { wholeName } from "../../model/presentation.ts";
import type { IndicatorReport, Report, TaskReport } from "../../model/report.ts";
import { targetText, valueText } from "../figures.ts";
import { neededText } from "../needed.ts";

export interface LedgerOptions {
  readonly language: Language;
  readonly limit: number;
  readonly mask: boolean;
  /** What would make the rows of an indicator right, in words; "" where no filter says it. */
  readonly cure: (indicator: string) => string;
}

/** The rows that were found, under the units and figures of the report. */
export function ledgerOf(report: Report, findings: LedgerFindings, options: LedgerOptions): Ledger {
  const { plan, tool, asOf, synthetic } = report;
  const { id, title, document } = plan;
  const groups = [
    ...report.indicators.flatMap((indicator) =>
      findings.groups
        .filter((group) => group.indicator === indicator.id)
        .map((group) => placed(group, indicator, report, options)),
    ),
    ...report.tasks.flatMap((task) =>
      findings.groups
        .filter((group) => group.indicator === task.id)
        .map((group) => ({ unit: group.unit, group: ofTask(group, task, report, options) })),
    ),
  ];
  const known = report.units.filter(({ unknown }) => !unknown).map(({ unit }) => unit);
  const named = [...new Set([...known, ...groups.flatMap(({ unit }) => unit ?? [])])];
  return {
    plan: { id, title, document },
    tool,
    asOf,
    synthetic,
    whole: wholeName(report, options.language),
    units: [...named, null].flatMap((unit) => {
      const own = groups.filter((one) => one.unit === unit && one.group.rows.length > 0);
      return own.length === 0 ? [] : [{ unit, groups: own.map(({ group }) => group) }];
    }),
    limit: options.limit,
    mask: options.mask,
    outside: report.indicators.flatMap(({ id, clause, name }) => {
      const rows = findings.outside.get(id) ?? 0;
      return rows === 0 ? [] : [{ clause, name, rows }];
    }),
  };
}

function placed(
  group: FoundGroup,
  indicator: IndicatorReport,
  report: Report,
  options: LedgerOptions,
): { unit: string | null; group: LedgerGroup } {
  const { language } = options;
  const shared = indicator.scope === "shared";
  // What is nobody's alone falls to who leads, else to the whole.
  const isFigure = group.rows.every(({ fault }) => fault.kind === "figure" || fault.kind === "reported");
  const unit = group.unit ?? (shared && isFigure ? (leadOf(indicator) ?? wholeName(report, language)) : null);
  const own = indicator.units.find((one) => one.unit === group.unit);
  const found: Assessment = shared || own === undefined ? indicator.whole : own;
  const need = shared || own !== undefined ? neededText(indicator, found, language) : "";
  const { fix = null, move = null } = (shared ? null : own?.needed) ?? {};
  const requirement = [options.cure(indicator.id), indicator.remedy ?? ""].filter((part) => part !== "");
  return {
    unit,
    group: {
      ...listed(group, unit, fix ?? move, indicator.id, report),
      kind: "indicator",
      clause: indicator.clause,
      name: indicator.name,
      requirement: requirement.join(language === "zh" ? "；" : "; "),
      value: valueText(indicator, found, language),
      target: targetText(indicator, found, language),
      need,
      shared,
      overdue: found.status === "overdue",
      deadline: found.deadline,
      daysLeft: found.daysLeft,
    },
  };
}

function leadOf({ lead, units }: IndicatorReport): string | null {
  return (
    lead.find((name) => units.some(({ unit }) => unit === name)) ??
    (units.length === 1 ? (units[0]?.unit ?? null) : null)
  );
}

function ofTask(group: FoundGroup, task: TaskReport, report: Report, options: LedgerOptions): LedgerGroup {
  const own = task.units.find(({ unit }) => unit === group.unit);
  const done = {
    zh: "完成任务，并在任务台账登记完成日期和佐证材料",
    en: "do it, and enter its date and evidence in 任务台账",
  };
  return {
    ...listed(group, group.unit, 1, task.id, report),
    kind: "task",
    clause: task.clause,
    name: task.name,
    requirement: done[options.language],
    value: own?.rate == null ? "" : `${Number((own.rate * 100).toFixed(2))}%`,
    target: { zh: "完成", en: "done" }[options.language],
    need: "",
    shared: false,
    overdue: own?.status === "overdue",
    deadline: task.deadline,
    daysLeft: own?.daysLeft ?? null,
  };
}

function listed(
  group: FoundGroup,
  unit: string | null,
  needed: number | null,
  rule: string,
  report: Report,
): FoundGroup & Pick<LedgerGroup, "ids" | "priorities" | "leftOut"> {
  return {
    ...group,
    ids: idsOf(group, { plan: report.plan.id, rule, unit }),
    priorities: prioritiesOf(group, needed),
    leftOut: group.total - group.rows.length,
  };
}

/** Which rows suffice, in their order: of 570 at a need of 20 the first 20. */
function prioritiesOf({ rows, amount, total }: FoundGroup, needed: number | null): (Priority | null)[] {
  if (needed === null || amount === null) return rows.map(() => null);
  let met = 0;
  const suffice = rows.map(({ weight }) => {
    const before = met;
    met += weight ?? 0;
    return before < needed - 1e-9;
  });
  const all = amount <= needed + 1e-9 || (rows.length === total && suffice.every((one) => one));
  return suffice.map((one) => (all ? "required" : one ? "first" : "spare"));
}

/** The same for a record in every export; rows that nothing tells apart are numbered as they stand. */
function idsOf(
  { rows }: FoundGroup,
  { plan, rule, unit }: { readonly plan: string; readonly rule: string; readonly unit: string | null },
): string[] {
  const repeats = repeatsAmong(rows);
  return rows.map((row) => {
    const nth = repeats.get(row) ?? 0;
    return ledgerId({ plan, rule, unit, record: row.identity, nth });
  });
}

/** How many like it stand before a row, where there are any. */
function repeatsAmong(rows: readonly FoundRow[]): ReadonlyMap<FoundRow, number> {
  const seen = new Set<string>();
  const repeated = new Map<string, number>();
  for (const { identity } of rows) {
    if (seen.has(identity)) repeated.set(identity, 0);
    seen.add(identity);
  }
  const alike = rows.filter(({ identity }) => repeated.has(identity)).toSorted(byPlace);
  return new Map(
    alike.map((row) => {
      const nth = repeated.get(row.identity) ?? 0;
      repeated.set(row.identity, nth + 1);
      return [row, nth];
    }),
  );
}

function byPlace(a: FoundRow, b: FoundRow): number {
  const [here, there] = [a.place, b.place];
  if (here === null || there === null) return 0;
  if (here.file !== there.file) return here.file < there.file ? 1 : -1;
  return here.sheet === there.sheet ? here.row - there.row : 0;
}
