import { dayOf, formatDay } from "../model/day.ts";
import { clean } from "../model/reading/text.ts";
import type { HeadRow } from "./heading-rows.ts";

const DATE = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/;
// When a file was made says nothing about the day of its figures.
const OF_THE_FILE = /导出|下载|打印|制表|生成|查询/;

/** The day that the titles of a table state for all its figures, as yyyy-mm-dd. */
export function statedDay(above: readonly HeadRow[]): string | null {
  for (const { text } of above) {
    for (const cell of text.map(clean)) {
      const found = OF_THE_FILE.test(cell) ? null : DATE.exec(cell);
      if (found === null) continue;
      const day = dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
      if (day !== null) return formatDay(day);
    }
  }
  return null;
}
