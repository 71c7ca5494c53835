import { read, utils } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import type { Waiver } from "../../src/model/waiver.ts";
import { usualWordings } from "../../src/plan/wording.ts";
import { type Format, renderers } from "../../src/render/index.ts";
import { day, tell } from "../assess/story.ts";
import { readDocx } from "./word/read-docx.ts";

const granted = { reason: "系统由省厅统建", expires: day("2022-12-31") };
const waivers: readonly Waiver[] = [
  { kind: "indicator", id: "i1", units: ["甲"], named: ["甲"], ...granted, document: "示政办函〔2022〕18号" },
  { kind: "task", id: "t1", units: null, named: ["all"], ...granted, document: "示政办函〔2022〕20号" },
];
const story = {
  units: ["甲", "乙"],
  rules: [{ units: { 甲: [45, 100], 乙: [90, 100] } }],
  tasks: [{ id: "t1" }],
  ledger: { t1: {} },
} as const;
const wordings = await usualWordings();

async function rendered(format: Format, over: { waivers?: readonly Waiver[]; language?: "en" } = {}) {
  const report = tell({ ...story, ...over });
  const options = { language: report.language, width: 200, colour: false, wordings };
  const data = await renderers[format](report, options);
  if (typeof data === "string") return data;
  if (format === "docx") return (await readDocx(data)).text;
  const { Sheets } = read(data);
  return Object.values(Sheets)
    .map((sheet) => utils.sheet_to_csv(sheet))
    .join("\n");
}

const formats = (Object.keys(renderers) as Format[]).filter((format) => format !== "csv");

describe.each(formats)("%s", (format) => {
  test("lists each waiver with its reason, document and last day", async () => {
    const text = await rendered(format, { waivers });
    for (const words of ["系统由省厅统建", "示政办函〔2022〕18号", "示政办函〔2022〕20号", "2022-12-31"])
      expect(text.replaceAll("\\", "")).toContain(words);
  });

  test("says nothing of waivers where there are none", async () => {
    expect(await rendered(format)).not.toMatch(/示政办函|有效至/);
  });

  test("in English too", async () => {
    const text = await rendered(format, { waivers, language: "en" });
    expect(text).toMatch(/waivers/i);
  });
});

test("csv gives the waiver of an indicator with its line", async () => {
  const text = await rendered("csv", { waivers });
  const lines = text.split("\n").filter((line) => line.includes("已豁免"));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/,甲,.*,45,.*已豁免至 2022-12-31（示政办函〔2022〕18号）：系统由省厅统建/);
});
