import { CellKind } from "../model/cell.ts";
import type { Field } from "../model/dataset.ts";
import { mappedKey } from "../model/mapping.ts";
import type { CellRead } from "../model/reading/reading.ts";
import { clean } from "../model/reading/text.ts";

const SET_SEPARATORS = /[,、;^|]/;

/** Reads cells as what a mapping says they stand for; cells that it does not name are read as ever. */
export function withCodes(
  readingFor: (field: Field) => CellRead,
  codes: ReadonlyMap<string, ReadonlyMap<string, string>>,
): (field: Field) => CellRead {
  return (field) => {
    const read = readingFor(field);
    const meanings = codes.get(field.name);
    if (meanings === undefined) return read;
    const meant = (text: string) => meanings.get(mappedKey(text));
    return (text, kind, unit) => {
      if (kind === CellKind.blank || kind === CellKind.error) return read(text, kind, unit);
      const value = meant(text) ?? (field.type === "set" ? membersOf(text, meant) : undefined);
      if (value === undefined) return read(text, kind, unit);
      return value === "" ? null : read(value, CellKind.text, unit);
    };
  };
}

function membersOf(text: string, meant: (part: string) => string | undefined): string | undefined {
  const parts = clean(text).split(SET_SEPARATORS);
  if (parts.length < 2 || parts.every((part) => meant(part) === undefined)) return undefined;
  return parts
    .map((part) => meant(part) ?? part)
    .filter((part) => part !== "")
    .join("、");
}
