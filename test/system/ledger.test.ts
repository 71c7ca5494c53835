import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const ROWS = 100_000;
const units = ["市公安局", "市教育局", "市民政局", "市司法局"];

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "ledger-"));
  const lines = Array.from(
    { length: ROWS },
    (_, at) =>
      `A${String(at).padStart(30, "0")},事项第${at}号的办理,行政许可,${units[at % units.length]},承诺件`,
  );
  await writeFile(
    join(cwd, "事项清单.csv"),
    `实施编码,事项名称,事项类型,实施主体,办件类型\n${lines.join("\n")}\n`,
  );
});
afterAll(() => rm(cwd, { recursive: true }));

const args = (...more: string[]) => [
  resolve("bin/evaluate.js"),
  ...["--plan", "jiayuguan-2022", "--as-of", "2022-10-25", "--indicator", "instant-share"],
  ...["事项清单.csv", "-o", "r.json", ...more],
];

/** In MB: the most memory that a run has had, which it says itself as it ends. */
async function peakOf(...more: string[]): Promise<{ peak: number; stderr: string }> {
  const says = join(cwd, "peak.cjs");
  await writeFile(
    says,
    `process.on("exit", () => {
      const status = require("node:fs").readFileSync("/proc/self/status", "utf8");
      process.stderr.write("peak " + /VmHWM:\\s*(\\d+)/.exec(status)[1] + " kB");
    });`,
  );
  const { stderr } = await run(process.execPath, ["--require", says, ...args(...more)], { cwd });
  return { peak: Number(/peak (\d+) kB/.exec(stderr)?.[1]) / 1024, stderr };
}

test.each(["out.xlsx", "out.csv", "台账/"])(
  "a hundred thousand records are listed in 300 MB as %s",
  async (to) => {
    const { peak, stderr } = await peakOf("--ledger", to, "--ledger-limit", "0");
    expect(stderr).toContain("4 个单位，100000 条");
    expect(peak).toBeLessThan(300);
  },
  300_000,
);

test("with the usual limit a thousand of each unit are", async () => {
  const { stderr } = await run(process.execPath, args("--ledger", "out.csv"), { cwd });
  expect(stderr).toContain("4 个单位，4000 条；另有 96000 条未列出");
  expect((await readFile(join(cwd, "out.csv"), "utf8")).trimEnd().split("\r\n")).toHaveLength(4001);
}, 300_000);
