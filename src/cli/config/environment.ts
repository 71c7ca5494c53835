import { configSchema } from "../../model/config.ts";
import { nearest } from "../../model/nearest.ts";
import { type Problem, problem } from "../../problem.ts";
import { keys, settingOf, variables } from "./settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const switches: Readonly<Record<string, boolean>> = {
  "1": true,
  true: true,
  yes: true,
  "0": false,
  false: false,
  no: false,
};

/** The settings that the environment makes, by their key, and what is wrong with them; blank ones are none. */
export function settingsIn(env: Environment): {
  values: ReadonlyMap<string, string | boolean>;
  problems: readonly Problem[];
} {
  const values = new Map<string, string | boolean>();
  const problems: Problem[] = [];
  for (const key of keys) {
    const { env: variable, kind } = settingOf(key);
    const text = variable === undefined ? undefined : env[variable];
    if (variable === undefined || text === undefined || text === "") continue;
    const value = kind === "switch" ? switches[text.toLowerCase()] : text;
    const parsed = configSchema.shape[key].safeParse(value);
    if (value !== undefined && parsed.success) values.set(key, value);
    else {
      const [issue] = parsed.error?.issues ?? [];
      const known = issue?.code === "invalid_value" ? issue.values.map(String).join(", ") : issue?.message;
      const expected = kind === "switch" ? "1, 0" : (known ?? "");
      problems.push(problem("U018", {}, { name: variable, value: text, expected }));
    }
  }
  return { values, problems };
}

/** Variables that look like ours and are none, each with the one that may have been meant. */
export function strangersIn(env: Environment): { name: string; nearest: string | undefined }[] {
  return Object.keys(env)
    .filter((name) => name.startsWith("EVALUATE_") && !variables.includes(name))
    .sort()
    .map((name) => ({ name, nearest: nearest(name, variables) }));
}
