import { beforeAll, expect, test } from "vitest";
import type { Wordings } from "../../../src/model/wording.ts";
import { usualWordings } from "../../../src/plan/wording.ts";
import { type LedgerPlace, type TaskSheet, taskSheets } from "../../../src/render/word/task-sheets.ts";
import { cityReport } from "../city-report.ts";
import { at, emptyReport, found, indicator, task, unit } from "../small-report.ts";
import { readDocx } from "./read-docx.ts";

let wordings: Wordings;
beforeAll(async () => {
  wordings = await usualWordings();
});

const group = "市政府各部门";
const open = found({
  status: "open",
  met: false,
  value: 40,
  numerator: 40,
  denominator: 100,
  gap: 5,
  attainment: 0.9,
  needed: { fix: 5, new: 10, move: null },
  display: { value: "40.00", threshold: "45", gap: "5.00" },
});
const undone = {
  unit: "甲局",
  status: "open" as const,
  done: false,
  completedOn: null,
  late: false,
  rate: 0.6,
  attainment: 0.6,
  daysLeft: 72,
  evidence: null,
};
const report = emptyReport({
  units: ["甲局", "乙局", "丙局"].map((name) => unit(name, group)),
  indicators: [
    indicator({
      id: "a",
      name: "甲指标(许可)",
      remedy: "改为即办件。",
      units: [at("甲局", group, open), at("乙局", group, found())],
    }),
    indicator({
      id: "b",
      name: "共担",
      scope: "shared",
      lead: ["丙局"],
      whole: open,
      units: ["甲局", "丙局"].map((name) => at(name, group, open)),
    }),
  ],
  tasks: [task({ id: "t", clause: "四", name: "一件事", deadline: "2022-12-31", units: [undone] })],
});
const sheetsIn = (language: "zh" | "en" = "zh", ledgerOf?: (unit: string) => LedgerPlace) =>
  taskSheets(report, { language, wordings, ...(ledgerOf && { ledgerOf }) });
const read = (sheet: TaskSheet | undefined) =>
  sheet?.made().then(readDocx) ?? Promise.reject(new Error("there is no sheet"));

test("units that owe something have a sheet, those that do not have none; what is shared is its lead's", async () => {
  expect(sheetsIn().map(({ name }) => name)).toEqual(["任务交办单-甲局", "任务交办单-丙局"]);
});

test("a sheet says what, target, now, gap, needed, clause and deadline, numbered", async () => {
  const [first] = sheetsIn();
  const { tables, text } = await read(first);
  expect(tables[1]).toEqual([
    ["序号", "指标", "依据条款", "目标", "现状", "差距", "需整改数量", "完成时限"],
    [
      "1",
      "甲指标（许可）",
      "三（十二）",
      "≥ 45%",
      "40.00%",
      "5.00 个百分点",
      "还差 5 项，或新增合格 10 项",
      "2022-10-25 还有 5 天",
    ],
  ]);
  expect(tables[2]).toEqual([
    ["序号", "任务（目标为完成）", "依据条款", "现状", "完成时限"],
    ["2", "一件事", "四", "完成 60%", "2022-12-31 还有 72 天"],
  ]);
  expect(text).toContain("编号：2022-jiayuguan-甲局-1020");
  expect(text).toContain("1. 甲指标（许可）：改为即办件。\n");
  expect(text).not.toContain("整改台账");
});

test("it leaves room to answer, and names its ledger", async () => {
  const [first] = sheetsIn("zh", (name) => ({ file: `${name}~2.xlsx`, own: true, rows: 1234 }));
  const { tables, text } = await read(first);
  const labels = (tables[3] ?? []).flat().filter((cell) => cell !== "");
  expect(labels).toEqual([
    "整改措施",
    "责任人",
    "联系电话",
    "完成情况",
    "单位盖章",
    "日期",
    "交办单位复核",
    "日期",
  ]);
  expect(text).toContain("需整改的记录1,234条，逐条列在整改台账“甲局~2.xlsx”中");
  const [other] = sheetsIn("zh", () => ({ file: "台账.csv", own: false, rows: 3 }));
  expect((await read(other)).text).toContain("整改台账“台账.csv”中责任单位为“甲局”的各行");
  const [none] = sheetsIn("zh", () => ({ file: "甲局.xlsx", own: true, rows: 0 }));
  expect((await read(none)).text).not.toContain("甲局.xlsx");
});

test("in English every word of ours is English", async () => {
  const [first] = sheetsIn("en");
  const { text } = await read(first);
  for (const own of [
    report.plan.title,
    "甲指标(许可)",
    "甲局",
    "改为即办件",
    "三(十二)",
    "一件事",
    "四",
    "共担",
    report.plan.issuer ?? "",
  ])
    expect(text).toContain(own);
  const rest = [
    report.plan.title,
    report.plan.issuer ?? "",
    "甲指标(许可)",
    "甲局",
    "改为即办件",
    "三(十二)",
    "一件事",
    "四",
    "共担",
  ]
    .sort((a, b) => b.length - a.length)
    .reduce((left, own) => (own === "" ? left : left.replaceAll(own, "")), text);
  expect(rest).not.toMatch(/\p{Script=Han}/u);
});

test("twice the same report gives the same bytes, and another day others", async () => {
  const bytes = async (asOf: string) => {
    const sheets = taskSheets({ ...cityReport(), asOf }, { language: "zh", wordings });
    const made = await Promise.all(sheets.map((sheet) => sheet.made()));
    return made.map((data) => Buffer.from(data).toString("base64"));
  };
  expect(await bytes("2022-10-20")).toEqual(await bytes("2022-10-20"));
  expect(await bytes("2022-10-20")).not.toEqual(await bytes("2022-10-21"));
});

test("two thousand units by forty indicators", async () => {
  const names = Array.from({ length: 2_000 }, (_, at) => `单位${at}`);
  const many = emptyReport({
    units: names.map((name) => unit(name, group)),
    indicators: Array.from({ length: 40 }, (_, index) =>
      indicator({ id: `i${index}`, name: `指标${index}`, units: names.map((name) => at(name, group, open)) }),
    ),
  });
  const sheets = taskSheets(many, { language: "zh", wordings });
  expect(sheets).toHaveLength(2_000);
  expect((await read(sheets[1_999])).tables[1]).toHaveLength(41);
}, 120_000);

test("whatever a plan and its units are called, a sheet can be read again", async () => {
  const title = '》</w:t><b>&amp; {score} $& "引"\u0000\ufffe\n第二行';
  const names = ['a/\\:*?"<>|b', "名".repeat(100), "{unit}", " "];
  const hostile = {
    ...report,
    plan: { ...report.plan, title, issuer: title },
    units: names.map((name) => unit(name, group)),
    indicators: [
      indicator({ id: "x", name: title, clause: "<w:p>", units: names.map((name) => at(name, group, open)) }),
    ],
  };
  const sheets = taskSheets(hostile, { language: "zh", wordings });
  expect(sheets.map((sheet) => sheet.unit)).toEqual(names);
  for (const sheet of sheets) {
    const { text } = await read(sheet);
    expect(text).toContain("</w:t><b>&amp; {score} $& ");
    expect(text).toContain(`承办单位 | ${sheet.unit.trim()}`);
  }
});
