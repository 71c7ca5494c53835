import type { Language } from "../../model/language.ts";
import type { LedgerGroup, LedgerRow } from "../../model/ledger.ts";
import { faultWords, latenessWords, placeWords, priorityWords, progressWords, unconfirmed } from "./words.ts";

/** One line of a ledger. */
export interface LedgerLine {
  readonly number: number;
  readonly unit: string | null;
  readonly group: LedgerGroup;
  readonly row: LedgerRow;
}

export interface LedgerColumn {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly width: number;
  readonly of: (line: LedgerLine, language: Language) => string | number;
  /** Left for people to fill in. */
  readonly filledIn?: true;
  readonly centred?: true;
  /** Holds a yyyy-mm-dd. */
  readonly isDay?: true;
}

const empty = () => "";

/** In the order of the form that circulates; the last is for the program, which finds the record again by it. */
export const ledgerColumns: readonly LedgerColumn[] = [
  { id: "number", zh: "序号", en: "No.", width: 6, centred: true, of: ({ number }) => number },
  {
    id: "unit",
    zh: "责任单位",
    en: "Unit",
    width: 12,
    of: ({ unit, row }, language) => unitWords(unit, row, language),
  },
  { id: "rule", zh: "指标", en: "Indicator", width: 20, of: ({ group }) => `${group.clause} ${group.name}` },
  { id: "key", zh: "记录编号", en: "Record", width: 22, of: ({ row }) => row.key ?? "" },
  {
    id: "label",
    zh: "摘要",
    en: "Summary",
    width: 20,
    of: ({ unit, row }, language) => labelWords(unit, row, language),
  },
  {
    id: "fault",
    zh: "问题",
    en: "What is wrong",
    width: 26,
    of: ({ row, group }, language) => faultWords(row, group, language),
  },
  {
    id: "requirement",
    zh: "整改要求",
    en: "What makes it right",
    width: 28,
    of: ({ group }) => group.requirement,
  },
  {
    id: "priority",
    zh: "优先",
    en: "Priority",
    width: 6,
    centred: true,
    of: ({ row }, language) => (row.priority === null ? "" : priorityWords[row.priority][language]),
  },
  {
    id: "deadline",
    zh: "完成时限",
    en: "Deadline",
    width: 11,
    centred: true,
    isDay: true,
    of: ({ group }) => group.deadline ?? "",
  },
  {
    id: "lateness",
    zh: "时限情况",
    en: "Time left",
    width: 10,
    centred: true,
    of: ({ group }, language) => latenessWords(group, language),
  },
  {
    id: "place",
    zh: "来源（文件/工作表/行）",
    en: "Source (file/sheet/row)",
    width: 22,
    of: ({ row }, language) => placeWords(row.place, language),
  },
  { id: "cause", zh: "原因", en: "Cause", width: 14, filledIn: true, of: empty },
  { id: "measure", zh: "整改措施", en: "Measures", width: 16, filledIn: true, of: empty },
  { id: "person", zh: "责任人", en: "Person", width: 8, filledIn: true, of: empty },
  {
    id: "progress",
    zh: "进展",
    en: "Progress",
    width: 9,
    filledIn: true,
    centred: true,
    of: (_, language) => progressWords[0]?.[language] ?? "",
  },
  { id: "evidence", zh: "佐证材料", en: "Evidence", width: 14, filledIn: true, of: empty },
  { id: "closed", zh: "销号（日期）", en: "Closed on", width: 11, filledIn: true, centred: true, of: empty },
  { id: "id", zh: "台账标识", en: "Record id", width: 20, of: ({ row }) => row.id },
];

function unitWords(unit: string | null, { owner }: LedgerRow, language: Language): string {
  if (unit !== null) return unit;
  return owner === null
    ? unconfirmed[language]
    : `${unconfirmed[language]}${language === "zh" ? "：" : ": "}${owner}`;
}

/** What the record is, and whose row it is where that is a unit below. */
function labelWords(unit: string | null, { label, owner, key }: LedgerRow, language: Language): string {
  const named = label === null || label === key ? "" : label;
  if (unit === null || owner === null || owner === label) return named;
  return language === "zh" ? `${named}（${owner}）` : `${named} (${owner})`;
}
