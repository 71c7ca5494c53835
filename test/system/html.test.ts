import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inside, startBrowser, visit } from "./browser.ts";
import { needs } from "./programs.ts";
import { folder, writeReports } from "./reports.ts";

const chromium = needs(
  "Chromium",
  ["chromium", "chromium-browser", "google-chrome"],
  "apt-get install chromium",
);
const pdftotext = needs("pdftotext", ["pdftotext"], "apt-get install poppler-utils");
const pdfinfo = needs("pdfinfo", ["pdfinfo"], "apt-get install poppler-utils");

const kinds = ["zh", "en", "tasks", "crowded"] as const;
const widths = [360, 768, 1440] as const;

describe.skipIf(chromium === null)("the HTML report in a browser", () => {
  let browser: Browser;
  let urls: Awaited<ReturnType<typeof writeReports>>;

  beforeAll(async () => {
    urls = await writeReports();
    browser = await startBrowser(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(kinds)("%s", (kind) => {
    test.each(widths)("is never wider than a window of %i px, open or folded", async (width) => {
      const { page } = await visit(browser, urls[kind], { width });
      const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await inside(page, overflow)).toBe(0);
      await inside(page, "document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await inside(page, overflow)).toBe(0);
      await page.close();
    });

    test("asks for nothing, says nothing to the console, and runs no script but its own", async () => {
      const { page, asked, said } = await visit(browser, urls[kind]);
      await inside(page, "document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      await page.waitForLoadState("networkidle");
      expect({ asked, said }).toEqual({ asked: [], said: [] });
      expect(await inside(page, "document.querySelectorAll('script').length")).toBe(1);
      await page.close();
    });
  });

  test.each([
    ["zh", "details"],
    ["tasks", "details:nth-of-type(-n+3)"],
    ["en", "#none"],
  ] as const)("has nothing that axe finds serious: %s, with %s open", async (kind, opened) => {
    const { page } = await visit(browser, urls[kind]);
    await inside(page, `document.querySelectorAll("${opened}").forEach((one) => { one.open = true; })`);
    await inside(page, axe.source);
    const found = await inside<string[]>(
      page,
      `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ failureSummary }) => failureSummary).join(" | ")))`,
    );
    expect(found).toEqual([]);
    await page.close();
  });

  test("sorts by a press, by the keyboard, and back; rows keep to their group", async () => {
    const { page } = await visit(browser, urls.zh);
    const scores = () =>
      inside<string[][]>(
        page,
        `[...document.querySelectorAll("#ranking tbody")].map((body) => [...body.querySelectorAll("tr:not(.group)")].map((row) => row.cells[2].textContent))`,
      );
    const before = await scores();
    const head = page.locator("#ranking thead th").nth(2);
    expect(await head.getAttribute("aria-sort")).toBeNull();
    await head.locator("button").click();
    expect(await head.getAttribute("aria-sort")).toBe("descending");
    await head.locator("button").focus();
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort")).toBe("ascending");
    const numbers = (rows: string[]) => rows.filter((text) => text !== "—").map(Number);
    const after = await scores();
    for (const [index, rows] of after.entries()) {
      expect(numbers(rows)).toEqual(numbers(before[index] ?? []).toSorted((a, b) => a - b));
      // Without a score is neither best nor worst: always at the end.
      expect(rows.slice(numbers(rows).length).every((text) => text === "—")).toBe(true);
    }
    await page.close();
  });

  test("finds rows by words and by status, and says how many", async () => {
    const { page } = await visit(browser, urls.zh);
    const shown = () =>
      inside<string[]>(
        page,
        `[...document.querySelectorAll("#indicators table.filters tbody tr:not(.group)")].filter((row) => row.offsetParent !== null).map((row) => row.dataset.status)`,
      );
    const all = await shown();
    await page.locator("#indicators .tools select").selectOption("open");
    const open = await shown();
    expect(open).toEqual(all.filter((status) => status === "open"));
    expect(await page.locator("#indicators .tools output").textContent()).toBe(
      `显示 ${open.length} / ${all.length} 行`,
    );
    await page.locator("#indicators .tools select").selectOption("");
    await page.locator("#indicators .tools input").fill("電子印章 没有的词");
    expect(await shown()).toEqual([]);
    await page.locator("#indicators .tools input").fill("电子印章备案");
    expect(await shown()).toHaveLength(1);
    await page.close();
  });

  test("folds its sections, opens the one that a link leads to, and all by one button", async () => {
    const { page } = await visit(browser, urls.zh);
    const open = () => inside<number>(page, `document.querySelectorAll("#units details.fold[open]").length`);
    const all = await inside<number>(page, `document.querySelectorAll("#units details.fold").length`);
    expect(await open()).toBe(0);
    await page.locator("#ranking tbody th a").first().click();
    expect(await open()).toBe(1);
    const button = page.locator("#units > button.all");
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await button.press("Space");
    expect([await open(), await button.getAttribute("aria-expanded")]).toEqual([all, "true"]);
    await button.press("Space");
    expect(await open()).toBe(0);
    await page.locator("#units summary").first().press("Enter");
    expect(await open()).toBe(1);
    await page.close();
  });

  test("is reached by the keyboard from its first link on, and each stop can be seen", async () => {
    const { page } = await visit(browser, urls.zh);
    await page.keyboard.press("Tab");
    expect(await inside(page, "document.activeElement.className")).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await inside(page, "document.activeElement.id")).toBe("main");
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press("Tab");
      expect(await inside(page, "getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    }
    await page.close();
  });

  test("says all that it has to say without a script", async () => {
    const { page } = await visit(browser, urls.zh, { script: false });
    expect(await page.locator("details:not([open])").count()).toBe(0);
    expect(await page.locator("button, input, select").count()).toBe(0);
    await page.close();
  });

  test.skipIf(pdftotext === null || pdfinfo === null)(
    "prints on A4, nothing folded, heads of tables on each sheet",
    async () => {
      const { page } = await visit(browser, urls.zh);
      const file = join(folder, "zh.pdf");
      await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
      const text = execFileSync(pdftotext ?? "", ["-layout", file, "-"], {
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      const sheets = text.split("\f").slice(0, -1);
      const info = execFileSync(pdfinfo ?? "", [file], { encoding: "utf8" });
      expect(info).toMatch(/Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
      const ranked = sheets.filter((sheet) => /名次 +单位 +得分/.test(sheet));
      expect(ranked.length).toBeGreaterThan(1);
      // The last unit has a section of its own, which is folded on the screen.
      const last = await page.locator("#units h4").last().textContent();
      expect(sheets.slice(-20).join("")).toContain(last ?? "?");
      for (const sheet of sheets) expect(sheet).toContain("合成数据");
      expect(await page.locator("#units details[open]").count()).toBe(0);
      await page.close();
    },
  );

  test("shows hostile names as they are", async () => {
    const { page, said } = await visit(browser, urls.crowded);
    expect(await page.locator("h1").textContent()).toContain("</script><script>alert(1)</script>");
    expect(await page.locator("img, script:not(:last-of-type)").count()).toBe(0);
    expect(said).toEqual([]);
    await page.close();
  });
});
