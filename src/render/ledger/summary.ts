import type { Language } from "../../model/language.ts";
import type { Ledger, LedgerGroup, LedgerOrder, LedgerUnit } from "../../model/ledger.ts";
import { counted } from "../figures.ts";
import { countOf } from "./lines.ts";
import { unconfirmed } from "./words.ts";

/** What a ledger holds, and how it is meant to be used. */
export interface Summary {
  readonly notes: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const texts = {
  zh: {
    headings: ["责任单位", "指标", "现状", "目标", "还需", "应整改", "已列出", "未列出", "排序"],
    order: { ease: "由易到难", lever: "影响大的在前", reading: "按导出顺序" } satisfies Record<
      LedgerOrder,
      string
    >,
    whole: "全域共同完成",
    limit: (limit: string) => `每个单位每项指标最多列 ${limit} 条，其余见“未列出”；要多列用 --ledger-limit。`,
    ownLimit: (limit: string) => `每项指标最多列 ${limit} 条，没有列出的见“未列出”。`,
    outside: (name: string, rows: string) => `${name}：另有 ${rows} 条不属于责任单位，未列入。`,
    notes: (ledger: Ledger, where: Where) => [
      "一行一条记录，只含记录编号、名称、单位和日期等，来源可据以回查原表。",
      ...(where === "unit-sheets"
        ? ["“全部”用于查阅和筛选；各单位在自己的表里填写原因、整改措施、责任人、进展、佐证材料和销号日期。"]
        : ["请填写原因、整改措施、责任人、进展、佐证材料和销号日期。"]),
      "优先：“必改”须全部整改；“优先”的各条改好即可达标；“备选”可代替其中任何一条。",
      "最后一列“台账标识”已隐藏，以后合并台账时据以找回记录，请勿删改。",
      ...(ledger.notes === undefined
        ? []
        : [
            "已并入填好的台账：填写的内容和附加列都保留；数据已显示整改到位的在“已销号”表，与数据对不上的见“核对”列。",
            "“冲突”的单元格里并列了各份台账的填写和文件名，改定为一种说法后，下次合并不再提示。",
          ]),
    ],
  },
  en: {
    headings: [
      "Unit",
      "Indicator",
      "Now",
      "Target",
      "Needed",
      "To put right",
      "Listed",
      "Not listed",
      "Order",
    ],
    order: { ease: "easiest first", lever: "largest effect first", reading: "as exported" } satisfies Record<
      LedgerOrder,
      string
    >,
    whole: "all units together",
    limit: (limit: string) => `At most ${limit} rows for each unit and indicator; --ledger-limit lists more.`,
    ownLimit: (limit: string) => `At most ${limit} rows for each indicator; "Not listed" counts the others.`,
    outside: (name: string, rows: string) =>
      `${name}: ${rows} more belong to no responsible unit and are left out.`,
    notes: (ledger: Ledger, where: Where) => [
      "One row a record, with its number, name, unit and dates only; the source says where to look it up.",
      ...(where === "unit-sheets"
        ? [
            '"All" is for reading and filtering; each unit fills in its own sheet: cause, measures, person, progress, evidence, date closed.',
          ]
        : ["To be filled in: cause, measures, person, progress, evidence, date closed."]),
      'Priority: "required" rows are all needed; the "first" ones suffice; "spare" ones may stand in for any of them.',
      "The last column, hidden, finds the record again when ledgers are merged: leave it as it is.",
      ...(ledger.notes === undefined
        ? []
        : [
            'Ledgers that were filled in are merged: what was written and added columns stay; what the data shows to be put right is in the sheet "closed", what does not fit the data is said under "Check".',
            "A cell in conflict holds what each ledger says, with its file; once it says one thing, it is no longer marked.",
          ]),
    ],
  },
} as const;

/** Where people write: in a sheet for each unit, in the one there is, or in a file of their own. */
export type Where = "unit-sheets" | "one-sheet" | "own-file";

export function summaryOf(
  ledger: Ledger,
  units: readonly LedgerUnit[],
  where: Where,
  language: Language,
): Summary {
  const say = texts[language];
  const rowOf = (unit: string | null, group: LedgerGroup) => [
    unit ?? unconfirmed[language],
    `${group.clause} ${group.name}`,
    group.value,
    group.target,
    group.shared && group.need !== ""
      ? `${group.need}${language === "zh" ? `（${say.whole}）` : ` (${say.whole})`}`
      : group.need,
    group.total,
    group.rows.length,
    group.leftOut,
    group.rows.length > 1 ? say.order[group.order] : "",
  ];
  return {
    notes: [...say.notes(ledger, where), ...amountNotes(ledger, units, where, language)],
    headings: say.headings,
    rows: units.flatMap(({ unit, groups }) => groups.map((group) => rowOf(unit, group))),
  };
}

/** What is not listed. A unit is told of its own records only, and nothing of how the program is called. */
function amountNotes(
  { limit, outside }: Ledger,
  units: readonly LedgerUnit[],
  where: Where,
  language: Language,
): string[] {
  const say = texts[language];
  const isOwn = where === "own-file";
  const limited = limit > 0 && (!isOwn || countOf(units, "open").leftOut > 0);
  const limits = limited ? [(isOwn ? say.ownLimit : say.limit)(counted(limit))] : [];
  const others = isOwn ? [] : outside;
  return [
    ...limits,
    ...others.map(({ clause, name, rows }) => say.outside(`${clause} ${name}`, counted(rows))),
  ];
}
