import { checksOf } from "../model/check.ts";
import {
  type CodeList,
  type Dataset,
  type Dictionary,
  datasetSchema,
  dictionarySchema,
  type Field,
  type FieldSpec,
  fieldSchema,
  type Words,
} from "../model/dataset.ts";
import { findCheckSlips } from "./checks.ts";
import { addDerived, type RawDerived, splitName } from "./derived.ts";
import type { Findings } from "./findings.ts";
import type { Path } from "./yaml-file.ts";

type OpenDataset = Omit<Dataset, "fields"> & { fields: Map<string, Field> };

/** A dictionary under construction: a plan adds its own datasets, fields and limits before it is closed. */
export class DictionaryDraft {
  private readonly datasets = new Map<string, OpenDataset>();
  private readonly derived: RawDerived[] = [];
  private codes: Record<string, CodeList> = {};
  private limits: Record<string, string> = {};
  private words: Words | undefined;

  addFile(findings: Findings): void {
    const file = findings.parse(dictionarySchema, findings.source.data);
    if (file === undefined) return;
    this.codes = file.codes;
    this.limits = file.limits;
    this.words = file.words;
    this.addDatasets(file.datasets, ["datasets"], findings);
  }

  addDatasets(datasets: Readonly<Record<string, unknown>>, at: Path, findings: Findings): void {
    for (const [name, raw] of Object.entries(datasets)) {
      const path = [...at, name];
      const parsed = findings.parse(datasetSchema, raw, path);
      if (parsed === undefined) continue;
      if (this.datasets.has(name)) {
        findings.add("R020", path, { name, owner: "datasets.yaml" }, { key: true });
        continue;
      }
      const { fields: rawFields, ...rest } = parsed;
      const fields = new Map<string, Field>();
      this.datasets.set(name, {
        name,
        ...rest,
        unit: rest.unit ?? null,
        title: rest.title ?? null,
        checks: rest.checks.flatMap(checksOf),
        fields,
      });
      for (const [fieldName, spec] of Object.entries(rawFields)) {
        this.addField(name, fields, fieldName, spec, [...path, "fields", fieldName], findings);
      }
      for (const key of ["key", "unit", "date", "title"] as const) {
        for (const used of [parsed[key] ?? []].flat()) {
          if (!fields.has(used)) {
            findings.add(
              "R012",
              [...path, key],
              { owner: name, name: used, dataset: name },
              { near: fields.keys() },
            );
          }
        }
      }
      findCheckSlips(
        name,
        parsed.checks,
        fields,
        new Set([...this.datasets.keys(), ...Object.keys(datasets)]),
        path,
        findings,
      );
    }
  }

  private addField(
    dataset: string,
    fields: Map<string, Field>,
    name: string,
    spec: unknown,
    path: Path,
    findings: Findings,
  ): void {
    if (isDerived(spec)) {
      this.derived.push({ dataset, name, spec, path, findings });
      return;
    }
    const parsed = findings.parse(fieldSchema, spec, path);
    if (parsed === undefined) return;
    if (
      (parsed.type === "code" || parsed.type === "set") &&
      !Object.hasOwn(this.codes, String(parsed.codes))
    ) {
      findings.add("R005", [...path, "codes"], {
        key: "codes",
        value: String(parsed.codes),
        expected: Object.keys(this.codes).join(" | "),
      });
    }
    fields.set(name, fieldOf(name, parsed));
  }

  /** A plan's `fields:`, written `DATASET.FIELD: { … }`. */
  addPlanFields(fields: Readonly<Record<string, Record<string, unknown>>>, findings: Findings): void {
    for (const [id, spec] of Object.entries(fields)) {
      const target = splitName(id);
      if (target === undefined) {
        findings.add(
          "R005",
          ["fields", id],
          { key: "fields", value: id, expected: "DATASET.FIELD" },
          { key: true },
        );
        continue;
      }
      this.derived.push({
        dataset: target.dataset,
        name: target.field,
        spec,
        path: ["fields", id],
        findings,
      });
    }
  }

  addLimits(limits: Readonly<Record<string, string>>): void {
    this.limits = { ...this.limits, ...limits };
  }

  close(): Dictionary | undefined {
    if (this.words === undefined) return undefined;
    addDerived(this.datasets, this.derived);
    return {
      datasets: this.datasets,
      codes: new Map(Object.entries(this.codes)),
      limits: new Map(Object.entries(this.limits)),
      words: this.words,
    };
  }
}

function isDerived(spec: unknown): spec is Record<string, unknown> {
  return typeof spec === "object" && spec !== null && !("type" in spec);
}

function fieldOf(name: string, spec: FieldSpec): Field {
  return {
    name,
    type: spec.type,
    label: spec.label ?? null,
    aliases: spec.aliases,
    codes: spec.codes ?? null,
    unitColumn: spec.unitColumn ?? null,
    counts: spec.counts,
    event: spec.event,
    absent: spec.absent ?? null,
    derived: null,
  };
}
