import { multiplierOf } from "../model/reading/numbers.ts";
import { clean } from "../model/reading/text.ts";
import type { BoundColumn } from "./binding.ts";
import type { HeadRow } from "./heading-rows.ts";

const STATED = /单位[:：]\s*([^\s,，;；)）]+)/;

/** Columns of numbers under a line such as 单位：万人 hold ten thousands, unless their headings say otherwise. */
export function withSheetUnit(columns: readonly BoundColumn[], above: readonly HeadRow[]): BoundColumn[] {
  const stated = above.flatMap(({ text }) => text.flatMap((cell) => STATED.exec(clean(cell))?.[1] ?? []));
  const unit = stated.find((word) => multiplierOf(word) !== 1);
  return columns.map((column) =>
    unit === undefined || column.field.type !== "number" || column.unit !== null
      ? column
      : { ...column, unit },
  );
}

/** The columns whose numbers are multiplied, to be told: a heading is easily overlooked. */
export function scaledColumns(columns: readonly BoundColumn[]): BoundColumn[] {
  return columns.filter(({ field, unit }) => field.type === "number" && multiplierOf(unit) !== 1);
}
