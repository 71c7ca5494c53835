import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Report, reportSchema } from "../../../src/model/report.ts";
import type { Wordings } from "../../../src/model/wording.ts";
import { usualWordings } from "../../../src/plan/wording.ts";
import { scoreText } from "../../../src/render/figures.ts";
import { renderDocx } from "../../../src/render/word/index.ts";
import { evaluate } from "../../cli/fake-process.ts";
import { cityReport } from "../city-report.ts";
import { at, emptyReport, found, indicator, task, unit } from "../small-report.ts";
import { partOf, type ReadDocx, readDocx } from "./read-docx.ts";

let wordings: Wordings;
let folder = "";
beforeAll(async () => {
  wordings = await usualWordings();
  folder = await mkdtemp(join(tmpdir(), "bulletin-"));
});
afterAll(() => rm(folder, { recursive: true }));

const written = async (report: Report, language: "zh" | "en" = "zh") =>
  readDocx(await renderDocx(report, { language, wordings }));
const textsOf = ({ paragraphs }: ReadDocx, style: string) =>
  paragraphs.filter((one) => one.style === style).map(({ text }) => text);

describe.each(["zh", "en"] as const)("the bulletin of the fixture, %s", (language) => {
  let report: Report;
  let bytes: Uint8Array;
  let read: ReadDocx;
  beforeAll(async () => {
    const data = resolve("fixtures/jiayuguan-2022/data.xlsx");
    const args = ["--plan", "jiayuguan-2022", data, "--as-of", "2022-10-25", "--lang", language, "-q"];
    const files = [`${language}.docx`, `${language}.json`];
    const outcome = await evaluate([...args, ...files.flatMap((file) => ["-o", file])], { cwd: folder });
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    bytes = await readFile(join(folder, `${language}.docx`));
    report = reportSchema.parse(JSON.parse(await readFile(join(folder, `${language}.json`), "utf8")));
    read = await readDocx(bytes);
  }, 60_000);

  test("says what it said", async () => {
    await expect(read.text).toMatchFileSnapshot(`../../golden/render/bulletin.${language}.txt`);
  });

  test("annex 1 has every unit with its score and counts", () => {
    const rows = new Map(read.tables[0]?.map((row) => [row[1], row]));
    for (const one of report.units) {
      const counts = [one.met, one.open, one.overdue, one.noData].map(String);
      const row = rows.get(one.unit) ?? [];
      expect([row[2], ...row.slice(5, 9)]).toEqual([scoreText(one.score), ...counts]);
    }
  });

  test("annex 2 has every indicator with the value that the report shows", () => {
    const rows = (read.tables[1] ?? []).slice(1);
    expect(rows).toHaveLength(report.indicators.length);
    for (const [index, { whole }] of report.indicators.entries()) {
      const shown = (rows[index]?.[4] ?? "").replaceAll(",", "");
      expect(shown.startsWith(whole.value === null ? "—" : whole.display.value)).toBe(true);
    }
  });

  test("annex 3 counts every task by what became of it", () => {
    const rows = (read.tables[3] ?? []).slice(1);
    for (const [index, { units }] of report.tasks.entries()) {
      const statuses = ["met", "open", "overdue", "no-data"] as const;
      const counts = statuses.map((status) => units.filter((one) => one.status === status).length);
      expect(rows[index]?.slice(3, 7)).toEqual(counts.map(String));
    }
  });

  test("every figure with a unit in the text is one of the report", () => {
    const own = JSON.stringify(report).replaceAll(",", "");
    const { score, coverage } = report.overall;
    const derived = [scoreText(score), String(Math.floor((coverage ?? 0) * 1000) / 10)];
    const said = textsOf(read, "body").join("\n").replaceAll(",", "");
    const decimals = said.match(/\d+\.\d+/g) ?? [];
    expect(decimals.length).toBeGreaterThan(30);
    const scores = report.units.map((one) => scoreText(one.score));
    const shares = report.indicators.flatMap(({ shortfalls }) =>
      shortfalls.map(({ share }) => (Math.round(share * 1000) / 10).toFixed(1)),
    );
    const gains = report.overall.efforts.map(({ gain }) => gain.toFixed(2));
    const known = new Set([...derived, ...scores, ...shares, ...gains]);
    expect(decimals.filter((one) => !known.has(one) && !own.includes(`"${one}"`))).toEqual([]);
  });

  test("a second time it is the same, byte for byte, whatever the clock", async () => {
    const again = await renderDocx(report, { language, wordings });
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
    expect(await partOf(bytes, "docProps/core.xml")).toContain("2022-10-25T00:00:00Z</dcterms:modified>");
  });
});

