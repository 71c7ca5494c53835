import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../../src/cli/", import.meta.url));
const IMPORT = /^(?:import|export) (?!type\b)[^;]*?from "([^"]+)";/gm;

/** What a module has loaded before its first line runs: libraries by name, own files by path from src/. */
function loadedBy(module: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [resolve(cli, module)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      const found = name.startsWith(".") ? resolve(dirname(file), name) : name;
      if (seen.has(found)) continue;
      seen.add(found);
      if (name.startsWith(".")) waiting.push(found);
    }
  }
  return new Set([...seen].map((one) => one.replace(resolve(cli, ".."), "src")));
}

describe("a start loads only what it needs", () => {
  const heavy = ["@e965/xlsx", "cli-table3", "docx", "echarts", "exceljs", "string-width"];

  test.each([
    ["main.ts", [...heavy, "chalk", "yaml", "zod", "src/cli/run.ts"]],
    ["run.ts", [...heavy, "chalk", "tinyglobby", "write-file-atomic", "src/model/report.ts"]],
  ])("%s leaves the rest for when it is asked for", (module, spared) => {
    const loaded = loadedBy(module);
    expect(spared.filter((one) => loaded.has(one))).toEqual([]);
  });

  test("what is loaded is seen through every file between", () => {
    expect([...loadedBy("run.ts")]).toEqual(
      expect.arrayContaining(["zod", "yaml", "yauzl", "src/problem.ts"]),
    );
  });
});
