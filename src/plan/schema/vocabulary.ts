import type { Dictionary, Field } from "../../model/dataset.ts";
import type { Plan } from "../../model/plan.ts";
import { display } from "../rule-files.ts";
import { readYaml } from "../yaml-file.ts";

export interface DatasetNames {
  readonly name: string;
  readonly fields: readonly Field[];
}

/** The names that a plan's files may use. */
export interface Vocabulary {
  readonly plan: string;
  readonly indicators: readonly string[];
  readonly datasets: readonly DatasetNames[];
  /** DATASET.FIELD of every field, and of those that can be summed. */
  readonly fields: readonly string[];
  readonly amounts: readonly string[];
  readonly units: readonly string[];
  /** Groups, the plan's own among them, then units. */
  readonly bound: readonly string[];
  /** What may be written for a field with a closed list, null for the rest. */
  readonly valuesOf: (field: Field) => readonly (string | number | boolean)[] | null;
}

/** Groups that only the plan names are read from its files again: a loaded plan has them spelt out. */
export async function vocabularyOf(plan: Plan, cwd: string): Promise<Vocabulary> {
  // Behind a plan's own files stand its dictionary and its directory.
  const sources = await Promise.all(
    plan.files.slice(0, -2).map((file) => readYaml(file, display(file, cwd))),
  );
  const own = sources.flatMap(({ data }) => Object.keys((data as { groups?: object }).groups ?? {}));
  return wordsOf(plan, own);
}

function wordsOf(plan: Plan, ownGroups: readonly string[]): Vocabulary {
  const { dictionary, directory } = plan;
  const datasets = [...dictionary.datasets.values()].map(({ name, fields }) => ({
    name,
    fields: [...fields.values()],
  }));
  const named = datasets.flatMap(({ name, fields }) =>
    fields.map((field) => ({ id: `${name}.${field.name}`, field })),
  );
  const units = directory.units.map(({ name }) => name);
  return {
    plan: plan.id,
    indicators: plan.indicators.map(({ id }) => id),
    datasets,
    fields: named.map(({ id }) => id),
    amounts: named
      .filter(({ field }) => ["number", "rate", "limit"].includes(field.type))
      .map(({ id }) => id),
    units,
    bound: [...new Set([...ownGroups, ...directory.groups, ...units])],
    valuesOf: (field) => valuesOf(field, dictionary),
  };
}

function valuesOf(field: Field, { codes, words }: Dictionary): (string | number | boolean)[] | null {
  if (field.type === "flag") {
    const spellings = [...words.yes, ...words.no];
    return [...new Set(["是", "否", ...spellings.flatMap(asYaml), true, false])];
  }
  const list = field.codes === null ? undefined : codes.get(field.codes);
  if (list === undefined) return null;
  const spellings = Object.values(list.values).flat();
  return [
    ...new Set([...Object.keys(list.values), ...Object.keys(list.groups), ...spellings].flatMap(asYaml)),
  ];
}

/** What is written 1 without quotes is a number to an editor. */
function asYaml(text: string): (string | number)[] {
  return /^\d+$/.test(text) ? [text, Number(text)] : [text];
}
