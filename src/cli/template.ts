import type { Language } from "../model/language.ts";
import { nearest } from "../model/nearest.ts";
import type { Plan } from "../model/plan.ts";
import type { Template } from "../model/template.ts";
import type { Unit } from "../model/unit.ts";
import { UnitNames } from "../model/unit-names.ts";
import { fail, problem } from "../problem.ts";
import { asJson } from "../render/json.ts";
import { templateWorkbook } from "../render/template-workbook.ts";
import { templateOf } from "../template/template.ts";
import type { Act } from "./command-spec.ts";
import { OptionReader, tableOrJson } from "./options.ts";
import { checkApart, checkWritable, writeAll } from "./outputs.ts";
import { filesBehind, planNamed, ruleFilesOf } from "./rules.ts";

const words = {
  output: { zh: "-o（要写的文件）", en: "-o" },
  unit: { zh: "责任单位", en: "unit" },
} satisfies Record<string, Record<Language, string>>;

const wrote = {
  zh: (file: string, sheets: string[], unit: string) =>
    `已写出 ${file}：供${unit || "各责任单位"}填报的空表，${sheets.length} 张（${sheets.join("、")}）。`,
  en: (file: string, sheets: string[], unit: string) =>
    `Wrote ${file}: sheets to be filled in by ${unit || "the responsible units"}: ${sheets.length} (${sheets.join(", ")}).`,
};

/** evaluate template PLAN -o FILE.xlsx: an empty workbook that departments fill in. */
export const template: Act = async (shell, [name = ""], raw) => {
  const { language } = shell;
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  const example = `evaluate template ${name} -o template.xlsx`;
  const file = read.required("output", words.output[language], example);
  if (file !== "" && !/\.xlsx$/i.test(file)) {
    read.add(problem("U007", {}, { file, extension: /\.[^./\\]*$/.exec(file)?.[0] ?? "", known: ".xlsx" }));
  }
  read.done();
  await checkWritable([file], shell);
  const rules = ruleFilesOf(read);
  const plan = await planNamed(name, rules, shell.cwd);
  await checkApart([file], { inputs: [], rules: filesBehind(plan, rules) }, shell.cwd);
  const unit = unitOf(read.text("unit"), plan, language);
  const made = templateOf(plan, { unit, language });
  await writeAll([{ file, data: await templateWorkbook(made) }], shell);
  if (format === "json") await shell.print(asJson({ file, ...summary(made) }));
  else {
    const sheets = made.sheets.map(({ dataset }) => dataset.name);
    await shell.note(wrote[language](file, sheets, unit?.name ?? ""));
  }
  return 0;
};

/** By any written form that the directory declares. */
function unitOf(asked: string | undefined, { directory }: Plan, language: Language): Unit | null {
  if (asked === undefined) return null;
  const found = new UnitNames(directory).find(asked);
  if (found !== undefined) return found;
  const known = directory.units.map(({ name }) => name);
  return fail("U006", {}, { kind: words.unit[language], name: asked }, nearest(asked, known));
}

function summary({ plan, unit, sheets, indicators, tasks }: Template) {
  return {
    plan: plan.id,
    unit: unit?.name ?? null,
    sheets: sheets.map(({ dataset, columns, indicators }) => ({
      name: dataset.name,
      columns: columns.map(({ field }) => field.name),
      required: columns.filter(({ required }) => required).map(({ field }) => field.name),
      indicators: indicators.map(({ id }) => id),
    })),
    indicators: indicators.map(({ id }) => id),
    tasks: tasks.map(({ id }) => id),
  };
}
