import type { EChartsOption } from "echarts";
import { type Status, statuses } from "../../../model/assessment.ts";
import { displayWidth } from "../../text.ts";
import { statusWords } from "../../words.ts";
import type { Size } from "./chart.ts";
import { palette, tones } from "./palette.ts";

export interface HeatMap {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row and column; null where the indicator is not this unit's. */
  readonly cells: readonly (readonly (Status | null)[])[];
}

const CELL = 21;
const LONGEST_ROW = 190;
const LONGEST_COLUMN = 170;
const COLUMN = 6.6;

const fills: Readonly<Record<Status, string>> = {
  met: "#cfe8d6",
  open: "#f6c667",
  overdue: "#b3261e",
  "no-data": "#c9d0d9",
  "not-applicable": tones.muted.tint,
  "not-scored": tones.muted.tint,
  waived: tones.muted.tint,
};

/** Units down, indicators across; a sign in each cell, so that the map can be read without colour. */
export function heatMap({ rows, columns, cells }: HeatMap): { option: EChartsOption; size: Size } {
  const left = Math.min(LONGEST_ROW, widest(rows) * COLUMN + 14);
  const top = Math.min(LONGEST_COLUMN, widest(columns) * COLUMN + 14);
  const option: EChartsOption = {
    grid: { left, right: 2, top, bottom: 2 },
    xAxis: {
      type: "category",
      position: "top",
      data: [...columns],
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        rotate: 90,
        interval: 0,
        color: palette.ink,
        fontSize: 12,
        width: top - 12,
        overflow: "truncate",
      },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: [...rows],
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { interval: 0, color: palette.ink, fontSize: 12, width: left - 12, overflow: "truncate" },
    },
    visualMap: {
      type: "piecewise",
      show: false,
      dimension: 2,
      pieces: statuses.map((status, value) => ({ value, color: fills[status] })),
    },
    series: [
      {
        type: "heatmap",
        silent: true,
        progressive: 0,
        data: cells.flatMap(dotsOf),
        itemStyle: { borderColor: "#ffffff", borderWidth: 2 },
        label: { show: true, fontSize: 11, formatter: ({ value }) => signAt(Number((value as number[])[2])) },
      },
    ],
  };
  return { option, size: { width: left + columns.length * CELL + 4, height: top + rows.length * CELL + 4 } };
}

function dotsOf(row: readonly (Status | null)[], y: number) {
  return row.flatMap((status, x) => {
    if (status === null) return [];
    const color = status === "overdue" ? "#ffffff" : palette.ink;
    return [{ value: [x, y, statuses.indexOf(status)], label: { color } }];
  });
}

function signAt(index: number): string {
  const status = statuses[index];
  return status === undefined ? "" : statusWords[status].sign;
}

function widest(names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => displayWidth(name)));
}

export { fills as heatFills };
