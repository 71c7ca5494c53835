import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { evaluate } from "../cli/fake-process.ts";

const folder = mkdtempSync(join(tmpdir(), "evaluate-duckdb-"));
afterAll(() => rmSync(folder, { recursive: true }));

const headings = "办件编号,受理部门,申报渠道,受理时间\n";
const rows = ["线上", "线上", "线下"].map((channel, at) => `k${at},市公安局,${channel},2022-06-01\n`);

const counts = `
  - { id: a, clause: 一, name: a, measure: { count: 办件明细 }, threshold: 1 }
  - { id: b, clause: 二, name: b, measure: { count: 办件明细, where: { 申报渠道: 线上 } }, threshold: 1 }
`;

async function channels(name: string, text: string, engine: string) {
  return figures(name, { dataset: "办件明细", text, indicators: counts }, engine);
}

interface Story {
  readonly dataset: string;
  readonly text: string;
  readonly indicators: string;
}

async function figures(name: string, { dataset, text, indicators }: Story, engine: string) {
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${dataset}.csv`), text);
  writeFileSync(
    join(place, "p.yaml"),
    `plan: p
title: p
issued: 2022-01-01
units: u.yaml
defaults: { measuredIn: 件, direction: at-least, responsible: [市公安局], deadline: 2022-12-31 }
indicators:${indicators}`,
  );
  writeFileSync(join(place, "u.yaml"), "units: u\nplace: 青山市\nmembers:\n  - { name: 市公安局 }\n");
  const args = [
    "run",
    join(place, `${dataset}.csv`),
    "--plan",
    join(place, "p.yaml"),
    "--as-of",
    "2022-10-25",
  ];
  const { code, stdout, stderr } = await evaluate([...args, "--engine", engine, "-f", "json"]);
  if (code !== 0) return { code, problem: /[A-Z]\d{3}/.exec(stderr)?.[0] };
  return (JSON.parse(stdout) as Report).indicators.map(({ whole }) => whole.numerator);
}

// The same mark before a cell is no part of what it says, and must not hide what stands behind it.
test("a byte order mark in a cell is read as in files", async () => {
  const text = headings + rows.join("").replace("线上", "\ufeff线上");
  expect(await channels("mark", text, "files")).toEqual([3, 2]);
  expect(await channels("mark", text, "duckdb")).toEqual([3, 2]);
});

test("no row is lost below a title of two lines", async () => {
  const text = `"全市\n办件明细表",,,\n${headings}${rows.join("")}`;
  expect(await channels("title", text, "files")).toEqual([3, 2]);
  expect(await channels("title", text, "duckdb")).toEqual({ code: 3, problem: "D045" });
});

// Files cut such a cell at the comma inside, DuckDB does not.
test.each([
  ["before", 'k9,市公安局, "线上,线下" ,2022-06-01\n'],
  ["first", ' "k9",市公安局,线上,2022-06-01\n'],
  ["after", 'k9,市公安局,"线上"  ,2022-06-01\n'],
])("spaces %s the quotes of a cell are refused", async (name, row) => {
  expect(await channels(`spaced-${name}`, headings + row + rows.join(""), "duckdb")).toEqual({
    code: 3,
    problem: "D047",
  });
});

test("spaces beside quotes that belong to a cell are text", async () => {
  const text = `${headings}${rows.join("")}"k, ""9"" , x",市公安局,"线上",2022-06-01\n`;
  expect(await channels("quoted", text, "files")).toEqual([4, 3]);
  expect(await channels("quoted", text, "duckdb")).toEqual([4, 3]);
});

test("a mark that parts a limit from its unit may stand in the limit itself", async () => {
  const story = {
    dataset: "事项清单",
    text: "事项编码,事项名称,实施部门,法定办结时限,法定办结时限单位\nA1,甲,市公安局,10\u001f工作日,\nA2,乙,市公安局,5,工作日\nA3,丙,市公安局,7\u001f:工作日,工作日\n",
    indicators: `
  - { id: a, clause: 一, name: a, measure: { count: 事项清单, where: { 法定办结时限: { exists: true } } }, threshold: 1 }
`,
  };
  expect(await figures("limit", story, "files")).toEqual([1]);
  expect(await figures("limit", story, "duckdb")).toEqual([1]);
});

test("a full row whose key begins like a note is a record, a line with nothing else is a note", async () => {
  const text = `${headings}${rows.join("")}说明：甲,市公安局,线上,2022-06-01\n说明：合成数据,,,\n`;
  expect(await channels("note", text, "files")).toEqual([4, 3]);
  expect(await channels("note", text, "duckdb")).toEqual([4, 3]);
});
