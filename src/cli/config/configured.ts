import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Config, ConfigKey } from "../../model/config.ts";
import { type ConfigRead, loadConfig, planBeside } from "../../plan/config.ts";
import { fail, ProblemError } from "../../problem.ts";
import type { RawOptions } from "../command-spec.ts";
import type { Shell } from "../shell.ts";
import { settingsIn, strangersIn } from "./environment.ts";
import { configPath } from "./find.ts";
import { newestOf } from "./newest.ts";
import { keys, readingKeys, settingOf } from "./settings.ts";

export type Origin =
  | { readonly from: "flag" }
  | { readonly from: "environment"; readonly variable: string }
  | { readonly from: "config"; readonly file: string; readonly line: number }
  | { readonly from: "default" };

export interface Chosen {
  readonly key: ConfigKey;
  /** As a person would write it; null where there is none. */
  readonly value: string | boolean | readonly string[] | null;
  readonly origin: Origin;
}

export interface Configured {
  /** The inputs, the newest files looked up, which is said on stderr. */
  readonly inputs: (shell: Shell) => Promise<readonly string[]>;
  readonly raw: RawOptions;
  readonly chosen: readonly Chosen[];
  /** The configuration that was read. */
  readonly file: string | null;
}

/** What run is to do: flags before the environment, that before the configuration, that before defaults. */
export async function configured(
  shell: Shell,
  args: readonly string[],
  raw: RawOptions,
): Promise<Configured> {
  return settled(shell, args, raw, { concerned: keys, anyPlan: true });
}

/**
 * What a command that explains figures of run is to read. A configuration of another plan than the one that
 * is asked for is left aside.
 */
export async function configuredReading(
  shell: Shell,
  args: readonly string[],
  raw: RawOptions,
): Promise<Configured> {
  return settled(shell, args, raw, { concerned: readingKeys, anyPlan: false });
}

interface Concern {
  readonly concerned: readonly ConfigKey[];
  readonly anyPlan: boolean;
}

async function settled(
  shell: Shell,
  args: readonly string[],
  raw: RawOptions,
  { concerned, anyPlan }: Concern,
): Promise<Configured> {
  // A saved report is settled already: what usually makes one has no say.
  if (typeof raw.render === "string") return { inputs: async () => args, raw, chosen: [], file: null };
  const { env, cwd } = shell;
  for (const { name, nearest } of strangersIn(env)) await shell.note(stranger[shell.language](name, nearest));
  const path = configPath(raw.config as string | false | undefined, env, cwd);
  if (path !== null && !existsSync(path)) fail("R024", {}, { file: relative(cwd, path) });
  const found = path === null ? null : await loadConfig(path, cwd);
  const other = !anyPlan && found !== null && isOfAnotherPlan(found, raw.plan, cwd);
  if (other) await shell.note(aside[shell.language](found.source.file, found.config.plan ?? ""));
  const read = other ? null : found;
  const { values, problems } = settingsIn(env);
  if (problems.length > 0) throw new ProblemError(problems);
  const chosen = concerned.map((key): Chosen => {
    const { option = key, env: variable = "", usual = null } = settingOf(key);
    const typed = key === "inputs" ? args : raw[option];
    if (isTyped(typed, key)) return { key, value: typed, origin: { from: "flag" } };
    const set = values.get(key);
    if (set !== undefined) return { key, value: set, origin: { from: "environment", variable } };
    const written = read === null ? undefined : writtenIn(read, key, cwd);
    if (read !== null && written !== undefined) {
      const { line = 0 } = read.source.locate([key], "key");
      return { key, value: written, origin: { from: "config", file: read.source.file, line } };
    }
    return {
      key,
      value: usual === "true" ? true : usual === "false" ? false : usual,
      origin: { from: "default" },
    };
  });
  return {
    inputs: (asked) => inputsOf(args, read, asked),
    raw: rawWith(raw, chosen, path),
    chosen,
    file: read?.source.file ?? null,
  };
}

