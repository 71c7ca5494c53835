import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareNatural } from "../../src/ingest/input-order.ts";
import { resolveInputs } from "../../src/ingest/inputs.ts";
import { ProblemError } from "../../src/problem.ts";

const names = [
  "办件明细_20221017.xlsx",
  "exports/办件明细_20221024.xlsx",
  "exports/a9.csv",
  "exports/a10.csv",
  "exports/sub/a10.csv",
  "exports/sub/B.XLSX",
  "exports/说明.txt",
  "exports/~$a9.xlsx",
  "exports/.~a10.xlsx",
  "exports/.git/x.csv",
  "数据[1].csv",
  "empty/readme.md",
  "locked/~$a.xlsx",
];

let cwd = "";
beforeAll(async () => {
  cwd = await realpath(await mkdtemp(join(tmpdir(), "evaluate-")));
  for (const name of names) {
    await mkdir(dirname(join(cwd, name)), { recursive: true });
    await writeFile(join(cwd, name), "a,b\n");
  }
  await symlink(join(cwd, "exports/a9.csv"), join(cwd, "link.csv"));
});
afterAll(() => rm(cwd, { recursive: true }));

async function displays(...args: string[]): Promise<string[]> {
  return (await resolveInputs(args, cwd)).paths.map((input) => input.display);
}

async function problems(...args: string[]): Promise<string[]> {
  const error = await resolveInputs(args, cwd).catch((thrown) => thrown);
  if (!(error instanceof ProblemError)) throw new Error("no problem");
  return error.problems.map((found) =>
    [found.code, found.with.input, found.nearest].filter(Boolean).join(" "),
  );
}

describe("what inputs stand for", () => {
  const all = [
    "exports/办件明细_20221024.xlsx",
    "exports/sub/a10.csv",
    "exports/a10.csv",
    "exports/a9.csv",
    "exports/sub/B.XLSX",
  ];

  test("a folder is read with its subfolders, newest base name first", async () => {
    expect(await displays("exports")).toEqual(all);
    expect(await displays("exports/")).toEqual(all);
    expect(await displays(join(cwd, "exports"))).toEqual(all);
  });

  test("the order on the command line does not matter", async () => {
    const one = ["办件明细_20221017.xlsx", "exports/办件明细_20221024.xlsx", "exports/a9.csv"];
    const order = ["exports/办件明细_20221024.xlsx", "办件明细_20221017.xlsx", "exports/a9.csv"];
    expect(await displays(...one)).toEqual(order);
    expect(await displays(...one.reverse())).toEqual(order);
  });

  test.each([
    ["exports/*.csv", ["exports/a10.csv", "exports/a9.csv"]],
    ["exports/**/a1?.csv", ["exports/sub/a10.csv", "exports/a10.csv"]],
    ["./*.{csv,xlsx}", ["数据[1].csv", "办件明细_20221017.xlsx", "link.csv"]],
    ["数据[1].csv", ["数据[1].csv"]],
    ["exports/说明.txt", ["exports/说明.txt"]],
    ["-", ["-"]],
  ])("%s", async (arg, expected) => {
    expect(await displays(arg)).toEqual(expected);
  });

  test("a file named twice, or through a link, is read once", async () => {
    expect(await displays("exports/a9.csv", "./exports/a9.csv", "exports/a9*")).toEqual(["exports/a9.csv"]);
    expect(await displays("exports/a9.csv", "link.csv")).toHaveLength(1);
  });

  test("lock files are left out and named", async () => {
    const { paths, skipped } = await resolveInputs(["exports", "exports/~$a9.xlsx"], cwd);
    expect(paths).toHaveLength(5);
    expect(skipped).toEqual([
      { file: "exports/.~a10.xlsx", code: "lock-file" },
      { file: "exports/~$a9.xlsx", code: "lock-file" },
    ]);
  });

  test("paths are absolute", async () => {
    const { paths } = await resolveInputs(["exports/a9.csv"], cwd);
    expect(paths).toEqual([{ path: join(cwd, "exports/a9.csv"), display: "exports/a9.csv" }]);
  });
});

describe("what is missing is said all at once", () => {
  test.each([
    [["exports/a8.csv"], ["D001 exports/a8.csv exports/a9.csv"]],
    [["nowhere/zzzzzzzz.csv"], ["D001 nowhere/zzzzzzzz.csv"]],
    [["exports/*.ods"], ["D002 exports/*.ods"]],
    [["empty"], ["D003 empty"]],
    [["locked"], ["D003 locked"]],
    [
      ["none", "exports", "*.zip", "empty"],
      ["D001 none", "D002 *.zip", "D003 empty"],
    ],
  ])("%s", async (args, expected) => {
    expect(await problems(...args)).toEqual(expected);
  });
});

test.each([
  ["a9", "a10", -1],
  ["a09", "a9", 0],
  ["a_20221017", "a_20221024", -1],
  ["a", "a2", -1],
  ["2a", "a", -1],
  ["a99999999999999999998", "a99999999999999999999", -1],
  ["a1b2", "a1b10", -1],
])("%s and %s", (a, b, expected) => {
  expect(Math.sign(compareNatural(a, b))).toBe(expected);
  expect(Math.sign(compareNatural(b, a))).toBe(expected === 0 ? 0 : -expected);
});

describe("a link whose file is gone", () => {
  test("is named when its folder is read", async () => {
    await mkdir(join(cwd, "linked"));
    await writeFile(join(cwd, "linked/a.csv"), "a,b\n");
    await symlink(join(cwd, "gone.csv"), join(cwd, "linked/b.csv"));
    const { paths, skipped } = await resolveInputs(["linked"], cwd);
    expect(paths.map(({ display }) => display)).toEqual(["linked/a.csv"]);
    expect(skipped).toEqual([{ file: "linked/b.csv", code: "broken-link" }]);
  });

  test("is what is wrong where there is nothing else", async () => {
    await mkdir(join(cwd, "alone"));
    await symlink(join(cwd, "gone.csv"), join(cwd, "alone/b.csv"));
    expect(await problems("alone")).toEqual(["D001 alone/b.csv"]);
  });
});
