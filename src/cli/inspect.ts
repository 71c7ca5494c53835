import type { Subject } from "../engine/every-column.ts";
import { inspectInputs } from "../engine/inspect.ts";
import { resolveInputs } from "../ingest/inputs.ts";
import type { Language } from "../model/language.ts";
import { mappingText } from "../plan/mapping-text.ts";
import { problem } from "../problem.ts";
import { asJson, inspectionAsJson, renderInspection } from "../render/index.ts";
import { chooseAsOf } from "./choose-as-of.ts";
import type { Act } from "./command-spec.ts";
import { configuredReading } from "./config/configured.ts";
import { limitsOf, OptionReader, tableOrJson } from "./options.ts";
import { checkNew, writeAll } from "./outputs.ts";
import { dictionaryAndMapping, planAndMapping, type RuleFiles, ruleFilesOf } from "./rules.ts";
import { printing } from "./shell.ts";
import { noteSkipped } from "./skipped.ts";
import { together } from "./together.ts";

const wrote: Record<Language, (file: string) => string> = {
  zh: (file) => `已写出 ${file}：改好后用 --mapping ${file} 读取。`,
  en: (file) => `Wrote ${file}: edit it, then read with --mapping ${file}.`,
};
const example = "evaluate inspect data.xlsx --plan jiayuguan-2022";
const data: Record<Language, string> = { zh: "数据文件", en: "The data" };

/** evaluate inspect INPUTS... [--plan P]: how each sheet was understood; only unreadable files are errors. */
export const inspect: Act = async (shell, typed, given) => {
  const { language } = shell;
  const set = await configuredReading(shell, typed, given);
  const { raw } = set;
  const args = await set.inputs(shell);
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  const asked = read.day("asOf");
  const limits = limitsOf(read);
  if (args.length === 0) read.add(problem("U004", {}, { what: data[language], example }));
  const map = read.text("writeMap");
  read.done();
  if (map !== undefined) await checkNew(map, shell);
  const [{ plan, dictionary, mapping }, inputs] = await together([
    rulesOf(read.text("plan"), ruleFilesOf(read), shell.cwd),
    resolveInputs(args, shell.cwd),
  ]);
  await noteSkipped(inputs, shell);
  const asOf = plan === null ? null : await chooseAsOf(asked, plan, shell);
  const subject: Subject = plan ?? { ...planless, dictionary };
  const seen = await inspectInputs(inputs, subject, { asOf, limits, stdin: shell.stdin, mapping });
  if (map !== undefined) {
    await writeAll([{ file: map, data: mappingText(seen, { language, mapping }) }], shell);
    await shell.note(wrote[language](map));
  }
  await shell.print(
    format === "json" ? asJson(inspectionAsJson(seen, language)) : renderInspection(seen, printing(shell)),
  );
  return 0;
};

async function rulesOf(name: string | undefined, files: RuleFiles, cwd: string) {
  if (name === undefined) return { plan: null, ...(await dictionaryAndMapping(files, cwd)) };
  const { plan, mapping } = await planAndMapping(name, files, cwd);
  return { plan, dictionary: plan.dictionary, mapping };
}

const planless: Omit<Subject, "dictionary"> = {
  id: null,
  timezone: "Asia/Shanghai",
  period: null,
  indicators: [],
  directory: { id: "", place: null, whole: [], prefixes: [], suffixes: [], groups: [], units: [] },
};