function isOfAnotherPlan({ config, path }: ConfigRead, asked: unknown, cwd: string): boolean {
  if (typeof asked !== "string" || config.plan === undefined) return false;
  const [own, other] = [planAt(config.plan, path, cwd), asked].map((plan) =>
    /[/\\]|\.ya?ml$/i.test(plan) ? resolve(cwd, plan) : resolve(cwd, "rules", `${plan}.yaml`),
  );
  return own !== other;
}

/** commander has true for --no-mask that was not typed, and nothing for switches. */
function isTyped(typed: unknown, key: ConfigKey): typed is string | boolean | readonly string[] {
  if (key === "mask") return typed === false;
  return typeof typed === "string" || typed === true || (Array.isArray(typed) && typed.length > 0);
}

function writtenIn({ config, path }: ConfigRead, key: ConfigKey, cwd: string): Chosen["value"] | undefined {
  const value = config[key];
  if (value === undefined) return undefined;
  if (key === "plan") return planAt(config.plan ?? "", path, cwd);
  if (key === "inputs")
    return entriesOf(config).map((one) => (typeof one === "string" ? one : `newest: ${one.newest}`));
  const { kind, path: isPath } = settingOf(key);
  if (typeof value === "boolean") return value;
  const texts = [value].flat().map((one) => (isPath ? from(String(one), path, cwd) : String(one)));
  return kind === "list" ? texts : (texts[0] ?? null);
}

/** An id is looked up in the working directory as ever; a configuration elsewhere has rules of its own first. */
function planAt(plan: string, path: string, cwd: string): string {
  const found = planBeside(plan, path);
  return found === plan || resolve(cwd, "rules", `${plan}.yaml`) === found ? plan : named(found, cwd);
}

function entriesOf({ inputs = [] }: Config) {
  return typeof inputs === "string" ? [inputs] : inputs;
}

/** A path of the configuration as one of the working directory; a folder keeps its slash. */
function from(text: string, path: string, cwd: string): string {
  const slash = /[/\\]$/.test(text) ? "/" : "";
  return text === "-" ? text : named(resolve(dirname(path), text), cwd) + slash;
}

function named(path: string, cwd: string): string {
  return relative(cwd, path) || ".";
}

async function inputsOf(
  args: readonly string[],
  read: ConfigRead | null,
  shell: Shell,
): Promise<readonly string[]> {
  if (args.length > 0 || read === null) return args;
  const found: string[] = [];
  for (const one of entriesOf(read.config)) {
    if (typeof one === "string") found.push(from(one, read.path, shell.cwd));
    else {
      const { display } = await newestOf(from(one.newest, read.path, shell.cwd), shell.cwd);
      await shell.note(taken[shell.language](display, one.newest));
      found.push(display);
    }
  }
  return found;
}

function rawWith(raw: RawOptions, chosen: readonly Chosen[], path: string | null): RawOptions {
  const set = chosen
    .filter(({ key, origin }) => key !== "inputs" && origin.from !== "default")
    .map(({ key, value }) => [settingOf(key).option ?? key, value]);
  return { ...raw, ...Object.fromEntries(set), config: path ?? undefined };
}

const aside = {
  zh: (file: string, plan: string) => `${file} 是方案 ${plan} 的配置，这里没有用它。`,
  en: (file: string, plan: string) => `${file} is of the plan ${plan} and was left aside.`,
};

const taken = {
  zh: (file: string, pattern: string) => `${pattern} 中最新的是 ${file}`,
  en: (file: string, pattern: string) => `The newest of ${pattern} is ${file}`,
};

const stranger = {
  zh: (name: string, meant: string | undefined) =>
    `没有叫 ${name} 的环境变量设置${meant === undefined ? "" : `，是不是 ${meant}？`}`,
  en: (name: string, meant: string | undefined) =>
    `The variable ${name} sets nothing${meant === undefined ? "." : `; did you mean ${meant}?`}`,
};
