import { createHash } from "node:crypto";
import type { Language } from "../../model/language.ts";
import { ownReportMark } from "../../model/own-report.ts";
import { titleOf } from "../../model/presentation.ts";
import type { Report } from "../../model/report.ts";
import type { RenderOptions } from "../renderer.ts";
import { statusWords } from "../words.ts";
import { loadCharts } from "./charts/chart.ts";
import { Html, html, nothing } from "./markup.ts";
import type { Page, Section, SectionMaker } from "./page.ts";
import { scriptOf } from "./script.ts";
import { distance } from "./sections/distance.ts";
import { indicators } from "./sections/indicators.ts";
import { matrix } from "./sections/matrix.ts";
import { method } from "./sections/method.ts";
import { escalation, headroom, movement } from "./sections/movement.ts";
import { quality } from "./sections/quality.ts";
import { ranking } from "./sections/ranking.ts";
import { summary } from "./sections/summary.ts";
import { tasks } from "./sections/tasks.ts";
import { units } from "./sections/units.ts";
import { waivers } from "./sections/waivers.ts";
import { styleOf } from "./style.ts";

/** In the order in which a leader asks. */
const makers: readonly SectionMaker[] = [
  summary,
  movement,
  ranking,
  distance,
  matrix,
  indicators,
  units,
  escalation,
  headroom,
  tasks,
  waivers,
  quality,
  method,
];

const texts = {
  zh: {
    asOf: (day: string) => `数据截至 ${day}`,
    period: (start: string, end: string) => `考核期 ${start} 至 ${end}`,
    synthetic: "合成数据",
    notReal: "本报告的数据为程序生成的示例，不是真实情况。",
    skip: "跳到正文",
    contents: "目录",
  },
  en: {
    asOf: (day: string) => `data as of ${day}`,
    period: (start: string, end: string) => `period ${start} to ${end}`,
    synthetic: "Synthetic data (合成数据)",
    notReal: "Made by a program as an example; these are not real figures.",
    skip: "Skip to the report",
    contents: "Contents",
  },
} satisfies Record<Language, unknown>;

/** One file that holds all it needs: it opens from a disk, without a network, in any browser. */
export async function renderHtml(
  report: Report,
  { language, groupBy = "clause" }: Pick<RenderOptions, "language" | "groupBy">,
): Promise<string> {
  const page: Page = { report, language, groupBy, charts: await loadCharts() };
  const sections = makers.map((make) => make(page)).filter((section) => section !== null);
  const script = scriptOf(language, statusNames(language));
  const allowed = createHash("sha256").update(script).digest("base64");
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${allowed}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const title = titleOf(report, language);
  const whole = html`<!DOCTYPE html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${report.tool.name} ${report.tool.version}">
<meta name="keywords" content="${ownReportMark}">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title} · ${texts[language].asOf(report.asOf)}</title>
<style>${new Html(styleOf(report.synthetic ? texts[language].synthetic : null))}</style>
</head>
<body>
<a class="skip" href="#main">${texts[language].skip}</a>
${headOf(page, title)}
${contentsOf(sections, language)}
<main id="main" tabindex="-1">
${sections.map(sectionOf)}</main>
${footOf(page)}
<script>${new Html(script)}</script>
</body>
</html>
`;
  return whole.text;
}

function headOf({ report, language }: Page, title: string): Html {
  const say = texts[language];
  const { plan, asOf, period, presentation } = report;
  const facts = [
    plan.document ?? "",
    say.asOf(asOf),
    period === null ? "" : say.period(period.start, period.end),
  ].filter((part) => part !== "");
  const logo =
    presentation.logo === null ? nothing : html`<img class="logo" src="${presentation.logo}" alt="">`;
  const subtitle = presentation.subtitle[language];
  const preface = presentation.preface[language];
  const banner = html`<p class="synthetic" role="note"><strong>${say.synthetic}</strong> ${say.notReal}</p>`;
  return html`<header class="head">${logo}<h1>${title}</h1>
${subtitle === null ? nothing : html`<p class="subtitle">${subtitle}</p>`}<p class="facts-line">${facts.join(" · ")}</p>
${report.synthetic ? banner : nothing}${preface === null ? nothing : html`<p class="preface">${preface}</p>`}</header>`;
}

function contentsOf(sections: readonly Section[], language: Language): Html {
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav class="contents" aria-label="${texts[language].contents}"><ul>${links}</ul></nav>`;
}

function sectionOf({ id, title, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}</section>\n\n`;
}

function footOf({ report, language }: Page): Html {
  const say = texts[language];
  const closing = report.presentation.closing[language];
  const words = [
    ...(closing === null ? [] : [html`<p>${closing}</p>`]),
    html`<p class="colophon">${[titleOf(report, language), say.asOf(report.asOf), `${report.tool.name} ${report.tool.version}`].join(" · ")}${report.synthetic ? ` · ${say.synthetic}` : ""}</p>`,
  ];
  return html`<footer>${words}</footer>`;
}

function statusNames(language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(statusWords).map(([status, word]) => [status, word[language]]));
}
