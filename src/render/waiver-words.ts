import type { Language } from "../model/language.ts";
import type { Report } from "../model/report.ts";
import type { ReportWaiver } from "../model/waiver.ts";

const texts = {
  zh: {
    title: "豁免",
    about: "下列各项凭文件暂不考核：现状照常列出，不计入得分，门限也不看；到期后恢复考核。",
    columns: ["条款", "指标或任务", "单位", "文号", "有效至", "理由"],
    all: "全部单位（含全域）",
    more: (names: string, count: number) => `${names}等 ${count} 个`,
    between: "、",
  },
  en: {
    title: "Waivers",
    about:
      "Excused by a document for the time being: values are shown, weigh nothing in scores, and no gate looks at them; judged again once the waiver has ended.",
    columns: ["Clause", "Indicator or task", "Units", "Document", "Until", "Reason"],
    all: "everybody (and the whole area)",
    more: (names: string, count: number) => `${names} … (${count})`,
    between: ", ",
  },
};

const NAMED = 12;

/** Title, a sentence and the columns of every report's list of waivers. */
export function waiverTexts(language: Language) {
  const { title, about, columns } = texts[language];
  return { title, about, columns };
}

/** The waivers row by row, in the order of the columns; none where nothing is waived. */
export function waiverRows({ waivers = [] }: Report, language: Language): string[][] {
  return waivers.map((one) => [
    one.clause,
    one.name + periodOf(one),
    unitsOf(one, language),
    one.document,
    one.expires,
    one.reason,
  ]);
}

/** " (2022-09-30)": one period of a recurring task. */
function periodOf({ id }: ReportWaiver): string {
  const due = id.split("@")[1];
  return due === undefined ? "" : ` (${due})`;
}

function unitsOf({ all, named }: ReportWaiver, language: Language): string {
  const say = texts[language];
  if (all) return say.all;
  const names = named.slice(0, NAMED).join(say.between);
  return named.length > NAMED ? say.more(names, named.length) : names;
}
