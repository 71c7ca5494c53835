import type { Language } from "../../model/language.ts";
import type { Fact, LedgerGroup, LedgerPlace, LedgerRow, Priority } from "../../model/ledger.ts";
import { plainNumber } from "../working.ts";

type Both = Readonly<Record<Language, string>>;

export const priorityWords: Record<Priority, Both> = {
  required: { zh: "必改", en: "required" },
  first: { zh: "优先", en: "first" },
  spare: { zh: "备选", en: "spare" },
};

export const unconfirmed: Both = { zh: "待确认", en: "to be confirmed" };

/** What is wrong with a record, in one line. */
export function faultWords(row: LedgerRow, group: LedgerGroup, language: Language): string {
  const { fault } = row;
  const say = faults[language];
  const short = row.weight === null ? "" : say.short(plainNumber(row.weight));
  switch (fault.kind) {
    case "fails":
    case "counted":
      return factsWords(fault.facts, language);
    case "no-good-row":
      return say.noGoodRow(factsWords(fault.facts, language));
    case "lacks":
      return say.lacks(fault.dataset, fault.wanted, fault.found);
    case "contributes":
      return (
        factsWords(fault.facts, language) + (fault.ofTotal ? say.total(group.value, group.target) : short)
      );
    case "last":
      return say.last(fault.day ?? "", factsWords(fault.facts, language)) + short;
    case "reported":
      return say.reported(group.value, group.target);
    case "task":
      return say.task(fault.status, group.value);
    case "task-missing":
      return say.missing;
    case "figure":
      return say.figure(group.value, group.target, group.need);
    default:
      return fault satisfies never;
  }
}

const faults = {
  zh: {
    short: (amount: string) => `（与目标相差 ${amount}）`,
    total: (value: string, target: string) => `（合计 ${value}，目标 ${target}）`,
    noGoodRow: (facts: string) => `没有一条记录合格（${facts}）`,
    lacks: (dataset: string, wanted: string, found: number) =>
      `应有“${dataset}” ${wanted} 条，现有 ${found} 条`,
    last: (day: string, facts: string) => `${day} ${facts}`,
    reported: (value: string, target: string) => `填报数 ${value}，目标 ${target}`,
    task: (status: string | null, rate: string) =>
      `任务台账登记为“${status ?? "未填状态"}”${rate === "" ? "" : `，完成率 ${rate}`}`,
    missing: "任务台账中没有登记",
    figure: (value: string, target: string, need: string) =>
      `现状 ${value}，目标 ${target}${need === "" ? "" : `，${need}`}`,
  },
  en: {
    short: (amount: string) => ` (${amount} off the target)`,
    total: (value: string, target: string) => ` (in all ${value}, target ${target})`,
    noGoodRow: (facts: string) => `no record meets it (${facts})`,
    lacks: (dataset: string, wanted: string, found: number) =>
      `should have ${wanted} in ${dataset}, has ${found}`,
    last: (day: string, facts: string) => `${day} ${facts}`,
    reported: (value: string, target: string) => `reported ${value}, target ${target}`,
    task: (status: string | null, rate: string) =>
      `entered as "${status ?? "no status"}" in 任务台账${rate === "" ? "" : `, ${rate} done`}`,
    missing: "not entered in 任务台账",
    figure: (value: string, target: string, need: string) =>
      `now ${value}, target ${target}${need === "" ? "" : `: ${need}`}`,
  },
} as const;

function factsWords(facts: readonly Fact[], language: Language): string {
  return facts.map((fact) => factWords(fact, language)).join(language === "zh" ? "；" : "; ");
}

function factWords({ field, value, untold, among, found }: Fact, language: Language): string {
  if (among !== undefined) {
    if (language === "zh") return `“${among}”中${found ? "有" : "没有"}这个${field}`;
    return `${field} ${found ? "is" : "is not"} in ${among}`;
  }
  const blank = language === "zh" ? "空" : "blank";
  const filled = language === "zh" ? "有内容但不符合" : "filled, but does not meet it";
  return `${field}${language === "zh" ? "：" : ": "}${untold ? filled : (value ?? blank)}`;
}

/** "data.xlsx › 事项清单 › 第 12 行": where to look the record up. */
export function placeWords(place: LedgerPlace | null, language: Language): string {
  if (place === null) return "";
  const row = place.cell ?? (language === "zh" ? `第 ${place.row} 行` : `row ${place.row}`);
  return `${place.file} › ${place.sheet} › ${row}`;
}

/** How near the deadline is. */
export function latenessWords({ deadline, daysLeft, overdue }: LedgerGroup, language: Language): string {
  const zh = language === "zh";
  if (deadline === null || daysLeft === null) return zh ? "未定期限" : "no date";
  const days = Math.abs(daysLeft);
  if (daysLeft < 0 && !overdue) return zh ? "期限已过" : "date passed";
  if (daysLeft < 0) return zh ? `逾期 ${days} 天` : `${days} d overdue`;
  if (daysLeft === 0) return zh ? "今天到期" : "due today";
  return zh ? `剩 ${days} 天` : `${days} d left`;
}
