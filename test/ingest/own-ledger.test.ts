import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerStanding } from "../../src/ingest/own-ledger.ts";
import { zip } from "./zip.ts";

const headings = "序号,责任单位,指标,记录编号,摘要,问题,整改要求,原因,进展,台账标识";
const line = (cause: string, progress: string) => `1,市公安局,甲,A1,"换
行",乙,丙,${cause},${progress},0123456789abcdef`;
const text = (...lines: string[]) => Buffer.from([`\ufeff${headings}`, ...lines, ""].join("\r\n"));

function workbook({ keywords = "evaluate-report evaluate-ledger", last = "evaluate 1", on = "2022-10-25" }) {
  const core = `<cp:coreProperties><dc:creator>evaluate 1</dc:creator><cp:keywords>${keywords}</cp:keywords>
    <cp:lastModifiedBy>${last}</cp:lastModifiedBy><dcterms:created xsi:type="a">2022-10-25</dcterms:created>
    <dcterms:modified xsi:type="a">${on}</dcterms:modified></cp:coreProperties>`;
  return zip([
    { name: "[Content_Types].xml", data: "<Types/>" },
    { name: "xl/workbook.xml", data: "<workbook/>" },
    { name: "docProps/core.xml", data: core },
  ]);
}

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "own-ledger-"));
});
afterAll(() => rm(cwd, { recursive: true }));

test.each<[string, Buffer, string]>([
  ["a workbook as it was written", workbook({}), "untouched"],
  ["one that someone has saved", workbook({ last: "张三" }), "edited"],
  ["one that a program has saved which leaves names alone", workbook({ on: "2022-11-01" }), "edited"],
  ["one that a program has saved which takes names out", workbook({ last: "" }), "edited"],
  ["a report", workbook({ keywords: "evaluate-report" }), "foreign"],
  ["half a workbook", Buffer.from("PK\u0003\u0004"), "foreign"],
  ["text as it was written", text(line("", "未启动"), line("", "not started"), line("", "")), "untouched"],
  ["text with a cause", text(line("", "未启动"), line("缺人", "未启动")), "edited"],
  ["text with progress", text(line("", "进行中")), "edited"],
  ["text that a program has saved in its own way", text(line("", "未启动")).subarray(3), "edited"],
  ["other text", Buffer.from("编号,名称\n"), "foreign"],
  ["a picture", Buffer.from("\u0089PNG"), "foreign"],
  ["an empty file", Buffer.alloc(0), "absent"],
])("%s", async (_, bytes, standing) => {
  const path = join(cwd, "a");
  await writeFile(path, bytes);
  expect(await ledgerStanding(path)).toBe(standing);
});

test("what is not there, and what is no file", async () => {
  expect(await ledgerStanding(join(cwd, "nowhere"))).toBe("absent");
  expect(await ledgerStanding(cwd)).toBe("absent");
});
