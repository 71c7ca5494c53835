import fc from "fast-check";
import { expect, test } from "vitest";
import { figureLine, gatherLayout } from "./reading.ts";

const units = ["市公安局", "嘉峪关市民政局", "财政局", "全市"];
const indicators = ["instant-share", "三(十)", "平均跑动次数(行政许可)"];
const ids = ["instant-share", "promised-time-compression", "average-visits"];

const cells = fc.array(
  fc.array(fc.oneof(fc.constant(""), fc.integer({ min: 0, max: 100 }).map(String)), {
    minLength: units.length,
    maxLength: units.length,
  }),
  { minLength: indicators.length, maxLength: indicators.length },
);

const figures = async (grid: string) => {
  const evidence = await gatherLayout({ name: "", reads: [], sheets: [{ name: "Sheet1", grid }] });
  const used = evidence.inputs[0]?.sheets[0]?.used ?? 0;
  return { used, figures: ids.map((id) => figureLine(evidence, id)) };
};

/** Answers in a table: a row for each indicator, a column for each unit. */
const drawn = (
  corner: string,
  across: string[],
  down: string[],
  cell: (row: number, column: number) => string,
) =>
  [
    [corner, ...across].join("|"),
    ...down.map((label, row) => [label, ...across.map((_, column) => cell(row, column))].join("|")),
  ].join("\n");

test("one set of answers comes out the same long, with units across and with indicators across", async () => {
  await fc.assert(
    fc.asyncProperty(cells, async (answers) => {
      const at = (row: number, column: number) => answers[row]?.[column] ?? "";
      const long = indicators.flatMap((indicator, row) =>
        units.flatMap((unit, column) =>
          at(row, column) === "" ? [] : [`${indicator}|${unit}|${at(row, column)}`],
        ),
      );
      const byRow = await figures(["指标编号|责任单位|数值", ...long].join("\n"));
      const unitsAcross = await figures(drawn("指标", units, indicators, at));
      const indicatorsAcross = await figures(
        drawn("单位", indicators, units, (row, column) => at(column, row)),
      );
      expect(unitsAcross.figures.map(parts)).toEqual(byRow.figures.map(parts));
      expect(indicatorsAcross.figures.map(parts)).toEqual(byRow.figures.map(parts));
      expect(byRow.used).toBe(long.length);
      expect(unitsAcross.used).toBe(answers.filter((row) => row.some((cell) => cell !== "")).length);
    }),
    { numRuns: 40 },
  );
});

const parts = (line: string) => line.split(", ").sort();
