import type { Effort } from "../../model/effort.ts";
import type { Language } from "../../model/language.ts";
import { NOTHING } from "../blocks.ts";
import { effortName, effortWork, effortWorking, pointsText } from "../effort-words.ts";
import { type Html, html, nothing } from "./markup.ts";
import { indicatorAnchor, type Page } from "./page.ts";
import { type HtmlColumn, type HtmlRow, plainBox } from "./table.ts";

const SHOWN = 5;
const FIRST = 3;

const texts = {
  zh: {
    caption: (of: string, count: number, gain: string) => `${of}：先做好这 ${count} 项，得分 ${gain}`,
    columns: ["事项", "要做的", "提分", "每件提分", "累计", "算式"],
  },
  en: {
    caption: (of: string, count: number, gain: string) =>
      `${of}: ${count === 1 ? "this one makes" : `these ${count} make`} the score ${gain}`,
    columns: ["What", "Work", "Gain", "Each", "Together", "Arithmetic"],
  },
} satisfies Record<Language, unknown>;

/** Where effort pays: the few things that would raise a score most for the work they take. */
export function effortsTable(efforts: readonly Effort[], of: string, page: Page): Html {
  const shown = efforts.slice(0, SHOWN);
  const first = shown.slice(0, FIRST);
  const last = first.at(-1);
  if (last === undefined) return nothing;
  const say = texts[page.language];
  const columns: HtmlColumn[] = say.columns.map((title, index) => ({
    title,
    ...(index === 0 ? { head: true } : {}),
    ...(index > 1 && index < 5 ? { right: true } : {}),
    ...(index < 2 ? { wide: true } : {}),
  }));
  const caption = say.caption(of, first.length, pointsText(last.cumulated, page.language));
  return html`<div class="efforts">${plainBox(
    { caption, columns },
    shown.map((one) => rowOf(one, page)),
  )}</div>`;
}

function rowOf(effort: Effort, page: Page): HtmlRow {
  const { report, language } = page;
  return {
    cells: [
      whatOf(effort, page),
      effortWork(effort, report, language) || NOTHING,
      html`<b>${pointsText(effort.gain, language)}</b>`,
      effort.gainPerWork === null ? NOTHING : pointsText(effort.gainPerWork, language),
      pointsText(effort.cumulated, language),
      html`<code>${effortWorking(effort)}</code>`,
    ],
  };
}

function whatOf(effort: Effort, { report, language }: Page): Html | string {
  const name = effortName(effort, report, language);
  return effort.kind === "task" ? name : html`<a href="#${indicatorAnchor(report, effort.id)}">${name}</a>`;
}
