import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Dataset, Field } from "../../src/model/dataset.ts";
import { loadDictionary } from "../../src/plan/load.ts";

const text = readFileSync("rules/README.md", "utf8");
const { datasets, codes } = await loadDictionary({ cwd: process.cwd() });

function marked(field: Field, { key, unit, date }: Dataset): string {
  const marks = [
    key.includes(field.name) ? "\\*" : "",
    field.name === unit ? "°" : "",
    field.name === date[0] ? "@" : "",
  ];
  const list = field.codes === null || field.codes === field.name ? "" : ` (${field.codes})`;
  return field.name + marks.join("") + list;
}

function rowOf(dataset: Dataset): string {
  const kinds = new Map<string, string[]>();
  for (const field of dataset.fields.values()) {
    const kind = field.derived === null ? field.type : "derived";
    kinds.set(kind, [...(kinds.get(kind) ?? []), marked(field, dataset)]);
  }
  const cells = [...kinds].map(([kind, names]) => `_${kind}_ ${names.join(" ")}`);
  return `| ${dataset.name} | ${cells.join("; ")} |`;
}

// What a writer of rules may name; a change of datasets.yaml changes the table.
test.each([...datasets.values()].map((dataset) => [dataset.name, dataset] as const))(
  "rules/README.md lists the fields of %s",
  (_, dataset) => {
    expect(text).toContain(`${rowOf(dataset)}\n`);
  },
);

test.each([...codes])("and the values of %s", (name, { values, groups }) => {
  const sets = Object.entries(groups).map(([group, members]) => `${group} = ${members.join(" ")}`);
  expect(text).toContain(`| ${name} | ${Object.keys(values).join(" ")} | ${sets.join("; ")} |\n`);
});
