import Fraction from "fraction.js";
import { assess } from "../../src/assess/assess.ts";
import { type Day, parseDay } from "../../src/model/day.ts";
import type { Evidence, Figures, IndicatorEvidence, Lack, ReportedFigure } from "../../src/model/evidence.ts";
import type { Language } from "../../src/model/language.ts";
import { type Aggregate, everyRow, type Measure, type MeasureKind } from "../../src/model/measure.ts";
import type { Past } from "../../src/model/past.ts";
import type { Direction, Indicator, Plan, Scope, Task } from "../../src/model/plan.ts";
import { plainPresentation } from "../../src/model/presentation.ts";
import type {
  IndicatorReport,
  IndicatorUnit,
  Report,
  TaskReport,
  UnitReport,
} from "../../src/model/report.ts";
import type { Unit } from "../../src/model/unit.ts";
import type { Waiver } from "../../src/model/waiver.ts";

type Num = number | string;

/** What was tallied: a number, good rows of all rows, or null where rows lack the value. */
export type Tallied = Num | null | readonly [of: Num | null, to: Num | null];

/** What 指标填报 says: 数值, or 分子 and 分母, or all three. */
export interface Said {
  readonly value?: Num;
  readonly of?: Num;
  readonly to?: Num;
}

export interface Rule {
  readonly id?: string;
  readonly kind?: MeasureKind;
  readonly needs?: Measure["needs"];
  readonly distinct?: boolean;
  readonly measuredIn?: string;
  readonly direction?: Direction;
  readonly threshold?: Num | null;
  readonly stages?: readonly (readonly [deadline: string, threshold: Num])[];
  readonly deadline?: string | null;
  readonly ongoing?: boolean;
  readonly scope?: Scope;
  readonly responsible?: readonly string[];
  readonly lead?: readonly string[];
  readonly shares?: Readonly<Record<string, Num>>;
  readonly table?: Readonly<Record<string, Num>>;
  readonly weight?: Num;
  readonly worst?: Num;
  readonly baseline?: readonly [value: Num, date: string];
  /** Tallies by unit; the whole pools them unless it is given. */
  readonly units?: Readonly<Record<string, Tallied>>;
  readonly whole?: Tallied;
  readonly lacks?: readonly Lack[];
  readonly namesUnits?: boolean;
  readonly formula?: string;
  readonly said?: Readonly<Record<string, Said>>;
  readonly saidOfWhole?: Said;
}

export interface Duty {
  readonly id?: string;
  readonly deadline?: string | null;
  readonly ongoing?: boolean;
  readonly weight?: Num;
  readonly responsible?: readonly string[];
}

export interface Entry {
  readonly status?: string;
  readonly on?: string;
  readonly rate?: Num;
}

export interface Story {
  readonly units?: readonly (string | (Partial<Unit> & { readonly name: string }))[];
  readonly rules?: readonly Rule[];
  readonly tasks?: readonly Duty[];
  /** By task, then unit; without it there is no 任务台账. */
  readonly ledger?: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
  readonly strangers?: readonly string[];
  readonly bands?: readonly (readonly [from: Num, name: string])[];
  readonly order?: readonly string[];
  readonly asOf?: string;
  readonly period?: readonly [start: string, end: string];
  readonly sha256?: string;
  readonly inputs?: readonly { readonly file: string; readonly sha256: string }[];
  readonly headroom?: Num;
  readonly escalation?: readonly (readonly [
    after: number,
    step: string,
    counts?: "overdue" | "unmet",
    tasks?: boolean,
  ])[];
  /** Earlier runs, oldest first; without them nothing has moved. */
  readonly history?: readonly Past[];
  readonly baseline?: string;
  readonly workingDays?: (from: Day, to: Day) => number | null;
  readonly language?: Language;
  readonly waivers?: readonly Waiver[];
}

export const DEADLINE = "2022-10-25";

