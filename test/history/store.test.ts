import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listSnapshots, removeSnapshots } from "../../src/history/folder.ts";
import { digestOf, encodeSnapshot, pastOf } from "../../src/history/snapshot-file.ts";
import { checkHistory, readHistory, storeSnapshot } from "../../src/history/store.ts";
import type { Report } from "../../src/model/report.ts";
import { ProblemError, problem, sentenceOf } from "../../src/problem.ts";
import { indicator, smallReport } from "../cli/small-report.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "history-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const base: Report = smallReport({ indicators: [indicator("a", "open", { 市公安局: "met" })] });
const on = (asOf: string, more: Partial<Report> = {}): Report => ({ ...base, asOf, ...more });
const named = (report: Report, id: string): Report => ({ ...report, plan: { ...report.plan, id } });
const withValue = (value: number): Partial<Report> => {
  const one = indicator("a", "open", { 市公安局: "met" });
  return { indicators: [{ ...one, whole: { ...one.whole, value } }] };
};
const renamedDay = (asOf: string) => encodeSnapshot(on(asOf));
const codesOf = async (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof ProblemError ? error.problems.map(({ code }) => code) : [error]),
  );

describe("what is stored", () => {
  test("comes back, oldest first, without the day itself and without other plans", async () => {
    for (const day of ["2022-10-25", "2022-10-11", "2022-10-18"]) await storeSnapshot(dir, on(day), false);
    await storeSnapshot(dir, named(on("2022-10-04"), "q"), false);
    const { past, damaged } = await readHistory(dir, base.plan.id, "2022-10-25");
    expect(past.map(({ asOf }) => asOf)).toEqual(["2022-10-11", "2022-10-18"]);
    expect(past[0]).toEqual(pastOf(on("2022-10-11")));
    expect(damaged).toEqual([]);
    expect((await listSnapshots(dir)).map(({ plan, asOf }) => [plan, asOf])).toEqual([
      [base.plan.id, "2022-10-11"],
      [base.plan.id, "2022-10-18"],
      [base.plan.id, "2022-10-25"],
      ["q", "2022-10-04"],
    ]);
  });

  test("an absent folder is an empty history", async () => {
    expect(await readHistory(join(dir, "none"), base.plan.id)).toEqual({ past: [], damaged: [] });
  });

  test("the same report gives the same bytes", () => {
    expect(encodeSnapshot(on("2022-10-11"))).toEqual(encodeSnapshot(on("2022-10-11")));
  });

  test("snapshots are removed by name", async () => {
    for (const day of ["2022-10-11", "2022-10-18"]) await storeSnapshot(dir, on(day), false);
    await removeSnapshots((await listSnapshots(dir)).slice(0, 1));
    expect((await listSnapshots(dir)).map(({ asOf }) => asOf)).toEqual(["2022-10-18"]);
  });
});

describe("two results for one day", () => {
  const changed = on("2022-10-11", { overall: { ...base.overall, score: 12.5 } });

  test("the same again changes nothing, in whatever language it is said", async () => {
    await storeSnapshot(dir, on("2022-10-11"), false);
    const [{ file = "" } = {}] = await listSnapshots(dir);
    const before = readFileSync(file);
    await storeSnapshot(dir, on("2022-10-11", { language: "en" }), false);
    expect(readFileSync(file)).toEqual(before);
  });

  test("another result is refused before and while it is written, and nothing is left behind", async () => {
    await storeSnapshot(dir, on("2022-10-11"), false);
    expect(await codesOf(checkHistory(dir, changed, false))).toEqual(["O006"]);
    expect(await codesOf(storeSnapshot(dir, changed, false))).toEqual(["O006"]);
    expect((await readHistory(dir, base.plan.id)).past).toEqual([pastOf(on("2022-10-11"))]);
    expect(readdirSync(join(dir, base.plan.id))).toEqual(["2022-10-11.json.gz"]);
  });

  test("--replace puts it in its place", async () => {
    await storeSnapshot(dir, on("2022-10-11"), false);
    await checkHistory(dir, changed, true);
    await storeSnapshot(dir, changed, true);
    expect((await readHistory(dir, base.plan.id)).past).toEqual([pastOf(changed)]);
  });

  test("of many runs at once one is stored and each other one is told", async () => {
    const runs = Array.from({ length: 12 }, (_, score) =>
      on("2022-10-11", { overall: { ...base.overall, score } }),
    );
    const codes = await Promise.all(runs.map((run) => codesOf(storeSnapshot(dir, run, false))));
    expect(codes.filter((found) => found.length === 0)).toHaveLength(1);
    expect(codes.filter((found) => found[0] === "O006")).toHaveLength(11);
    const { past } = await readHistory(dir, base.plan.id);
    const winner = runs[codes.findIndex((found) => found.length === 0)];
    expect(past.map(digestOf)).toEqual(winner === undefined ? [] : [digestOf(pastOf(winner))]);
  });
});

