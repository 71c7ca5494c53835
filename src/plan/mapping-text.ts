import type { InspectedFile, InspectedSheet, Inspection } from "../model/inspection.ts";
import type { Language } from "../model/language.ts";
import { type Mapping, ruleFor } from "../model/mapping.ts";
import { scalar } from "../model/yaml-text.ts";

const words = {
  zh: {
    head: [
      "由 evaluate inspect --write-map 按识别结果写出，改好后用 --mapping 读取。",
      "match、sheet 里 * 代表任意文字，? 代表一个字；每张表用第一条对得上的规则。",
      "headings 左边是表里的表头，右边是字段；skip: true 跳过整张表。",
    ],
    unmatched: "没有对应字段的列：",
    near: (heading: string, nearest: string) => `  ${heading}（相近：${nearest}）`,
    missing: (fields: string) => `方案需要而这张表没有列的字段：${fields}`,
    digits: (heading: string) => `“${heading}”全是数字代码：说明各数字的含义后才会读取，例如`,
    strange: "没有识别出是哪个数据集；要读取它，去掉下面的 #，并补上：",
    byItself: "横排的表或一张表里有几个表格：由程序自行识别，不写规则；写了规则就只按规则读一个表格。",
    page: "填报模板自带的说明页，不含数据。",
    asIs: "单位或指标横排的填报表，或一页多张表：不写映射时会自动读取，写了就只按一张竖排的表读取。",
    dataset: "数据集",
    field: "字段",
    value: "含义",
  },
  en: {
    head: [
      "Written by evaluate inspect --write-map from what was recognised; edit it and read it with --mapping.",
      "In match and sheet * is any text and ? one character; the first rule that fits a sheet applies.",
      "headings: the sheet's heading on the left, the field on the right; skip: true leaves a sheet out.",
    ],
    unmatched: "Columns without a field:",
    near: (heading: string, nearest: string) => `  ${heading} (nearest: ${nearest})`,
    missing: (fields: string) => `Fields that the plan needs and this sheet has no column for: ${fields}`,
    digits: (heading: string) => `"${heading}" holds digits only: say what each means to have it read, as in`,
    strange: "No dataset was recognised. To read it take the # away and fill in:",
    byItself:
      "Several tables, or headings across: recognised without a rule; with a rule it is read as one plain table.",
    page: "Instructions of a template, no data.",
    asIs: "Answers that run across, or several tables on a page: read as such only without a rule.",
    dataset: "DATASET",
    field: "FIELD",
    value: "VALUE",
  },
};

/** A mapping that says what was recognised, as YAML to be edited: read with it, the same inputs come out the same. */
export function mappingText(
  { inputs, notes }: Inspection,
  { language, mapping }: { language: Language; mapping: Mapping | null },
): string {
  const say = words[language];
  const bases = inputs.map(({ file }) => baseOf(file));
  const lines = [...say.head.map((text) => `# ${text}`), `mapping: ${scalar(mapping?.name ?? "inputs")}`];
  const rules = inputs.flatMap((file) => {
    const base = baseOf(file.file);
    const match = bases.filter((other) => other === base).length > 1 ? file.file : base;
    return file.sheets.map((sheet) =>
      new RuleText(file, sheet, language, mapping).lines(match, digitsOf(file, sheet, notes)),
    );
  });
  return `${[...lines, "files:", ...rules.flat()].join("\n")}\n`;
}

type Digits = readonly { heading: string; field: string }[];

function digitsOf(file: InspectedFile, sheet: InspectedSheet, general: Inspection["notes"]): Digits {
  return [...general, ...sheet.notes].flatMap(({ code, with: at }) =>
    code === "digits-column" && at.file === file.file && at.sheet === sheet.name
      ? [{ heading: String(at.heading), field: String(at.field) }]
      : [],
  );
}

class RuleText {
  private readonly file: InspectedFile;
  private readonly sheet: InspectedSheet;
  private readonly language: Language;
  private readonly mapping: Mapping | null;

  constructor(file: InspectedFile, sheet: InspectedSheet, language: Language, mapping: Mapping | null) {
    this.file = file;
    this.sheet = sheet;
    this.language = language;
    this.mapping = mapping;
  }

  lines(match: string, digits: Digits): string[] {
    const { file, sheet } = this;
    const say = words[this.language];
    const head = [
      `  - match: ${scalar(match)}`,
      ...(file.sheets.length > 1 ? [`    sheet: ${scalar(sheet.name)}`] : []),
    ];
    if (sheet.excluded.skipped !== undefined) return ["", ...head, "    skip: true"];
    const title = comment(`${file.file} › ${sheet.name}`);
    if (sheet.excluded["template-page"] !== undefined) return ["", title, comment(say.page)];
    const several = file.sheets.filter(({ name }) => name === sheet.name).length > 1;
    if (sheet.form !== undefined || several) return ["", title, comment(say.asIs)];
    if (sheet.form !== undefined || this.isOneOfSeveral()) return ["", title, comment(say.byItself)];
    if (sheet.dataset === null) {
      const blanks = [`    dataset: ${say.dataset}`, "    headerRow: 1"];
      const headings = sheet.unmatched.map(({ heading }) => `      ${scalar(heading)}: ${say.field}`);
      const draft = [...head, ...blanks, "    headings:", ...headings].map((line) => `#${line}`);
      return ["", title, comment(say.strange), ...draft];
    }
    return ["", title, ...this.remarks(), ...head, ...this.standing(digits)];
  }

  private isOneOfSeveral(): boolean {
    return this.file.sheets.filter(({ name }) => name === this.sheet.name).length > 1;
  }

  private remarks(): string[] {
    const say = words[this.language];
    const { unmatched, missing } = this.sheet;
    const comma = this.language === "zh" ? "、" : ", ";
    const needed = missing.filter(({ needed, absent }) => needed && absent === null);
    return [
      ...(unmatched.length === 0 ? [] : [comment(say.unmatched)]),
      ...unmatched.map(({ heading, nearest }) =>
        comment(nearest.length === 0 ? `  ${heading}` : say.near(heading, nearest.join(comma))),
      ),
      ...(needed.length === 0 ? [] : [comment(say.missing(needed.map(({ field }) => field).join(comma)))]),
    ];
  }

  private standing(digits: Digits): string[] {
    const { dataset, headerRows, columns, name } = this.sheet;
    const say = words[this.language];
    const headings = new Map(columns.map(({ heading, field }) => [heading, field]));
    const codes = ruleFor(this.mapping, this.file.file, name)?.codes ?? new Map();
    const shown = [...codes].map(
      ([field, values]) =>
        `      ${scalar(field)}: { ${[...values].map(([cell, value]) => `${quoted(cell)}: ${scalar(value)}`).join(", ")} }`,
    );
    return [
      `    dataset: ${scalar(dataset ?? "")}`,
      `    headerRow: ${headerRows.at(-1) ?? 1}`,
      ...(headings.size === 0 ? [] : ["    headings:"]),
      ...[...headings].map(([heading, field]) => `      ${scalar(heading)}: ${scalar(field)}`),
      ...digits.flatMap(({ heading, field }) => [
        `    # ${oneLine(say.digits(heading))}`,
        ...(codes.size > 0 ? [] : ["    # codes:"]),
        `    #   ${scalar(field)}: { "1": ${say.value}, "2": ${say.value} }`,
      ]),
      ...(codes.size > 0 ? ["    codes:", ...shown] : []),
    ];
  }
}

function baseOf(file: string): string {
  return file.split(/[/›]/).at(-1)?.trim() ?? file;
}

function comment(text: string): string {
  return `  # ${oneLine(text)}`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trimEnd();
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
