import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../cli/fake-process.ts";
import { needs } from "../programs.ts";

const run = promisify(execFile);
const SLOW = 300_000;

const how = "Install it: apt-get install libreoffice-writer poppler-utils fonts-noto-cjk";
const office = needs("LibreOffice", ["soffice", "libreoffice"], how);
const pdfReader = needs("pdftotext", ["pdftotext"], how);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-pdf-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The command of docs/pdf.md, with settings that are thrown away. */
async function convert(files: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  const args = ["--headless", profile, "--convert-to", "pdf", "--outdir", "pdf", ...files];
  await run(office ?? "", args, { cwd: folder, timeout: SLOW });
}

async function pagesOf(name: string): Promise<{ text: string[]; sizes: string[] }> {
  const pdf = join(folder, "pdf", name);
  const { stdout } = await run("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 64_000_000 });
  const text = stdout.split("\f").filter((page) => page.trim() !== "");
  const { stdout: facts } = await run("pdfinfo", ["-f", "1", "-l", String(text.length), pdf]);
  const sizes = [...facts.matchAll(/size: +(\d+)[.\d]* x (\d+)/g)].map(
    ([, width, height]) => `${width}x${height}`,
  );
  return { text, sizes };
}

const upright = "595x841";
const across = "841x595";

describe.skipIf(office === null || pdfReader === null)("papers of the fixture as PDF", () => {
  beforeAll(async () => {
    const data = resolve("fixtures/jiayuguan-2022/data.xlsx");
    const args = ["--plan", "jiayuguan-2022", data, "--as-of", "2022-10-25", "-q"];
    const made = await evaluate([...args, "-o", "通报.docx", "--task-sheets", "交办单"], { cwd: folder });
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect((await readdir(join(folder, "交办单"))).length).toBeGreaterThan(40);
    await convert(["通报.docx", "交办单/任务交办单-市商务局.docx"]);
  }, SLOW);

  test("the bulletin is A4, its annexes across, its pages numbered, its figures there", async () => {
    const { text, sizes } = await pagesOf("通报.pdf");
    const turned = sizes.indexOf(across);
    expect(turned).toBeGreaterThan(4);
    expect(sizes.every((size, at) => size === (at < turned ? upright : across))).toBe(true);
    expect(text.map((page) => Number(/— *(\d+) *—/.exec(page)?.[1]))).toEqual(text.map((_, at) => at + 1));
    const all = text.join("").replace(/\s/g, "");
    for (const part of [
      "落实情况的通报",
      "综合得分92.32分",
      "附件：1.各单位得分情况表",
      "口径说明",
      "嘉峪关市人民政府办公室",
    ])
      expect(all).toContain(part);
    expect(text.every((page) => page.includes("合成数据"))).toBe(true);
  });

  test("a line of the body holds 26 characters and more, a page 19 lines and more", async () => {
    const { text } = await pagesOf("通报.pdf");
    const lines = (text[3] ?? "").split("\n").filter((line) => line.trim() !== "");
    expect(Math.max(...lines.map((line) => line.trim().replace(/[ -~]/g, "").length))).toBeGreaterThanOrEqual(
      20,
    );
    expect(lines.length).toBeGreaterThanOrEqual(19);
  });

  test("headings of annex tables are repeated on each page", async () => {
    const { text } = await pagesOf("通报.pdf");
    expect(text.filter((page) => /名次 +单位 +得分/.test(page)).length).toBeGreaterThan(1);
  });

  test("a task sheet is upright, and all of it is there", async () => {
    const { text, sizes } = await pagesOf("任务交办单-市商务局.pdf");
    expect(new Set(sizes)).toEqual(new Set([upright]));
    expect(sizes.length).toBeLessThanOrEqual(2);
    const all = text.join("").replace(/\s/g, "");
    for (const part of ["编号：2022-jiayuguan-市商务局-1025", "工作要求", "整改措施", "单位盖章"])
      expect(all).toContain(part);
  });
});
