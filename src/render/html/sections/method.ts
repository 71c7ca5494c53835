import type { Language } from "../../../model/language.ts";
import type { Report } from "../../../model/report.ts";
import { cut } from "../../figures.ts";
import { bandWord } from "../../words.ts";
import { type Html, html, type Part } from "../markup.ts";
import type { Page, Section } from "../page.ts";

const texts = {
  zh: {
    title: "口径",
    rules: [
      ["现状", "占比和比率先汇总分子、分母再相除，不对各单位的比率求平均；每项公式见指标明细。"],
      ["达标", "用精确的分数比较，时限当天算未过期；四舍五入只用于显示，未达标的值不会显示成达标。"],
      [
        "状态",
        "达标；未达标（时限未到）；逾期（过了时限仍未达标）；无数据（输入里没有所需的数据集或列）；不适用（该单位没有相关的行）。",
      ],
      [
        "差距",
        "目标与现状之差，百分比以个百分点计。需要做的：补足差距要整改多少条已有记录，或新增多少条合格记录。",
      ],
      [
        "完成度",
        "达标为 100%；未达标的，越高越好的取现状 ÷ 目标，越低越好的取目标 ÷ 现状，方案另有规定的按其规定；以 0 为目标的未达标记 0。",
      ],
      [
        "得分",
        "各计分指标完成度按权重平均 × 100；无数据、不适用、不计分、已豁免的不参与，权重在其余指标间重新分配。全域得分按全域的值另行计算，不是各单位得分的平均。",
      ],
      ["覆盖", "参与计算的权重 ÷（参与计算的 + 无数据的权重）。低于 80% 的得分为暂定，不排名。"],
      ["名次", "在本组内按未取舍的得分排名，同分并列。"],
      [
        "先抓什么",
        "某项全部补足、其余不变时得分的提高：权重 ÷ 权重之和 ×（1 − 完成度）× 100，按每件工作的提高排序。",
      ],
    ],
    bands: "等次",
    band: (name: string, from: string) => `${name}：${from} 分及以上`,
    source: "依据与来源",
    plan: "方案",
    issued: "印发",
    asOf: "数据截至",
    period: "考核期",
    to: "至",
    rulesHash: "规则指纹",
    tool: "程序",
    files: "输入文件",
    between: "；",
  },
  en: {
    title: "How figures are computed",
    rules: [
      [
        "Value",
        "Rates pool numerators and denominators first and divide then; unit rates are never averaged. The formula of each stands with the indicator.",
      ],
      [
        "Met",
        "Compared as exact fractions; the day of the deadline is not past. Rounding is for display only, and an unmet value never rounds onto its target.",
      ],
      [
        "Status",
        "Met; open (unmet, not due yet); overdue (unmet after the deadline); no data (a dataset or column that is needed is in no input); n/a (no row of the unit).",
      ],
      [
        "Gap",
        "Target less value, in percentage points for rates. Needed: existing records to put right, or good new ones that would do.",
      ],
      [
        "Attainment",
        "Met is 100%. Unmet: value ÷ target where more is better, target ÷ value where less is better, or as the plan says; 0 where the target is 0.",
      ],
      [
        "Score",
        "The weighted mean of attainments × 100. No data, n/a, not scored and waived are left out and their weight goes to the rest. The overall score is computed from values of the whole area, not from scores of units.",
      ],
      [
        "Coverage",
        "Weight that takes part ÷ (that and the weight without data). Below 80% a score is provisional and unranked.",
      ],
      ["Rank", "Within a group, by unrounded score; ties share a rank."],
      [
        "What pays",
        "What a score gains when one thing is put right in full and all else stays: weight ÷ weights × (1 − attainment) × 100, in the order of gain per piece of work.",
      ],
    ],
    bands: "Bands",
    band: (name: string, from: string) => `${name}: from ${from}`,
    source: "Basis and sources",
    plan: "Plan",
    issued: "Issued",
    asOf: "Data as of",
    period: "Period",
    to: "to",
    rulesHash: "Fingerprint of the rules",
    tool: "Program",
    files: "Input files",
    between: "; ",
  },
} satisfies Record<Language, unknown>;

const FINGERPRINT = 16;

/** What the figures mean, and what they were made from. */
export function method({ report, language }: Page): Section {
  const say = texts[language];
  const bands = report.bands.map(({ from, name }) => say.band(bandWord(name, language), cut(from, 0)));
  const rules = [...say.rules, ...(bands.length === 0 ? [] : [[say.bands, bands.join(say.between)]])];
  const files = report.inputs.map(
    ({ file, sha256 }) => html`<li>${file} <code>${sha256.slice(0, FINGERPRINT)}</code></li>`,
  );
  const body = html`<dl class="facts">${rules.map(([term, words]) => html`<dt>${term}</dt><dd>${words}</dd>\n`)}</dl>
<h3>${say.source}</h3>
<dl class="facts">${sources(report, language).map(([term, words]) => html`<dt>${term}</dt><dd>${words}</dd>\n`)}${
    files.length === 0 ? "" : html`<dt>${say.files}</dt><dd><ul class="files">${files}</ul></dd>`
  }</dl>`;
  return { id: "method", title: say.title, body };
}

function sources({ plan, asOf, period, tool }: Report, language: Language): [string, Part][] {
  const say = texts[language];
  const code = (text: string): Html => html`<code>${text}</code>`;
  return [
    [
      say.plan,
      [plan.title, plan.document ?? "", plan.issuer ?? ""].filter((part) => part !== "").join(" · "),
    ],
    [say.issued, plan.issued],
    [say.asOf, asOf],
    ...(period === null
      ? []
      : [[say.period, `${period.start} ${say.to} ${period.end}`] satisfies [string, Part]]),
    [say.rulesHash, html`${code(plan.id)} ${code(plan.sha256.slice(0, FINGERPRINT))}`],
    [say.tool, `${tool.name} ${tool.version}`],
  ];
}
