import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { evaluate } from "./fake-process.ts";

const plan = ["run", "--plan", "jiayuguan-2022", "--as-of", "2022-10-25", "--lang", "en"];

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "engine-"));
});
afterEach(() => rm(cwd, { recursive: true }));

describe("an engine", () => {
  test.each([
    [["--engine", "oracle", "a.csv"], 2, "expected files, duckdb, clickhouse"],
    [["--connection", "http://h:8123/db", "a.csv"], 2, "--connection goes with --engine clickhouse only"],
    [["--explain-sql", "a.csv"], 2, "--explain-sql goes with --engine duckdb | clickhouse only"],
    [["--engine", "duckdb", "--memory-limit", "much", "a.csv"], 2, "4GB, 512MB"],
    [["--engine", "clickhouse", "--connection", "http://h:8123/db", "a.csv"], 2, "no files (a.csv)"],
    [["--engine", "clickhouse", "--connection", "http://me:secret@h:8123/db"], 2, "EVALUATE_PASSWORD"],
    [["--engine", "clickhouse", "--connection", "http://h/db", "--ledger", "l.csv"], 2, "--ledger"],
    [["--engine", "clickhouse"], 2, "--connection is missing"],
  ])("%j ends with %d: %s", async (args, code, said) => {
    const ended = await evaluate([...plan, ...args], { cwd });
    expect(ended).toMatchObject({ code, stdout: "" });
    expect(ended.stderr).toContain(said);
    expect(ended.stderr).not.toContain("secret");
  });

  test("DuckDB refuses workbooks, and says what it reads", async () => {
    await writeFile(join(cwd, "a.xlsx"), "x");
    const ended = await evaluate([...plan, "--engine", "duckdb", "a.xlsx"], { cwd });
    expect(ended).toMatchObject({ code: 3, stdout: "" });
    expect(ended.stderr).toMatch(/^a\.xlsx: error D041 DuckDB reads CSV and Parquet only/);
  });
});
