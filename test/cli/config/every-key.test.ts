import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { keys, settingOf, variables } from "../../../src/cli/config/settings.ts";
import { configWords } from "../../../src/plan/schema/config-words.ts";
import { folderWith } from "../../plan/rules.ts";
import { evaluate } from "../fake-process.ts";

// Every key with the first of its own examples, as editors show them.
const examples = Object.fromEntries(keys.map((key) => [key, configWords.of?.[key]?.examples?.[0]]));
const config = stringify({ config: "每周", ...examples });
const there = Object.fromEntries(
  ["units.yaml", "mapping.yaml", "waivers.yaml", ...[examples.ledgerFrom].flat()].map((name) => [
    String(name),
    "",
  ]),
);

test("every key has words, and its example is allowed by the schema of configurations", () => {
  expect(keys.filter((key) => examples[key] === undefined)).toEqual([]);
  const schema = JSON.parse(readFileSync("rules/schemas/config.schema.json", "utf8"));
  const valid = new Ajv({ strict: false }).compile(schema);
  expect([valid(parse(config)), valid.errors]).toEqual([true, null]);
  for (const key of keys) expect(schema.properties[key].description).toMatch(/\p{Script=Han}.*\n\n.*[a-z]/su);
});

test("every key of a configuration is what run goes by, and says where it comes from", async () => {
  const cwd = await folderWith({ ...there, "evaluate.config.yaml": config });
  const { code, stdout, stderr } = await evaluate(["--print-config", "-f", "json"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { settings } = JSON.parse(stdout) as { settings: Record<string, { value: unknown; from: string }> };
  for (const key of keys) {
    const { path, kind } = settingOf(key);
    const written = [examples[key]].flat().map((one) => {
      if (typeof one === "boolean") return one;
      if (typeof one === "object") return `newest: ${(one as { newest: string }).newest}`;
      return path ? join(String(one)) : String(one);
    });
    const value = kind === "list" ? written : written[0];
    if (key !== "format") expect({ key, ...settings[key] }).toMatchObject({ key, value, from: "config" });
  }
  expect(settings.format).toMatchObject({ from: "flag" });
});

test("rules/README.md names every variable", () => {
  const text = readFileSync("rules/README.md", "utf8");
  const named = /The variables are (.*?), and no others/s
    .exec(text)?.[1]
    ?.split(/, | and /)
    .sort();
  expect(named).toEqual([...variables].sort());
});
