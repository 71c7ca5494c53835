import type { EChartsOption } from "echarts";
import type { Size } from "./chart.ts";
import { palette, tones } from "./palette.ts";

export interface LineChart {
  readonly dates: readonly string[];
  /** Null leaves a gap: nothing was measured, or not in the same way. */
  readonly values: readonly (number | null)[];
  /** A line across at the target. */
  readonly target: number | null;
  /** Days on which the rules changed, as lines upright. */
  readonly marks: readonly string[];
  readonly size: Size;
  readonly colour?: string;
  readonly bounds?: readonly [low: number, high: number];
}

const SIDE = 44;

/** One figure over time, small enough to stand beside many others. */
export function lineChart({ dates, values, target, marks, size, colour, bounds }: LineChart): {
  option: EChartsOption;
  size: Size;
} {
  const known = [...values.filter((value) => value !== null), ...(target === null ? [] : [target])];
  const [low, high] = rangeOf(known, bounds);
  const last = values.findLastIndex((value) => value !== null);
  const label = { color: palette.soft, fontSize: 11 };
  const option: EChartsOption = {
    grid: { left: SIDE, right: 14, top: 10, bottom: 20 },
    xAxis: {
      type: "category",
      data: [...dates],
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        ...label,
        interval: (index: number) => index === 0 || index === dates.length - 1,
        // The first and the last stand at the edges, and stay within them.
        alignMinLabel: "left",
        alignMaxLabel: "right",
      },
    },
    yAxis: {
      type: "value",
      min: low,
      max: high,
      interval: high - low,
      axisLabel: { ...label, formatter: (value: number) => shortly(value) },
      splitLine: { lineStyle: { color: palette.faint } },
    },
    series: [
      {
        type: "line",
        silent: true,
        data: values.map((value, index) => ({
          value: value ?? "-",
          symbol: index === last || alone(values, index) ? "circle" : "none",
          symbolSize: 6,
        })),
        lineStyle: { width: 2, color: colour ?? palette.accent },
        itemStyle: { color: colour ?? palette.accent },
        markLine: {
          silent: true,
          symbol: "none",
          animation: false,
          label: { show: false },
          data: [
            ...(target === null
              ? []
              : [
                  { yAxis: target, lineStyle: { color: tones.good.text, type: "dashed" as const, width: 1 } },
                ]),
            ...marks
              .filter((day) => dates.includes(day))
              .map((day) => ({
                xAxis: day,
                lineStyle: { color: palette.pale, type: "dotted" as const, width: 1 },
              })),
          ],
        },
      },
    ],
  };
  return { option, size };
}

/** A point between gaps would not be seen without a sign of its own. */
function alone(values: readonly (number | null)[], at: number): boolean {
  return values[at] != null && values[at - 1] == null && values[at + 1] == null;
}

function rangeOf(known: readonly number[], bounds: LineChart["bounds"]): [number, number] {
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const room = (high - low) * 0.08 || Math.max(Math.abs(high) * 0.01, 0.5);
  const [least, most] = bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [Math.max(least, rounded(low - room)), Math.min(most, rounded(high + room))];
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function shortly(value: number): string {
  const size = Math.abs(value);
  if (size >= 10_000) return `${Number((value / 10_000).toPrecision(3))}万`;
  return String(Number(value.toPrecision(4)));
}
