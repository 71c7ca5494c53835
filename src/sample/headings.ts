import type { Dataset, Field } from "../model/dataset.ts";
import { spelling } from "../model/reading/text.ts";
import type { Random } from "./random.ts";

export interface SampleColumn {
  readonly field: Field;
  readonly heading: string;
}

/** The columns of an export: mostly under their usual headings, some under another name or with a bracket. */
export function columnsOf(dataset: Dataset, omitted: string | null, random: Random): SampleColumn[] {
  const fields = [...dataset.fields.values()].filter(
    ({ name, derived }) => derived === null && name !== omitted,
  );
  const bracketed = new Set(fields.filter(({ unitColumn }) => unitColumn !== null && random.chance(0.5)));
  const unneeded = new Set([...bracketed].map(({ unitColumn }) => unitColumn));
  return fields
    .filter(({ name }) => !unneeded.has(name))
    .map((field) => {
      if (bracketed.has(field)) return { field, heading: `${field.name}（工作日）` };
      if (field.counts && random.chance(0.5))
        return { field, heading: `${field.name}${counterOf(field.name)}` };
      const other =
        dataset.key.includes(field.name) || !random.chance(0.2) ? null : aliasOf(field, fields, random);
      return { field, heading: other ?? field.name };
    });
}

function counterOf(name: string): string {
  if (/企业|法人/.test(name)) return "（户）";
  return /用户|人数|人口|注册/.test(name) ? "（人）" : "（条）";
}

/** Another name that says which field it is: no column code, no general word, no name of a neighbour. */
function aliasOf(field: Field, fields: readonly Field[], random: Random): string | null {
  const taken = new Set(
    fields
      .filter((other) => other !== field)
      .flatMap(({ name, aliases }) => [name, ...aliases].map(spelling)),
  );
  const [first, ...more] = field.aliases.filter(
    (alias) => /^\p{Script=Han}{4,}$/u.test(alias) && !taken.has(spelling(alias)),
  );
  return first === undefined ? null : random.pick([first, ...more]);
}
