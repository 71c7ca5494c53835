import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

type Case = readonly [file: string, line: string, ...rest: string[]];

/** What the linter says of each one-line file, all written into an empty copy of the house. */
function lint(cases: readonly Case[]): Map<string, string> {
  const house = mkdtempSync(join(tmpdir(), "walls-"));
  try {
    cpSync(new URL("../biome.json", import.meta.url), join(house, "biome.json"));
    for (const [file, line] of cases) {
      mkdirSync(join(house, dirname(file)), { recursive: true });
      writeFileSync(join(house, file), `${line}\n`);
    }
    return saidOf(house, cases);
  } finally {
    rmSync(house, { recursive: true });
  }
}

function saidOf(house: string, cases: readonly Case[]): Map<string, string> {
  const args = [
    biome,
    "lint",
    "--only=style/noRestrictedImports",
    "--reporter=github",
    "--max-diagnostics=none",
    "src",
  ];
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line.includes("noRestrictedImports"));
  return new Map(
    cases.map(([file]) => [file, lines.filter((line) => line.includes(`${file},line=`)).join("\n")]),
  );
}

const dependsOnModelOnly = (room: string) => `${room} knows the model and problem.ts only`;
const files = "Only plan, ingest, history and cli touch files";
const workbooks = "exceljs only writes workbooks";

const walls: [file: string, line: string, sentence: string][] = [
  ["src/model/1.ts", 'import "../plan/load.ts";', "The model knows nobody"],
  ["src/model/deep/2.ts", 'import "../../cli/main.ts";', "The model knows nobody"],
  ["src/problem.ts", 'import "./ingest/open.ts";', "The model knows nobody"],
  ["src/model/3.ts", 'import "node:fs";', files],
  ["src/plan/4.ts", 'import "../measure/filter.ts";', dependsOnModelOnly("Plan")],
  ["src/ingest/5.ts", 'import "../plan/load.ts";', dependsOnModelOnly("Ingest")],
  ["src/ingest/xlsx/6.ts", 'import "../../engine/files.ts";', dependsOnModelOnly("Ingest")],
  ["src/ingest/7.ts", 'import "exceljs";', workbooks],
  ["src/measure/8.ts", 'import "../ingest/reader.ts";', dependsOnModelOnly("Measure")],
  ["src/measure/9.ts", 'import { readFile } from "node:fs/promises";', files],
  ["src/engine/10.ts", 'import "../assess/assess.ts";', "Engine brings ingest and measure together"],
  ["src/engine/11.ts", 'import "node:fs";', files],
  ["src/assess/12.ts", 'import "../engine/engine.ts";', dependsOnModelOnly("Assess")],
  ["src/ledger/40.ts", 'import "../ingest/open.ts";', dependsOnModelOnly("Ledger")],
  ["src/ledger/41.ts", 'import "../assess/assess.ts";', dependsOnModelOnly("Ledger")],
  ["src/ledger/42.ts", 'import "node:fs";', files],
  ["src/assess/13.ts", 'import "fs";', files],
  ["src/sample/13.ts", 'import "../render/sample-workbook.ts";', dependsOnModelOnly("Sample")],
  ["src/sample/14.ts", 'import "node:fs";', files],
  ["src/template/13.ts", 'import "../render/template-workbook.ts";', dependsOnModelOnly("Template")],
  ["src/template/14.ts", 'import "node:fs";', files],
  ["src/sample/15.ts", 'import "../template/lists.ts";', dependsOnModelOnly("Sample")],
  ["src/render/13.ts", 'import "../template/lists.ts";', dependsOnModelOnly("Render")],
  ["src/render/14.ts", 'import "../sample/random.ts";', dependsOnModelOnly("Render")],
  ["src/history/14.ts", 'import "../render/json.ts";', dependsOnModelOnly("History")],
  ["src/render/15.ts", 'import "../assess/assess.ts";', dependsOnModelOnly("Render")],
  ["src/render/16.ts", 'import "exceljs";', workbooks],
  ["src/render/17.ts", 'import "write-file-atomic";', files],
  ["src/render/xlsx.ts", 'import "../ingest/reader.ts";', dependsOnModelOnly("Render")],
  ["src/render/sample-workbook.ts", 'import "node:fs";', files],
  ["src/cli/18.ts", 'import "exceljs";', workbooks],
  ["src/assess/19.ts", 'import type { Engine } from "../engine/engine.ts";', dependsOnModelOnly("Assess")],
  ["src/assess/20.ts", 'await import("../cli/main.ts");', dependsOnModelOnly("Assess")],
  ["src/assess/21.ts", 'export * from "../plan/load.ts";', dependsOnModelOnly("Assess")],
];

const doors: [file: string, line: string][] = [
  ["src/model/22.ts", 'import "./day.ts";'],
  [
    "src/plan/x.ts",
    'import "../model/plan.ts"; import "../problem.ts"; import "node:fs/promises"; import "./load.ts";',
  ],
  ["src/ingest/xlsx/23.ts", 'import "../reader.ts"; import "../../model/cell.ts"; import "node:fs";'],
  ["src/measure/24.ts", 'import "../model/measure.ts"; import "../problem.ts"; import "./share.ts";'],
  [
    "src/engine/x.ts",
    'import "../ingest/reader.ts"; import "../measure/share.ts"; import "../model/plan.ts";',
  ],
  ["src/assess/25.ts", 'import "../model/plan.ts"; import "./score.ts"; import "fraction.js";'],
  ["src/sample/26.ts", 'import "../model/plan.ts"; import "./random.ts";'],
  ["src/template/26.ts", 'import "../model/plan.ts"; import "./lists.ts";'],
  ["src/history/26.ts", 'import "node:fs/promises"; import "../model/report.ts";'],
  ["src/render/sections/27.ts", 'import "../blocks.ts"; import "../../model/report.ts";'],
  ["src/render/xlsx.ts", 'import "exceljs"; import "../model/report.ts";'],
  ["src/render/template-workbook.ts", 'const { default: ExcelJS } = await import("exceljs");'],
  ["src/render/sample-workbook.ts", 'const { default: ExcelJS } = await import("exceljs");'],
  [
    "src/cli/x.ts",
    'import "../plan/load.ts"; import "../engine/files.ts"; import "node:fs"; import "commander";',
  ],
];

describe("layering", () => {
  const stopped = lint(walls);
  test.each(walls)("a wall stops %s with %s", (file, _, sentence) => {
    expect(stopped.get(file)).toContain(sentence);
  });

  const passed = lint(doors);
  test.each(doors)("a door lets %s have %s", (file) => {
    expect(passed.get(file)).toBe("");
  });
});
