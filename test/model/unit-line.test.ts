import { expect, test } from "vitest";
import { unitLine } from "../../src/model/unit-line.ts";
import { parseYaml } from "../../src/plan/yaml-file.ts";

const unit = {
  name: "市公安局",
  full: "嘉峪关市公安局",
  aliases: ["公安"],
  groups: ["市政府各部门"],
  parent: null,
  assumed: true,
};

test.each([
  [
    "市公安据",
    unit,
    "- { name: 市公安局, full: 嘉峪关市公安局, aliases: [公安, 市公安据], group: 市政府各部门, assumed: true }",
  ],
  [
    "甲: #1, [乙]",
    { ...unit, full: null, aliases: [], groups: ["A 组", "B"], parent: "市委", assumed: false },
    '- { name: 市公安局, aliases: ["甲: #1, [乙]"], group: ["A 组", B], parent: 市委 }',
  ],
  ["市大数据局", null, "- { name: 市大数据局 }"],
  ["null", null, '- { name: "null" }'],
  ["007", null, '- { name: "007" }'],
])("the line for %j can be pasted", (name, meant, line) => {
  expect(unitLine(name, meant)).toBe(line);
  const [pasted] = (parseYaml(Buffer.from(`members:\n  ${line}\n`), "x").data as { members: unknown[] })
    .members;
  expect(pasted).toMatchObject(
    meant === null ? { name } : { name: meant.name, aliases: [...meant.aliases, name] },
  );
});
