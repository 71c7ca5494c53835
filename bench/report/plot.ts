export interface Series {
  readonly title: string;
  readonly points: readonly { readonly at: number; readonly cpu: number; readonly peak: number }[];
}

const [WIDTH, HEIGHT, LEFT, GAP] = [1080, 360, 60, 360];

/** One panel for each thing that grows: CPU of a million rows and peak memory, on logarithmic axes. */
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
    legend: { top: 4 },
    grid: panels,
    xAxis: series.map((_, gridIndex) => ({ type: "log", gridIndex })),
    yAxis: series.flatMap((_, gridIndex) => [
      { type: "value", gridIndex, min: 0, name: "CPU s per M rows", nameLocation: "middle", nameGap: 34 },
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
        name: "CPU s per million rows",
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
