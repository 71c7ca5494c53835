import type { EChartsOption } from "echarts";
import { displayWidth } from "../../text.ts";
import type { Size } from "./chart.ts";
import { palette } from "./palette.ts";

export interface Bar {
  readonly name: string;
  /** 0-100. */
  readonly length: number;
  readonly label: string;
  readonly colour: string;
}

export interface BarChart {
  readonly bars: readonly Bar[];
  readonly width: number;
  /** Lines across the bars, as targets and bands are. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
}

const ROW = 25;
const TOP = 24;
// Half the width of a Chinese character, and the room of a phone and of a desk.
const FONT = { narrow: 12, wide: 13 };
const MARK_FONT = 11;
// What is left of a bar on a phone at the least.
const SHORTEST = 60;

/** Lying bars from 0 to 100, the first on top, each with its words at its end. */
export function barChart({ bars, width, marks }: BarChart): { option: EChartsOption; size: Size } {
  const narrow = width < 500;
  const font = narrow ? FONT.narrow : FONT.wide;
  const labels = Math.min(
    width * (narrow ? 0.54 : 0.4),
    Math.max(...bars.map(({ label }) => displayWidth(label))) * font * 0.54 + 12,
  );
  const room = narrow ? Math.min(width * 0.36, width - labels - SHORTEST) : width * 0.34;
  const names = Math.min(room, Math.max(...bars.map(({ name }) => displayWidth(name))) * font * 0.54 + 12);
  const option: EChartsOption = {
    grid: { left: names, right: labels, top: TOP, bottom: 4 },
    xAxis: {
      type: "value",
      min: 0,
      max: 100,
      splitNumber: 4,
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.ink, fontSize: font, width: names - 12, overflow: "truncate", interval: 0 },
    },
    series: [
      {
        type: "bar",
        silent: true,
        barWidth: "54%",
        showBackground: true,
        backgroundStyle: { color: palette.faint },
        data: bars.map(({ length, label, colour }) => ({
          value: length,
          itemStyle: { color: colour },
          label: {
            show: true,
            position: "right",
            formatter: () => label,
            color: palette.ink,
            fontSize: font,
          },
        })),
        labelLayout: ({ rect }) => ({
          x: width - labels + 8,
          y: rect.y + rect.height / 2,
          align: "left",
          verticalAlign: "middle",
        }),
        markLine: {
          silent: true,
          symbol: "none",
          animation: false,
          lineStyle: { color: palette.soft, type: "dashed", width: 1 },
          data: legible(marks, width - names - labels).map(({ at, label }) => ({
            xAxis: at,
            label: {
              formatter: label,
              position: "start",
              color: palette.soft,
              fontSize: MARK_FONT,
              distance: 4,
            },
          })),
        },
      },
    ],
  };
  return { option, size: { width, height: bars.length * ROW + TOP + 6 } };
}

/** From the right, those whose words do not run into the next one's. */
function legible(marks: BarChart["marks"], bar: number): BarChart["marks"] {
  let free = Number.POSITIVE_INFINITY;
  return marks
    .toSorted((a, b) => b.at - a.at)
    .filter(({ at, label }) => {
      const middle = (at / 100) * bar;
      const half = (displayWidth(label) * MARK_FONT * 0.54) / 2 + 2;
      if (middle + half > free) return false;
      free = middle - half;
      return true;
    })
    .reverse();
}
