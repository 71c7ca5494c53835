import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resolveInputs } from "../../src/ingest/inputs.ts";
import { openInput } from "../../src/ingest/open.ts";
import { defaultLimits } from "../../src/ingest/reader.ts";
import { renderers } from "../../src/render/index.ts";
import { sampleWorkbook } from "../../src/render/sample-workbook.ts";
import { cityReport } from "../render/city-report.ts";
import { zip } from "./zip.ts";

const options = { language: "zh", width: 80, colour: false } as const;
const inEnglish = { ...options, language: "en" } as const;

async function render(format: "csv" | "html" | "xlsx", how: typeof options | typeof inEnglish) {
  return Buffer.from(await renderers[format](cityReport(), how));
}

const sheet = {
  name: "办件明细",
  above: [],
  headings: ["办件编号", "受理部门"],
  rows: [["1", "甲局"]],
  below: [],
};

const ledgerHeadings = "序号,责任单位,指标,记录编号,摘要,问题,整改要求,优先";
const english = "No.,Unit,Indicator,Record,Summary,What is wrong,What makes it right,Priority";
/** The same in GB18030. */
const simplified =
  "d0f2bac52cd4f0c8ceb5a5cebb2cd6b8b1ea2cbcc7c2bcb1e0bac52cd5aad2aa2ccecacce22cd5fbb8c4d2aac7f32cd3c5cfc8";

/** A workbook with these properties and nothing else that matters. */
function workbookSaying(core: string): Buffer {
  return zip([
    { name: "[Content_Types].xml", data: "<Types/>" },
    { name: "xl/workbook.xml", data: "<workbook/>" },
    { name: "docProps/core.xml", data: core },
  ]);
}

const reports: readonly (readonly [file: string, bytes: () => Promise<Buffer> | Buffer])[] = [
  ["报告.csv", () => render("csv", options)],
  ["report.csv", () => render("csv", inEnglish)],
  ["报告.xlsx", () => render("xlsx", options)],
  ["report.xlsx", () => render("xlsx", inEnglish)],
  ["改了名.xls", () => render("html", options)],
  ["又存了一次.xlsx", () => workbookSaying("<cp:keywords>通报, evaluate-report</cp:keywords>")],
  ["另一个程序存的.xlsx", () => workbookSaying("<keywords>evaluate-report</keywords>")],
];

const ledgers: typeof reports = [
  ["台账.csv", () => Buffer.from(`\ufeff${ledgerHeadings}\r\n`)],
  ["ledger.csv", () => Buffer.from(`\ufeff${english}\r\n`)],
  ["没有标记.csv", () => Buffer.from(`${ledgerHeadings}\n1,市公安局\n`)],
  ["分号.csv", () => Buffer.from(ledgerHeadings.replaceAll(",", ";"))],
  ["带引号.csv", () => Buffer.from(ledgerHeadings.replace(/[^,]+/g, '"$&"'))],
  ["国标.csv", () => Buffer.from(simplified, "hex")],
  ["统一码文本.csv", () => Buffer.from(`\ufeff${ledgerHeadings.replaceAll(",", "\t")}\n`, "utf16le")],
];

const others: typeof reports = [
  ["自己的台账.csv", () => Buffer.from("序号,责任单位,指标,记录编号,摘要,整改要求\n")],
  ["样例.xlsx", async () => Buffer.from(await sampleWorkbook([sheet], "方案", new Date(0)))],
  ["提到报告.xlsx", () => workbookSaying("<dc:title>evaluate-report</dc:title>")],
  ["另一种词.xlsx", () => workbookSaying("<cp:keywords>my-evaluate-reports</cp:keywords>")],
  ["坏了的.xlsx", () => Buffer.from("PK\u0003\u0004 cut off")],
  [
    "网页.xls",
    () => Buffer.from("<!DOCTYPE html><html><table><tr><td>evaluate-report</td></tr></table></html>"),
  ],
];

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "evaluate-own-"));
  for (const [file, bytes] of [...reports, ...ledgers, ...others])
    await writeFile(join(cwd, file), await bytes());
});
afterAll(() => rm(cwd, { recursive: true }));

describe("reports of earlier runs in a folder", () => {
  test("are left out and named, whatever they are called and whoever saved them last", async () => {
    const { paths, skipped } = await resolveInputs(["."], cwd);
    expect(paths.map(({ display }) => display).sort()).toEqual(others.map(([file]) => file).sort());
    expect(skipped).toEqual(
      [...reports, ...ledgers].map(([file]) => ({ file, code: "own-report" })).sort(byFile),
    );
  });

  test.each(["html", "xlsx", "csv"] as const)("are known when they come packed: %s", async (format) => {
    const stdin = Readable.from([gzipSync(await render(format, options))]);
    const { files, skipped } = await openInput({ path: "-", display: "-" }, stdin, defaultLimits);
    expect([files, skipped]).toEqual([[], [{ file: "-", code: "own-report" }]]);
  });

  test("are known in an archive, beside exports that are read", async () => {
    const packed = zip([
      { name: "报告.xlsx", data: await render("xlsx", options) },
      { name: "办件.csv", data: "办件编号,受理部门\n1,甲局\n" },
    ]);
    const input = { path: "-", display: "-" };
    const { files, skipped } = await openInput(input, Readable.from([packed]), defaultLimits);
    expect(files.map(({ file }) => file)).toEqual(["- › 办件.csv"]);
    expect(skipped).toEqual([{ file: "- › 报告.xlsx", code: "own-report" }]);
    for (const file of files) await file.close();
  });
});

function byFile(a: { file: string }, b: { file: string }): number {
  return a.file < b.file ? -1 : 1;
}
