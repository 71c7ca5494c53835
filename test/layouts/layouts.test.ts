import { describe, expect, test } from "vitest";
import { answers } from "./answers.ts";
import { blocks } from "./blocks.ts";
import { headings } from "./headings.ts";
import { figureLine, gatherLayout, type Layout, sheetLine } from "./reading.ts";
import { severalTables } from "./several-tables.ts";
import { surroundings } from "./surroundings.ts";
import { totals } from "./totals.ts";

const families: Readonly<Record<string, readonly Layout[]>> = {
  surroundings,
  headings,
  totals,
  blocks,
  "several tables": severalTables,
  answers,
};

for (const [family, layouts] of Object.entries(families)) {
  describe(family, () => {
    test.each(layouts.map((layout) => [layout.name, layout] as const))("%s", async (_, layout) => {
      const evidence = await gatherLayout(layout);
      const sheets = evidence.inputs.flatMap((input) => input.sheets);
      expect(sheets.map(sheetLine)).toEqual(layout.reads);
      for (const { rows, used, rejected, excluded } of sheets)
        expect(used + rejected + Object.values(excluded).reduce((sum, count) => sum + count, 0)).toBe(rows);
      for (const [id, figure] of Object.entries(layout.figures ?? {}))
        expect(`${id}: ${figureLine(evidence, id)}`).toBe(`${id}: ${figure}`);
      const codes = evidence.quality.notes.map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining([...(layout.notes ?? [])]));
      if (layout.totals !== undefined)
        expect(
          evidence.quality.totals.map(
            ({ row, field, stated, computed }) => `${row} ${field} ${stated}/${computed}`,
          ),
        ).toEqual(layout.totals);
      expect(
        evidence.quality.rejectedCells.map(({ cell, field, value }) => `${cell} ${field}: ${value}`),
      ).toEqual(layout.cells ?? []);
    });
  });
}

test("there are at least forty", () => {
  expect(Object.values(families).flat().length).toBeGreaterThanOrEqual(40);
});