/** Assesses a story; a rule left to itself wants at least 90 % by 2022-10-25, as of 2022-10-20. */
export function tell(story: Story): Report {
  const units = (story.units ?? ["甲", "乙", "丙"]).map(unitOf);
  const rules = (story.rules ?? []).map((rule, at) => ({ id: `i${at + 1}`, ...rule }));
  const tasks = (story.tasks ?? []).map((duty, at) => taskOf({ id: `t${at + 1}`, ...duty }, units));
  const plan: Plan = {
    id: "story",
    title: "测试方案",
    issuer: null,
    document: null,
    issued: day("2022-01-01"),
    period:
      story.period === undefined
        ? null
        : { start: day(story.period[0]), end: day(story.period[1]), yearly: true },
    timezone: "Asia/Shanghai",
    directory: { id: "测试", place: null, whole: [], prefixes: [], suffixes: [], groups: [], units },
    dictionary: { datasets: new Map() } as unknown as Plan["dictionary"],
    bands: (story.bands ?? usualBands).map(([from, name]) => ({ from: new Fraction(from), name })),
    presentation: plainPresentation,
    order: story.order ?? [],
    headroom: exact(story.headroom ?? null),
    escalation: (story.escalation ?? []).map(([after, step, counts = "overdue", tasks = false]) => ({
      after,
      step,
      counts,
      tasks,
    })),
    indicators: rules.map((rule) => indicatorOf(rule, units)),
    tasks,
    sha256: story.sha256 ?? "",
    file: "",
    files: [],
  };
  const evidence: Evidence = {
    indicators: new Map(rules.map((rule) => [rule.id, evidenceOf(rule)])),
    tasks: story.ledger === undefined ? null : ledgerOf(story.ledger),
    strangers: story.strangers ?? [],
    inputs: (story.inputs ?? []).map((input) => ({ ...input, format: "xlsx", sheets: [] })),
    synthetic: false,
    quality: {
      unknownUnits: [],
      lacks: [],
      rejectedCells: [],
      rejectedCellCount: 0,
      duplicates: [],
      totals: [],
      blanks: [],
      suspicions: [],
      freshness: [],
      notes: [],
    },
  };
  const asOf = day(story.asOf ?? "2022-10-20");
  const options = {
    asOf,
    language: story.language ?? "zh",
    version: "0",
    waivers: story.waivers,
    baseline: story.baseline,
    workingDays: story.workingDays,
  };
  return assess(plan, evidence, options, story.history);
}

/** The first indicator of a story of one rule. */
export function judged(rule: Rule, asOf?: string): IndicatorReport {
  return indicatorIn(tell({ rules: [rule], ...(asOf === undefined ? {} : { asOf }) }));
}

export function indicatorIn(report: Report, id = "i1"): IndicatorReport {
  return found(report.indicators.find((indicator) => indicator.id === id));
}

export function lineOf(indicator: IndicatorReport, unit: string): IndicatorUnit {
  return found(indicator.units.find((line) => line.unit === unit));
}

export function unitIn(report: Report, unit: string): UnitReport {
  return found(report.units.find((line) => line.unit === unit));
}

export function taskLine(report: Report, unit: string, id = "t1"): TaskReport["units"][number] {
  const task = found(report.tasks.find((candidate) => candidate.id === id));
  return found(task.units.find((line) => line.unit === unit));
}

export function day(text: string): Day {
  return found(parseDay(text) ?? undefined);
}

export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error("the story has no such thing");
  return thing;
}

const usualBands: readonly (readonly [Num, string])[] = [
  [90, "非常高"],
  [80, "高"],
  [70, "中"],
  [0, "低"],
];

function unitOf(given: string | (Partial<Unit> & { readonly name: string })): Unit {
  const own = typeof given === "string" ? { name: given } : given;
  return { full: null, aliases: [], groups: ["市政府各部门"], parent: null, assumed: false, ...own };
}

function pick(names: readonly string[] | undefined, units: readonly Unit[]): Unit[] {
  return names === undefined ? [...units] : units.filter((unit) => names.includes(unit.name));
}

function indicatorOf(rule: Rule & { readonly id: string }, units: readonly Unit[]): Indicator {
  const direction = rule.direction ?? "at-least";
  const relative = direction === "improve" || direction === "reduce";
  const threshold = rule.threshold === undefined ? (relative ? null : 90) : rule.threshold;
  const deadline = rule.deadline === undefined ? DEADLINE : rule.deadline;
  const stages = (rule.stages ?? [[deadline, threshold] as const]).map(([due, level]) => ({
    deadline: due === null ? null : day(due),
    threshold: exact(level),
    direction,
    more: null,
  }));
  const last = found(stages.at(-1));
  const shares = rule.shares ?? rule.table;
  return {
    id: rule.id,
    clause: `条款${rule.id}`,
    name: rule.id,
    measure: measureOf(rule),
    measuredIn: rule.measuredIn ?? "%",
    direction,
    threshold: last.threshold,
    stages,
    staged: rule.stages !== undefined,
    deadline: last.deadline,
    ongoing: rule.ongoing ?? false,
    responsible: rule.responsible ?? [],
    lead: rule.lead ?? [],
    units: pick(rule.responsible, units),
    leadUnits: pick(rule.lead ?? [], units),
    scope: rule.scope ?? "each",
    quota:
      shares === undefined
        ? null
        : new Map(Object.entries(shares).map(([unit, share]) => [unit, new Fraction(share)])),
    quotaIsTable: rule.table !== undefined,
    weight: new Fraction(rule.weight ?? 1),
    worst: exact(rule.worst ?? null),
    dimension: null,
    ease: null,
    baseline:
      rule.baseline === undefined
        ? null
        : { value: new Fraction(rule.baseline[0]), date: day(rule.baseline[1]) },
    remedy: null,
    note: null,
    formula: { zh: rule.formula ?? "", en: rule.formula ?? "" },
  };
}

