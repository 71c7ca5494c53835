import type { ElementVisitor } from "./elements.ts";
import { kindOfFormat } from "./number-format.ts";

export interface Styles extends ElementVisitor {
  /** What numbers are, by index of cell style. */
  readonly kinds: readonly number[];
}

/** Collects number formats; `numFmts` comes before `cellXfs` in every styles part. */
export function createStyles(): Styles {
  const codes = new Map<number, string>();
  const kinds: number[] = [];
  let list = "";
  return {
    kinds,
    open(name, attributes) {
      if (name === "numFmts" || name === "cellXfs") list = name;
      else if (name === "numFmt" && list === "numFmts") {
        codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
      } else if (name === "xf" && list === "cellXfs") {
        const id = Number(attributes.get("numFmtId") ?? 0);
        kinds.push(kindOfFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === list) list = "";
    },
  };
}
