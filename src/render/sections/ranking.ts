import type { Language } from "../../model/language.ts";
import type { ScoreChange } from "../../model/movement.ts";
import type { Report, UnitReport } from "../../model/report.ts";
import {
  type Block,
  type Column,
  cell,
  heading,
  type Line,
  line,
  NOTHING,
  type Row,
  row,
  type TableSection,
  table,
} from "../blocks.ts";
import { counted, coverageText, scoreText } from "../figures.ts";
import { groupsOf, type UnitGroup } from "../groups.ts";
import { rankMoveText, scoreChangeText, scoreTone } from "../movement-words.ts";
import { bandWord, plural } from "../words.ts";

const texts = {
  zh: {
    heading: "单位排名",
    columns: ["名次", "单位", "得分", "等次", "覆盖", "达标", "未达标", "逾期", "无数据"],
    summary: (units: number) => `${units} 个单位的得分和名次`,
    anew: "不可比",
    provisional: "暂定",
    unscored: (names: string[]) => `没有可计分的数据（${names.length} 个）：${names.join("、")}`,
    none: "没有单位。",
  },
  en: {
    heading: "Ranking",
    columns: ["Rank", "Unit", "Score", "Band", "Cover", "Met", "Open", "Overdue", "No data"],
    summary: (units: number) => `${plural(units, "unit")} with score and rank`,
    anew: "not comp.",
    provisional: "prov.",
    unscored: (names: string[]) => `Nothing to score (${names.length}): ${names.join(", ")}`,
    none: "There are no units.",
  },
};

export const moveTitles = { zh: ["变化", "升降"], en: ["Change", "Moved"] } as const;

/** Longer rankings are folded where a format can fold. */
const MOST_OPEN = 15;

export function ranking(report: Report, language: Language): Block[] {
  const say = texts[language];
  if (report.units.length === 0) return [heading(2, say.heading), { kind: "lines", lines: [line(say.none)] }];
  const sections = groupsOf(report, language).map((group) => sectionOf(group, hasMoved(report), language));
  const ranked = table(columnsOf(language, hasMoved(report)), sections, 1);
  const title = heading(2, say.heading);
  if (report.units.length <= MOST_OPEN) return [title, ranked];
  return [title, { kind: "details", summary: say.summary(report.units.length), blocks: [ranked] }];
}

/** Whether there is an earlier run to compare with. */
export function hasMoved({ movement }: Report): boolean {
  return movement?.previous != null;
}

function columnsOf(language: Language, moved: boolean): Column[] {
  const moves = moveTitles[language].map((title): Column => ({ title, right: true, widest: 16 }));
  const columns = standingColumns(language);
  return moved ? [...columns.slice(0, 3), ...moves, ...columns.slice(3)] : columns;
}

function standingColumns(language: Language): Column[] {
  return texts[language].columns.map((title, index) => {
    if (index === 1) return { title, grows: true };
    if (index < 3) return { title, right: true };
    return { title, right: index > 3, fold: `${title} ` };
  });
}

function sectionOf({ title, units }: UnitGroup, moved: boolean, language: Language): TableSection {
  const scored = units.filter(({ score }) => score !== null);
  const unscored = units.filter(({ score }) => score === null).map(({ unit }) => unit);
  const after: Line[] = unscored.length === 0 ? [] : [line(texts[language].unscored(unscored), "muted")];
  return { title: line(title, "strong"), rows: scored.map((unit) => rowOf(unit, moved, language)), after };
}

function rowOf(unit: UnitReport, moved: boolean, language: Language): Row {
  const { previous } = unit.movement ?? {};
  const moves = [
    cell(scoreMoveCell(previous, language), scoreTone(previous)),
    cell(rankMoveText(previous, language)),
  ];
  const rank = unit.rank === null ? NOTHING : String(unit.rank);
  return row([
    unit.provisional ? cell(texts[language].provisional, "muted") : cell(rank),
    cell(unit.unit),
    cell(scoreText(unit.score), "strong"),
    ...(moved ? moves : []),
    cell(bandWord(unit.band, language) || NOTHING),
    cell(coverageText(unit.coverage)),
    cell(counted(unit.met)),
    cell(counted(unit.open), unit.open > 0 ? "warn" : undefined),
    cell(counted(unit.overdue), unit.overdue > 0 ? "bad" : undefined),
    cell(counted(unit.noData)),
  ]);
}

/** A score's change in a cell; why it cannot be compared is said with the movement. */
export function scoreMoveCell(change: ScoreChange | null | undefined, language: Language): string {
  return change?.comparable === false ? texts[language].anew : scoreChangeText(change, language);
}
