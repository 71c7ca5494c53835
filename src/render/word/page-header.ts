import type { Language } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { syntheticMark } from "../../model/synthetic.ts";

const texts = {
  zh: { draft: "草稿", synthetic: `【${syntheticMark}】不是真实情况` },
  en: { draft: "DRAFT", synthetic: `[SYNTHETIC DATA / ${syntheticMark}] not real figures` },
};

/** What every page says of itself: that it is a draft, that its figures are made up. */
export function pageHeader({ presentation, synthetic }: Report, language: Language): string {
  const { draft, synthetic: mark } = texts[language];
  return [...(presentation.draft === true ? [draft] : []), ...(synthetic ? [mark] : [])].join(" · ");
}
