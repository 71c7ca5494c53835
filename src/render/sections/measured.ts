import type { Assessment } from "../../model/assessment.ts";
import type { Language } from "../../model/language.ts";
import type { IndicatorReport } from "../../model/report.ts";
import { type Cell, type Column, cell, NOTHING, type Row, row } from "../blocks.ts";
import { deadlineTexts, gapText, partsText, targetText, valueText, withUnit } from "../figures.ts";
import { movementRemarks, paceTexts } from "../movement-words.ts";
import { neededText } from "../needed.ts";
import { directionOf, directionWords, statusWords } from "../words.ts";

const texts = {
  zh: {
    columns: ["状态", "条款", "指标", "现状", "目标", "差距", "需要做的", "时限"],
    gap: "差距 ",
    deadline: "时限 ",
    unscored: "（不计分）",
    shared: "（全域共同）",
    stage: (index: number, total: number) => `现为第 ${index} 阶段，共 ${total} 个阶段`,
    missed: (index: number, deadline: string, target: string) =>
      `第 ${index} 阶段到期未完成：${deadline}，${target}`,
    reported: "数值来自指标填报",
  },
  en: {
    columns: ["Status", "Clause", "Indicator", "Value", "Target", "Gap", "Needed", "Deadline"],
    gap: "gap ",
    deadline: "deadline ",
    unscored: " (not scored)",
    shared: " (shared)",
    stage: (index: number, total: number) => `stage ${index} of ${total}`,
    missed: (index: number, deadline: string, target: string) =>
      `stage ${index} was missed: ${deadline}, ${target}`,
    reported: "value as reported (指标填报)",
  },
};

/** Stages and other remarks stand below the name. */
export const REMARKS_BELOW = 2;

/** The columns that say how an indicator stands, for the whole area and for a unit alike. */
export function standingColumns(language: Language): Column[] {
  const [status, clause, name, value, target, gap, needed, deadline] = texts[language].columns;
  return [
    { title: status ?? "" },
    { title: clause ?? "" },
    { title: name ?? "", grows: true },
    { title: value ?? "", right: true },
    { title: target ?? "", widest: 14 },
    { title: gap ?? "", fold: texts[language].gap },
    { title: needed ?? "", grows: true, fold: "" },
    { title: deadline ?? "", fold: texts[language].deadline },
  ];
}

export function standingRow(indicator: IndicatorReport, found: Assessment, language: Language): Row {
  const cells = [
    statusCell(found, language),
    cell(indicator.clause),
    cell(nameText(indicator, found, language)),
    cell(valueText(indicator, found, language)),
    cell(targetText(indicator, found, language)),
    cell(gapText(indicator, found, language)),
    cell(neededText(indicator, found, language) || (found.reason ?? NOTHING)),
    deadlineCell(found, language),
  ];
  return row(cells, remarks(indicator, found, language));
}

function statusCell({ status }: Pick<Assessment, "status">, language: Language): Cell {
  const word = statusWords[status];
  return cell(`${word.sign} ${word[language]}`, word.tone);
}

function deadlineCell(found: Assessment, language: Language): Cell {
  const shown = cell(deadlineTexts(found, language), found.status === "overdue" ? "bad" : undefined);
  const pressing = found.status === "open" || found.status === "overdue" || found.status === "no-data";
  return pressing ? shown : { ...shown, minor: true };
}

function nameText(
  { name, weight, scope }: IndicatorReport,
  { status }: Pick<Assessment, "status">,
  language: Language,
): string {
  const say = texts[language];
  return (
    name +
    (weight === 0 && status !== "not-scored" ? say.unscored : "") +
    (scope === "shared" ? say.shared : "")
  );
}

function remarks(indicator: IndicatorReport, found: Assessment, language: Language): string[] {
  const say = texts[language];
  const parts = partsText(found) ?? [];
  const stage = found.stage === null ? [] : [say.stage(found.stage, found.stages.length)];
  const missed = found.stages
    .filter((one) => one.missed)
    .map((one) => say.missed(one.index, one.deadline ?? NOTHING, stageTarget(indicator, one, language)));
  const reported = found.source === "reported" ? [say.reported] : [];
  return [
    ...[parts].flat(),
    ...stage,
    ...missed,
    ...reported,
    ...movementRemarks(indicator, found, language),
    ...paceTexts(indicator, found, language),
  ];
}

function stageTarget(
  { measuredIn }: IndicatorReport,
  stage: Assessment["stages"][number],
  language: Language,
): string {
  if (stage.threshold === null) return NOTHING;
  const { sign } = directionWords[directionOf(stage.direction)];
  return `${sign} ${withUnit(String(stage.threshold), measuredIn, language)}`;
}
