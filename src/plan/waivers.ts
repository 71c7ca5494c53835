import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Day, formatDay, parseDay } from "../model/day.ts";
import { dueOf, instanceId } from "../model/duties.ts";
import type { Plan } from "../model/plan.ts";
import type { Unit } from "../model/unit.ts";
import { UnitNames } from "../model/unit-names.ts";
import { EVERYBODY, type Waiver, type WaiverEntry, waiversSchema } from "../model/waiver.ts";
import { ProblemError } from "../problem.ts";
import { dayIn } from "./days.ts";
import { Findings } from "./findings.ts";
import { namesIn } from "./groups.ts";
import { display, requireKind } from "./rule-files.ts";
import { type Path, readYaml } from "./yaml-file.ts";

export interface WaiversOptions {
  readonly cwd: string;
  readonly plan: Plan;
  /** The day that the data is judged on: a waiver holds to the end of its last day. */
  readonly asOf: Day;
}

/**
 * Loads the waivers of a plan; those that have expired or that concern nobody are problems.
 * @throws ProblemError with every problem at once.
 */
export async function loadWaivers(file: string, { cwd, plan, asOf }: WaiversOptions): Promise<Waiver[]> {
  const path = resolve(cwd, file);
  const findings = new Findings(await readYaml(path, display(path, cwd)));
  requireKind(findings, "waivers");
  const parsed = findings.parse(waiversSchema, findings.source.data);
  if (parsed !== undefined && !isFor(parsed.waivers, path, plan))
    findings.add("R062", ["waivers"], { name: parsed.waivers, plan: plan.id });
  // Of another plan every name would be wrong: one sentence says it.
  if (findings.problems.some(({ code }) => code === "R062")) throw new ProblemError(findings.problems);
  const check = new EntryCheck(plan, asOf, findings);
  const waivers = parsed?.entries.flatMap((entry, index) => check.entry(entry, ["entries", index])) ?? [];
  if (parsed === undefined || findings.problems.length > 0) throw new ProblemError(findings.problems);
  return waivers;
}

/** The plan that a file of waivers names: an id, looked for beside it and above it first, or a path. */
export function planOfWaivers(name: string, path: string): string {
  const folder = dirname(path);
  if (isPath(name)) return resolve(folder, name);
  const near = [".", ".."].map((up) => resolve(folder, up, `${name}.yaml`));
  return near.find((one) => existsSync(one)) ?? name;
}

function isFor(name: string, path: string, plan: Plan): boolean {
  return isPath(name) ? plan.files.includes(resolve(dirname(path), name)) : name === plan.id;
}

function isPath(name: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(name);
}

interface Subject {
  readonly kind: Waiver["kind"];
  readonly id: string;
  readonly units: readonly Unit[];
}

class EntryCheck {
  private readonly plan: Plan;
  private readonly asOf: Day;
  private readonly findings: Findings;
  private readonly names: UnitNames;
  private readonly lines = new Map<string, number>();

  constructor(plan: Plan, asOf: Day, findings: Findings) {
    this.plan = plan;
    this.asOf = asOf;
    this.findings = findings;
    this.names = new UnitNames(plan.directory);
  }

  entry(entry: WaiverEntry, at: Path): Waiver[] {
    const { reason, document } = entry;
    const expires = dayIn(entry.expires, [...at, "expires"], this.findings);
    const subject = this.subjectOf(entry, at);
    const units = this.unitsOf(entry, subject, at);
    if (subject === null || units === undefined) return [];
    if (parseDay(entry.expires) !== null && expires < this.asOf) {
      const with_ = { id: subject.id, document, expires: entry.expires, asOf: formatDay(this.asOf) };
      this.findings.add("R061", [...at, "expires"], with_);
    }
    this.refuseTwice(subject, units, at);
    return [
      { kind: subject.kind, id: subject.id, units, named: namesIn(entry.unit), reason, document, expires },
    ];
  }

