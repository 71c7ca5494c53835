import { problem } from "../problem.ts";
import { asJson } from "../render/json.ts";
import { sampleWorkbook } from "../render/sample-workbook.ts";
import { sampleOf } from "../sample/sample.ts";
import type { Act } from "./command-spec.ts";
import { OptionReader, tableOrJson } from "./options.ts";
import { checkApart, checkWritable, writeAll } from "./outputs.ts";
import { filesBehind, planNamed, ruleFilesOf } from "./rules.ts";

const defaults = { rows: 400, seed: 1 };

const output = { zh: "-o（要写的文件）", en: "-o" };
const wrote = {
  zh: (file: string, sheets: number, rows: number) =>
    `已写出 ${file}：合成数据，${sheets} 个工作表，共 ${rows} 行。`,
  en: (file: string, sheets: number, rows: number) =>
    `Wrote ${file}: synthetic data, ${sheets} sheets, ${rows} rows in all.`,
};

/** evaluate sample PLAN -o FILE.xlsx: data that exercises a plan, marked as synthetic. */
export const sample: Act = async (shell, [name = ""], raw) => {
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  const file = read.required("output", output[shell.language], `evaluate sample ${name} -o data.xlsx`);
  const rows = read.number("rows", "whole", 1) ?? defaults.rows;
  const seed = read.number("seed", "whole", 0) ?? defaults.seed;
  if (file !== "" && !/\.xlsx$/i.test(file)) {
    read.add(problem("U007", {}, { file, extension: /\.[^./\\]*$/.exec(file)?.[0] ?? "", known: ".xlsx" }));
  }
  read.done();
  await checkWritable([file], shell);
  const rules = ruleFilesOf(read);
  const plan = await planNamed(name, rules, shell.cwd);
  await checkApart([file], { inputs: [], rules: filesBehind(plan, rules) }, shell.cwd);
  const made = sampleOf(plan, { rows, seed });
  const data = await sampleWorkbook(made, plan.title, new Date(plan.issued * 86_400_000));
  await writeAll([{ file, data }], shell);
  const sheets = made.map((sheet) => ({ name: sheet.name, rows: sheet.rows.length }));
  if (format === "json") await shell.print(asJson({ file, synthetic: true, rows, seed, sheets }));
  else {
    const total = sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
    await shell.note(wrote[shell.language](file, sheets.length, total));
  }
  return 0;
};
