import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { evaluate, fakeProcess } from "./fake-process.ts";

describe("usage", () => {
  test.each([
    [
      ["--formt", "json"],
      "error U002 不认识的参数 --formt。用 evaluate run --help 看可用的参数。是不是“--format”？\n",
    ],
    [
      ["--lang", "en", "--formt=json"],
      'error U002 Unknown option --formt. evaluate run --help lists the options. Did you mean "--format"?\n',
    ],
    [
      ["plans", "--fromat", "json"],
      "error U002 不认识的参数 --fromat。用 evaluate plans --help 看可用的参数。是不是“--format”？\n",
    ],
    [["plans", "more"], "error U011 参数太多。用 evaluate plans --help 看用法。\n"],
    [["show"], "error U010 缺少 <方案>。用 evaluate show --help 看用法。\n"],
    [["show", "--lang", "en"], "error U010 <plan> is missing. evaluate show --help shows the usage.\n"],
    [["data.xlsx", "--plan"], "error U009 参数 -p, --plan <编号|路径> 后面缺少值。\n"],
    [["plans", "--lang", "fr"], "error U003 参数 --lang 的值“fr”不对：应为 zh, en。\n"],
    [
      ["schema", "reprot"],
      "error U003 参数 schema 的值“reprot”不对：应为 report, plan, datasets, units, tests, mapping, config, waivers, wording。是不是“report”？\n",
    ],
    [["help", "shwo"], "error U001 没有叫“shwo”的命令。用 evaluate --help 看全部命令。是不是“show”？\n"],
  ])("%j", async (args, stderr) => {
    expect(await evaluate(args)).toEqual({ code: 2, stdout: "", stderr });
  });
});

describe("help", () => {
  test("is Chinese, with the flags of run, and aligned", async () => {
    const { code, stdout, stderr } = await evaluate(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatchSnapshot();
  });

  test("is English with --lang en, before or after the command", async () => {
    const after = await evaluate(["plans", "--help", "--lang", "en"]);
    expect(after.stdout).toMatchSnapshot();
    expect(await evaluate(["--lang", "en", "plans", "--help"])).toEqual(after);
    expect(await evaluate(["--lang=en", "help", "plans"])).toEqual(after);
  });

  test.each([["--help"], ["run", "--help"], ["sample", "--help"]])(
    "leaves no English sentence in %s",
    async (...args) => {
      const { stdout } = await evaluate(args);
      const words = stdout.match(/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/g) ?? [];
      expect(words).toEqual([]);
    },
  );

  test("fits the width asked for", async () => {
    const { stdout } = await evaluate(["--help"], { columns: 80 });
    const wide = stdout
      .split("\n")
      .filter((line) => line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0) > 80);
    expect(wide.filter((line) => !line.includes("evaluate --plan"))).toEqual([]);
  });
});

test("--version", async () => {
  expect(await evaluate(["--version"])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

describe("the report schema", () => {
  test("is draft-07 and names the fixed fields", async () => {
    const { code, stdout } = await evaluate(["schema"]);
    const schema = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema.required).toEqual(
      expect.arrayContaining([
        "schemaVersion",
        "plan",
        "asOf",
        "overall",
        "indicators",
        "tasks",
        "units",
        "quality",
      ]),
    );
  });
});

describe("streams", () => {
  test("a reader that went away is not an error", async () => {
    expect(await evaluate(["schema"], { stdoutFails: "EPIPE" })).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("a full disk behind stdout is one", async () => {
    expect(await evaluate(["schema"], { stdoutFails: "ENOSPC" })).toEqual({
      code: 4,
      stdout: "",
      stderr: "error O003 无法写到标准输出：write ENOSPC\n",
    });
  });

  test("a closed stderr costs the message, not the exit code", async () => {
    expect(await evaluate(["--nope"], { stderrFails: "EPIPE" })).toMatchObject({ code: 2 });
  });

  test("an interrupt ends with 130", async () => {
    const proc = fakeProcess(["schema"]);
    const running = main(proc);
    proc.signals.emit("SIGINT");
    expect(await running).toBe(130);
  });

  test("what is not the user's doing keeps its stack and ends with 70", async () => {
    const proc = fakeProcess(["plans"]);
    const broken = { ...proc, cwd: () => 5 as unknown as string };
    expect(await main(broken)).toBe(70);
    const said = proc.err.chunks.join("");
    expect(said).toMatch(/TypeError.*\n +at /);
    expect(said).toContain("这是程序的缺陷");
  });

  test("errors are red on a terminal only, and never with --no-color", async () => {
    expect((await evaluate(["--nope"], { terminal: true })).stderr).toContain("\u001b[31merror");
    expect((await evaluate(["--nope", "--no-color"], { terminal: true })).stderr).not.toContain("\u001b");
    expect((await evaluate(["--nope"], { terminal: true, env: { NO_COLOR: "1" } })).stderr).not.toContain(
      "\u001b",
    );
  });
});
