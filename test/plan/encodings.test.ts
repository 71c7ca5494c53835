import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readYaml } from "../../src/plan/yaml-file.ts";
import { ProblemError } from "../../src/problem.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "encodings-"));
});
afterEach(() => rm(folder, { recursive: true }));

const text = "plan: 方案\n";
const utf16 = Buffer.from(text, "utf16le");
// 方案 in GBK.
const gbk = Buffer.concat([Buffer.from("plan: "), Buffer.from([0xb7, 0xbd, 0xb0, 0xb8, 0x0a])]);

test.each([
  ["UTF-8", Buffer.from(text), []],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`), []],
  ["GBK", gbk, ["R041"]],
  ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), ["R041"]],
  ["UTF-16 without a mark", utf16, ["R041"]],
  ["more than 1 MB", Buffer.alloc(1_000_001, "#"), ["R002"]],
])("a rule file in %s", async (_, bytes, codes) => {
  await writeFile(join(folder, "p.yaml"), bytes);
  expect(await codesOf(join(folder, "p.yaml"))).toEqual(codes);
});

test("a device, which has no end, is no rule file", async () => {
  await symlink("/dev/zero", join(folder, "zero.yaml"));
  expect(await codesOf(join(folder, "zero.yaml"))).toEqual(["R040"]);
  expect(await codesOf(folder)).toEqual(["R040"]);
});

async function codesOf(path: string): Promise<string[]> {
  try {
    expect((await readYaml(path, "p.yaml")).data).toEqual({ plan: "方案" });
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code }) => code);
  }
}
