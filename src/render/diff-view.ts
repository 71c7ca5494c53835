import type { Language } from "../model/language.ts";
import { scopes } from "../model/plan.ts";
import type { Aspect, Change, Effect, PlanDiff, RuleDiff, RuleName, Told } from "../model/plan-diff.ts";
import { type Block, heading, line, NOTHING, type Tone } from "./blocks.ts";
import { recurrenceWords } from "./recurrence-words.ts";
import type { RenderOptions } from "./renderer.ts";
import { printBlocks } from "./terminal.ts";
import { scopeWords } from "./words.ts";

type Both = Readonly<Record<Language, string>>;

const aspectWords = {
  id: { zh: "编号", en: "id" },
  clause: { zh: "条款", en: "clause" },
  name: { zh: "名称", en: "name" },
  target: { zh: "目标", en: "target" },
  stages: { zh: "阶段", en: "stages" },
  start: { zh: "开始", en: "start" },
  deadline: { zh: "时限", en: "deadline" },
  ongoing: { zh: "长期坚持", en: "ongoing" },
  recurrence: { zh: "周期", en: "recurs" },
  responsible: { zh: "责任", en: "responsible" },
  lead: { zh: "牵头", en: "lead" },
  measure: { zh: "算法", en: "formula" },
  scope: { zh: "考核", en: "scope" },
  quota: { zh: "分配", en: "quota" },
  weight: { zh: "权重", en: "weight" },
  worst: { zh: "零分值", en: "worst" },
  baseline: { zh: "基线", en: "baseline" },
  dimension: { zh: "维度", en: "dimension" },
} satisfies Record<Aspect, Both>;

const effectWords = {
  stricter: { zh: "更严", en: "stricter" },
  looser: { zh: "更宽", en: "looser" },
  earlier: { zh: "提前", en: "earlier" },
  later: { zh: "推后", en: "later" },
  changed: { zh: "改变", en: "changed" },
} satisfies Record<Effect, Both>;

const texts = {
  zh: {
    title: "方案对比",
    indicators: "指标",
    tasks: "任务",
    added: "新增",
    gone: "取消",
    changed: "有变化",
    same: "未变",
    count: (kind: string, count: number) => `${kind} ${count} 项`,
    counts: "，",
    fields: (names: string) => `派生字段的算法不同：${names}`,
    yes: "是",
    no: "否",
    separator: "、",
  },
  en: {
    title: "Plans compared",
    indicators: "Indicators",
    tasks: "Tasks",
    added: "New",
    gone: "Gone",
    changed: "Changed",
    same: "Unchanged",
    count: (kind: string, count: number) => `${kind.toLowerCase()}: ${count}`,
    counts: ", ",
    fields: (names: string) => `Derived fields computed otherwise: ${names}`,
    yes: "yes",
    no: "no",
    separator: ", ",
  },
};

/** Two plans side by side: what is new, gone, stricter, looser, moved or handed over. */
export function renderDiff(diff: PlanDiff, options: RenderOptions): string {
  const { language } = options;
  const say = texts[language];
  const told = ({ plan, title }: PlanDiff["from"]) => line(`${plan}  ${title}`);
  const fields: Block[] =
    diff.fields.length === 0
      ? []
      : [{ kind: "lines", lines: [line(say.fields(diff.fields.join(say.separator)))] }];
  return printBlocks(
    [
      heading(1, say.title),
      { kind: "lines", lines: [told(diff.from), line("↓"), told(diff.to)] },
      ...section(say.indicators, diff.indicators, language),
      ...section(say.tasks, diff.tasks, language),
      ...fields,
    ],
    options,
  );
}

function section(title: string, diff: RuleDiff, language: Language): Block[] {
  const say = texts[language];
  const counts = (["added", "gone", "changed", "same"] as const).flatMap((kind) =>
    diff[kind].length === 0 ? [] : [say.count(say[kind], diff[kind].length)],
  );
  if (counts.length === 0) return [];
  const list = (kind: "added" | "gone", tone: Tone): Block[] =>
    diff[kind].length === 0
      ? []
      : [heading(3, say[kind]), { kind: "list", items: diff[kind].map((rule) => line(labelOf(rule), tone)) }];
  const changed: Block[] = diff.changed.map((rule) => ({
    kind: "fields",
    title: labelOf(rule),
    fields: rule.changes.map((change) => fieldOf(change, language)),
  }));
  return [
    heading(2, title),
    { kind: "lines", lines: [line(counts.join(say.counts))] },
    ...list("added", "good"),
    ...list("gone", "warn"),
    ...(changed.length === 0 ? [] : [heading(3, say.changed), ...changed]),
  ];
}

function fieldOf({ aspect, effect, from, to }: Change, language: Language): [string, string] {
  const mark = effect === "changed" ? "" : ` (${effectWords[effect][language]})`;
  const say = (told: Told) => {
    if (aspect === "recurrence" && told.kind === "text") return recurrenceWords(told.text, language);
    const scope =
      aspect === "scope" && told.kind === "text" ? scopes.find((one) => one === told.text) : undefined;
    return scope === undefined ? tell(told, language) : scopeWords[scope][language];
  };
  return [aspectWords[aspect][language], `${say(from)} → ${say(to)}${mark}`];
}

function labelOf({ clause, name, id }: RuleName): string {
  return `${clause} ${name} [${id}]`;
}

function tell(told: Told, language: Language): string {
  const say = texts[language];
  switch (told.kind) {
    case "text":
      return told.text;
    case "formula":
      return told[language];
    case "names":
      return told.names.join(say.separator);
    case "flag":
      return told.flag ? say.yes : say.no;
    case "nothing":
      return NOTHING;
    default:
      return told satisfies never;
  }
}

export function diffAsJson({ from, to, indicators, tasks, fields }: PlanDiff, language: Language) {
  const rules = ({ added, gone, changed, same }: RuleDiff) => ({
    new: added,
    gone,
    changed: changed.map(({ changes, ...rule }) => ({
      ...rule,
      changes: changes.map((change) => ({
        what: change.aspect,
        effect: change.effect,
        from: plain(change.from, language),
        to: plain(change.to, language),
      })),
    })),
    unchanged: same.map(({ id }) => id),
  });
  return { from, to, indicators: rules(indicators), tasks: rules(tasks), fields };
}

function plain(told: Told, language: Language): string | boolean | readonly string[] | null {
  if (told.kind === "nothing") return null;
  if (told.kind === "flag") return told.flag;
  return told.kind === "names" ? told.names : tell(told, language);
}
