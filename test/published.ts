import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";

/** What a schema that others publish has against data. */
export async function errorsOf(schema: string, data: unknown): Promise<unknown> {
  // A pattern of SARIF's is no regular expression by the stricter rules.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const read = async (name: string) => JSON.parse(await readFile(`test/golden/published/${name}`, "utf8"));
  ajv.addSchema(await read("pre-commit-hooks.json"));
  const valid = ajv.compile(await read(schema));
  return valid(data) ? [] : valid.errors;
}
