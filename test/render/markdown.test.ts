import { describe, expect, it } from "vitest";
import { escapeMarkdown, renderMarkdown } from "../../src/render/markdown.ts";
import { cityReport } from "./city-report.ts";

const options = { language: "zh", width: 80, colour: false } as const;

describe("the Markdown report", () => {
  it("reads well in a pull request", async () => {
    await expect(renderMarkdown(cityReport(), options)).toMatchFileSnapshot("../golden/render/city.zh.md");
  });

  it("has as many cells in every row of a table as its head", () => {
    const tables = renderMarkdown(cityReport(), options)
      .split("\n\n")
      .filter((block) => block.startsWith("|"));
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) {
      const cells = table.split("\n").map((row) => row.split(/(?<!\\)\|/).length);
      expect(new Set(cells).size, table).toBe(1);
    }
  });

  it.each([
    ["甲|乙", "甲\\|乙"],
    ["<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"],
    ["`代码`", "\\`代码\\`"],
    ["[点我](http://x)", "\\[点我\\](http://x)"],
    ["# 标题", "\\# 标题"],
    ["@someone", "@\u2060someone"],
    ["a\\|b", "a\\\\\\|b"],
    ["\u001b[31m红", "红"],
  ])("neutralises %j", (text, expected) => expect(escapeMarkdown(text)).toBe(expected));
});
