import { describe, expect, test } from "vitest";
import { duckdb } from "../../../src/engine/sql/duckdb/dialect.ts";
import { datasets, load, measuring } from "../../plan/rules.ts";
import { statementsOf } from "./asking.ts";

const hostile = [
  "'; DROP TABLE 办件; --",
  "\\'; DROP TABLE x; --",
  'a"b`c',
  "a\\",
  "/* */ -- #",
  "line\nbreak\r\n\ttab",
  "nul\u0000inside",
  "ﾊﾝｶｸ 全角　😀 \u2028",
  "''",
  "",
];

/** What DuckDB reads a literal as: quotes doubled inside quotes, chr(0) between them. */
function literalRead(sql: string): string {
  const parts = sql.startsWith("(") ? sql.slice(1, -1).split(" || chr(0) || ") : [sql];
  const texts = parts.map((part) => {
    expect(part).toMatch(/^'(?:[^']|'')*'$/);
    return part.slice(1, -1).replaceAll("''", "'");
  });
  return texts.join("\u0000");
}

describe("hostile names and values", () => {
  test.each(hostile)("%j is one literal of DuckDB, and says the same", (text) => {
    expect(literalRead(duckdb.quoteText(text))).toBe(text);
  });

  test.each(hostile)("%j is one name of DuckDB", (text) => {
    expect(duckdb.quoteName(text)).toMatch(/^"(?:[^"]|"")*"$/);
  });

  test.each(["duckdb", "clickhouse"] as const)("values of rules reach %s as literals only", async (name) => {
    const values = hostile.filter((text) => text.trim() !== "" && !text.includes("\u0000"));
    const list = values.map((text) => JSON.stringify(text)).join(", ");
    const plan = await load(
      measuring(`{ count: 办件, where: { 名称: [${list}] } }`, "threshold: 1, measuredIn: 件"),
    );
    const sent = await statementsOf(plan, name);
    for (const sql of sent) expect(withoutLiterals(sql, name)).not.toMatch(/DROP|\/\*|#/);
  });

  test("a dataset's name ends no comment", async () => {
    const name = "办件\\n1; DROP TABLE x";
    const own = datasets.replace("  办件:\n", `  "${name}":\n`);
    const plan = await load(measuring(`{ count: "${name}" }`, "threshold: 1, measuredIn: 件"), {
      "datasets.yaml": own,
    });
    for (const sql of await statementsOf(plan, "duckdb"))
      expect(withoutLiterals(sql.replace(/^--.*$/gm, ""), "duckdb")).not.toContain("DROP");
  });
});

/** A statement without its comment, literals and quoted names. */
function withoutLiterals(sql: string, name: "duckdb" | "clickhouse"): string {
  const literal =
    name === "duckdb" ? /'(?:[^']|'')*'|"(?:[^"]|"")*"/g : /'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/gs;
  return sql.replace(/^--.*$/gm, "").replace(literal, "");
}
