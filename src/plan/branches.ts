import type { Dataset } from "../model/dataset.ts";
import { everyRow, type Filter } from "../model/measure.ts";
import type { Plan } from "../model/plan.ts";
import type { Place } from "../problem.ts";
import { splitName } from "./derived.ts";
import { type FilterContext, filterOf } from "./filters.ts";
import { Findings } from "./findings.ts";
import { Literals } from "./literals.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

/** A test that a rule writes: a condition on a field, or a map within any, all or none. */
export interface Branch {
  readonly indicator: string;
  readonly role: "where" | "that";
  readonly dataset: string;
  readonly by: string | null;
  /** The rows that it is tried on: of a share's `that`, those that pass the `where`. */
  readonly context: Filter;
  readonly filter: Filter;
  readonly at: Place;
}

type RawMap = Readonly<Record<string, unknown>>;
type Found = Omit<Branch, "indicator">;

/** The branches of every indicator, as its filters are written; the plan has been found right before. */
export function branchesOf(plan: Plan, source: YamlFile): Branch[] {
  const written = mapOf(source.data).indicators;
  const walker = new BranchWalk(plan, source);
  return (Array.isArray(written) ? written : []).flatMap((raw, index) => {
    const { id, measure } = mapOf(raw);
    return walker
      .measure(mapOf(measure), ["indicators", index, "measure"])
      .map((found): Branch => ({ indicator: String(id), ...found }));
  });
}

const combiners: readonly string[] = ["any", "all", "none"];

class BranchWalk {
  private readonly plan: Plan;
  private readonly source: YamlFile;
  private readonly context: FilterContext;

  constructor(plan: Plan, source: YamlFile) {
    this.plan = plan;
    this.source = source;
    const { dictionary, timezone } = plan;
    const literals = new Literals(dictionary, timezone);
    this.context = { owner: "", dictionary, literals, findings: new Findings(source) };
  }

  measure(raw: RawMap, path: Path): Found[] {
    const dataset = this.datasetOf(raw);
    const sides = mapOf(raw.ratio);
    const inside = (["of", "to"] as const).flatMap((side) =>
      sides[side] === undefined ? [] : this.measure(mapOf(sides[side]), [...path, "ratio", side]),
    );
    // A `where` beside `ratio` is of the dataset that both sides are of.
    const own = dataset ?? this.datasetOf(mapOf(sides.of));
    if (own === undefined) return inside;
    const where = this.map(raw.where, own, "where", everyRow, [...path, "where"]);
    const passing = filterOf(raw.where, own, [...path, "where"], this.context);
    return [...inside, ...where, ...this.map(raw.that, own, "that", passing, [...path, "that"])];
  }

  private map(raw: unknown, dataset: Dataset, role: Branch["role"], context: Filter, path: Path): Found[] {
    return Object.entries(mapOf(raw)).flatMap(([key, value]): Found[] => {
      const at = [...path, key];
      if (combiners.includes(key) && !dataset.fields.has(key))
        return (Array.isArray(value) ? value : []).flatMap((item, index): Found[] => {
          const inside = this.map(item, dataset, role, context, [...at, index]);
          // A map of one key is that key's own test.
          const whole = Object.keys(mapOf(item)).length > 1;
          return whole ? [this.branch(item, dataset, role, context, [...at, index]), ...inside] : inside;
        });
      const operators = mapOf(value);
      if (Object.keys(operators).length === 0 || "field" in operators)
        return [this.branch({ [key]: value }, dataset, role, context, at)];
      return Object.entries(operators).flatMap(([operator, operand]) => {
        if (operator === "where") return [];
        const test = operator === "in" ? operators : { [operator]: operand };
        const own = this.branch({ [key]: test }, dataset, role, context, [...at, operator]);
        return operator === "in" ? [own, ...this.joined(operators, [...at, "where"])] : [own];
      });
    });
  }

  /** The tests on the other dataset of `in`. */
  private joined(operators: RawMap, path: Path): Found[] {
    const other = this.plan.dictionary.datasets.get(splitName(operators.in)?.dataset ?? "");
    return other === undefined ? [] : this.map(operators.where, other, "where", everyRow, path);
  }

  private branch(raw: unknown, dataset: Dataset, role: Branch["role"], context: Filter, path: Path): Found {
    const filter = filterOf(raw, dataset, path, this.context);
    return {
      role,
      dataset: dataset.name,
      by: dataset.unit,
      context,
      filter,
      at: this.source.locate(path, "key"),
    };
  }

  private datasetOf(raw: RawMap): Dataset | undefined {
    const { share, count, sum, average, distinct, latest } = raw;
    const name =
      share ?? count ?? mapOf(distinct).dataset ?? splitName(sum ?? average ?? distinct ?? latest)?.dataset;
    return this.plan.dictionary.datasets.get(String(name));
  }
}

function mapOf(raw: unknown): RawMap {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as RawMap) : {};
}
