import type { Language } from "../../model/language.ts";
import { printable } from "../../model/printable.ts";

const LONGEST = 31;

export const fixedSheets = {
  overview: { zh: "总览", en: "Overview" },
  scores: { zh: "部门得分", en: "Scores" },
  trend: { zh: "变化趋势", en: "Trends" },
  details: { zh: "指标明细", en: "Indicators" },
  gaps: { zh: "差距清单", en: "Gaps" },
  tasks: { zh: "任务台账", en: "Tasks" },
  quality: { zh: "数据质量", en: "Data quality" },
  method: { zh: "口径说明", en: "Method" },
} as const satisfies Record<string, Record<Language, string>>;
export type FixedSheet = keyof typeof fixedSheets;

// What a sheet name may not hold, and what links and print settings take for signs of their own.
const twins: Readonly<Record<string, string>> = {
  "\\": "＼",
  "/": "／",
  "?": "？",
  "*": "＊",
  ":": "：",
  "[": "［",
  "]": "］",
  "'": "’",
  '"': "”",
  "!": "！",
  "#": "＃",
  "%": "％",
  "&": "＆",
  "<": "＜",
  ">": "＞",
};

// Excel keeps these names, of whatever case, for its log of changes.
const reserved = ["history", "历史记录"];

/** Names of sheets for units: at most 31 characters, allowed ones, no two alike but for case. */
export function unitSheetNames(units: readonly string[], language: Language): string[] {
  const taken = new Set(
    [...reserved, ...Object.values(fixedSheets).map((name) => name[language])].map(folded),
  );
  return units.map((unit) => {
    const name = freeName(plainName(unit, language), taken);
    taken.add(folded(name));
    return name;
  });
}

function plainName(unit: string, language: Language): string {
  const name = printable(unit).replace(/[\\/?*:[\]'"!#%&<>]/g, (sign) => twins[sign] ?? "-");
  return name.trim() || (language === "zh" ? "未命名单位" : "Unnamed unit");
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const short = shortened(name, LONGEST);
  for (let at = 2, free = short; ; at += 1) {
    if (!taken.has(folded(free))) return free;
    free = `${shortened(name, LONGEST - String(at).length - 1)}~${at}`;
  }
}

/** Cut between characters: Excel counts their halves, but must not be given half a one. */
function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  let short = "";
  for (const character of name) {
    if (short.length + character.length > most - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
