import { describe, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

describe("plans", () => {
  test("lists the bundled plans", async () => {
    const { code, stdout, stderr } = await evaluate(["plans"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("jiayuguan-2022");
  });

  test("as JSON", async () => {
    const { stdout } = await evaluate(["plans", "-f", "json"]);
    expect(JSON.parse(stdout)).toContainEqual({
      id: "jiayuguan-2022",
      title: "嘉峪关市一体化政务服务能力提升实施方案",
      document: "嘉政办发〔2022〕100号",
      issued: "2022-10-18",
      file: "rules/jiayuguan-2022.yaml",
    });
  });
});

describe("show", () => {
  test("prints a plan clause by clause", async () => {
    const { code, stdout } = await evaluate(["show", "jiayuguan-2022"]);
    expect(code).toBe(0);
    expect(stdout).toContain("三(十二)");
    expect(stdout).toContain("≥ 45%");
  });

  test("as JSON, after defaults", async () => {
    const { stdout } = await evaluate(["show", "jiayuguan-2022", "-f", "json"]);
    const plan = JSON.parse(stdout);
    expect(plan).toMatchObject({ plan: "jiayuguan-2022", issued: "2022-10-18" });
    expect(plan.indicators).toContainEqual(
      expect.objectContaining({
        id: "instant-share",
        direction: "at-least",
        threshold: 45,
        deadline: "2022-10-25",
      }),
    );
  });

  test.each([
    [["show", "jiayuguan"], 2, "error U005 "],
    [["show", "rules/none.yaml"], 2, "R024 "],
    [["show", "jiayuguan-2022", "-f", "yaml"], 2, "error U003 "],
  ])("%j ends with %i", async (args, code, said) => {
    expect(await evaluate(args)).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(said) });
  });
});