test("parts, headings and annexes stand in the order of such papers", async () => {
  const read = await written(cityReport());
  expect(textsOf(read, "heading1")).toEqual(["一、总体情况", "二、排名情况", "三、存在问题", "四、工作要求"]);
  expect(textsOf(read, "annex")).toEqual(["附件 1", "附件 2", "附件 3", "附件 4"]);
  expect(textsOf(read, "attachments")).toEqual(["附件：1. 各单位得分情况表"]);
  expect(textsOf(read, "date")).toEqual([expect.stringMatching(/^2022年\d+月\d+日$/)]);
});

test("the page is that of the standard: sizes, margins, pitch, numbers at the outer edge", async () => {
  const bytes = await renderDocx(cityReport(), { language: "zh", wordings });
  const xml = await partOf(bytes, "word/document.xml");
  const [upright = "", across = ""] = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
  expect(upright).toMatch(/w:w="11906" w:h="16838" w:orient="portrait"/);
  expect(upright).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(across).toMatch(/w:w="16838" w:h="11906" w:orient="landscape"/);
  const styles = await partOf(bytes, "word/styles.xml");
  const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`, "s").exec(styles)?.[0] ?? "";
  expect(style("title")).toMatch(/方正小标宋简体.*w:sz w:val="44"/s);
  expect(style("body")).toMatch(
    /w:line="579" w:lineRule="exact".*w:firstLine="640".*仿宋_GB2312.*w:sz w:val="32"/s,
  );
  expect(await partOf(bytes, "word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
  const feet = await Promise.all([1, 2].map((at) => partOf(bytes, `word/footer${at}.xml`)));
  expect(feet.map((foot) => /<w:jc w:val="(\w+)"/.exec(foot)?.[1]).sort()).toEqual(["left", "right"]);
  expect(await partOf(bytes, "word/fontTable.xml")).toMatch(
    /w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong/,
  );
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(6);
});

describe("only what the figures carry is said", () => {
  const group = "市政府各部门";
  const scored = (name: string, score: number, rank: number) =>
    unit(name, group, { score, rank, ranked: 3, coverage: 1, met: 1 });
  const open = found({
    status: "open",
    met: false,
    value: 40,
    gap: 5,
    attainment: 0.9,
    display: { value: "40.00", threshold: "45", gap: "5.00" },
  });
  const mixed = emptyReport({
    units: [scored("甲局", 90, 1), scored("乙局", 90, 1), scored("丙局", 50, 3)],
    indicators: [
      indicator({ id: "a", name: "甲指标", units: [at("甲局", group, found()), at("丙局", group, open)] }),
    ],
  });

  test("ties are told as ties, and nobody is commended who misses anything", async () => {
    const { text } = await written(mixed);
    expect(text).toContain("并列第1名甲局、乙局（均为90.00分），第3名丙局（50.00分）");
    expect(text).toMatch(/全部达标（.*?）的单位2个：甲局、乙局，予以肯定/);
  });

  test("without earlier figures no movement is claimed, without a ledger nothing of tasks", async () => {
    const tasks = [task({ id: "t", name: "任务", units: [] })];
    const { text } = await written({ ...mixed, tasks });
    expect(text).toContain("没有可比的上期数据");
    expect(text).toContain("没有任务台账");
    expect(text).not.toContain("任务全部完成");
  });

  test.each([
    [92.5, 91.119, true, "得分由91.11分变为92.50分，上升1.39分"],
    [92.5, 92.5, true, "得分由92.50分变为92.50分，持平"],
    [92.5, 93, true, "得分由93.00分变为92.50分，下降0.50分"],
    [92.5, 91, false, "没有可比的上期数据"],
  ])("from %d, earlier %d, comparable %s: %s", async (score, before, comparable, expected) => {
    const previous = {
      asOf: "2022-10-13",
      score: before,
      change: null,
      rank: null,
      up: null,
      comparable,
      reasons: [],
    };
    const overall = { ...mixed.overall, score, coverage: 1, movement: { previous, baseline: null } };
    expect((await written({ ...mixed, overall })).text).toContain(expected);
  });

  test("a report of some units claims no last place", async () => {
    const { text } = await written({ ...mixed, units: mixed.units.slice(0, 2) });
    expect(text).toContain("本件只列甲局、乙局的情况");
    expect(text).toContain("所列单位的名次：并列第1名甲局、乙局（均为90.00分）。");
    expect(text).toContain("3个单位参加排名");
    expect(text).not.toContain("排名在后");
  });

  test("units as far off as each other are told together, and no more of them are named than are read", async () => {
    const names = Array.from({ length: 9 }, (_, at) => `单位${at}`);
    const figures = (value: string, gap: string, attainment: number) =>
      found({ ...open, attainment, display: { value, threshold: "45", gap } });
    const units = names.map((name, index) =>
      at(name, group, index < 2 ? figures("30.00", "15.00", 0.6) : figures("0.00", "45.00", 0)),
    );
    const a = indicator({ id: "a", name: "甲指标", whole: open, units });
    const report = emptyReport({ units: names.map((name) => unit(name, group)), indicators: [a] });
    const { text } = await written(report);
    expect(text).toContain(
      "未达标单位9个，差距最大的是：单位2、单位3、单位4等7个单位（现状均为0.00%，均差45.00个百分点）。",
    );
    expect(text).toContain("单位0、单位1（现状均为30.00%，均差15.00个百分点）");
  });

  test("the section on problems tells the furthest, and sends for the others to the annex", async () => {
    const indicators = Array.from({ length: 9 }, (_, at) =>
      indicator({ id: `i${at}`, name: `指标${at}`, whole: { ...open, attainment: at / 10 }, units: [] }),
    );
    const read = await written(emptyReport({ indicators }));
    expect(textsOf(read, "heading2")[0]).toBe("（一）时限未过、尚未达标的指标（9项）");
    expect(read.text).toMatch(/5\. 指标4。[^\n]*\n[^\n]*其余4项见附件2：指标5、指标6、指标7、指标8。/);
  });

  test("who makes a shared figure short is not commended", async () => {
    const short = (name: string, amount: number) => ({
      unit: name,
      group,
      numerator: 1,
      denominator: 9,
      value: 11,
      balance: -amount,
      short: amount,
      share: amount > 0 ? 1 : 0,
      wholeWithout: null,
      metWithout: null,
    });
    const shared = indicator({
      id: "s",
      name: "共担",
      scope: "shared",
      lead: ["丙局"],
      whole: open,
      units: ["甲局", "乙局"].map((name) => at(name, group, open)),
    });
    const report = {
      ...mixed,
      indicators: [...mixed.indicators, { ...shared, shortfalls: [short("甲局", 3), short("乙局", 0)] }],
    };
    expect((await written(report)).text).toMatch(/的单位1个：乙局，予以肯定/);
  });

  test("a report with nothing in it says so", async () => {
    const { text } = await written(emptyReport());
    expect(text).toContain("没有可计分的数据");
    expect(text).toContain("没有逾期或将到期的事项");
  });
});

test("an office's own words take the place of ours, and a draft says so on each page", async () => {
  const wording = { zh: { bulletin: { title: "第{whole}号通报", furthest: "", ranking: "名次" } } };
  const report = cityReport();
  const own = { ...report, presentation: { ...report.presentation, draft: true, wording } };
  const bytes = await renderDocx(own, { language: "zh", wordings });
  const read = await readDocx(bytes);
  expect(textsOf(read, "title")).toEqual(["第全域号通报"]);
  expect(textsOf(read, "heading1")[1]).toBe("二、名次");
  expect(read.text).not.toContain("距目标最远");
  expect(await partOf(bytes, "word/header1.xml")).toContain("草稿");
});

test("hostile names break nothing", async () => {
  const name = "甲\u0000\u001b[31m<w:p>&\ufffe\ud800{score}";
  const bytes = await renderDocx(
    emptyReport({ units: [unit(name, "组", { score: 9, rank: 1, ranked: 1 })] }),
    {
      language: "zh",
      wordings,
    },
  );
  const xml = await partOf(bytes, "word/document.xml");
  expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u);
  const cells = (await readDocx(bytes)).tables[0]?.flat().map((cell) => cell.replaceAll("\ufffd", ""));
  expect(cells).toContain("甲<w:p>&{score}");
});
