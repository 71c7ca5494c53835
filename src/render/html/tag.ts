import { type Status, statuses } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import { statusWords } from "../words.ts";
import { type Html, html } from "./markup.ts";

/** A status as word, sign and colour: none of them alone has to be understood. */
export function statusTag(status: Status, language: Language): Html {
  const { sign, tone, ...word } = statusWords[status];
  return html`<span class="tag ${tone}"><span aria-hidden="true">${sign}</span> ${word[language]}</span>`;
}

const taskWords: Partial<Record<Status, Record<Language, string>>> = {
  met: { zh: "完成", en: "done" },
  open: { zh: "未完成", en: "not done" },
};

/** The same of a task, which is done rather than met. */
export function taskTag(status: Status, language: Language): Html {
  const { sign, tone, ...word } = statusWords[status];
  return html`<span class="tag ${tone}"><span aria-hidden="true">${sign}</span> ${(taskWords[status] ?? word)[language]}</span>`;
}

const urgency: readonly Status[] = ["overdue", "open", "no-data", "met"];

/** What presses most sorts first. */
export function urgencyOf(status: Status): number {
  const at = urgency.indexOf(status);
  return at === -1 ? urgency.length + statuses.indexOf(status) : at;
}
