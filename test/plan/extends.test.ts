import { describe, expect, test } from "vitest";
import { formatDay } from "../../src/model/day.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { ProblemError } from "../../src/problem.ts";
import { datasets, folderWith, planOf, units } from "./rules.ts";

const base = planOf(`
period: { start: 2022-01-01, end: 2022-12-31 }
groups: { 全部: [部门组, 街道组], 机关: [部门组] }
fields:
  办件.用时: { days: [受理时间, 办结时间] }
indicators:
  - { id: a, clause: 一, name: 甲, measure: { share: 办件, that: { 网办: 是 } }, threshold: 40, remedy: 改 }
  - { id: b, clause: 二, name: 乙, measure: { share: 办件, that: { 误评: 否 } }, threshold: 50 }
tasks:
  - { id: t, clause: 三, name: 丙, deadline: 2022-06-30, responsible: 全部 }
`);
const child = (body: string) => `plan: c\nextends: p\n${body.replace(/^\n/, "")}`;

const filesOf = (plans: Readonly<Record<string, string>>) => ({
  "p.yaml": base,
  "datasets.yaml": datasets,
  "town.yaml": units,
  ...plans,
});

const loaded = async (body: string, more: Readonly<Record<string, string>> = {}) =>
  loadPlan("c.yaml", { cwd: await folderWith(filesOf({ "c.yaml": child(body), ...more })) });

/** Problems as "file:line code words". */
const problemsIn = async (body: string, more: Readonly<Record<string, string>> = {}) => {
  try {
    await loaded(body, more);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(
      ({ at, code, with: params, nearest }) =>
        `${at.file}:${at.line} ${code} ${Object.values(params).join(" ")}${nearest === undefined ? "" : ` → ${nearest}`}`,
    );
  }
};

describe("a plan that extends another", () => {
  test("inherits everything", async () => {
    const plan = await loaded("title: 次年方案\n");
    expect(plan).toMatchObject({ id: "c", title: "次年方案", file: "c.yaml" });
    expect(formatDay(plan.issued)).toBe("2022-01-01");
    expect(plan.indicators.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(plan.tasks[0]?.units.map(({ name }) => name)).toEqual(["市公安局", "市民政局", "东街道"]);
    expect(plan.dictionary.datasets.get("办件")?.fields.has("用时")).toBe(true);
  });

  test("says only what differs: key by key, what is removed, what is new", async () => {
    const plan = await loaded(`
remove: [b, t]
defaults: { deadline: 2023-10-25 }
groups: { 机关: [街道组] }
indicators:
  - { id: n, clause: 四, name: 丁, measure: { count: 办件 }, measuredIn: 件, threshold: 1, responsible: 机关 }
  - { id: a, threshold: 45.5 }
tasks:
  - { id: u, clause: 五, name: 戊 }
`);
    expect(plan.indicators.map(({ id }) => id)).toEqual(["a", "n"]);
    const [a, n] = plan.indicators;
    expect(a).toMatchObject({ name: "甲", remedy: "改", measuredIn: "%" });
    expect(a?.threshold?.toString()).toBe("45.5");
    expect(formatDay(a?.deadline ?? 0)).toBe("2023-10-25");
    expect(n?.units.map(({ name }) => name)).toEqual(["东街道"]);
    expect(plan.tasks.map(({ id }) => id)).toEqual(["u"]);
  });

  test("a threshold takes the place of inherited stages, and the other way round", async () => {
    const staged = "indicators: [{ id: a, stages: [{ deadline: 2022-06-30, threshold: 10 }] }]\n";
    expect((await loaded(staged)).indicators[0]?.staged).toBe(true);
    const again = `plan: d\nextends: c\nindicators: [{ id: a, threshold: 20 }]\n`;
    const cwd = await folderWith(filesOf({ "c.yaml": child(staged), "d.yaml": again }));
    const plan = await loadPlan("d.yaml", { cwd });
    expect(plan.indicators[0]).toMatchObject({ staged: false });
    expect(plan.indicators[0]?.threshold?.toString()).toBe("20");
  });

  test("finds the directory of the plan that names it, and may name one of its own", async () => {
    const far = {
      "far/c.yaml": "plan: c\nextends: ../p.yaml\n",
      "far/own.yaml": units.replace("青山市", "白水市"),
    };
    const cwd = await folderWith(filesOf({ ...far, "far/d.yaml": "plan: d\nextends: c\nunits: own.yaml\n" }));
    expect((await loadPlan("far/c.yaml", { cwd })).directory.place).toBe("青山市");
    expect((await loadPlan("far/d.yaml", { cwd })).directory.place).toBe("白水市");
  });

  test("its fingerprint changes when the other changes", async () => {
    const hash = async (text: string) => (await loaded("title: 次年\n", { "p.yaml": text })).sha256;
    expect(await hash(base)).not.toBe(await hash(base.replace("threshold: 40", "threshold: 41")));
  });
});

describe("mistakes stand in the file in which they are written", () => {
  test("in an override, in what is inherited, and in what is to be removed", async () => {
    const problems = await problemsIn(
      `
remove: [bb]
indicators:
  - { id: a, threshold: lots }
  - { id: b, direktion: at-most }
`,
      { "p.yaml": base.replace("responsible: 全部", "responsible: 全体").replace("误评: 否", "误差: 否") },
    );
    expect(problems).toEqual([
      "c.yaml:3 R030 bb p → b",
      "c.yaml:5 R005 threshold lots 45 | 0.5",
      "c.yaml:6 R003 direktion → direction",
      'p.yaml:12 R012 indicator "b" 误差 办件 → 误评',
      'p.yaml:14 R013 task "t" 全体 → 全部',
    ]);
  });

  test("a circle is refused", async () => {
    const circle = { "p.yaml": `${base}extends: c\n` };
    expect(await problemsIn("title: 圈\n", circle)).toEqual(["p.yaml:15 R019 c.yaml → p.yaml → c.yaml"]);
    expect(await problemsIn("", { "c.yaml": "plan: c\nextends: c.yaml\n" })).toEqual([
      "c.yaml:2 R019 c.yaml → c.yaml",
    ]);
  });

  test("a plan that is not there is named, with the nearest", async () => {
    const missing = (name: string) => problemsIn("", { "c.yaml": `plan: c\nextends: ${name}\n` });
    expect(await missing("q.yaml")).toEqual(["c.yaml:2 R024 q.yaml"]);
    const [unknown] = await missing("jiayuguan-2021");
    expect(unknown).toMatch(/^c\.yaml:2 U005 jiayuguan-2021 .*→ jiayuguan-2022$/);
  });
});
