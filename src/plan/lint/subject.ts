import type { Config } from "../../model/config.ts";
import type { Dictionary } from "../../model/dataset.ts";
import type { Mapping } from "../../model/mapping.ts";
import type { Indicator, Plan, PlanFrame, Task } from "../../model/plan.ts";
import type { UnitDirectory } from "../../model/unit.ts";
import type { Waiver } from "../../model/waiver.ts";
import type { WordingFile } from "../../model/wording.ts";
import type { RuleTests } from "../rule-tests.ts";
import type { Path } from "../yaml-file.ts";

export type Plain = Readonly<Record<string, unknown>>;

/** A loaded indicator beside what its file says, defaults left out. */
export interface IndicatorAt {
  readonly indicator: Indicator;
  readonly raw: Plain;
  readonly at: Path;
  /** As problems call it. */
  readonly owner: string;
}

export interface TaskAt {
  readonly task: Task;
  readonly raw: Plain;
  readonly at: Path;
  readonly owner: string;
}

/** What lint rules look at, by the kind of file. */
export interface Subjects {
  readonly plan: {
    readonly plan: Plan;
    readonly file: PlanFrame;
    readonly path: string;
    readonly indicators: readonly IndicatorAt[];
    readonly tasks: readonly TaskAt[];
    /** The plan's test file as problems call it, and the indicators with a case; null where there is no file. */
    readonly tests: { readonly file: string; readonly ids: ReadonlySet<string> | null };
  };
  readonly datasets: { readonly dictionary: Dictionary; readonly data: Plain };
  readonly units: { readonly directory: UnitDirectory };
  readonly tests: { readonly tests: RuleTests; readonly data: Plain };
  readonly mapping: { readonly mapping: Mapping; readonly data: Plain };
  readonly config: { readonly config: Config };
  readonly waivers: { readonly waivers: readonly Waiver[] };
  readonly wording: { readonly wording: WordingFile };
}
export type Subject = keyof Subjects;

export function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The entry of a map, and an empty one where there is none. */
export function mapIn(value: unknown, key: string): Plain {
  const found = isPlain(value) ? value[key] : undefined;
  return isPlain(found) ? found : {};
}

/** Names written one or several. */
export function namesAt(value: unknown): readonly string[] {
  return [value ?? []].flat().filter((name) => typeof name === "string");
}
