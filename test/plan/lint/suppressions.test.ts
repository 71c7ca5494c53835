import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkRuleFile } from "../../../src/plan/check.ts";
import { datasets, folderWith, planOf, units } from "../rules.ts";

const item = (rest: string) =>
  `  - { id: rate, clause: 一, name: 甲, measure: { share: 办件, that: { 网办: 是 } }, responsible: [部门组, 街道组], ${rest} }\n`;

/** Findings as "line code", and how many were suppressed; the plan has no tests and no remedies. */
async function found(body: string): Promise<{ codes: string[]; suppressed: number }> {
  const cwd = await folderWith({
    "p.yaml": planOf(`indicators:\n${body}`),
    "datasets.yaml": datasets,
    "town.yaml": units,
    "tests/p.test.yaml":
      "tests: p\nas-of: 2022-10-01\ncases:\n  - { indicator: rate, name: 例, rows: {}, expect: { status: no-data } }\n",
  });
  const { problems, suppressed } = await checkRuleFile(join(cwd, "p.yaml"), { cwd });
  return { codes: problems.map(({ code, at }) => `${at.line} ${code}`), suppressed };
}

const missing = item("threshold: 60");
const fine = item("threshold: 60, remedy: 改");

describe("# evaluate-disable-next-line", () => {
  test.each([
    ["nothing said", missing, ["7 R137"], 0],
    ["with a reason", `  # evaluate-disable-next-line R137 -- 上级已写明\n${missing}`, [], 1],
    [
      "a reason that has two dashes in it",
      `  # evaluate-disable-next-line R137 -- 甲 -- 乙\n${missing}`,
      [],
      1,
    ],
    ["two codes", `  # evaluate-disable-next-line R137, R109 -- 原文如此\n${item("threshold: 0.6")}`, [], 2],
    [
      "two comments",
      `  # evaluate-disable-next-line R137 -- 甲\n  # evaluate-disable-next-line R109 -- 乙\n${item("threshold: 0.6")}`,
      [],
      2,
    ],
    ["a blank line between", `  # evaluate-disable-next-line R137 -- 甲\n\n${missing}`, [], 1],
    [
      "what loading refuses",
      `  # evaluate-disable-next-line R003 -- 试\n${item("threshold: 60, remdy: 改, remedy: 改")}`,
      [],
      1,
    ],
    ["without a reason", `  # evaluate-disable-next-line R137\n${missing}`, ["7 R190", "8 R137"], 0],
    ["with an empty reason", `  # evaluate-disable-next-line R137 --\n${missing}`, ["7 R190", "8 R137"], 0],
    ["without a code", `  # evaluate-disable-next-line -- 甲\n${fine}`, ["7 R190"], 0],
    ["an unknown code", `  # evaluate-disable-next-line R999 -- 甲\n${fine}`, ["7 R191"], 0],
    ["a code of no rule file", `  # evaluate-disable-next-line D001 -- 甲\n${fine}`, ["7 R191"], 0],
    ["unused", `  # evaluate-disable-next-line R137 -- 甲\n${fine}`, ["7 R192"], 0],
    ["of another code", `  # evaluate-disable-next-line R109 -- 甲\n${missing}`, ["7 R192", "8 R137"], 0],
    [
      "two lines above",
      `  # evaluate-disable-next-line R137 -- 甲\n${fine.replace("rate", "other-one").replace("60", "70")}${missing}`,
      ["7 R192", "8 R150", "9 R136", "9 R137"].sort(),
      0,
    ],
    [
      "in a text, not a comment",
      item('threshold: 60, note: "# evaluate-disable-next-line R137 -- 甲"'),
      ["7 R137"],
      0,
    ],
  ])("%s", async (_, body, codes, suppressed) => {
    const outcome = await found(body);
    expect([...outcome.codes].sort()).toEqual([...codes].sort());
    expect(outcome.suppressed).toBe(suppressed);
  });

  test("in a block of text it is text", async () => {
    const body = `  - id: rate
    clause: 一
    name: 甲
    measure: { share: 办件, that: { 网办: 是 } }
    responsible: [部门组, 街道组]
    threshold: 60
    remedy: |
      # evaluate-disable-next-line R137 -- 甲
      改
`;
    expect(await found(body)).toEqual({ codes: [], suppressed: 0 });
  });
});
