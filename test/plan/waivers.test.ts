import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkRuleFile } from "../../src/plan/check.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { loadWaivers } from "../../src/plan/waivers.ts";
import { ProblemError } from "../../src/problem.ts";
import { day } from "../assess/story.ts";
import { folderWith } from "./rules.ts";

const rules = {
  "town.yaml": `plan: town
title: 示例市方案
issued: 2022-01-10
period: { start: 2022-01-01, end: 2022-12-31 }
units: units.yaml
defaults: { measuredIn: "%", direction: at-least, responsible: [市直部门], deadline: 2022-10-31 }
indicators:
  - { id: instant-share, clause: 三(一), name: 即办件占比, measure: { share: 事项清单, that: { 办件类型: 即办件 } }, threshold: 45 }
tasks:
  - { id: report, clause: 四, name: 每季度报送进展, deadline: 2022-12-31, recurrence: { quarterly: true } }
  - { id: seals, clause: 五, name: 电子印章全部申领, deadline: 2022-12-31 }
`,
  "units.yaml": `units: town
place: 示例市
prefixes: [示例市, 市]
groups: [市直部门, 各街道]
members:
  - { name: 市公安局, group: 市直部门 }
  - { name: 市民政局, full: 示例市民政局, group: 市直部门 }
  - { name: 东街道办事处, group: 各街道 }
`,
};
const rest = "reason: 系统未上线, document: 示政办函〔2022〕18号";

async function loaded(text: string, asOf = "2022-06-30") {
  const cwd = await folderWith({ ...rules, "waivers.yaml": text });
  const plan = await loadPlan("town.yaml", { cwd });
  return loadWaivers("waivers.yaml", { cwd, plan, asOf: day(asOf) });
}

async function refused(text: string, asOf?: string): Promise<string[]> {
  const error = await loaded(text, asOf).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProblemError)) throw new Error("nothing was refused");
  return error.problems.map(({ code, at, nearest }) =>
    [`${at.line}:${at.column}`, code, ...(nearest === undefined ? [] : [nearest])].join(" "),
  );
}

const entries = (...list: string[]) =>
  `waivers: town\nentries:\n${list.map((one) => `  - { ${one} }\n`).join("")}`;

describe("whom a waiver concerns", () => {
  test.each([
    ["a unit", "unit: 市公安局", ["市公安局"], ["市公安局"]],
    ["a unit by another written form", "unit: 示例市民政局", ["市民政局"], ["示例市民政局"]],
    ["several", "unit: [市公安局, 市民政局]", ["市公安局", "市民政局"], ["市公安局", "市民政局"]],
    ["a group: those of it that are responsible", "unit: 市直部门", ["市公安局", "市民政局"], ["市直部门"]],
    ["everybody", "unit: all", null, ["all"]],
  ])("%s", async (_, unit, units, named) => {
    expect(await loaded(entries(`indicator: instant-share, ${unit}, ${rest}, expires: 2022-12-31`))).toEqual([
      {
        kind: "indicator",
        id: "instant-share",
        units,
        named,
        reason: "系统未上线",
        document: "示政办函〔2022〕18号",
        expires: day("2022-12-31"),
      },
    ]);
  });
});

test.each(["seals", "report", "report@2022-06-30"])("a task may be waived: %s", async (id) => {
  const [waiver] = await loaded(entries(`task: ${id}, unit: 市公安局, ${rest}, expires: 2022-12-31`));
  expect(waiver).toMatchObject({ kind: "task", id, units: ["市公安局"] });
});

describe("the last day", () => {
  const text = entries(`indicator: instant-share, unit: 市公安局, ${rest}, expires: 2022-06-30`);

  test("is one on which it holds", async () => {
    expect(await loaded(text, "2022-06-30")).toHaveLength(1);
  });

  test("the day after, it has expired", async () => {
    expect(await refused(text, "2022-07-01")).toEqual(["3:94 R061"]);
  });

  test("check judges by today", async () => {
    const cwd = await folderWith({ ...rules, "waivers.yaml": text });
    const codesOn = async (now: string) =>
      (await checkRuleFile(join(cwd, "waivers.yaml"), { cwd, now: new Date(now) })).problems.map(
        ({ code }) => code,
      );
    // 16:00 in London is the next day in Shanghai.
    expect(await codesOn("2022-06-30T15:00:00Z")).toEqual([]);
    expect(await codesOn("2022-06-30T16:00:00Z")).toEqual(["R061"]);
  });
});

describe("what is refused, where", () => {
  const until = "expires: 2022-12-31";
  test.each([
    [
      "an unknown indicator",
      `indicator: instant-shares, unit: all, ${rest}, ${until}`,
      "3:18 R065 instant-share",
    ],
    ["an unknown task", `task: seal, unit: all, ${rest}, ${until}`, "3:13 R065 seals"],
    [
      "a period that ends on no such day",
      `task: report@2022-06-29, unit: all, ${rest}, ${until}`,
      "3:13 R065 report",
    ],
    ["an unknown unit", `task: seals, unit: 市公安, ${rest}, ${until}`, "3:26 R013 市公安局"],
    ["a unit without that duty", `task: seals, unit: [市公安局, 各街道], ${rest}, ${until}`, "3:33 R063"],
    ["no duty", `unit: all, ${rest}, ${until}`, "3:5 R004"],
    ["two duties", `indicator: instant-share, task: seals, unit: all, ${rest}, ${until}`, "3:33 R060"],
    ["no such date", `task: seals, unit: all, ${rest}, expires: 2022-02-30`, "3:80 R022"],
    ["no date", `task: seals, unit: all, ${rest}`, "3:5 R004"],
    ["no document", `task: seals, unit: all, reason: 缓办, ${until}`, "3:5 R004"],
    ["a misspelt key", `task: seals, units: all, unit: all, ${rest}, ${until}`, "3:20 R003 unit"],
  ])("%s", async (_, entry, found) => {
    expect(await refused(entries(entry))).toEqual([found]);
  });

  test("twice the same, with the line of the first", async () => {
    const twice = [
      `task: seals, unit: 市公安局, ${rest}, ${until}`,
      `task: seals, unit: all, ${rest}, ${until}`,
    ];
    expect(await refused(entries(...twice))).toEqual(["4:5 R064"]);
  });

  test("waivers of another plan, and of them nothing else", async () => {
    expect(
      await refused(entries(`task: seal, unit: all, ${rest}, ${until}`).replace("town", "village")),
    ).toEqual(["1:10 R062"]);
  });

  test("everything at once", async () => {
    const wrong = [
      `task: seal, unit: 市公安, ${rest}, ${until}`,
      `task: seals, unit: 市公安, ${rest}, ${until}`,
    ];
    expect(await refused(entries(...wrong))).toEqual([
      "3:13 R065 seals",
      "3:25 R013 市公安局",
      "4:26 R013 市公安局",
    ]);
  });
});
