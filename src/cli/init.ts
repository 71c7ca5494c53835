import { mkdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ruleSchemas } from "../plan/json-schema.ts";
import { loadPlan } from "../plan/load.ts";
import { planSchemas } from "../plan/schema/for-plan.ts";
import { vocabularyOf } from "../plan/schema/vocabulary.ts";
import { type Problem, ProblemError, problem } from "../problem.ts";
import { asJson } from "../render/json.ts";
import type { Act } from "./command-spec.ts";
import { planText, readmeText, type Scaffold, testsText, unitsText } from "./init/templates.ts";
import { OptionReader, tableOrJson } from "./options.ts";
import { checkNew, type Output, writeAll } from "./outputs.ts";
import type { Shell } from "./shell.ts";

const words = {
  zh: {
    expected: "小写字母、数字和连字符，如 mycity-2025",
    wrote: (files: readonly string[]) => `已写出：\n${files.map((file) => `  ${file}`).join("\n")}`,
    next: (name: string, folder: string) =>
      `${folder === "." ? "" : `先进入 ${folder}，`}接着：evaluate check · evaluate test · evaluate sample ${name} -o sample.xlsx · evaluate --plan ${name} sample.xlsx`,
  },
  en: {
    expected: "lower case letters, digits and hyphens, like mycity-2025",
    wrote: (files: readonly string[]) => `Wrote:\n${files.map((file) => `  ${file}`).join("\n")}`,
    next: (name: string, folder: string) =>
      `${folder === "." ? "Next" : `Next, in ${folder}`}: evaluate check · evaluate test · evaluate sample ${name} -o sample.xlsx · evaluate --plan ${name} sample.xlsx`,
  },
};

// A file of this name is taken for the dictionary; the others are devices to Windows, whatever their ending.
const kept = /^(datasets|con|prn|aux|nul|com\d|lpt\d)$/;

/** evaluate init NAME: a plan of one's own, with units, tests and schemas, that passes check and test at once. */
export const init: Act = async (shell, [name = ""], raw) => {
  const read = new OptionReader(raw);
  const format = read.oneOf("format", tableOrJson);
  const folder = read.text("output") ?? ".";
  const say = words[shell.language];
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name) || name.length > 64 || kept.test(name))
    read.add(problem("U003", {}, { flag: "init", value: name, expected: say.expected }));
  read.done();
  const scaffold = { name, language: shell.language, year: shell.now().getUTCFullYear() };
  const files = await scaffoldIn(folder, scaffold, shell);
  if (format === "json") await shell.print(asJson({ plan: name, files }));
  else {
    await shell.note(say.wrote(files));
    await shell.note(say.next(name, folder));
  }
  return 0;
};

async function scaffoldIn(folder: string, scaffold: Scaffold, shell: Shell): Promise<string[]> {
  const { name } = scaffold;
  const at = (path: string) => join(folder, "rules", path).replaceAll("\\", "/");
  const rules: Output[] = [
    { file: at(`${name}.yaml`), data: planText(scaffold) },
    { file: at(`units/${name}.yaml`), data: unitsText(scaffold) },
    { file: at(`tests/${name}.test.yaml`), data: testsText(scaffold) },
  ];
  // These are the same for every plan: one that is there stays.
  const shared: Output[] = [
    { file: at("schemas/units.schema.json"), data: asJson(ruleSchemas.units()) },
    { file: at("README.md"), data: readmeText(scaffold) },
  ];
  const own = (["plan", "tests"] as const).map((kind) => ({
    kind,
    file: at(`schemas/${name}.${kind}.schema.json`),
  }));
  const made = await makeFolders([...rules, ...shared, ...own], shell);
  try {
    await refuseTaken([...rules, ...own], shell);
  } catch (error) {
    for (const path of made.reverse()) await rm(path, { recursive: true, force: true });
    throw error;
  }
  const missing = await Promise.all(
    shared.map(async (one) => ((await isThere(resolve(shell.cwd, one.file))) ? [] : [one])),
  );
  await writeAll([...rules, ...missing.flat()], shell);
  const cwd = resolve(shell.cwd, folder);
  const names = await vocabularyOf(await loadPlan(resolve(cwd, `rules/${name}.yaml`), { cwd }), cwd);
  const schemas = own.map(({ kind, file }) => ({ file, data: asJson(planSchemas[kind](names)) }));
  await writeAll(schemas, shell);
  return [...rules, ...missing.flat(), ...schemas].map(({ file }) => file);
}

/** Every file that is there already is named at once. */
async function refuseTaken(files: readonly { file: string }[], shell: Shell): Promise<void> {
  const problems: Problem[] = [];
  for (const { file } of files) {
    await checkNew(file, shell).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    });
  }
  if (problems.length > 0) throw new ProblemError(problems);
}

/** The folders that were not there before, outermost first. */
async function makeFolders(files: readonly { file: string }[], { cwd }: Shell): Promise<string[]> {
  const made: string[] = [];
  for (const { file } of files) {
    const missing: string[] = [];
    for (let at = dirname(resolve(cwd, file)); !(await isThere(at)); at = dirname(at)) missing.unshift(at);
    // One by one: where nothing can be made, as in /proc, Node tries all of them at once for ever. What cannot
    // be made is told where its files are looked at.
    for (const path of missing) {
      if (
        !(await mkdir(path).then(
          () => true,
          () => false,
        ))
      )
        break;
      made.push(path);
    }
  }
  return made;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
