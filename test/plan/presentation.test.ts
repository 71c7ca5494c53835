import { describe, expect, test } from "vitest";
import { plainPresentation } from "../../src/model/presentation.ts";
import { loadPlan } from "../../src/plan/load.ts";
import { ProblemError } from "../../src/problem.ts";
import { datasets, folderWith, planOf, units } from "./rules.ts";

const body = "tasks: [{ id: t, clause: 三, name: 丙, deadline: 2022-06-30 }]\nindicators: []\n";
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const files = (more: Readonly<Record<string, string>>) =>
  folderWith({ "datasets.yaml": datasets, "town.yaml": units, "logo.svg": svg, ...more });

const loaded = async (report: string, more: Readonly<Record<string, string>> = {}) =>
  loadPlan("p.yaml", { cwd: await files({ "p.yaml": planOf(`${report}${body}`), ...more }) });

const refused = async (report: string, more: Readonly<Record<string, string>> = {}) => {
  try {
    await loaded(report, more);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, nearest }) => (nearest === undefined ? code : `${code} ${nearest}`));
  }
};

describe("report: in a plan", () => {
  test("left out, everything is as usual", async () => {
    expect(await loaded("")).toMatchObject({ presentation: plainPresentation, order: [] });
  });

  test("words for both languages or for each, bands, order and logo", async () => {
    const plan = await loaded(`report:
  title: 第十期通报
  whole: { zh: 全市, en: the city }
  bands: [{ from: 60, name: 合格 }, { from: 0, name: 不合格 }]
  order: [街道组, 市民政局]
  logo: logo.svg
`);
    expect(plan.presentation).toEqual({
      ...plainPresentation,
      title: { zh: "第十期通报", en: "第十期通报" },
      whole: { zh: "全市", en: "the city" },
      logo: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
    });
    expect(plan.bands.map(({ name }) => name)).toEqual(["合格", "不合格"]);
    expect(plan.order).toEqual(["街道组", "市民政局"]);
    expect(plan.files.some((file) => file.endsWith("logo.svg"))).toBe(true);
  });

  test("a plan that extends it inherits each entry, the logo from where it lies", async () => {
    const cwd = await files({
      "base/p.yaml": planOf(`report: { title: 一, logo: logo.svg }\n${body}`).replace(
        "town.yaml",
        "../town.yaml",
      ),
      "base/logo.svg": svg,
      "c.yaml": "plan: c\nextends: base/p.yaml\nreport: { title: 二 }\n",
    });
    const { presentation } = await loadPlan("c.yaml", { cwd });
    expect(presentation.title.zh).toBe("二");
    expect(presentation.logo).toMatch(/^data:image\/svg/);
  });

  test.each([
    ["an unknown unit", "report: { order: [市公安据] }\n", ["R013 市公安局"]],
    ["an unknown key", "report: { titel: 一 }\n", ["R003 title"]],
    ["a logo that is not there", "report: { logo: none.png }\n", ["R024"]],
    ["a logo that is no picture", "report: { logo: town.yaml }\n", ["R005"]],
    ["a picture that is not what its name says", "report: { logo: fake.png }\n", ["R005"]],
  ])("%s is refused", async (_, report, problems) => {
    expect(await refused(report, { "fake.png": "<html>" })).toEqual(problems);
  });
});
