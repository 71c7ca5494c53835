import type { Language } from "../../../model/language.ts";
import { counted } from "../../figures.ts";
import type { PaperForm } from "../paper.ts";
import { dayText } from "../phrases.ts";
import type { Speaker } from "../speaker.ts";
import type { Owed } from "./owed.ts";

const texts = {
  zh: {
    from: "交办单位",
    to: "承办单位",
    handed: "交办日期",
    due: "办结时限",
    measures: "整改措施",
    owner: "责任人",
    phone: "联系电话",
    outcome: "完成情况",
    seal: "单位盖章",
    date: "日期",
    review: "交办单位复核",
  },
  en: {
    from: "From",
    to: "To",
    handed: "Handed over",
    due: "To be done",
    measures: "Measures",
    owner: "Person in charge",
    phone: "Telephone",
    outcome: "Outcome",
    seal: "Seal of the unit",
    date: "Date",
    review: "Checked by the sender",
  },
};

const label = (text: string) => ({ text, span: 2, label: true });

/** From whom to whom, when, and until when. */
export function headForm(owed: Owed, speaker: Speaker<"task-sheet">): PaperForm {
  const { report, language } = speaker;
  const say = texts[language];
  const cells = (first: string, text: string, second: string, other: string) => [
    label(first),
    { text, span: 4 },
    label(second),
    { text: other, span: 4 },
  ];
  return {
    kind: "form",
    rows: [
      { height: 8, cells: cells(say.from, report.plan.issuer ?? "", say.to, owed.unit.unit) },
      {
        height: 8,
        cells: cells(say.handed, dayText(report.asOf, language), say.due, timeLimit(owed, speaker)),
      },
    ],
  };
}

function timeLimit({ indicators, tasks }: Owed, { report, language, say }: Speaker<"task-sheet">): string {
  const dated = [
    ...indicators.map(({ found }) => ({ deadline: found.deadline, late: found.status === "overdue" })),
    ...tasks.map(({ task, found }) => ({ deadline: task.deadline, late: found.status === "overdue" })),
  ];
  const ahead = dated
    .flatMap(({ deadline, late }) =>
      deadline !== null && !late && deadline >= report.asOf ? [deadline] : [],
    )
    .sort();
  const [first, last] = [ahead[0], ahead.at(-1)];
  const late = dated.filter((one) => one.late).length;
  const times =
    first === undefined || last === undefined
      ? ""
      : first === last
        ? say("time-limit", { deadline: dayText(first, language) })
        : say("time-limits", { first: dayText(first, language), last: dayText(last, language) });
  const parts = [times, late === 0 ? "" : say("time-limit-overdue", { count: counted(late) })];
  const said = parts.filter((part) => part !== "").join(language === "zh" ? "；" : "; ");
  return said === "" ? say("time-limit-none") : said;
}

/** Left blank, with room to write by hand. */
export function replyForm(language: Language): PaperForm {
  const say = texts[language];
  const blank = (span: number) => ({ text: "", span });
  return {
    kind: "form",
    rows: [
      { height: 22, cells: [label(say.measures), blank(10)] },
      { height: 9, cells: [label(say.owner), blank(4), label(say.phone), blank(4)] },
      { height: 19, cells: [label(say.outcome), blank(10)] },
      { height: 15, cells: [label(say.seal), blank(4), label(say.date), blank(4)] },
      { height: 9, cells: [label(say.review), blank(4), label(say.date), blank(4)] },
    ],
  };
}
