import type { Account, CountedChain, DatasetAccount, Explanation, Standing } from "../model/explanation.ts";
import type { Language } from "../model/language.ts";
import { phraseOf } from "../model/phrases.ts";
import { type Block, cell, heading, type Line, line, plainTable, row } from "./blocks.ts";
import { explanationWords } from "./explanation-words.ts";
import { counted, deadlineTexts, targetText, valueText } from "./figures.ts";
import { indicatorAsJson, numberOf } from "./plan-json.ts";
import { indicatorFields } from "./plan-view.ts";
import type { RenderOptions } from "./renderer.ts";
import { rowsText } from "./sections/rows.ts";
import { printBlocks } from "./terminal.ts";
import { statusWords } from "./words.ts";
import { attainmentWorking, neededWorking, plainNumber, type Rule } from "./working.ts";

type Field = readonly [label: string, text: string];

/** A rule in words and, where there is data, with every number filled in. */
export function renderExplanation(explanation: Explanation, options: RenderOptions): string {
  const { language } = options;
  const { account, unit, indicator } = explanation;
  const say = explanationWords[language];
  const stranger = unit === null || unit.responsible ? [] : [line(say.notResponsible(unit.name), "warn")];
  const head: Block[] = [
    heading(1, `${indicator.clause} ${indicator.name}`),
    { kind: "lines", lines: [...headLines(explanation, language), ...stranger] },
    { kind: "fields", title: explanation.plan.title, fields: ruleFields(explanation, language) },
  ];
  const figures =
    account === null
      ? []
      : [
          ...standingBlocks(say.whole, account.whole, explanation, account, language),
          ...(unit === null || account.unit === null
            ? []
            : standingBlocks(unit.name, account.unit, explanation, account, language)),
          ...sourceBlocks(account, language),
        ];
  return printBlocks([...head, ...figures], options);
}

/** The same for programs. */
export function explanationAsJson(explanation: Explanation, language: Language) {
  const { indicator, account, plan, formula, derived, unit } = explanation;
  const standing = (one: Standing | null) =>
    one === null || account === null
      ? null
      : {
          ...one,
          formula: valueLine(one, explanation, account, language),
          working: workingOf(one, explanation),
        };
  return {
    plan,
    indicator: {
      ...indicatorAsJson(indicator, language),
      weight: numberOf(indicator.weight),
      worst: numberOf(indicator.worst),
      note: indicator.note,
      units: indicator.units.map(({ name }) => name),
      sides: { of: formula.of, to: formula.to },
      where: formula.where,
      that: formula.that,
      derived,
    },
    unit,
    asOf: account?.asOf ?? null,
    synthetic: account?.synthetic ?? null,
    whole: standing(account?.whole ?? null),
    ofUnit: standing(account?.unit ?? null),
    datasets: account?.datasets ?? null,
    notes: account?.notes.map((why) => ({ code: why.code, text: phraseOf(why, language), why })) ?? null,
  };
}

function headLines({ plan, indicator, account }: Explanation, language: Language): Line[] {
  const say = explanationWords[language];
  const parts = [plan.id, indicator.id, ...(account === null ? [] : [say.asOf(account.asOf)])];
  return [line(parts.join(" · ")), ...(account?.synthetic ? [line(say.synthetic, "warn")] : [])];
}

function ruleFields({ indicator, formula, derived, account }: Explanation, language: Language): Field[] {
  const say = explanationWords[language];
  const [first, ...rest] = indicatorFields(indicator, language);
  const filters: Field[] = [
    [say.where, formula.where ?? ""],
    [say.that, formula.that ?? ""],
    ...derived.map(({ field, formula: text }): Field => [say.derived, `${field} = ${text}`]),
  ];
  const names = indicator.units.map(({ name }) => name);
  // Beside figures a list of fifty names only hides them.
  const units: Field[] = account === null ? [[say.units, say.unitCount(names)]] : [];
  return [
    ...(first === undefined ? [] : [first]),
    ...filters.filter(([, text]) => text !== ""),
    ...rest,
    ...units,
  ];
}

function standingBlocks(
  title: string,
  standing: Standing,
  explanation: Explanation,
  account: Account,
  language: Language,
): Block[] {
  const say = explanationWords[language];
  const blanks = standing.blanks.map(({ dataset, field, rows }) =>
    line(say.blank(dataset, field, counted(rows))),
  );
  return [
    heading(2, title),
    {
      kind: "fields",
      title: valueLine(standing, explanation, account, language),
      fields: judged(standing, explanation, account, language),
    },
    ...(standing.chains.length === 0 ? [] : [stepTable(standing.chains, language)]),
    ...(blanks.length === 0
      ? []
      : [
          { kind: "lines" as const, lines: [line(say.blanks, "strong")] },
          { kind: "list" as const, items: blanks },
        ]),
  ];
}

