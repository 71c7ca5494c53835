import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../../src/ingest/reader.ts";
import { openContainer } from "../../src/ingest/zip/container.ts";
import type { Ledger, LedgerGroup, LedgerMark, LedgerNote, PastRow } from "../../src/model/ledger.ts";
import { ledgerCsv } from "../../src/render/ledger/csv.ts";
import type { Sink } from "../../src/render/ledger/sink.ts";
import { ledgerWorkbook, unitLedgerWorkbook } from "../../src/render/ledger-workbook.ts";

const group: LedgerGroup = {
  indicator: "a",
  unit: "市公安局",
  rows: [
    {
      key: "0012",
      identity: "0012",
      label: "=HYPERLINK(1)",
      owner: null,
      day: null,
      fault: { kind: "fails", facts: [{ field: "办件类型", value: null }] },
      weight: 1,
      place: { file: "a.csv", sheet: "a", row: 7, cell: null },
    },
  ],
  total: 3,
  amount: 3,
  order: "reading",
  kind: "indicator",
  clause: "三(一)",
  name: "即办件占比",
  requirement: "改为即办件",
  value: "40%",
  target: "≥ 45%",
  need: "还差 1 项",
  shared: false,
  overdue: true,
  deadline: "2022-10-20",
  daysLeft: -5,
  ids: ["0123456789abcdef"],
  priorities: ["first"],
  leftOut: 2,
};

const ledger: Ledger = {
  plan: { id: "p", title: "方案", document: null },
  tool: { name: "evaluate", version: "1" },
  asOf: "2022-10-25",
  synthetic: true,
  whole: "全市",
  units: [
    { unit: "市公安局", groups: [group] },
    { unit: null, groups: [{ ...group, unit: null }] },
  ],
  limit: 1,
  mask: true,
  outside: [],
};

async function bytesOf(make: (sink: Sink) => Promise<void>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await make(async (bytes) => {
    chunks.push(Buffer.from(bytes));
  });
  return Buffer.concat(chunks);
}

async function textOf(make: (sink: Sink) => Promise<void>): Promise<string> {
  return (await bytesOf(make)).toString("utf8");
}

async function partsOf(data: Uint8Array): Promise<(name: string) => Promise<string>> {
  const folder = await mkdtemp(join(tmpdir(), "ledger-book-"));
  const path = join(folder, "a.xlsx");
  await writeFile(path, data);
  const container = await openContainer(path, defaultLimits);
  return async (name) => {
    const chunks: Buffer[] = [];
    for await (const chunk of container.part(name)?.chunks() ?? []) chunks.push(chunk);
    if (name === "last") {
      container.close();
      await rm(folder, { recursive: true });
    }
    return Buffer.concat(chunks).toString("utf8");
  };
}

describe("a ledger as a workbook", () => {
  test("has a sheet to look through and one for each unit to fill in", async () => {
    const part = await partsOf(await bytesOf((sink) => ledgerWorkbook(ledger, "zh", sink)));
    const names = [...(await part("xl/workbook.xml")).matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(["说明", "全部", "市公安局", "待确认"]);
    const [all, unit] = await Promise.all([
      part("xl/worksheets/sheet2.xml"),
      part("xl/worksheets/sheet3.xml"),
    ]);
    expect(all).not.toContain("整改措施");
    expect(unit).toContain("整改措施");
    expect(unit).toContain("0123456789abcdef");
    await part("last");
  });

  test("freezes and filters its headings, offers the words for progress, and says what is late", async () => {
    const part = await partsOf(
      await bytesOf((sink) => unitLedgerWorkbook(ledger, { unit: "市公安局", groups: [group] }, "zh", sink)),
    );
    const sheet = await part("xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A3:R4"');
    expect(sheet).toMatch(/sqref="O4:O4"|sqref="O4"/);
    expect(sheet).toContain("未启动,进行中,已完成");
    expect(sheet).toContain("逾期 5 天");
    expect(sheet).toMatch(/<col [^>]*min="18"[^>]*hidden="1"|<col [^>]*hidden="1"[^>]*min="18"/);
    // Text that looks like a formula is text.
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain("另有 2 条未列出");
    expect(sheet).toContain("合成数据");
    await part("last");
  });

  test("holds what units have written, what does not fit the data, and what is right by now", async () => {
    const on = "2022-10-25";
    const note: LedgerNote = {
      filled: { cause: "缺人", progress: "已完成" },
      marks: [{ kind: "unproved", on }],
      added: new Map([["联系电话", "=1"]]),
    };
    const past = (state: PastRow["state"], key: string, mark: LedgerMark): PastRow => ({
      id: "fedcba9876543210",
      state,
      cells: { unit: "市公安局", key, deadline: "2022-10-20", lateness: "剩 3 天" },
      filled: state === "closed" ? { closed: "2022-10-24" } : {},
      marks: [mark],
    });
    const rows = [
      past("closed", "0013", { kind: "settled", on }),
      past("kept", "0014", { kind: "vanished", on }),
      past("unmatched", "0015", { kind: "unmatched", at: "甲.xlsx › 表 › 第 9 行" }),
    ];
    const merged = { ...ledger, notes: new Map([["0123456789abcdef", note]]), added: ["联系电话"] };
    const unit = { unit: "市公安局", groups: [group], past: rows };
    const part = await partsOf(await bytesOf((sink) => unitLedgerWorkbook(merged, unit, "zh", sink)));
    const sheet = await part("xl/worksheets/sheet1.xml");
    for (const words of [
      "缺人",
      "已完成",
      "声称完成，数据未显示（截至 2022-10-25）",
      "0014",
      "请核实",
      "联系电话",
    ])
      expect(sheet).toContain(words);
    expect(sheet).not.toMatch(/剩 3 天|0013|0015|<f>/);
    expect(sheet).toContain('<autoFilter ref="A3:T5"');
    const closed = await part("xl/worksheets/sheet2.xml");
    for (const words of ["0013", "已销号", "数据已显示整改到位（2022-10-25）"])
      expect(closed).toContain(words);
    expect(await part("xl/worksheets/sheet3.xml")).toContain(
      "未能对应到记录，请核实（甲.xlsx › 表 › 第 9 行）",
    );
    expect(await part("xl/workbook.xml")).toMatch(/name="已销号".*name="未能对应".*name="说明"/);
    const lines = (
      await textOf((sink) => ledgerCsv({ ...merged, synthetic: false, units: [unit] }, "zh", sink))
    ).split("\r\n");
    expect(lines[0]).toMatch(/,销号（日期）,联系电话,状态,核对,台账标识$/);
    expect(lines[1]).toMatch(/,缺人,,,已完成,,,'=1,待整改,声称完成，[^,]*,0123456789abcdef$/);
    expect(lines[2]).toMatch(/^2,市公安局,,0013,.*,2022-10-24,,已销号,数据已显示.*,fedcba9876543210$/);
    expect(lines[3]).toMatch(/^3,市公安局,,0014,.*,待核实,/);
    await part("last");
  });

  test("is written in English, too", async () => {
    const part = await partsOf(
      await bytesOf((sink) => unitLedgerWorkbook(ledger, { unit: null, groups: [group] }, "en", sink)),
    );
    const sheet = await part("xl/worksheets/sheet1.xml");
    for (const words of ["What is wrong", "not started,in progress,done", "5 d overdue", "办件类型: blank"])
      expect(sheet).toContain(words);
    await part("last");
  });
});
