import { isAbsolute, resolve } from "node:path";
import type { Dictionary } from "../model/dataset.ts";
import type { Day } from "../model/day.ts";
import type { Mapping } from "../model/mapping.ts";
import type { Plan } from "../model/plan.ts";
import type { Waiver } from "../model/waiver.ts";
import { loadDictionary, loadPlan } from "../plan/load.ts";
import { loadMapping } from "../plan/mapping.ts";
import type { OptionReader } from "./options.ts";
import { isUnitSheet, readUnitSheet } from "./unit-sheet.ts";

export interface RuleFiles {
  readonly units: string | undefined;
  readonly mapping?: string | undefined;
  readonly waivers?: string | undefined;
  /** Says what to run; never read for its rules. */
  readonly config?: string | undefined;
}

/** The rule files that flags name. */
export function ruleFilesOf(read: OptionReader): RuleFiles {
  return {
    units: read.text("units"),
    mapping: read.text("mapping"),
    waivers: read.text("waivers"),
    config: read.text("config"),
  };
}

/** A plan with its units, which may be listed in a spreadsheet. */
export async function planNamed(name: string, { units }: RuleFiles, cwd: string): Promise<Plan> {
  const path = units === undefined || isAbsolute(units) ? units : resolve(cwd, units);
  const listed =
    units !== undefined && path !== undefined && isUnitSheet(path)
      ? await readUnitSheet({ path, display: units })
      : units;
  return loadPlan(name, { cwd, units: listed });
}

/** Every file that a plan and its mapping were read from. */
export function filesBehind(plan: Plan, { units, mapping, waivers, config }: RuleFiles): string[] {
  return [...plan.files, ...[units ?? [], mapping ?? [], waivers ?? [], config ?? []].flat()];
}

export interface Rules {
  readonly plan: Plan;
  readonly mapping: Mapping | null;
}

/** A plan, and the mapping that is checked against its dictionary. */
export async function planAndMapping(name: string, files: RuleFiles, cwd: string): Promise<Rules> {
  const plan = await planNamed(name, files, cwd);
  return { plan, mapping: await mappingNamed(files, plan, cwd) };
}

/** The mapping without a plan. */
export async function dictionaryAndMapping(
  files: RuleFiles,
  cwd: string,
): Promise<{ dictionary: Dictionary; mapping: Mapping | null }> {
  const dictionary = await loadDictionary({ cwd });
  return { dictionary, mapping: await mappingNamed(files, { dictionary, timezone: "Asia/Shanghai" }, cwd) };
}

/** The waivers that hold on a day; none without a file of them. */
export async function waiversNamed(
  { waivers }: RuleFiles,
  plan: Plan,
  asOf: Day,
  cwd: string,
): Promise<readonly Waiver[]> {
  if (waivers === undefined) return [];
  const { loadWaivers } = await import("../plan/waivers.ts");
  return loadWaivers(waivers, { cwd, plan, asOf });
}

async function mappingNamed(
  { mapping }: RuleFiles,
  { dictionary, timezone }: Pick<Plan, "dictionary" | "timezone">,
  cwd: string,
): Promise<Mapping | null> {
  return mapping === undefined ? null : loadMapping(mapping, { cwd, dictionary, timezone });
}
