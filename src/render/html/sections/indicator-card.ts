import type { Assessment } from "../../../model/assessment.ts";
import type { Language } from "../../../model/language.ts";
import type { IndicatorReport, Report } from "../../../model/report.ts";
import { NOTHING } from "../../blocks.ts";
import { deadlineTexts, gapText, partsText, targetText, valueText, withUnit } from "../../figures.ts";
import { neededText } from "../../needed.ts";
import { directionOf, directionWords, scopeWords } from "../../words.ts";
import { type NeededWorking, neededWorking } from "../../working.ts";
import { fold } from "../fold.ts";
import { type Html, html, joined, nothing, type Part } from "../markup.ts";
import { indicatorAnchor, type Page } from "../page.ts";
import { statusTag } from "../tag.ts";
import { indicatorUnits } from "./indicator-units.ts";

const texts = {
  zh: {
    value: "现状",
    target: "目标",
    gap: "差距",
    needed: "需要做的",
    formula: "公式",
    clause: "依据条款",
    deadline: "时限",
    ongoing: "之后长期坚持",
    scope: "考核方式",
    responsible: "责任单位",
    lead: "牵头单位",
    weight: "权重",
    data: "数据",
    remedy: "整改办法",
    note: "备注",
    reason: "说明",
    stages: "各阶段",
    stage: (index: number) => `第 ${index} 阶段`,
    met: "已达到",
    unmet: "未达到",
    missed: "到期未完成",
    current: "当前",
    unscored: "0（不计入得分）",
    working: { fix: "整改", new: "新增", move: "变动" },
    between: "、",
    reported: "指标填报",
  },
  en: {
    value: "Value",
    target: "Target",
    gap: "Gap",
    needed: "Needed",
    formula: "Formula",
    clause: "Clause",
    deadline: "Deadline",
    ongoing: "standing from then on",
    scope: "Judged",
    responsible: "Responsible",
    lead: "Lead",
    weight: "Weight",
    data: "Data",
    remedy: "Remedy",
    note: "Note",
    reason: "Why",
    stages: "Stages",
    stage: (index: number) => `stage ${index}`,
    met: "met",
    unmet: "not met",
    missed: "missed",
    current: "current",
    unscored: "0 (not in the score)",
    working: { fix: "to put right", new: "new", move: "to move" },
    between: ", ",
    reported: "as reported (指标填报)",
  },
};

/** One indicator in full: what a unit asks that finds itself on it. */
export function indicatorCard(indicator: IndicatorReport, page: Page): Html {
  const { report, language } = page;
  const { whole, clause, name } = indicator;
  const target = targetText(indicator, whole, language);
  const value = valueText(indicator, whole, language);
  const summary = html`<h4><span class="clause">${clause}</span> ${name}</h4> ${statusTag(whole.status, language)} <span class="brief">${value}${target === NOTHING ? nothing : html` / ${target}`}</span>`;
  return fold({
    id: indicatorAnchor(report, indicator.id),
    summary,
    body: html`${facts(indicator, report, language)}${indicatorUnits(indicator, page)}`,
  });
}

function facts(indicator: IndicatorReport, report: Report, language: Language): Html {
  const say = texts[language];
  const { whole } = indicator;
  const scope = scopeWords[indicator.scope as keyof typeof scopeWords]?.[language] ?? indicator.scope;
  const listed = (names: readonly string[]) => names.join(say.between);
  const fields: readonly (readonly [string, Part])[] = [
    [say.value, valueLine(indicator, language)],
    [say.target, targetText(indicator, whole, language)],
    [say.gap, gapText(indicator, whole, language)],
    [say.needed, neededOf(indicator, language)],
    [say.reason, whole.reason ?? ""],
    [say.formula, html`<code>${indicator.formula[language]}</code>`],
    [say.clause, [report.plan.document ?? report.plan.title, indicator.clause].join(" ")],
    [say.deadline, deadlineOf(indicator, language)],
    [say.stages, whole.stages.length > 1 ? stagesOf(indicator, whole, language) : ""],
    [say.scope, scope],
    [say.lead, listed(indicator.lead)],
    [say.responsible, listed(indicator.responsible)],
    [say.weight, indicator.weight === 0 ? say.unscored : indicator.weight === 1 ? "" : indicator.weight],
    [say.data, listed(indicator.datasets) + (whole.source === "reported" ? ` ${say.reported}` : "")],
    [say.remedy, indicator.remedy ?? ""],
    [say.note, indicator.note ?? ""],
  ];
  const shown = fields.filter(([, text]) => text !== "" && text !== NOTHING);
  return html`<dl class="facts">${shown.map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>\n`)}</dl>\n`;
}

function valueLine(indicator: IndicatorReport, language: Language): Part {
  const value = valueText(indicator, indicator.whole, language);
  const parts = partsText(indicator.whole);
  if (value === NOTHING) return "";
  return parts === null
    ? html`<b>${value}</b>`
    : html`<b>${value}</b> <small>${parts.replace("/", " ÷ ")}</small>`;
}

function neededOf(indicator: IndicatorReport, language: Language): Part {
  const text = neededText(indicator, indicator.whole, language);
  if (text === "") return "";
  const working = neededWorking({ report: indicator, worst: null }, indicator.whole);
  return html`${text}${working === null ? nothing : workingOf(working, language)}`;
}

/** The arithmetic behind it, so that anyone can check it with a pencil. */
function workingOf(working: NeededWorking, language: Language): Html {
  const kinds = ["fix", "new", "move"] as const;
  const shown = kinds.flatMap((kind) => {
    const steps = working[kind];
    return steps === null ? [] : [html`${texts[language].working[kind]} <code>${steps}</code>`];
  });
  return shown.length === 0
    ? nothing
    : html` <small>${joined(shown, language === "zh" ? "；" : "; ")}</small>`;
}

function deadlineOf({ whole, ongoing }: IndicatorReport, language: Language): string {
  const [day, ...days] = deadlineTexts(whole, language);
  return [day, ...days, ...(ongoing && day !== NOTHING ? [texts[language].ongoing] : [])].join(
    language === "zh" ? "，" : ", ",
  );
}

function stagesOf({ measuredIn }: IndicatorReport, { stages }: Assessment, language: Language): Html {
  const say = texts[language];
  const items = stages.map(({ index, deadline, threshold, direction, current, met, missed }) => {
    const { sign } = directionWords[directionOf(direction)];
    const target =
      threshold === null ? NOTHING : `${sign} ${withUnit(String(threshold), measuredIn, language)}`;
    const state = missed ? say.missed : met === null ? "" : met ? say.met : say.unmet;
    const parts = [say.stage(index), deadline ?? "", target, state, current ? say.current : ""];
    return html`<li${missed ? html` class="bad"` : nothing}>${parts.filter((part) => part !== "").join(" · ")}</li>`;
  });
  return html`<ol class="stages">${items}</ol>`;
}
