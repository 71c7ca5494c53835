import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderXlsx } from "../../../src/render/xlsx.ts";
import { evaluate } from "../../cli/fake-process.ts";
import { emptyReport, unit } from "../../render/small-report.ts";
import { needs } from "../programs.ts";

const run = promisify(execFile);
const SLOW = 300_000;

const how = "Install it: apt-get install libreoffice-calc poppler-utils fonts-noto-cjk";
const office = needs("LibreOffice", ["soffice", "libreoffice"], how);
const pdfReader = needs("pdftotext", ["pdftotext"], how);
const missing = office === null || pdfReader === null;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-libreoffice-"));
}, SLOW);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What LibreOffice makes of a file; it keeps its settings in a folder that is thrown away. */
async function convert(file: string, to: string): Promise<string> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  await run(
    office ?? "",
    ["--headless", profile, "--convert-to", to, "--outdir", join(folder, "out"), file],
    {
      timeout: SLOW,
    },
  );
  return join(folder, "out", file.replace(/^.*\//, "").replace(/\.\w+$/, `.${to.split(":")[0]}`));
}

/** Every cell by sheet and address: type and value, as one program reads it. */
function cellsOf(bytes: Buffer): Map<string, string> {
  const book = read(bytes, { type: "buffer" });
  const found = new Map<string, string>();
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name] ?? {};
    for (const address of Object.keys(sheet).filter((key) => !key.startsWith("!"))) {
      const { t, v, f } = sheet[address];
      if (v !== undefined && v !== "")
        found.set(`${name}!${address}`, `${t} ${v}${f === undefined ? "" : ` =${f}`}`);
    }
  }
  return found;
}

describe.skipIf(missing).each(["zh", "en"] as const)(
  "the workbook of the fixture in LibreOffice, %s",
  (language) => {
    const file = () => join(folder, `报告-${language}.xlsx`);
    beforeAll(async () => {
      const data = resolve("fixtures/jiayuguan-2022/data.xlsx");
      const args = ["--plan", "jiayuguan-2022", data, "--as-of", "2022-10-25", "--lang", language, "-q"];
      expect(await evaluate([...args, "-o", file()], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
    }, SLOW);

    test(
      "opens, and every cell has the value and type that was written",
      async () => {
        const written = cellsOf(await readFile(file()));
        const saved = cellsOf(await readFile(await convert(file(), "xlsx")));
        expect(written.size).toBeGreaterThan(10_000);
        expect([...saved].filter(([at, value]) => written.get(at) !== value)).toEqual([]);
        expect(saved.size).toBe(written.size);
      },
      SLOW,
    );

    test(
      "prints on A4 across, no value cut to ###, with its pages numbered",
      async () => {
        const pdf = await convert(file(), "pdf");
        const { stdout: text } = await run("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 64_000_000 });
        const { stdout: facts } = await run("pdfinfo", [pdf]);
        expect(facts).toMatch(/Page size: +841\.\d+ x 595\.\d+ pts \(A4\)|Page size: +842 x 595 pts \(A4\)/);
        expect(text).not.toMatch(/###|#REF!|#NAME\?|Err:\d/);
        const pages = text.split("\f").filter((page) => page.trim() !== "");
        const number = language === "zh" ? /第 *(\d+) *页，共 *(\d+) *页/ : /page *(\d+) *of *(\d+)/;
        expect(pages.map((page) => Number(number.exec(page)?.[1]))).toEqual(pages.map((_, at) => at + 1));
        expect(pages.every((page) => page.includes("合成数据"))).toBe(true);
      },
      SLOW,
    );
  },
);

test(
  "a workbook that names units like formulas opens with no formula in it",
  async () => {
    const file = join(folder, "hostile.xlsx");
    const named = ["=1+1", "@SUM(A1)", "-2+3", "+4"].map((name) => ({ ...unit(name, null), unit: name }));
    await writeFile(file, await renderXlsx(emptyReport({ units: named }), { language: "zh" }));
    const saved = read(await readFile(await convert(file, "xlsx")), { type: "buffer" });
    const rows: string[][] = utils.sheet_to_json(saved.Sheets.部门得分 ?? {}, { header: 1 });
    expect(
      rows.map((row) => row[2]).filter((name) => named.some(({ unit: own }) => own === name)),
    ).toHaveLength(4);
    const formulas = Object.values(saved.Sheets).flatMap((sheet) =>
      Object.values(sheet).filter((cell) => cell?.f !== undefined),
    );
    expect(formulas).toEqual([]);
  },
  SLOW,
);
