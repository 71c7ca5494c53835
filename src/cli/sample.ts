import type { Language } from "../model/language.ts";
import { loadPlan } from "../plan/load.ts";
import { problem } from "../problem.ts";
import { asJson } from "../render/index.ts";
import { sampleWorkbook } from "../render/sample-workbook.ts";
import type { Act } from "./commands.ts";
import { OptionReader, tableOrJson } from "./options.ts";
import { checkWritable, writeAll } from "./outputs.ts";
import { sampleOf } from "./sample/sample-of.ts";

const defaults = { rows: 240, seed: 1 };

const output: Record<Language, string> = { zh: "-o（要写的文件）", en: "-o" };
const wrote = {
  zh: (file: string, sheets: string) => `已写出合成数据 ${file}：${sheets}\n`,
  en: (file: string, sheets: string) => `Wrote synthetic data to ${file}: ${sheets}\n`,
};

/** evaluate sample PLAN -o FILE.xlsx: data that exercises a plan, marked as synthetic. */
export const sample: Act = async (shell, [name = ""], raw) => {
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  const file = read.required("output", output[shell.language], `evaluate sample ${name} -o data.xlsx`);
  const rows = read.number("rows", "whole", 1) ?? defaults.rows;
  const seed = read.number("seed", "whole", 0) ?? defaults.seed;
  if (file !== "" && !/\.xlsx$/i.test(file)) {
    read.add(problem("U007", {}, { file, extension: /\.[^.]*$/.exec(file)?.[0] ?? "", known: ".xlsx" }));
  }
  read.done();
  await checkWritable([file], shell);
  const plan = await loadPlan(name, { cwd: shell.cwd, units: read.text("units") });
  const tables = sampleOf(plan, { rows, seed });
  const data = await sampleWorkbook(tables, plan.title, new Date(plan.issued * 86_400_000));
  await writeAll([{ file, data }], shell);
  const sheets = tables.map((table) => ({ name: table.name, rows: table.rows.length }));
  const listed = sheets
    .map((sheet) => `${sheet.name} ${sheet.rows}`)
    .join(shell.language === "zh" ? "，" : ", ");
  if (format === "json") await shell.print(asJson({ file, synthetic: true, seed, sheets }));
  else if (!shell.quiet) await shell.print(wrote[shell.language](file, listed));
  return 0;
};
