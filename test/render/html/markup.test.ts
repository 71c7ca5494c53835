import { describe, expect, it, test } from "vitest";
import { escapeHtml, html, joined, nothing, type Part } from "../../../src/render/html/markup.ts";

describe("html", () => {
  test.each([
    ["甲 & 乙", "甲 &amp; 乙"],
    ["</script>", "&lt;/script&gt;"],
    [`"a" 'b'`, "&quot;a&quot; &#39;b&#39;"],
    ["&lt;", "&amp;lt;"],
    ["a\u0000\u202eb\nc", "ab c"],
    ["\u001b[31m红", "红"],
  ])("escapes %j", (text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
    expect(html`<p title="${text}">${text}</p>`.text).toBe(`<p title="${expected}">${expected}</p>`);
  });

  it("lets through what is markup already, in lists too, and writes nothing for nothing", () => {
    const items: readonly Part[] = ["<", html`<b>${1}</b>`, null, undefined, false, nothing];
    expect(html`${items}`.text).toBe("&lt;<b>1</b>");
    expect(html`${joined(["a", "b"], "、")}`.text).toBe("a、b");
  });
});
