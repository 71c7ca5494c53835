import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualJobs } from "../../src/ingest/workers/usual-jobs.ts";
import { evaluate } from "./fake-process.ts";

const fixture = join(process.cwd(), "fixtures/jiayuguan-2022/data.xlsx");
const unusable = join(process.cwd(), "fixtures/unusable");

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "evaluate-"));
  await copyFile(fixture, join(cwd, "1.xlsx"));
  await copyFile(fixture, join(cwd, "2.xlsx"));
  const cases = Array.from(
    { length: 3_000 },
    (_, at) => `${at % 2_900},行政许可,市公安局,${at % 3 ? "即办件" : "承诺件"}`,
  );
  await writeFile(join(cwd, "事项.csv"), `实施编码,事项类型,实施主体,办件类型\n${cases.join("\n")}\n`);
  await writeFile(
    join(cwd, "乱.csv"),
    `实施编码,事项类型,实施主体,办件类型\n${cases.join("\n").replaceAll("2899,", '28"99,')}\n`,
  );
});
afterAll(() => rm(cwd, { recursive: true }));

const run = (...args: string[]) =>
  evaluate(["--plan", "jiayuguan-2022", "--as-of", "2022-10-25", "-f", "json", ...args], { cwd });

describe("any number of jobs comes to the same", () => {
  test.each([
    ["a workbook of many sheets", [fixture]],
    ["a workbook twice", ["1.xlsx", "2.xlsx"]],
    ["text, and a workbook", ["事项.csv", "1.xlsx"]],
    ["text with quotes in odd places", ["乱.csv"]],
    ["a file that is cut off", [join(unusable, "cut-off.xlsx")]],
    ["a file that fits nothing", [join(unusable, "fruit.csv")]],
    ["a good and a bad file", ["1.xlsx", join(unusable, "empty.csv")]],
    ["more rows than may be", ["1.xlsx", "事项.csv", "--max-rows", "500"]],
  ])("%s", async (_, inputs) => {
    const alone = await run(...inputs, "--jobs", "1");
    for (const jobs of ["2", "3"]) expect(await run(...inputs, "--jobs", jobs)).toEqual(alone);
    expect(await run(...inputs)).toEqual(alone);
  });

  test("of explain, too", async () => {
    const explain = (jobs: string) =>
      evaluate(["explain", "jiayuguan-2022", "instant-share", fixture, "--jobs", jobs], { cwd });
    expect((await explain("1")).code).toBe(0);
    expect(await explain("2")).toEqual(await explain("1"));
  });

  test("of what comes on stdin, which one thread reads", async () => {
    const stdin = "实施编码,事项类型,实施主体,办件类型\n1,行政许可,市公安局,即办件\n";
    const from = (jobs: string) =>
      evaluate(["--plan", "jiayuguan-2022", "-", "-f", "json", "--jobs", jobs], { cwd, stdin });
    expect((await from("1")).code).toBe(0);
    expect(await from("2")).toEqual(await from("1"));
  });
});

test.each(["0", "-1", "two", "1.5", "65", ""])("--jobs %s is refused", async (jobs) => {
  const { code, stderr } = await run("1.xlsx", `--jobs=${jobs}`);
  expect(code).toBe(2);
  expect(stderr).toContain("--jobs");
});

test("without --jobs small inputs are read by one thread, large ones by one a core, four at most", async () => {
  const [path, text] = [join(cwd, "大.xlsx"), join(cwd, "大.csv")];
  for (const large of [path, text]) await writeFile(large, Buffer.alloc(21 * 1024 * 1024, "a"));
  const of = (...paths: string[]) => ({ paths: paths.map((path) => ({ path, display: path })), skipped: [] });
  expect(await usualJobs(of(fixture), 8)).toBe(1);
  expect(await usualJobs(of(path), 2)).toBe(2);
  expect(await usualJobs(of(text), 2)).toBe(1);
  expect(await usualJobs(of(text, text, text, text, text), 2)).toBe(2);
  expect(await usualJobs(of(path, fixture), 8)).toBe(4);
  expect(await usualJobs(of("-", join(cwd, "nowhere.csv")), 8)).toBe(1);
});
