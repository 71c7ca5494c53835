import { fileURLToPath } from "node:url";
import Fraction from "fraction.js";
import { CellKind } from "../../src/model/cell.ts";
import type { Dictionary, Field } from "../../src/model/dataset.ts";
import { formatDay } from "../../src/model/day.ts";
import { readingOf } from "../../src/model/reading/reading.ts";
import type { Value } from "../../src/model/value.ts";
import { DictionaryDraft } from "../../src/plan/dictionary.ts";
import { Findings } from "../../src/plan/findings.ts";
import { readYaml } from "../../src/plan/yaml-file.ts";

/** The dictionary that comes with the tool. */
export async function bundledDictionary(): Promise<Dictionary> {
  const path = fileURLToPath(new URL("../../rules/datasets.yaml", import.meta.url));
  const findings = new Findings(await readYaml(path, "datasets.yaml"));
  const draft = new DictionaryDraft();
  draft.addFile(findings);
  const dictionary = draft.close();
  if (dictionary === undefined || findings.problems.length > 0)
    throw new Error("the dictionary has problems");
  return dictionary;
}

export function fieldIn(dictionary: Dictionary, name: string): Field {
  const [dataset = "", field = ""] = name.split(".");
  const found = dictionary.datasets.get(dataset)?.fields.get(field);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
}

export type Kind = keyof typeof CellKind;

export interface CellOptions {
  readonly kind?: Kind;
  readonly unit?: string | null;
  readonly date1904?: boolean;
  readonly timezone?: string;
}

/** Reads one cell of a field and shows what it came to: days as dates, fractions as decimals or n/d. */
export function cellReader(dictionary: Dictionary) {
  return (field: Field, text: string, options: CellOptions = {}): string => {
    const { kind = "text", unit = null, date1904 = false, timezone = "Asia/Shanghai" } = options;
    const value = readingOf({ dictionary, timezone, date1904 })(field)(text, CellKind[kind], unit);
    return show(value, field);
  };
}

export function show(value: Value | undefined, field: Field): string {
  if (value === undefined) return "refused";
  if (value === null) return "missing";
  if (typeof value === "number" && (field.type === "date" || field.type === "year")) return formatDay(value);
  if (value instanceof Fraction) return decimalOf(value);
  return Array.isArray(value) ? value.join("+") : String(value);
}

function decimalOf(value: Fraction): string {
  const decimal = value.toString(20);
  return decimal.includes("(") ? value.toFraction() : decimal;
}
