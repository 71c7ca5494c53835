import { CellKind } from "../model/cell.ts";
import type { Dictionary, Field } from "../model/dataset.ts";
import type { CellRead } from "../model/reading/reading.ts";
import { readingOf } from "../model/reading/reading.ts";
import type { Value } from "../model/value.ts";

/** Reads the literals of rules as cells of their field would be read, so 是, √ and 1 are one value. */
export class Literals {
  private readonly readField: (field: Field) => CellRead;
  private readonly dictionary: Dictionary;

  constructor(dictionary: Dictionary, timezone: string) {
    this.dictionary = dictionary;
    const reading = readingOf({ dictionary, timezone, date1904: false });
    const known = new Map<Field, CellRead>();
    this.readField = (field) => {
      const read = known.get(field) ?? reading(field);
      known.set(field, read);
      return read;
    };
  }

  /** The values that a literal stands for: several when it names a group of codes; undefined when none. */
  read(field: Field, raw: unknown): readonly Value[] | undefined {
    if (typeof raw !== "string" && typeof raw !== "boolean") return undefined;
    if (typeof raw === "boolean") return field.type === "flag" ? [raw ? "是" : "否"] : undefined;
    const groups = this.codesOf(field)?.groups ?? {};
    if (Object.hasOwn(groups, raw)) return groups[raw];
    const value = this.readField(field)(raw, CellKind.text, null);
    if (value === null || value === undefined) return undefined;
    return typeof value === "object" && Array.isArray(value) ? value : [value];
  }

  /** Whether a cell of the field may hold a text, if only to say that nothing is there. */
  reads(field: Field, text: string): boolean {
    return text === "" || this.readField(field)(text, CellKind.text, null) !== undefined;
  }

  /** What may be written for a field, for messages and suggestions. */
  expected(field: Field): string[] {
    const codes = this.codesOf(field);
    if (codes !== undefined) return [...Object.keys(codes.values), ...Object.keys(codes.groups)];
    return field.type === "flag" ? ["是", "否"] : [field.type];
  }

  private codesOf(field: Field) {
    return field.codes === null ? undefined : this.dictionary.codes.get(field.codes);
  }
}