const quotients: readonly MeasureKind[] = ["share", "ratio", "average"];

function measureOf({ kind = "share", needs, distinct = false }: Rule): Measure {
  const aggregate: Aggregate = {
    kind: distinct ? "distinct" : "count",
    dataset: "事项清单",
    fields: [],
    where: everyRow,
    by: "实施主体",
    together: [],
  };
  const usual = kind === "share" || kind === "reported" ? "things" : "amount";
  return {
    kind,
    of: kind === "reported" ? null : aggregate,
    to: quotients.includes(kind) ? aggregate : null,
    needs: needs ?? usual,
    that: null,
    required: [],
    leftOut: null,
  };
}

function taskOf(
  { id, deadline = DEADLINE, ongoing = false, weight, responsible }: Duty & { id: string },
  units: Unit[],
): Task {
  return {
    id,
    clause: `任务${id}`,
    name: id,
    start: null,
    deadline: deadline === null ? null : day(deadline),
    ongoing,
    recurrence: null,
    responsible: responsible ?? [],
    lead: [],
    units: pick(responsible, units),
    weight: exact(weight ?? null),
    note: null,
  };
}

function evidenceOf(rule: Rule): IndicatorEvidence {
  const units = new Map(
    Object.entries(rule.units ?? {}).map(([unit, tallied]) => [unit, figuresOf(tallied)]),
  );
  const tallied = rule.lacks === undefined && rule.kind !== "reported";
  const pooled = rule.whole === undefined ? pool([...units.values()], rule.kind) : figuresOf(rule.whole);
  return {
    lacks: rule.lacks ?? [],
    whole: tallied ? pooled : null,
    units: tallied ? units : new Map(),
    namesUnits: tallied && (rule.namesUnits ?? true),
    reported: {
      whole: rule.saidOfWhole === undefined ? null : saidOf(rule.saidOfWhole),
      units: new Map(Object.entries(rule.said ?? {}).map(([unit, said]) => [unit, saidOf(said)])),
    },
  };
}

function figuresOf(tallied: Tallied): Figures {
  if (tallied === null || typeof tallied !== "object")
    return { of: { value: exact(tallied), rows: tallied === null ? 0 : 1 }, to: null, present: 1 };
  const [of, to] = tallied.map(exact);
  const rows = Number(to ?? 0);
  // 0 of 0 is a unit without a row; 3 of 0 has rows, but none that the denominator asks for.
  const present = Math.max(rows, Number(of ?? 1));
  return { of: { value: of ?? null, rows: Number(of ?? 0) }, to: { value: to ?? null, rows }, present };
}

function pool(figures: readonly Figures[], kind: MeasureKind = "share"): Figures {
  const sum = (side: (one: Figures) => Fraction | null | undefined) =>
    figures.reduce<Fraction | null>((so, one) => {
      const next = side(one) ?? null;
      return next === null ? so : (so ?? new Fraction(0)).add(next);
    }, null);
  const of = { value: sum((one) => one.of.value), rows: figures.reduce((so, one) => so + one.of.rows, 0) };
  const to = quotients.includes(kind)
    ? { value: sum((one) => one.to?.value), rows: figures.reduce((so, one) => so + (one.to?.rows ?? 0), 0) }
    : null;
  return { of, to, present: figures.reduce((so, one) => so + one.present, 0) };
}

function saidOf({ value, of, to }: Said): ReportedFigure {
  return {
    value: exact(value ?? null),
    numerator: exact(of ?? null),
    denominator: exact(to ?? null),
    day: null,
    at: "",
  };
}

function ledgerOf(ledger: NonNullable<Story["ledger"]>): Evidence["tasks"] {
  return new Map(
    Object.entries(ledger).map(([task, entries]) => [
      task,
      new Map(
        Object.entries(entries).map(([unit, { status, on, rate }]) => [
          unit,
          {
            status: status ?? null,
            completedOn: on === undefined ? null : day(on),
            rate: exact(rate ?? null),
            evidence: null,
          },
        ]),
      ),
    ]),
  );
}

function exact(value: Num | null): Fraction | null {
  return value === null ? null : new Fraction(value);
}
