import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { holderOf } from "../../../src/cli/lock/holder.ts";
import { evaluate } from "../fake-process.ts";
import { type Folder, smallFolder } from "../small-folder.ts";

let folder: Folder;
beforeEach(() => {
  folder = smallFolder("lock-cli-");
});
afterEach(() => folder.remove());

const run = (...args: string[]) =>
  evaluate(["run", "-p", "small", "data.csv", "--as-of", "2022-10-18", ...args], { cwd: folder.cwd });
const other = (command = "evaluate 甲") => holderOf(command, new Date("2022-10-18T00:00:00Z"));
const put = (holder: object, name = "evaluate.lock") =>
  writeFileSync(join(folder.cwd, name), JSON.stringify(holder));
const names = () => readdirSync(folder.cwd).filter((name) => /lock/.test(name));

describe("a lock that is named", () => {
  test("is gone after the run, whether it went well or not", async () => {
    expect((await run("--lock", "evaluate.lock")).code).toBe(0);
    expect(names()).toEqual([]);
    expect((await run("--lock", "evaluate.lock", "--unit", "丙局")).code).toBe(2);
    expect(names()).toEqual([]);
  });

  test("and held by another run ends this one with 4, before anything is written", async () => {
    put(other());
    const { code, stdout, stderr } = await run("--lock", "evaluate.lock", "-o", "r.json");
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toMatch(
      new RegExp(
        `^error O007 另一次运行占着“evaluate\\.lock”：.+ 上的进程 ${process.pid}，从 2022-10-18T.+ 开始（evaluate 甲）。`,
      ),
    );
    expect(readdirSync(folder.cwd)).not.toContain("r.json");
    expect(names()).toEqual(["evaluate.lock"]);
  });

  test("and left by a run that was killed is taken over, which is said", async () => {
    put({ ...other(), pid: 2 ** 30 });
    const { code, stderr } = await run("--lock", "evaluate.lock");
    expect(code).toBe(0);
    expect(stderr).toContain("没有正常结束，已接管它留下的锁 evaluate.lock");
    expect(names()).toEqual([]);
  });

  test("must be no other file, and in a folder that is there", async () => {
    const foreign = await run("--lock", "data.csv");
    expect(foreign).toMatchObject({ code: 4, stderr: expect.stringContaining("O008 “data.csv”不是锁文件") });
    expect(readFileSync(join(folder.cwd, "data.csv"), "utf8")).toContain("实施编码");
    expect(await run("--lock", "none/a.lock")).toMatchObject({
      code: 4,
      stderr: expect.stringContaining("所在文件夹不存在"),
    });
  });

  test("is waited for", async () => {
    put(other());
    setTimeout(() => rmSync(join(folder.cwd, "evaluate.lock")), 300);
    const { code, stderr } = await run("--lock", "evaluate.lock", "--wait", "1");
    expect(code).toBe(0);
    expect(stderr).toContain("等它结束");
  });

  test("is not waited for longer than asked, nor without one", async () => {
    put(other());
    expect((await run("--lock", "evaluate.lock", "--wait", "0.01")).code).toBe(4);
    expect(await run("--wait", "1")).toMatchObject({ code: 2, stderr: expect.stringContaining("--lock") });
  });
});

describe("a history brings a lock", () => {
  test("of the plan, which is no snapshot", async () => {
    const history = join(folder.cwd, "history");
    expect((await run("--history", "history")).code).toBe(0);
    expect(readdirSync(history)).toEqual(["small"]);
    put(other(), "history/other.lock");
    expect((await run("--history", "history")).code).toBe(0);
    put(other(), "history/small.lock");
    expect(await run("--history", "history")).toMatchObject({
      code: 4,
      stderr: expect.stringContaining("history/small.lock"),
    });
    expect((await run("--history", "history", "--lock", "evaluate.lock")).code).toBe(0);
    expect(
      JSON.parse((await evaluate(["history", "history", "-f", "json"], { cwd: folder.cwd })).stdout),
    ).toMatchObject([{ plan: "small" }]);
  });
});

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** A run of the built program that reads from an input that nobody ends. */
function waitingRun() {
  const args = ["run", "-p", "small", "-", "--as-of", "2022-10-18", "--history", "history", "-q"];
  const child = spawn(process.execPath, [resolve("bin/evaluate.js"), ...args], { cwd: folder.cwd });
  children.push(child);
  const ended = new Promise<number | null>((done) => child.once("close", done));
  return { child, ended };
}

async function untilLocked(): Promise<{ pid: number; command: string }> {
  for (;;) {
    try {
      return JSON.parse(readFileSync(join(folder.cwd, "history/small.lock"), "utf8"));
    } catch {
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}

describe("a whole program", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "that is sent %s leaves no lock and exits with 130",
    async (signal) => {
      const { child, ended } = waitingRun();
      expect(await untilLocked()).toMatchObject({
        pid: child.pid,
        command: expect.stringMatching(/^evaluate run -p small - /),
      });
      child.kill(signal);
      expect(await ended).toBe(130);
      expect(readdirSync(join(folder.cwd, "history"))).toEqual([]);
    },
    30_000,
  );

  test("that is killed leaves one, which the next run takes over", async () => {
    const { child, ended } = waitingRun();
    await untilLocked();
    expect(await run("--history", "history")).toMatchObject({ code: 4 });
    child.kill("SIGKILL");
    await ended;
    const { code, stderr } = await run("--history", "history");
    expect(code).toBe(0);
    expect(stderr).toContain(`进程 ${child.pid}）没有正常结束`);
    expect(readdirSync(join(folder.cwd, "history"))).toEqual(["small"]);
  }, 30_000);
});
