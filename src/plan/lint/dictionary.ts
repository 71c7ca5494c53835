import { spelling } from "../../model/reading/text.ts";
import { Literals } from "../literals.ts";
import type { Say } from "./rule.ts";
import { mapIn, type Subjects } from "./subject.ts";

type DictionarySubject = Subjects["datasets"];

export function withoutKey({ dictionary }: DictionarySubject, say: Say): void {
  for (const { name, key } of dictionary.datasets.values())
    if (key.length === 0) say(["datasets", name], { name }, "key");
}

export function withoutUnit({ dictionary }: DictionarySubject, say: Say): void {
  for (const { name, unit } of dictionary.datasets.values())
    if (unit === null) say(["datasets", name], { name }, "key");
}

export function headingShared({ dictionary }: DictionarySubject, say: Say): void {
  for (const { name: dataset, fields } of dictionary.datasets.values()) {
    const owners = new Map<string, string>();
    for (const { name, aliases } of fields.values())
      for (const form of [name, ...aliases]) {
        const other = owners.get(spelling(form));
        if (other !== undefined && other !== name)
          say(["datasets", dataset, "fields", name], { dataset, name, other, form }, "key");
        owners.set(spelling(form), name);
      }
  }
}

export function sheetNameShared({ dictionary }: DictionarySubject, say: Say): void {
  const owners = new Map<string, string>();
  for (const { name, aliases } of dictionary.datasets.values())
    for (const form of [name, ...aliases]) {
      const other = owners.get(spelling(form));
      if (other !== undefined && other !== name) say(["datasets", name], { name, other, form }, "key");
      owners.set(spelling(form), name);
    }
}

export function codeListUnused({ dictionary }: DictionarySubject, say: Say): void {
  const used = new Set(
    [...dictionary.datasets.values()].flatMap(({ fields }) => [...fields.values()].map(({ codes }) => codes)),
  );
  for (const name of dictionary.codes.keys()) if (!used.has(name)) say(["codes", name], { name }, "key");
}

export function spellingShared({ dictionary }: DictionarySubject, say: Say): void {
  for (const [list, { values }] of dictionary.codes) {
    const owners = new Map<string, string>();
    for (const [name, forms] of Object.entries(values))
      for (const form of [name, ...forms]) {
        const other = owners.get(spelling(form));
        if (other !== undefined && other !== name)
          say(["codes", list, "values", name], { list, form, name, other }, "key");
        owners.set(spelling(form), name);
      }
  }
}

export function groupValueUnknown({ dictionary }: DictionarySubject, say: Say): void {
  for (const [list, { values, groups }] of dictionary.codes)
    for (const [group, names] of Object.entries(groups))
      for (const [index, name] of names.entries())
        if (!Object.hasOwn(values, name)) say(["codes", list, "groups", group, index], { list, group, name });
}

export function digitSpelling({ dictionary }: DictionarySubject, say: Say): void {
  for (const [list, { values }] of dictionary.codes)
    for (const [name, forms] of Object.entries(values))
      for (const form of forms)
        if (/^\d+$/.test(spelling(form))) say(["codes", list, "values", name], { list, form });
}

export function absentUnreadable({ dictionary }: DictionarySubject, say: Say): void {
  const literals = new Literals(dictionary, "Asia/Shanghai");
  for (const { name: dataset, fields } of dictionary.datasets.values())
    for (const field of fields.values())
      if (field.absent !== null && !literals.reads(field, field.absent))
        say(["datasets", dataset, "fields", field.name, "absent"], { name: field.name, value: field.absent });
}

export function unitColumnUnknown({ dictionary, data }: DictionarySubject, say: Say): void {
  for (const [dataset, { fields }] of dictionary.datasets)
    for (const [name] of Object.entries(mapIn(mapIn(data.datasets, dataset), "fields"))) {
      const column = fields.get(name)?.unitColumn ?? null;
      if (column !== null && !fields.has(column))
        say(["datasets", dataset, "fields", name, "unitColumn"], { name, column, dataset });
    }
}
