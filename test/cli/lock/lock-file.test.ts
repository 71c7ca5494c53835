import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Holder, holderOf, isAbandoned } from "../../../src/cli/lock/holder.ts";
import { dropLock, takeLock } from "../../../src/cli/lock/lock-file.ts";
import { buildStarter, Starter } from "./starters.ts";

let base: string;
let starter: string;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "lock-"));
  starter = await buildStarter(base);
});
afterAll(() => rmSync(base, { recursive: true }));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(base, "run-"));
  file = join(folder, "evaluate.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = () => new Date("2022-10-25T08:00:00Z");
const self = () => holderOf("evaluate", now());
const put = (holder: Holder, path = file) => writeFileSync(path, JSON.stringify(holder));
const isLinux = process.platform === "linux";

describe("who is gone", () => {
  const hours = (count: number) => new Date(now().getTime() - count * 3_600_000).toISOString();
  // No process has a number so large.
  const gone = 2 ** 30;
  const stories: [what: string, changes: Partial<Holder>, gone: boolean][] = [
    ["this process", {}, false],
    ["a process that is no more", { pid: gone }, true],
    ["another computer, an hour ago", { host: "elsewhere", pid: gone, since: hours(1) }, false],
    ["another computer, thirteen hours ago", { host: "elsewhere", since: hours(13) }, true],
    ...((isLinux
      ? [
          ["another process with the same number", { start: "1" }, true],
          ["a process from before the computer was started anew", { boot: "0" }, true],
          [
            "a container of the same name, an hour ago",
            { space: "pid:[1]", pid: gone, since: hours(1) },
            false,
          ],
          ["a container of the same name, yesterday", { space: "pid:[1]", since: hours(24) }, true],
        ]
      : []) as [string, Partial<Holder>, boolean][]),
    ["where starts of processes are not known, half an hour ago", { start: null, since: hours(0.5) }, false],
    ["where starts of processes are not known, yesterday", { start: null, since: hours(24) }, true],
  ];
  test.each(stories)("%s", (_, changes, expected) => {
    expect(isAbandoned({ ...self(), host: hostname(), ...changes }, now())).toBe(expected);
  });
});

test("a password that was typed is not in the lock", () => {
  const { command } = holderOf("evaluate --connection http://reader:p%40ss@db:8123/x a@b", now());
  expect(command).toBe("evaluate --connection http://reader:***@db:8123/x a@b");
});

describe("one at a time", () => {
  test("the second is told who holds it; once dropped it is free, and nothing is left behind", async () => {
    const [first, second] = [self(), self()];
    expect(await takeLock(file, first, now)).toEqual({ kind: "taken", from: null });
    expect(await takeLock(file, second, now)).toEqual({ kind: "held", by: first });
    dropLock(file, second);
    expect(existsSync(file)).toBe(true);
    dropLock(file, first);
    expect(readdirSync(folder)).toEqual([]);
    expect(await takeLock(file, second, now)).toEqual({ kind: "taken", from: null });
  });

  test("a lock that was left behind is taken over, and named", async () => {
    const left = { ...self(), pid: 2 ** 30 };
    put(left);
    const mine = self();
    expect(await takeLock(file, mine, now)).toEqual({ kind: "taken", from: left });
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(mine);
    expect(readdirSync(folder)).toEqual(["evaluate.lock"]);
  });

  test("so is one whose taking over was cut short", async () => {
    const left = { ...self(), pid: 2 ** 30 };
    put(left);
    put({ ...left, id: "b" }, `${file}~`);
    put({ ...left, id: "c" }, `${file}~~`);
    expect(await takeLock(file, self(), now)).toMatchObject({ kind: "taken" });
    expect(readdirSync(folder)).toEqual(["evaluate.lock"]);
  });

  test("while somebody takes it over it is held", async () => {
    put({ ...self(), pid: 2 ** 30 });
    const other = self();
    put(other, `${file}~`);
    expect(await takeLock(file, self(), now)).toEqual({ kind: "held", by: other });
  });

  test("a file that is something else is left as it is", async () => {
    writeFileSync(file, "实施编码\n1\n");
    utimesSync(file, 0, 0);
    expect(await takeLock(file, self(), now)).toEqual({ kind: "foreign" });
    expect(readFileSync(file, "utf8")).toBe("实施编码\n1\n");
  });

  test.each([
    ["a link to nothing", () => symlinkSync(join(folder, "nowhere"), file)],
    ["a pipe", () => execFileSync("mkfifo", [file])],
    ["a link to a device that is always empty", () => symlinkSync("/dev/null", file)],
    ["a link to a device without end", () => symlinkSync("/dev/zero", file)],
    ["a file of a gigabyte", () => writeFileSync(file, "") ?? truncateSync(file, 2 ** 30)],
  ])("%s is no lock, and is not waited for", async (_, make) => {
    make();
    expect(await takeLock(file, self(), now)).toEqual({ kind: "foreign" });
    expect(readdirSync(folder)).toEqual(["evaluate.lock"]);
  });

  test("an empty file is about to be written; an old one is not", async () => {
    writeFileSync(file, "");
    expect(await takeLock(file, self(), now)).toEqual({ kind: "held", by: null });
    utimesSync(file, 0, 0);
    expect(await takeLock(file, self(), now)).toEqual({ kind: "taken", from: null });
  });
});

describe("many programs at once", () => {
  const MANY = 12;
  const race = async () => {
    // Time for all of them to be up and waiting.
    const start = Date.now() + 1_500;
    const starters = Array.from({ length: MANY }, () => new Starter(starter, file, start));
    const said = await Promise.all(starters.map((one) => one.said));
    return { starters, said: said.toSorted() };
  };
  const oneOf = [...Array(MANY - 1).fill("held"), "taken"];

  test("one takes a free lock", async () => {
    const { starters, said } = await race();
    expect(said).toEqual(oneOf);
    await Promise.all(starters.map((one) => one.end()));
    expect(readdirSync(folder)).toEqual([]);
  }, 60_000);

  test("one takes over what killed programs left, again and again", async () => {
    for (let round = 0; round < 4; round++) {
      const { starters, said } = await race();
      expect({ round, said }).toEqual({ round, said: oneOf });
      await Promise.all(starters.map((one) => one.kill()));
      expect(readdirSync(folder)).toEqual(["evaluate.lock"]);
    }
  }, 120_000);
});
