import { refuse } from "../refuse.ts";
import { createElementReader } from "../xlsx/elements.ts";
import type { PartConsumer } from "../xlsx/markup-scanner.ts";

const MOST_CELLS = 5_000_000;
const PART = "content.xml";

/**
 * Counts the cells that an OpenDocument sheet unfolds to: one filled cell may say that it is repeated a
 * thousand million times, and a reader that obeys runs out of memory.
 */
export function createOdsGuard(): PartConsumer {
  let rows = 1;
  let columns = 0;
  let cells = 0;
  const add = () => {
    cells += rows * columns;
    columns = 0;
    if (cells > MOST_CELLS) refuse("D005", {}, "repeats", { part: PART, limit: MOST_CELLS });
  };
  return createElementReader(PART, {
    open(name, attributes) {
      if (name === "table-row") rows = repeated(attributes.get("number-rows-repeated"));
      else if (name === "table-cell") {
        columns = repeated(attributes.get("number-columns-repeated"));
        if (attributes.has("value-type")) add();
      } else if (name === "p" && columns > 0) add();
    },
    close(name) {
      if (name === "table-cell") columns = 0;
    },
  });
}

function repeated(times: string | undefined): number {
  const number = Number(times ?? 1);
  return Number.isFinite(number) && number > 0 ? number : 1;
}
