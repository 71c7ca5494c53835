import { isTrue } from "./attributes.ts";
import type { ElementVisitor } from "./elements.ts";

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

export interface Workbook extends ElementVisitor {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
}

/** Collects the sheets in the order of their tabs, and the date system. */
export function createWorkbook(): Workbook {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  return {
    sheets,
    get date1904() {
      return date1904;
    },
    open(name, attributes) {
      if (name === "workbookPr") date1904 = isTrue(attributes.get("date1904"));
      if (name !== "sheet") return;
      const state = attributes.get("state") ?? "visible";
      sheets.push({
        name: attributes.get("name") ?? "",
        hidden: state !== "visible",
        relationship: attributes.get("id") ?? "",
      });
    },
  };
}