describe("a damaged snapshot", () => {
  const whole = encodeSnapshot(on("2022-10-11"));
  const flipped = Buffer.from(whole);
  flipped[whole.length - 20] = (flipped[whole.length - 20] ?? 0) ^ 0xff;
  const cases: [name: string, bytes: Uint8Array, words: string][] = [
    ["cut short", whole.subarray(0, whole.length / 2), "不完整"],
    ["empty", Buffer.alloc(0), "不完整"],
    ["changed by a byte", flipped, "不完整"],
    ["no JSON", gzipSync("hello"), "不是快照"],
    ["of a later version", gzipSync('{"snapshotVersion":99,"report":{}}'), "版本 99"],
    ["with a figure of words", gzipSync('{"snapshotVersion":1,"report":{"plan":{"id":"x"}}}'), "有误"],
    ["of another day", encodeSnapshot(on("2022-10-12")), "2022-10-12"],
    ["of version 0", gzipSync('{"snapshotVersion":0,"report":{}}'), "不是快照"],
    ["a bomb: a gigabyte in a megabyte", gzipSync(Buffer.alloc(64 * 1024 ** 2)), "大得不像"],
    ["with a figure that none can be", encodeSnapshot(on("2022-10-11", withValue(1e300))), "有误"],
    ["with a day that there is not", renamedDay("2022-02-30"), "有误"],
    ["of another plan", encodeSnapshot(named(on("2022-10-11"), "other")), "other"],
  ];

  test.each(cases)("%s is named and left out, the others are read", async (_, bytes, words) => {
    await storeSnapshot(dir, on("2022-10-04"), false);
    writeFileSync(join(dir, base.plan.id, "2022-10-11.json.gz"), bytes);
    const { past, damaged } = await readHistory(dir, base.plan.id);
    expect(past.map(({ asOf }) => asOf)).toEqual(["2022-10-04"]);
    expect(
      damaged.map(({ code, severity, at }) => [code, severity, at.file?.endsWith("2022-10-11.json.gz")]),
    ).toEqual([["D022", "warning", true]]);
    expect(damaged.map((found) => sentenceOf(found, "zh")).join("")).toContain(words);
  });

  test("is not to be removed when it only may not be read", async () => {
    const refused = problem("D022", {}, { reason: "permission", detail: "EACCES" });
    expect(sentenceOf(refused, "zh")).toBe("历史快照读不出，已跳过：没有读取权限。给运行的用户读取权限。");
  });

  test("gives way to a new run of its day, one of a later version does not", async () => {
    await storeSnapshot(dir, on("2022-10-11"), false);
    const file = join(dir, base.plan.id, "2022-10-11.json.gz");
    writeFileSync(file, whole.subarray(0, 100));
    await storeSnapshot(dir, on("2022-10-11"), false);
    expect((await readHistory(dir, base.plan.id)).past).toHaveLength(1);
    writeFileSync(file, gzipSync('{"snapshotVersion":99,"report":{}}'));
    expect(await codesOf(storeSnapshot(dir, on("2022-10-11"), false))).toEqual(["O006"]);
  });
});

describe("what is called like a snapshot and is none", () => {
  const day = (asOf: string) => join(dir, base.plan.id, `${asOf}.json.gz`);
  const read = async () => {
    const { past, damaged } = await readHistory(dir, base.plan.id);
    return [past.map(({ asOf }) => asOf), damaged.map(({ at }) => at.file)];
  };
  beforeEach(() => storeSnapshot(dir, on("2022-10-04"), false));

  test("a folder is named and left out, and pruning goes on past it", async () => {
    mkdirSync(day("2022-09-27"));
    expect(await read()).toEqual([["2022-10-04"], [day("2022-09-27")]]);
    const gone = await removeSnapshots(await listSnapshots(dir));
    expect(gone.map(({ asOf }) => asOf)).toEqual(["2022-10-04"]);
  });

  test("a link that leads nowhere is named, and gives way to a run of its day", async () => {
    symlinkSync(join(dir, "nowhere"), day("2022-10-11"));
    symlinkSync(day("2022-10-18"), day("2022-10-18"));
    expect(await read()).toEqual([["2022-10-04"], [day("2022-10-11"), day("2022-10-18")]]);
    for (const asOf of ["2022-10-11", "2022-10-18"]) await storeSnapshot(dir, on(asOf), false);
    expect(await read()).toEqual([["2022-10-04", "2022-10-11", "2022-10-18"], []]);
    expect(existsSync(join(dir, "nowhere"))).toBe(false);
  });

  test("a plan's folder may be a link to another", async () => {
    const other = join(dir, "elsewhere");
    mkdirSync(other);
    symlinkSync(join(dir, base.plan.id), join(other, base.plan.id));
    expect((await readHistory(other, base.plan.id)).past).toHaveLength(1);
  });
});

