import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProblemCode, sentenceOf } from "../src/problem.ts";

// docs/operations.md, followed from its first command to its last by somebody who has the built program.
const page = readFileSync("docs/operations.md", "utf8");
const chinese = readFileSync("docs/operations.zh-CN.md", "utf8");
const blocksOf = (text: string) => [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block ?? "");
const blocks = blocksOf(page);
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

let base: string;
const at = (...names: string[]) => join(base, ...names);
const places = ["/opt", "/srv", "/media/usb", "/etc/systemd/system", "/usr/local/bin"];

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "operations-"));
  for (const place of places) mkdirSync(at(place), { recursive: true });
  symlinkSync(process.execPath, at("/usr/local/bin/node"));
  // What the system has, as far as it can be told here: each says how it was called.
  for (const name of ["systemctl", "journalctl", "mail"])
    writeFileSync(at("/usr/local/bin", name), `#!/bin/sh\necho "${name} $*" >>"${at("called")}"\n`, {
      mode: 0o755,
    });
  // A clone has its libraries here already, and the archive is made of the program as it is built.
  writeFileSync(
    at("/usr/local/bin/npm"),
    `#!/bin/sh\n[ "$1" != run ] || exec node scripts/package.js --out "${at("/media/usb")}"\n`,
    { mode: 0o755 },
  );
  writeFileSync(at("/usr/local/bin/npx"), `#!/bin/sh\nshift\nexec node bin/evaluate.js "$@"\n`, {
    mode: 0o755,
  });
});
afterAll(() => rmSync(base, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
}

function sh(block: string): Promise<Ended> {
  const here = places.reduce(
    (text, place) => text.replaceAll(new RegExp(`(?<![\\w/])${place}(?![\\w])`, "g"), at(place)),
    block,
  );
  const env = { PATH: `${at("/usr/local/bin")}:/usr/bin:/bin`, HOME: base };
  return new Promise((done) => {
    execFile("/bin/sh", ["-e", "-c", here], { cwd: resolve("."), env }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), out: stdout + stderr }),
    );
  });
}

describe("docs/operations.md", () => {
  test("every command of it goes well, one after the other", async () => {
    expect(blocks.length).toBeGreaterThan(10);
    for (const block of blocks) {
      const { code, out } = await sh(block);
      expect({ block, code, out: code === 0 ? "" : out }).toEqual({ block, code: 0, out: "" });
      // Nothing moved between two versions that are one.
      if (block.startsWith("try=")) expect(out).not.toContain("report.md");
    }
    expect(readlinkSync(at("/opt/evaluate"))).toBe(at(`/opt/evaluate-${version}`));
    expect(readFileSync(at("called"), "utf8")).toContain("systemctl enable --now evaluate.timer");
    expect(readdirSync(at("/srv/evaluate/history/jiayuguan-2022"))).toContain("2022-10-24.json.gz");
    expect(readdirSync(at("/srv/evaluate/out")).length).toBeGreaterThanOrEqual(3);
    expect(existsSync(at("/srv/evaluate/history/jiayuguan-2022.lock"))).toBe(false);
  }, 300_000);

  test("has the same commands in Chinese", () => {
    expect(blocksOf(chinese)).toEqual(blocks);
  });

  test.each([
    ["English", page],
    ["Chinese", chinese],
  ])("names files and codes that there are: %s", (_, text) => {
    for (const [, link = ""] of text.matchAll(/\]\(([^)#]+)\)/g))
      expect(existsSync(join(dirname("docs/x"), link)), link).toBe(true);
    const codes = [...new Set([...text.matchAll(/\b[UROD]\d{3}\b/g)].map(([code]) => code))];
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes)
      expect(sentenceOf({ code: code as ProblemCode, severity: "error", at: {}, with: {} }, "zh")).not.toBe(
        "",
      );
    const listed = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code);
    expect(listed).toEqual(["0", "1", "2", "3", "4", "70", "130"]);
    expect(text).toContain(`evaluate-${version}.tar.gz`);
  });

  test("the line that it shows has the keys of a real one, in their order", async () => {
    const shown = /^evaluate date=.*$/m.exec(page)?.[0] ?? "";
    const { out } = await sh("cd /srv/evaluate\nevaluate --as-of 2022-11-01 --fail-on never --history anew");
    const real = /^evaluate date=.*$/m.exec(out)?.[0] ?? "";
    const keys = (line: string) => [...line.matchAll(/(\w+)=/g)].map(([, key]) => key);
    expect(keys(real)).toEqual(keys(shown));
    expect(/^evaluate date=.*$/m.exec(chinese)?.[0]).toBe(shown);
  });
});
