import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reportSchema } from "../../src/model/report.ts";
import { evaluate } from "./fake-process.ts";

const data = fileURLToPath(new URL("../../fixtures/jiayuguan-2022/data.xlsx", import.meta.url));
const plan = ["--plan", "jiayuguan-2022", data];
const run = [...plan, "--as-of", "2022-10-25", "--waivers", "waivers.yaml"];

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "waivers-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const granted = "reason: 系统由省厅统建, document: 嘉政办函〔2022〕18号, expires: 2022-10-25";

function write(...entries: string[]): Promise<void> {
  const lines = entries.map((one) => `  - { ${one}, ${granted} }\n`);
  return writeFile(
    join(cwd, "waivers.yaml"),
    `waivers: jiayuguan-2022\nentries:${lines.length === 0 ? " []" : ""}\n${lines.join("")}`,
  );
}

async function reportOf(...args: string[]) {
  const { stdout } = await evaluate([...run, "-f", "json", ...args], { cwd });
  return reportSchema.parse(JSON.parse(stdout));
}

test("--waivers takes an indicator out of the scores, and the report lists it", async () => {
  await write("indicator: certificate-linked, unit: all");
  const report = await reportOf();
  const found = report.indicators.find(({ id }) => id === "certificate-linked");
  expect(found?.whole).toMatchObject({ status: "waived", value: 25.641025641, attainment: null });
  expect(report.waivers).toMatchObject([{ id: "certificate-linked", all: true, expires: "2022-10-25" }]);
  await write();
  expect((await reportOf()).overall.score).toBeLessThan(report.overall.score ?? 0);
});

test("gates pass over what is waived", async () => {
  const gate = [...run, "--indicator", "certificate-linked", "--fail-on", "unmet", "-q", "-f", "csv"];
  await write();
  expect((await evaluate(gate, { cwd })).code).toBe(1);
  await write("indicator: certificate-linked, unit: all");
  expect((await evaluate(gate, { cwd })).code).toBe(0);
});

test("a waiver that has expired stops the run with what to do", async () => {
  await write("indicator: certificate-linked, unit: all");
  const { code, stderr } = await evaluate([...plan, "--as-of", "2022-10-26", "--waivers", "waivers.yaml"], {
    cwd,
  });
  expect(code).toBe(2);
  expect(stderr).toContain(
    "waivers.yaml:3:100 error R061 “certificate-linked”的豁免已于 2022-10-25 到期（嘉政办函〔2022〕18号；截至日 2022-10-26）。已续批的，改 document 和 expires；没有续批的，删去这一条。",
  );
});

test("waivers are never overwritten by a report", async () => {
  await write();
  const { code } = await evaluate([...run, "-o", "waivers.yaml"], { cwd });
  expect(code).toBe(2);
});

describe("a part of the report", () => {
  test("has the waivers of what is in it", async () => {
    await write("indicator: certificate-linked, unit: 市公安局", "task: seals-claimed, unit: 市民政局");
    const listed = async (...args: string[]) => (await reportOf(...args)).waivers?.map(({ id }) => id);
    expect(await listed()).toEqual(["certificate-linked", "seals-claimed"]);
    expect(await listed("--unit", "市公安局")).toEqual(["certificate-linked"]);
    expect(await listed("--indicator", "seals-claimed")).toEqual(["seals-claimed"]);
  });
});

test("a saved report keeps its waivers, and takes no others", async () => {
  await write("task: seals-claimed, unit: 市公安局");
  await evaluate([...run, "-o", "r.json"], { cwd });
  const english = await evaluate(["--render", "r.json", "-f", "json", "--lang", "en"], { cwd });
  const task = reportSchema.parse(JSON.parse(english.stdout)).tasks.find(({ id }) => id === "seals-claimed");
  expect(task?.units.find(({ unit }) => unit === "市公安局")?.reason).toBe(
    "waived until 2022-10-25 (嘉政办函〔2022〕18号): 系统由省厅统建",
  );
  const { code, stderr } = await evaluate(["--render", "r.json", "--waivers", "waivers.yaml"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("--waivers");
});
