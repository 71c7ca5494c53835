import type { Language } from "../model/language.ts";

const forms: readonly (readonly [RegExp, (...parts: string[]) => Record<Language, string>])[] = [
  [
    /^monthly (.+)$/,
    (days = "") => ({
      zh: `每月 ${days.split(", ").join("、")} 日`,
      en: `monthly on day ${days}`,
    }),
  ],
  [
    /^every (\d+) weeks from (.+)$/,
    (weeks = "", from = "") => ({
      zh: `每 ${weeks} 周，自 ${from} 起`,
      en: weeks === "1" ? `every week from ${from}` : `every ${weeks} weeks from ${from}`,
    }),
  ],
  [
    /^yearly (\d\d)-(\d\d)$/,
    (month = "", date = "") => ({
      zh: `每年 ${Number(month)} 月 ${Number(date)} 日前`,
      en: `yearly by ${month}-${date}`,
    }),
  ],
  [/^quarterly$/, () => ({ zh: "每季度", en: "quarterly" })],
];

/** A recurrence for people; words that name no period stand as they are. */
export function recurrenceWords(text: string, language: Language): string {
  for (const [form, words] of forms) {
    const parts = form.exec(text);
    if (parts !== null) return words(...parts.slice(1))[language];
  }
  return text;
}
