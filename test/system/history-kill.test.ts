import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readHistory } from "../../src/history/store.ts";

// Whole runs are killed, so the product must have been built: npm run build.
const program = fileURLToPath(new URL("../../bin/evaluate.js", import.meta.url));
const KILLS = 200;

const plan = `plan: small
title: 小方案
issued: 2022-01-01
units: units.yaml
defaults: { measuredIn: "%", direction: at-least, responsible: [各局], deadline: 2022-12-31 }
indicators:
  - id: instant
    clause: 一(一)
    name: 即办件占比
    measure: { share: 事项清单, that: { 办件类型: 即办件 } }
    threshold: 45
`;
const directory = `units: small
groups: [各局]
members:
  - { name: 甲局, group: 各局 }
  - { name: 乙局, group: 各局 }
`;

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "history-kill-"));
  mkdirSync(join(cwd, "rules"));
  writeFileSync(join(cwd, "rules", "small.yaml"), plan);
  writeFileSync(join(cwd, "rules", "units.yaml"), directory);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Each day has other data, so that every snapshot is one of its own. */
function dataOf(run: number): string {
  const rows = Array.from({ length: 40 }, (_, row) => {
    const kind = row % 7 < 1 + (run % 6) ? "即办件" : "承诺件";
    return `${run}-${row},事项${row},${row % 2 === 0 ? "甲局" : "乙局"},${kind}`;
  });
  return `${["实施编码,事项名称,实施主体,办件类型", ...rows].join("\n")}\n`;
}

function dayOf(run: number): string {
  return new Date(Date.UTC(2022, 0, 1 + run)).toISOString().slice(0, 10);
}

interface Ended {
  readonly killed: boolean;
  readonly code: number | null;
  readonly ms: number;
  readonly stderr: string;
}

/** A run of one day, killed after some milliseconds unless it is done by then. */
async function runOf(run: number, killAfter: number | null, day = dayOf(run)): Promise<Ended> {
  writeFileSync(join(cwd, "data.csv"), dataOf(run));
  const inputs = ["run", "-p", "small", "data.csv", "--as-of", day];
  const replacing = day === dayOf(run) ? [] : ["--replace"];
  const args = [...inputs, "--history", "history", ...replacing, "-q", "-o", "report.json"];
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => {
    stderr += text.toString();
  });
  const timer = killAfter === null ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(timer);
  return { killed: child.signalCode === "SIGKILL", code, ms: performance.now() - started, stderr };
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test(`a run killed at any moment leaves all earlier ones as they were (${KILLS} kills)`, async () => {
  expect(existsSync(fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url)))).toBe(true);
  const random = generator(20_221_025);
  const folder = join(cwd, "history", "small");
  const contents = () =>
    new Map(
      (existsSync(folder) ? readdirSync(folder) : [])
        .filter((name) => name.endsWith(".json.gz"))
        .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
    );
  const whole = await runOf(0, null);
  expect({ code: whole.code, stderr: whole.stderr }).toEqual({ code: 0, stderr: "" });
  let lasts = whole.ms;
  let [run, kills, late, replacing] = [1, 0, 0, 0];
  while (kills < KILLS && run < 5 * KILLS) {
    // Every fifth run comes to the same day again, and puts another result in its place.
    const again = run % 5 === 0;
    // Half of them anywhere, half where it writes: towards the end.
    const moment = random() < 0.5 ? random() * lasts : lasts * (0.6 + 0.45 * random());
    const before = contents();
    const ended = await runOf(run, moment, dayOf(again ? run - 1 : run));
    const after = contents();
    const today = `${dayOf(again ? run - 1 : run)}.json.gz`;
    for (const [name, bytes] of before)
      if (!(again && name === today)) expect(after.get(name) === bytes, `${name} in run ${run}`).toBe(true);
    expect([...after.keys()].filter((name) => !before.has(name) && name !== today)).toEqual([]);
    if (ended.killed) {
      kills += 1;
      if (after.has(today) && !before.has(today)) late += 1;
      if (again) replacing += 1;
    } else {
      expect({ run, code: ended.code, stderr: ended.stderr }).toEqual({ run, code: 0, stderr: "" });
      expect(after.has(today)).toBe(true);
      lasts = lasts * 0.9 + ended.ms * 0.1;
    }
    const report = readFileSync(join(cwd, "report.json"), "utf8");
    expect(() => JSON.parse(report)).not.toThrow();
    run += 1;
  }
  const { past, damaged } = await readHistory(join(cwd, "history"), "small");
  expect(damaged).toEqual([]);
  expect(past.map(({ asOf }) => `${asOf}.json.gz`)).toEqual([...contents().keys()].sort());
  expect(kills).toBeGreaterThanOrEqual(KILLS);
  expect(replacing).toBeGreaterThan(10);
  // Runs were killed before they stored, after, and let go: the moments cover the writing.
  expect(past.length).toBeGreaterThan(5);
  expect(past.length).toBeLessThan(run);
  expect(late).toBeGreaterThan(0);
  // The next run finds all of it, and clears its way.
  const next = await runOf(run, null);
  expect(next.code).toBe(0);
  const told = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as {
    movement: { snapshots: number };
  };
  expect(told.movement.snapshots).toBe(past.length);
}, 1_200_000);
