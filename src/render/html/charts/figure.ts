import { type Html, html, type Part } from "../markup.ts";
import { type BarChart, barChart } from "./bars.ts";
import type { Charts } from "./chart.ts";

const WIDE = 940;
const NARROW = 330;

interface Drawn {
  readonly title: string;
  /** Where the same figures stand as text. */
  readonly beside: Part;
}

/** A bar chart drawn for a desk and for a phone: scaled down, its words could not be read. */
export function barFigure(charts: Charts, { title, beside }: Drawn, chart: Omit<BarChart, "width">): Html {
  const drawn = [WIDE, NARROW].map((width) => {
    const { option, size } = barChart({ ...chart, width });
    return html`<div class="${width === WIDE ? "at-desk" : "at-hand"}">${charts.draw(option, size)}</div>`;
  });
  return html`<figure><figcaption>${title}${beside === "" ? "" : html` <small>${beside}</small>`}</figcaption>${drawn}</figure>\n`;
}
