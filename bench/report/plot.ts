export interface Series {
  readonly title: string;
  /** What the CPU seconds are of: a run, or a million of its rows. */
  readonly cpuOf: string;
  readonly points: readonly { readonly at: number; readonly cpu: number; readonly peak: number }[];
}

const [WIDTH, HEIGHT, LEFT, GAP] = [1080, 340, 60, 360];

const short = (value: number): string =>
  value >= 1e6 ? `${value / 1e6} M` : value >= 10_000 ? `${value / 1000} k` : String(value);

/** One panel for each thing that grows: CPU and peak memory, as each grows. */
export async function plotOf(series: readonly Series[]): Promise<string> {
  const { init } = await import("echarts");
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
  const panels = series.map((_, at) => ({ left: LEFT + at * GAP, top: 70, width: 230, height: 220 }));
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    title: series.map(({ title }, at) => ({
      text: `more ${title}`,
      left: LEFT + at * GAP,
      top: 30,
      textStyle: { fontSize: 14 },
    })),
    legend: { top: 4, itemGap: 40 },
    grid: panels,
    xAxis: series.map(({ points }, gridIndex) => ({
      // Straight lines are linear growth; keys span too much for that.
      type: (points.at(-1)?.at ?? 0) > 100_000 ? "log" : "value",
      gridIndex,
      axisLabel: { formatter: short, hideOverlap: true },
    })),
    yAxis: series.flatMap(({ cpuOf }, gridIndex) => [
      { type: "value", gridIndex, min: 0, name: `CPU s per ${cpuOf}`, nameLocation: "middle", nameGap: 34 },
      {
        type: "value",
        gridIndex,
        min: 0,
        name: "peak MB",
        nameLocation: "middle",
        nameGap: 44,
        splitLine: { show: false },
      },
    ]),
    series: series.flatMap(({ points }, at) => [
      {
        name: "CPU seconds",
        type: "line",
        xAxisIndex: at,
        yAxisIndex: at * 2,
        data: points.map((one) => [one.at, one.cpu]),
        symbolSize: 7,
        color: "#1f5fa8",
      },
      {
        name: "peak memory, MB",
        type: "line",
        xAxisIndex: at,
        yAxisIndex: at * 2 + 1,
        data: points.map((one) => [one.at, one.peak]),
        symbol: "rect",
        symbolSize: 7,
        lineStyle: { type: "dashed" },
        color: "#b3541e",
      },
    ]),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}
