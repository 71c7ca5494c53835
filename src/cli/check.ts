import { resolve } from "node:path";
import { checkRuleFile, distinct } from "../plan/check.ts";
import { problem } from "../problem.ts";
import { findRules } from "./check/find-rules.ts";
import { findingsOf } from "./check/finding.ts";
import { endings, type FormatName, formatNames, formats } from "./check/formats.ts";
import { countsOf, type Outcome } from "./check/outcome.ts";
import { namesFromRoot } from "./check/repository.ts";
import type { Act } from "./command-spec.ts";
import { OptionReader } from "./options.ts";
import { checkApart, checkWritable, writeAll } from "./outputs.ts";
import { toolVersion } from "./version.ts";

const words = {
  zh: {
    none: "没有找到规则文件（.yaml）。",
    written: (file: string) => `已写出 ${file}`,
    tooMany: (count: number, limit: number) => `警告 ${count} 个，超过 --max-warnings ${limit}`,
  },
  en: {
    none: "There are no rule files (.yaml).",
    written: (file: string) => `Wrote ${file}`,
    tooMany: (count: number, limit: number) => `${count} warnings, more than --max-warnings ${limit}`,
  },
};

/** evaluate check [FILES...]: what is wrong or doubtful in rule files. */
export const check: Act = async (shell, args, raw) => {
  const read = new OptionReader(raw);
  const asked = read.oneOf("format", formatNames);
  const output = read.text("output");
  const limit = read.number("maxWarnings", "whole", 0);
  const format = asked ?? (output === undefined ? "pretty" : formatOf(output, read));
  read.done();
  const say = words[shell.language];
  const paths = await findRules(args, shell.cwd);
  if (output !== undefined) {
    await checkWritable([output], shell);
    // A plan, its units and its dictionary name one another: no .yaml is written over, whoever names it.
    const rules = /\.ya?ml$/i.test(output) ? [...paths, resolve(shell.cwd, output)] : paths;
    await checkApart([output], { inputs: [], rules }, shell.cwd);
  }
  const checked = [];
  for (const path of paths) checked.push(await checkRuleFile(path, { cwd: shell.cwd, now: shell.now() }));
  const problems = distinct(checked.map((one) => one.problems));
  const outcome: Outcome = {
    version: toolVersion(),
    language: shell.language,
    colour: output === undefined ? shell.colour.stdout : 0,
    files: checked.map(({ file }) => file),
    problems,
    findings: findingsOf(problems, shell.language, namesFromRoot(shell.cwd)),
    suppressed: checked.reduce((sum, { suppressed }) => sum + suppressed, 0),
  };
  const text = formats[format](outcome);
  if (output === undefined) await shell.print(text);
  else {
    await writeAll([{ file: output, data: text }], shell);
    await shell.note(say.written(output));
  }
  if (paths.length === 0) await shell.say(say.none);
  const { error, warning } = countsOf(problems);
  const tooMany = limit !== undefined && warning > limit;
  if (tooMany) await shell.say(say.tooMany(warning, limit));
  return error > 0 || tooMany ? 1 : 0;
};

function formatOf(file: string, read: OptionReader): FormatName {
  const ending = Object.keys(endings)
    .sort((a, b) => b.length - a.length)
    .find((one) => file.toLowerCase().endsWith(one));
  const format = ending === undefined ? undefined : endings[ending];
  if (format === undefined) {
    const extension = /\.[^./\\]*$/.exec(file)?.[0] ?? "";
    read.add(problem("U007", {}, { file, extension, known: Object.keys(endings).join(", ") }));
  }
  return format ?? "pretty";
}
