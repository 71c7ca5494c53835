import type { Language } from "../../model/language.ts";
import type { LedgerMark } from "../../model/ledger.ts";
import { ledgerHeadings } from "../../model/ledger-columns.ts";

/** What an earlier ledger says against what the data shows, in one line. */
export function markWords(marks: readonly LedgerMark[], language: Language): string {
  return marks.map((mark) => words[language](mark)).join(language === "zh" ? "；" : "; ");
}

const words = {
  zh: (mark: LedgerMark): string => {
    switch (mark.kind) {
      case "unproved":
        return "声称已完成，数据未显示";
      case "settled":
        return `数据已不再显示，${mark.on} 结案`;
      case "conflict":
        return `“${ledgerHeadings[mark.column].zh}”填写不一致：${mark.said.map(({ text, file }) => `${text}（${file}）`).join("、")}`;
      default:
        return mark satisfies never;
    }
  },
  en: (mark: LedgerMark): string => {
    switch (mark.kind) {
      case "unproved":
        return "said to be done, not shown by the data";
      case "settled":
        return `no longer in the data, closed ${mark.on}`;
      case "conflict":
        return `"${ledgerHeadings[mark.column].en}" differs: ${mark.said.map(({ text, file }) => `${text} (${file})`).join(", ")}`;
      default:
        return mark satisfies never;
    }
  },
} satisfies Record<Language, (mark: LedgerMark) => string>;
