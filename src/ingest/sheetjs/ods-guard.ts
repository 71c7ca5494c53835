import { refuse } from "../refuse.ts";
import { createElementReader } from "../xlsx/elements.ts";
import type { PartConsumer } from "../xlsx/markup-scanner.ts";
import { Unsaid } from "./unsaid.ts";

const MOST_CELLS = 5_000_000;
const PART = "content.xml";

/**
 * Counts the cells that an OpenDocument sheet unfolds to: one filled cell may say that it is repeated a
 * thousand million times, and a reader that obeys runs out of memory.
 */
export function createOdsGuard(): PartConsumer & { readonly unsaid: Unsaid } {
  const unsaid = new Unsaid();
  let next = 1;
  let column = 0;
  let rows = 1;
  let columns = 0;
  let cells = 0;
  const add = () => {
    cells += rows * columns;
    columns = 0;
    if (cells > MOST_CELLS) refuse("D005", {}, "repeats", { part: PART, limit: MOST_CELLS });
  };
  const reader = createElementReader(PART, {
    open(name, attributes) {
      if (name === "table") {
        unsaid.nextSheet();
        next = 1;
      } else if (name === "table-row") {
        rows = repeated(attributes.get("number-rows-repeated"));
        if (HIDDEN.has(attributes.get("visibility") ?? "")) unsaid.hide(next, rows);
        next += rows;
        column = 0;
      } else if (name === "covered-table-cell") column += repeated(attributes.get("number-columns-repeated"));
      else if (name === "table-cell") {
        columns = repeated(attributes.get("number-columns-repeated"));
        const valued = attributes.has("value-type");
        if (attributes.has("formula") && !valued) unsaid.formula(next - rows, column);
        column += columns;
        if (valued) add();
      } else if (name === "p" && columns > 0) add();
    },
    close(name) {
      if (name === "table-cell") columns = 0;
    },
  });
  return { write: (chunk) => reader.write(chunk), end: () => reader.end(), unsaid };
}

const HIDDEN = new Set(["collapse", "filter"]);

function repeated(times: string | undefined): number {
  const number = Number(times ?? 1);
  return Number.isFinite(number) && number > 0 ? number : 1;
}