/** The formula with its numbers: 行数(…) 430 ÷ 行数(…) 1,000 × 100 = 43.00%. */
function valueLine(
  { assessment, numerator, denominator, reported }: Standing,
  { formula, indicator }: Explanation,
  { report }: Account,
  language: Language,
): string {
  const say = explanationWords[language];
  const percent = report.measuredIn === "%" && report.measure !== "average" ? " × 100" : "";
  const value =
    assessment === null || assessment.value === null ? "" : valueText(report, assessment, language);
  const shown = assessment?.value ?? null;
  const exact = shown !== null && Number(assessment?.display.value) === shown;
  const result = value === "" ? "" : ` ${exact ? "=" : "≈"} ${value}`;
  if (numerator === null) {
    if (reported === null) return indicator.formula[language];
    return `${reportedText(reported, language)}${result}`;
  }
  if (reported !== null) {
    const parts =
      denominator === null
        ? ""
        : `${say.colon}${say.numerator} ${plainNumber(numerator)} ÷ ${say.denominator} ${plainNumber(denominator)}${percent}`;
    return `${reportedText(reported, language)}${parts}${result}`;
  }
  const of = `${formula.of ?? ""} ${plainNumber(numerator)}`.trimStart();
  if (denominator === null)
    return formula.to === null ? `${formula.of ?? ""}${result || ` = ${plainNumber(numerator)}`}` : of;
  return `${of} ÷ ${formula.to ?? ""} ${plainNumber(denominator)}${percent}${result}`;
}

function reportedText({ at, pooled }: NonNullable<Standing["reported"]>, language: Language): string {
  const say = explanationWords[language];
  return pooled ? say.pooled : say.reported(at);
}

function judged(
  standing: Standing,
  explanation: Explanation,
  { report }: Account,
  language: Language,
): Field[] {
  const say = explanationWords[language];
  const { assessment, contribution } = standing;
  if (assessment === null) return [];
  const { needed, attainment } = workingOf(standing, explanation);
  const word = statusWords[assessment.status];
  const inWork: Field[] =
    assessment.needed === null
      ? []
      : needed === null || Object.values(needed).every((part) => part === null)
        ? [[say.short, say.noParts]]
        : [
            [report.measure === "share" ? say.fix : say.short, needed.fix ?? ""],
            [say.new, needed.new ?? ""],
            [say.move, needed.move ?? ""],
          ];
  const fields: Field[] = [
    [say.target, targetText(report, assessment, language)],
    [say.status, `${word.sign} ${word[language]}`],
    [say.deadline, deadlineTexts(assessment, language).join(say.space)],
    [say.because, assessment.reason ?? ""],
    [
      say.attainment,
      assessment.attainment === null ? "" : assessment.met ? say.met : (attainment ?? say.nothingInPart),
    ],
    ...inWork,
    ["", contribution === null ? "" : say.contribution(plainNumber(contribution))],
  ];
  return fields.filter(([, text]) => text !== "");
}

function workingOf({ assessment }: Standing, { indicator, account }: Explanation) {
  if (assessment === null || account === null) return { attainment: null, needed: null };
  const rule: Rule = { report: account.report, worst: numberOf(indicator.worst) };
  const needed = neededWorking(rule, assessment);
  // Two lists cannot both grow by one new row: more users do not add residents.
  const canAdd = account.report.datasets.length === 1;
  return {
    attainment: attainmentWorking(rule, assessment),
    needed: needed === null || canAdd ? needed : { ...needed, new: null },
  };
}

function stepTable(chains: readonly CountedChain[], language: Language): Block {
  const say = explanationWords[language];
  const [dataset = "", step = "", rows = ""] = say.steps;
  return plainTable(
    [{ title: dataset }, { title: step, grows: true }, { title: rows, right: true }],
    chains.flatMap((chain) =>
      chain.steps.map((one, at) =>
        row([
          cell(at === 0 ? chain.dataset + say.sides[chain.side] : ""),
          cell(say.roles[one.role] + one.filter),
          one.rows === null ? cell(say.missingColumn, "warn") : cell(counted(one.rows)),
        ]),
      ),
    ),
  );
}

function sourceBlocks({ datasets, notes }: Account, language: Language): Block[] {
  const say = explanationWords[language];
  const blocks: Block[] =
    datasets.length === 0
      ? [{ kind: "lines", lines: [line(say.noSources, "warn")] }]
      : [
          {
            kind: "list",
            items: datasets.map((one) => line(say.dataset(one.dataset, rowsText(one, language)))),
          },
          sheetTable(datasets, language),
        ];
  const remarks: Block[] =
    notes.length === 0
      ? []
      : [heading(2, say.notes), { kind: "list", items: notes.map((why) => line(phraseOf(why, language))) }];
  return [heading(2, say.sources), ...blocks, ...remarks];
}

function sheetTable(datasets: readonly DatasetAccount[], language: Language): Block {
  const [file = "", sheet = "", rows = "", used = ""] = explanationWords[language].files;
  return plainTable(
    [
      { title: file, grows: true },
      { title: sheet, grows: true },
      { title: rows, right: true },
      { title: used, right: true },
    ],
    datasets
      .flatMap(({ sheets }) => sheets)
      .map((one) =>
        row([one.file, one.sheet, counted(one.rows), counted(one.used)].map((text) => cell(text))),
      ),
  );
}
