import { z } from "zod";
import { nearest } from "../model/nearest.ts";
import { reportSchema } from "../model/report.ts";
import { ruleSchemas, schemaId } from "../plan/json-schema.ts";
import { planSchemas } from "../plan/schema/for-plan.ts";
import { describeReport } from "../plan/schema/report-words.ts";
import { vocabularyOf } from "../plan/schema/vocabulary.ts";
import { fail } from "../problem.ts";
import { asJson } from "../render/json.ts";
import type { Act } from "./command-spec.ts";
import { OptionReader } from "./options.ts";
import { checkApart, checkWritable, writeAll } from "./outputs.ts";
import { planNamed } from "./rules.ts";
import type { Shell } from "./shell.ts";

export const schemas = {
  report: reportJsonSchema,
  ...ruleSchemas,
} satisfies Record<string, () => object>;

/** evaluate schema [KIND]: a JSON Schema for programs and editors, or one with the names of a plan. */
export const schema: Act = async (shell, [kind = "report"], raw) => {
  const read = new OptionReader(raw);
  const file = read.text("output");
  const plan = read.text("for");
  read.done();
  const text = asJson(
    plan === undefined ? chosen(schemas, kind, "schema")() : await schemaFor(plan, kind, shell),
  );
  if (file === undefined) await shell.print(text);
  else {
    await checkWritable([file], shell);
    const rules = plan === undefined ? [] : (await planNamed(plan, { units: undefined }, shell.cwd)).files;
    await checkApart([file], { inputs: [], rules }, shell.cwd);
    await writeAll([{ file, data: text }], shell);
  }
  return 0;
};

async function schemaFor(name: string, kind: string, shell: Shell): Promise<object> {
  const make = chosen(planSchemas, kind, "schema --for");
  const plan = await planNamed(name, { units: undefined }, shell.cwd);
  return make(await vocabularyOf(plan, shell.cwd));
}

function chosen<Make>(makers: Readonly<Record<string, Make>>, kind: string, flag: string): Make {
  const make = Object.entries(makers).find(([name]) => name === kind)?.[1];
  if (make !== undefined) return make;
  const known = Object.keys(makers);
  return fail("U003", {}, { flag, value: kind, expected: known.join(", ") }, nearest(kind, known));
}

function reportJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema, { target: "draft-7" });
  describeReport(rest);
  const title = "报告 / Report";
  const description = "评估结果，schemaVersion 1。\n\nThe outcome of a run, schemaVersion 1.";
  return { $schema, $id: schemaId("report"), title, description, ...rest };
}
