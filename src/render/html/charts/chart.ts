import type { EChartsOption } from "echarts";
import { harmless } from "../../../model/printable.ts";
import { Html } from "../markup.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws to SVG text; every chart of a page comes from one of these, so that ids differ. */
export interface Charts {
  draw(option: EChartsOption, size: Size): Html;
}

// A drawing must not depend on the machine that it was made on: the fonts come with the page.
const FONTS = "inherit";

/** Loads the library, which takes half a second: only where charts are wanted. */
export async function loadCharts(): Promise<Charts> {
  const { init } = await import("echarts");
  let drawn = 0;
  return {
    draw(option, { width, height }) {
      const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
      try {
        chart.setOption({ animation: false, textStyle: { fontFamily: FONTS }, ...option });
        drawn += 1;
        return tidied(chart.renderToSVGString(), `c${drawn}-`);
      } finally {
        // An instance that is left keeps the process from ending.
        chart.dispose();
      }
    },
  };
}

/** Without what only a living chart needs, and with ids that count from the page, not from the process. */
function tidied(svg: string, prefix: string): Html {
  const text = harmless(svg)
    .replace(/<style\b[\s\S]*?<\/style>/g, "")
    .replace(/ (?:class|ecmeta_\w+|xmlns:xlink|version|baseProfile|pointer-events)="[^"]*"/g, "")
    .replace(/zr\d+-/g, prefix)
    .replace(/<path d="" [^>]*><\/path>/g, "")
    .replace(/\s*\n\s*/g, "")
    .replace("<svg ", '<svg aria-hidden="true" focusable="false" ');
  return new Html(text);
}
