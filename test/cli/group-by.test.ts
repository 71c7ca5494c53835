import { expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

const run = (...args: string[]) =>
  evaluate(["--plan", "jiayuguan-2022", "fixtures/jiayuguan-2022", "--as-of", "2022-10-25", ...args]);

test("--group-by dimension lists indicators by dimension of the national survey", async () => {
  const { code, stdout } = await run("--group-by", "dimension");
  expect(code).toBe(0);
  const titles = stdout.split("\n").filter((line) => /：平均完成度|：没有计分的指标/.test(line));
  expect(titles.map((title) => title.split("：")[0])).toEqual([
    "服务成效度",
    "办理成熟度",
    "方式完备度",
    "事项覆盖度",
    "指南准确度",
  ]);
  expect((await run()).stdout).not.toContain("平均完成度");
});

test("what it does not know is refused", async () => {
  const { code, stderr } = await run("--group-by", "size");
  expect(code).toBe(2);
  expect(stderr).toContain("--group-by");
  expect(stderr).toContain("clause, dimension");
});
