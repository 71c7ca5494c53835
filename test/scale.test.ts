import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../src/model/report.ts";
import { stringsXml, stylesXml, workbook } from "./ingest/workbook.ts";

const CASES = 250_000;
const MOST_MEGABYTES = 300;
const units = ["市公安局", "嘉峪关市教育局", "人社局", "市税务局", "雄关街道办事处"];
const headings = [
  ..."办件编号 实施编码 事项名称 受理部门 申报渠道 申请时间 受理时间 承诺办结时间 办结时间".split(" "),
  ..."办件状态 是否上报入库 是否网上办理 申请人 经办人 环节 备注一 备注二 备注三".split(" "),
];

// Nothing of the program is changed: the process only tells its peak as it ends. maxRSS will not do: a
// child inherits the peak of the process that started it.
const tellPeak = `
  import { existsSync, readFileSync } from "node:fs";
  const own = "/proc/self/status";
  const peak = () =>
    existsSync(own) ? readFileSync(own, "utf8").split("VmHWM:")[1] : process.resourceUsage().maxRSS;
  process.on("exit", () => process.stderr.write("peak " + peak()));
`;

const folder = await mkdtemp(join(tmpdir(), "evaluate-scale-"));
afterAll(() => rm(folder, { recursive: true }));

/** Rows as Excel writes them: every text shared, ids as text, dates as serials. */
function* caseRows(shared: (text: string) => number): Generator<string> {
  for (let at = 0; at <= CASES; at += 1) {
    const values =
      at === 0
        ? headings
        : [
            `6202002022${String(at).padStart(10, "0")}`,
            `11620200MB${String(at % 3000).padStart(20, "0")}`,
            `事项${at % 3000}的办理`,
            units[at % units.length] ?? "",
            at % 3 === 0 ? "窗口" : "网上",
            44_600.5 + (at % 200),
            44_600.75 + (at % 200),
            44_610 + (at % 200),
            44_603 + (at % 200),
            "已办结",
            at % 20 === 0 ? "否" : "是",
            "是",
            ..."个人 张某 办结 甲 乙 丙".split(" "),
          ];
    const cells = values.map((value, column) => {
      const place = `${String.fromCharCode(65 + column)}${at + 1}`;
      return typeof value === "number"
        ? `<c r="${place}" s="1"><v>${value}</v></c>`
        : `<c r="${place}" t="s"><v>${shared(value)}</v></c>`;
    });
    yield `<row r="${at + 1}">${cells.join("")}</row>`;
  }
}

test(`a workbook of ${CASES} cases is evaluated in less than ${MOST_MEGABYTES} MB`, async () => {
  const strings = new Map<string, number>();
  const shared = (text: string): number => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const rows = [...caseRows(shared)].join("");
  const items = [...strings.keys()].map((text) => `<t>${text}</t>`).join("</si><si>");
  const bytes = workbook({ rows, strings: stringsXml(items), styles: stylesXml(0, 22) });
  const file = join(folder, "办件明细.xlsx");
  const output = join(folder, "report.json");
  await writeFile(file, bytes);

  const peak = `data:text/javascript,${encodeURIComponent(tellPeak)}`;
  const args = ["--import", peak, "bin/evaluate.js", "--plan", "jiayuguan-2022", file, "-o", output];
  const { stderr } = await promisify(execFile)(process.execPath, [...args, "-q"]);

  const report = (await import(output, { with: { type: "json" } })).default as Report;
  expect(report.inputs[0]?.sheets[0]).toMatchObject({ rows: CASES, used: CASES, excluded: {}, rejected: 0 });
  const reported = report.indicators.find((indicator) => indicator.id === "cases-reported");
  expect(reported?.whole.value).toBe(CASES - CASES / 20);
  expect(Number(/peak\s+(\d+)/.exec(stderr)?.[1]) / 1024).toBeLessThan(MOST_MEGABYTES);
}, 180_000);