  private subjectOf({ indicator, task }: WaiverEntry, at: Path): Subject | null {
    if ((indicator === undefined) === (task === undefined)) {
      if (indicator === undefined) this.findings.add("R004", at, { key: "indicator" });
      else this.findings.add("R060", [...at, "task"], {}, { key: true });
      return null;
    }
    return indicator === undefined ? this.taskNamed(task ?? "", at) : this.indicatorNamed(indicator, at);
  }

  private indicatorNamed(id: string, at: Path): Subject | null {
    const found = this.plan.indicators.find((one) => one.id === id);
    if (found !== undefined) {
      const leads = found.scope === "shared" ? found.leadUnits : [];
      return { kind: "indicator", id, units: [...new Set([...found.units, ...leads])] };
    }
    const near = this.plan.indicators.map((one) => one.id);
    this.findings.add(
      "R065",
      [...at, "indicator"],
      { of: "indicator", id, plan: this.plan.id },
      { near, name: id },
    );
    return null;
  }

  /** A task, or one period of a recurring one. */
  private taskNamed(id: string, at: Path): Subject | null {
    const [base = "", due] = id.split("@");
    const found = this.plan.tasks.find((one) => one.id === base);
    const day = due === undefined ? null : parseDay(due);
    const isPeriod = found !== undefined && day !== null && dueOf(found, day) === day;
    if (found !== undefined && (due === undefined || (isPeriod && instanceId(base, day) === id)))
      return { kind: "task", id, units: found.units };
    const near = this.plan.tasks.map((one) => one.id);
    this.findings.add("R065", [...at, "task"], { of: "task", id, plan: this.plan.id }, { near, name: id });
    return null;
  }

  /** Null is everybody; undefined where a name is wrong. */
  private unitsOf(
    entry: WaiverEntry,
    subject: Subject | null,
    at: Path,
  ): readonly string[] | null | undefined {
    const written = namesIn(entry.unit);
    if (written.includes(EVERYBODY) && written.length === 1) return null;
    const concerned = new Set<string>();
    let wrong = false;
    for (const [index, name] of written.entries()) {
      const place = typeof entry.unit === "string" ? [...at, "unit"] : [...at, "unit", index];
      const meant = this.named(name);
      const own = meant?.filter((unit) => subject === null || subject.units.includes(unit)) ?? [];
      if (meant === undefined) {
        const { directory } = this.plan;
        const near = [EVERYBODY, ...directory.groups, ...directory.units.map((unit) => unit.name)];
        this.findings.add("R013", place, { owner: `waiver of "${ruleNamed(entry)}"`, name }, { near });
      } else if (own.length === 0) this.findings.add("R063", place, { id: ruleNamed(entry), name });
      wrong ||= own.length === 0;
      for (const unit of own) concerned.add(unit.name);
    }
    return wrong ? undefined : [...concerned];
  }

  private named(name: string): readonly Unit[] | undefined {
    const { directory } = this.plan;
    if (directory.groups.includes(name)) return directory.units.filter(({ groups }) => groups.includes(name));
    const found = this.names.find(name);
    return found === undefined ? undefined : [found];
  }

  /** Two documents for one thing: nobody could say which of them holds, or until when. */
  private refuseTwice({ kind, id, units: all }: Subject, units: readonly string[] | null, at: Path): void {
    const line = this.findings.source.locate(at).line ?? 0;
    const keys = (units ?? all.map(({ name }) => name)).map((unit) => ({
      unit,
      key: `${kind} ${id} ${unit}`,
    }));
    const again = keys.find(({ key }) => this.lines.has(key));
    if (again !== undefined)
      this.findings.add("R064", at, { id, name: again.unit, line: this.lines.get(again.key) ?? 0 });
    for (const { key } of keys) if (!this.lines.has(key)) this.lines.set(key, line);
  }
}

function ruleNamed({ indicator, task }: WaiverEntry): string {
  return indicator ?? task ?? "";
}
