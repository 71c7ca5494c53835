import type { Language } from "../../model/language.ts";
import type { LedgerMark, Unjudged } from "../../model/ledger.ts";

/** What an earlier ledger says against what the data shows, in one line. */
export function markWords(marks: readonly LedgerMark[], language: Language): string {
  return marks.map((mark) => words[language](mark)).join(language === "zh" ? "；" : "; ");
}

const unjudged: Record<Unjudged, Record<Language, string>> = {
  "no-data": { zh: "本次没有所需的数据，未核对", en: "not checked: its data is not there" },
  waived: { zh: "已豁免，未核对", en: "not checked: waived" },
  "not-in-plan": { zh: "方案里已没有这一项，未核对", en: "not checked: no longer in the plan" },
  "not-responsible": { zh: "该单位不再承担这一项，未核对", en: "not checked: no longer its task" },
};

const words = {
  zh: (mark: LedgerMark): string => {
    switch (mark.kind) {
      case "new":
        return `新增（${mark.on}）`;
      case "again":
        return `再次出现（${mark.on}${mark.closed === "" ? "" : `，曾于 ${mark.closed} 销号`}）`;
      case "unproved":
        return `声称完成，数据未显示（截至 ${mark.on}）`;
      case "settled":
        return `数据已显示整改到位（${mark.on}）`;
      case "vanished":
        return `数据中已无此记录，请核实（${mark.on}）`;
      case "moved":
        return `数据中此记录现属“${mark.to}”，请核实（${mark.on}）`;
      case "spared":
        return `指标已达标，此条数据未变（${mark.on}）`;
      case "detailed":
        return `指标仍未达标，改按所列各条整改（${mark.on}）`;
      case "unjudged":
        return `${unjudged[mark.why].zh}（${mark.on}）`;
      case "unmatched":
        return `未能对应到记录，请核实（${mark.at}）`;
      case "conflict":
        return `冲突：${mark.columns.join("、")}`;
      case "said":
        return mark.text;
      default:
        return mark satisfies never;
    }
  },
  en: (mark: LedgerMark): string => {
    switch (mark.kind) {
      case "new":
        return `new (${mark.on})`;
      case "again":
        return `wrong again (${mark.on}${mark.closed === "" ? "" : `, was closed ${mark.closed}`})`;
      case "unproved":
        return `said to be done, not shown by the data (as of ${mark.on})`;
      case "settled":
        return `put right, as the data shows (${mark.on})`;
      case "vanished":
        return `no longer among the data: please check (${mark.on})`;
      case "moved":
        return `now a record of "${mark.to}": please check (${mark.on})`;
      case "spared":
        return `target met, this record unchanged (${mark.on})`;
      case "detailed":
        return `target still unmet, see the records listed (${mark.on})`;
      case "unjudged":
        return `${unjudged[mark.why].en} (${mark.on})`;
      case "unmatched":
        return `matches no record: please check (${mark.at})`;
      case "conflict":
        return `conflict: ${mark.columns.join(", ")}`;
      case "said":
        return mark.text;
      default:
        return mark satisfies never;
    }
  },
} satisfies Record<Language, (mark: LedgerMark) => string>;
