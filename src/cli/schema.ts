import { z } from "zod";
import { nearest } from "../model/nearest.ts";
import { reportSchema } from "../model/report.ts";
import { ruleSchemas } from "../plan/json-schema.ts";
import { fail } from "../problem.ts";
import { asJson } from "../render/index.ts";
import type { Act } from "./commands.ts";

const schemas = {
  report: () => z.toJSONSchema(reportSchema, { target: "draft-7" }),
  ...ruleSchemas,
} satisfies Record<string, () => object>;

export const schema: Act = async (shell, [kind = "report"]) => {
  const make = Object.entries(schemas).find(([name]) => name === kind)?.[1];
  if (make === undefined) {
    const known = Object.keys(schemas);
    const expected = known.join(", ");
    return fail("U003", {}, { flag: "schema", value: kind, expected }, nearest(kind, known));
  }
  await shell.print(asJson(make()));
  return 0;
};
