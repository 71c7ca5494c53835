import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { evaluate, type FakeOptions } from "./cli/fake-process.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** Command, output and exit code as a reader of the terminal sees them. */
async function scenario(folder: string, args: readonly string[], options: FakeOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await evaluate(args, { cwd: `${fixtures}${folder}`, ...options });
  const parts = [
    `$ evaluate ${args.join(" ")}`,
    stdout,
    stderr === "" ? "" : `[stderr]\n${stderr}`,
    `[exit ${code}]`,
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => part.trimEnd())
    .join("\n")
    .replaceAll(fixtures, "fixtures/");
}

const p = ["--plan", "jiayuguan-2022"];

describe("what cannot be evaluated", () => {
  test.each<[what: string, args: string[], stdin?: string]>([
    ["no such file", [...p, "data.xlsx"]],
    ["a glob that matches nothing", [...p, "*.xls"]],
    ["a folder without spreadsheets", [...p, "no-spreadsheets"]],
    ["a PDF named .xlsx", [...p, "pdf-named.xlsx"]],
    ["a workbook cut off in transit", [...p, "cut-off.xlsx"]],
    ["an empty export", [...p, "empty.csv"]],
    ["no sheet that fits", [...p, "fruit.csv"]],
    ["nothing that fits on stdin", [...p, "-"], "水果,价格\n苹果,3\n"],
    ["in English", [...p, "data.xlsx", "--lang", "en"]],
    ["several at once", [...p, "data.xlsx", "*.xls", "-o", "missing/report.json"]],
  ])("%s", async (_, args, stdin) => {
    const options = stdin === undefined ? {} : { stdin };
    expect(await scenario("unusable", [...args, "--as-of", "2022-10-25"], options)).toMatchSnapshot();
  });
});

describe("what is not understood", () => {
  test.each<[what: string, args: string[]]>([
    ["nothing at all", []],
    ["no plan", ["fruit.csv"]],
    ["no data", p],
    ["an unknown plan", ["--plan", "jiayugaun-2022", "fruit.csv"]],
    ["a plan file that is missing", ["--plan", "rules/mine.yaml", "fruit.csv"]],
    ["a mistyped command", ["shwo", "jiayuguan-2022"]],
    ["a mistyped flag", [...p, "fruit.csv", "--as-off", "2022-10-25"]],
    [
      "several wrong values",
      [
        ...p,
        "fruit.csv",
        "--as-of",
        "2022-02-30",
        "-f",
        "pdf",
        "-o",
        "a.pdf",
        "--fail-on",
        "late",
        "--max-rows",
        "many",
      ],
    ],
  ])("%s", async (_, args) => {
    expect(await scenario("unusable", args)).toMatchSnapshot();
  });
});

describe("what cannot be written", () => {
  test.each<[what: string, args: string[]]>([
    ["into a folder that is missing", [...p, "fruit.csv", "-o", "missing/report.json"]],
    ["over an input", [...p, "fruit.csv", "-o", "./fruit.csv"]],
  ])("%s", async (_, args) => {
    expect(await scenario("unusable", args)).toMatchSnapshot();
  });
});