test("the same files in another place, and in another order, are one result", async () => {
  const files = ["a.csv", "b.csv"].map((file, at) => ({
    file,
    sha256: String(at),
    format: "csv",
    sheets: [],
  }));
  const moved = files.map((one) => ({ ...one, file: `exports/${one.file}` })).toReversed();
  await storeSnapshot(dir, on("2022-10-11", { inputs: files }), false);
  expect(await codesOf(storeSnapshot(dir, on("2022-10-11", { inputs: moved }), false))).toEqual([]);
  const other = files.map((one) => ({ ...one, sha256: "9" }));
  expect(await codesOf(storeSnapshot(dir, on("2022-10-11", { inputs: other }), false))).toEqual(["O006"]);
});

describe("a result that takes the place of another", () => {
  const said = async (value: number, replace: boolean) =>
    storeSnapshot(dir, on("2022-10-11", withValue(value)), replace);
  const corrected = async () => (await readHistory(dir, base.plan.id)).past[0]?.corrected;

  test("says what it puts right, from what was said first", async () => {
    await said(50, false);
    expect(await corrected()).toBeUndefined();
    await said(40, true);
    await said(30, true);
    expect(await corrected()).toEqual([{ indicator: "a", unit: null, from: 50, to: 30 }]);
    await said(30, true);
    expect(await corrected()).toEqual([{ indicator: "a", unit: null, from: 50, to: 30 }]);
    await said(50, true);
    expect(await corrected()).toBeUndefined();
  });

  test("is told, where it may not, which figures differ", async () => {
    await said(50, false);
    const error = await said(40, false).catch((thrown: unknown) => thrown);
    const [told] = error instanceof ProblemError ? error.problems : [];
    expect(told && sentenceOf(told, "zh")).toContain("不同的数有 1 个：三(一) a 50 → 40。");
    expect(told && sentenceOf(told, "en")).toContain("Figures that differ, 1: 三(一) a 50 → 40.");
  });
});

test("what a killed run left is cleared away after a day, not before", async () => {
  await storeSnapshot(dir, on("2022-10-11"), false);
  const folder = join(dir, base.plan.id);
  const [old, fresh] = ["0123456789abcdef", "fedcba9876543210"].map((name) => join(folder, `.${name}.tmp`));
  for (const file of [old, fresh]) writeFileSync(file ?? "", "half");
  utimesSync(old ?? "", new Date(0), new Date(0));
  await storeSnapshot(dir, on("2022-10-18"), false);
  expect([existsSync(old ?? ""), existsSync(fresh ?? "")]).toEqual([false, true]);
  expect((await readHistory(dir, base.plan.id)).damaged).toEqual([]);
});

// The system tests kill whole runs, two hundred times.
const KILLS = 20;
const store = new URL("../../dist/history/store.js", import.meta.url);

// Stores run after run, saying each day once it is stored, until it is killed.
const runner = `
  const { storeSnapshot } = await import(${JSON.stringify(store.href)});
  const { readFileSync } = await import("node:fs");
  const [dir, from, file] = process.argv.slice(1);
  const report = JSON.parse(readFileSync(file, "utf8"));
  for (let day = Number(from); ; day += 1) {
    const asOf = new Date(day * 86400000).toISOString().slice(0, 10);
    await storeSnapshot(dir, { ...report, asOf }, day % 3 === 0);
    process.stdout.write(asOf + "\\n");
  }
`;

test(`a run killed at any moment leaves all earlier ones whole (${KILLS} times)`, async () => {
  const file = join(dir, "report.json");
  writeFileSync(file, JSON.stringify(on("2000-01-01")));
  const said = new Set<string>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const days = await killed([dir, String(10_000 + kill * 60), file], 1 + ((kill * 7919) % 40));
    for (const day of days) said.add(day);
  }
  const { past, damaged } = await readHistory(dir, base.plan.id);
  expect(damaged).toEqual([]);
  const stored = new Set(past.map(({ asOf }) => asOf));
  expect([...said].filter((day) => !stored.has(day))).toEqual([]);
  // It was killed while it stored, not before or after.
  expect(said.size).toBeGreaterThan(KILLS / 2);
}, 240_000);

/** Runs it and kills it some milliseconds after it has said its first day; returns the days it said. */
async function killed(args: readonly string[], after: number): Promise<string[]> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", runner, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (text: Buffer) => {
    if (out === "") setTimeout(() => child.kill("SIGKILL"), after);
    out += text.toString();
  });
  await new Promise((resolve) => child.on("close", resolve));
  return out.split("\n").slice(0, -1);
}
